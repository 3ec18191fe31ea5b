"""Form templates: parts of a Word file as Jinja templates in a sandbox.

docxtpl reads a part once, for what its tags for paragraphs, rows and cells mean; its rendering is
not used. Each tag is checked by itself first, so that a fault is told with its paragraph.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2 import Template as Jinja
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kehoach.diagnostic import N_, Diagnostic, Place, error, nearest
from kehoach.ooxml.tags import PATTERN, Tag
from kehoach.ooxml.write import ILLEGAL, content

OUTPUT = 50_000_000
"""The longest part that a form may become, in characters."""

_FILTER_NAMES = (
    "abs count d default first float groupby int join last length list lower map max min reject "
    "rejectattr round select selectattr sort string sum title trim unique upper"
)
_FILTERS = _FILTER_NAMES.split()
_TEST_NAMES = (
    "boolean defined divisibleby eq even false float ge gt in integer le lt mapping ne none "
    "number odd sameas sequence string true undefined == != < <= > >="
)
_TESTS = _TEST_NAMES.split()
_ALLOWED = (
    nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Name, nodes.Getattr, nodes.Getitem,
    nodes.Const, nodes.CondExpr, nodes.And, nodes.Or, nodes.Not, nodes.Compare, nodes.Operand,
    nodes.Add, nodes.Sub, nodes.Div, nodes.FloorDiv, nodes.Neg, nodes.Pos, nodes.Concat,
    nodes.Filter, nodes.Test, nodes.Tuple, nodes.List, nodes.Keyword, nodes.Slice,
)  # fmt: skip
"""No calls, no assignments, no products: nothing that grows faster than the values given."""

_WHOLE = {
    "for": "{s}{{% endfor %}}",
    "if": "{s}{{% endif %}}",
    "elif": "{{% if 1 %}}{s}{{% endif %}}",
    "else": "{{% if 1 %}}{s}{{% endif %}}",
    "endfor": "{{% for a in b %}}{s}",
    "endif": "{{% if 1 %}}{s}",
}
_CLOSES = {"endfor": "for", "endif": "if"}
_SPLIT = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*[\n\t][^<]*)</w:t>")
_BROKEN = re.compile(r"(?:\A|[^?]>)[^<]*[\n\t]")
"""What a piece has that breaks a line; the line after the XML declaration is none."""


@dataclass(frozen=True, slots=True)
class Use:
    """A name that must be given to a form, and the tag that asks for it first."""

    name: str
    tag: Tag


@dataclass(frozen=True, slots=True)
class Form:
    """A part ready to be filled: `lines[n]` is the tag on line n of the template."""

    template: Jinja
    uses: tuple[Use, ...]
    lines: Mapping[int, Tag]


def _join(values: Iterable[object], separator: str = "") -> str:
    """Return `values` as one text; a text is not taken apart, or a form could grow without end."""
    if isinstance(values, str):
        raise TypeError("join takes a list")
    return separator.join(map(str, values))


def _final(value: object) -> object:
    """Return what a tag prints for `value`: nothing for None, line ends as they are here."""
    if value is None:
        return ""
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        autoescape=True,
        keep_trailing_newline=True,
        finalize=_final,
    )
    environment.filters["join"] = _join
    environment.filters = {name: environment.filters[name] for name in _FILTERS}
    environment.tests = {name: environment.tests[name] for name in _TESTS}
    environment.globals = {}
    return environment


_ENVIRONMENT = _environment()


def compile_form(
    xml: str, tags: Sequence[Tag], place: Place, whole: bool
) -> tuple[Form | None, list[Diagnostic]]:
    """Return the part in `xml`, whose tags in order are `tags`, ready to be filled.

    `place` names the part for a fault that is not one tag's. Unless the part is `whole`, that is
    has no fault known already, its tags are checked and nothing comes back.
    """
    findings = [fault for tag in tags for fault in _faults(tag)]
    findings += _unbalanced(tags) if whole else ()
    if findings or not whole:
        return None, findings
    patched = _patch(xml)
    found = list(PATTERN.finditer(patched))
    if len(found) != len(tags) or re.search(r"\{%(?:p|tr|tc)\s", patched):
        return None, [_unread(place)]
    text, lines = _number(patched, found, tags)
    try:
        template = _ENVIRONMENT.from_string(text)
    except TemplateSyntaxError as fault:
        tag = lines.get(fault.lineno)
        return None, [_syntax(tag, fault) if tag else _unread(place)]
    return Form(template, tuple(_uses(tags)), lines), []


def _patch(xml: str) -> str:
    """Return `xml` with each tag for a paragraph, row or cell in the place of it."""
    from docxtpl import DocxTemplate

    return str(DocxTemplate.patch_xml(None, xml))


def _number(
    patched: str, found: Sequence[re.Match[str]], tags: Sequence[Tag]
) -> tuple[str, dict[int, Tag]]:
    """Return the template with each tag ending a line of its own, and the tags by line."""
    pieces: list[str] = []
    end, line = 0, 1
    lines: dict[int, Tag] = {}
    for match, tag in zip(found, tags, strict=True):
        before = patched[end : match.start()]
        line += before.count("\n") + 1
        lines[line] = tag
        pieces += (before, tag.source[:2], "\n", tag.source[2:].replace("\n", " "))
        end = match.end()
    return "".join((*pieces, patched[end:])), lines


def _faults(tag: Tag) -> Iterator[Diagnostic]:
    """Yield what is wrong with one tag, taken by itself."""
    try:
        tree = _ENVIRONMENT.parse(_whole(tag))
    except TemplateSyntaxError as fault:
        yield _syntax(tag, fault)
        return
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _ALLOWED):
            message = N_("{tag} does more than a form may: {what}")
            hint = N_("print names, and repeat or choose with for and if")
            yield error("T008", tag.place, message, hint, tag=tag.text, what=type(node).__name__)
            return
    for wanted in (nodes.Filter, nodes.Test):
        known = _FILTERS if wanted is nodes.Filter else _TESTS
        for used in tree.find_all(wanted):
            if used.name not in known:
                yield _unknown_filter(tag, used.name, known)


def _whole(tag: Tag) -> str:
    word = re.match(r"\w*", tag.body)
    shape = _WHOLE.get(word[0] if word else "") if tag.open == "{%" else None
    return shape.format(s=tag.source) if shape else tag.source


def _unknown_filter(tag: Tag, name: str, known: Sequence[str]) -> Diagnostic:
    best = nearest(name, known)
    hint = N_("did you mean {best}?") if best else N_("known are: {known}")
    message = N_("{tag} uses {name}, which is not known here")
    args = {"tag": tag.text, "name": name, "best": best, "known": ", ".join(known)}
    return error("T009", tag.place, message, hint, **args)


def _unbalanced(tags: Sequence[Tag]) -> Iterator[Diagnostic]:
    """Yield the block tags that lack their partner in the same part."""
    opened: list[tuple[str, Tag]] = []
    for tag in (tag for tag in tags if tag.open == "{%"):
        word = tag.body.split(None, 1)[0] if tag.body else ""
        if word in ("for", "if"):
            opened.append((word, tag))
        elif word in _CLOSES and opened and opened[-1][0] == _CLOSES[word]:
            opened.pop()
        elif word in _CLOSES or (word in ("elif", "else") and not opened):
            message = N_("{tag} has no beginning")
            yield error("T006", tag.place, message, tag=tag.text)
    for word, tag in opened:
        message = N_("{tag} has no end")
        hint = N_("add {{% end{word} %}} of the same kind below it")
        yield error("T006", tag.place, message, hint, tag=tag.text, word=word)


def _uses(tags: Sequence[Tag]) -> Iterator[Use]:
    """Yield the names that tags take from outside, each once; names of loops left out."""
    scopes: list[set[str]] = [{"loop"}]
    told: set[str] = set()
    for tag in tags:
        tree = _ENVIRONMENT.parse(_whole(tag))
        if tag.open == "{%" and tag.body.startswith("endfor"):
            scopes.pop()
        own = {n.name for n in tree.find_all(nodes.Name) if n.ctx == "store"}
        asked = {n.name for n in tree.find_all(nodes.Name) if n.ctx == "load"}
        known = set().union(*scopes, own, told, _excused(tree))
        if not (tag.open == "{%" and tag.body.startswith("end")):
            yield from (Use(name, tag) for name in sorted(asked - known))
            told |= asked
        if tag.open == "{%" and re.match(r"for\b", tag.body):
            scopes.append(own)


def _excused(tree: nodes.Template) -> set[str]:
    """Return the names that a tag asks about or gives a value for, should they be missing."""
    asked = [t.node for t in tree.find_all(nodes.Test) if t.name in ("defined", "undefined")]
    asked += [f.node for f in tree.find_all(nodes.Filter) if f.name in ("default", "d") and f.node]
    return {node.name for node in asked if isinstance(node, nodes.Name)}


def fill_form(
    form: Form, values: Mapping[str, object], place: Place
) -> tuple[str, list[Diagnostic]]:
    """Return the part with `values` in it, each escaped once, and what could not be printed."""
    missing = [use for use in form.uses if use.name not in values]
    if missing:
        return "", [_undefined(use.tag, use.name, values) for use in missing]
    try:
        pieces = [*_bounded(form.template.generate(dict(values)))]
    except OverflowError:
        message = N_("the form would become longer than {limit} million characters")
        return "", [error("R007", place, message, limit=OUTPUT // 1_000_000)]
    except Exception as fault:  # whatever a value does when a tag works on it
        tag = form.lines.get(_line(sys.exc_info()[2]))
        message = N_("{tag} cannot be printed: {fault}")
        where = tag.place if tag else place
        return "", [error("R006", where, message, tag=tag.text if tag else "", fault=str(fault))]
    odd = [piece for piece in pieces if not piece.isprintable()]
    if match := next(filter(None, map(ILLEGAL.search, odd)), None):
        message = N_("a value holds the character {code}, which cannot stand in a Word file")
        return "", [error("R003", place, message, code=f"U+{ord(match[0]):04X}")]
    text = "".join(pieces)
    return _SPLIT.sub(_breaks, text) if any(map(_BROKEN.search, odd)) else text, []


def _bounded(pieces: Iterator[str]) -> Iterator[str]:
    """Yield `pieces`; raise OverflowError when they become too long together."""
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > OUTPUT:
            raise OverflowError
        yield piece


def _breaks(match: re.Match[str]) -> str:
    """Return a text with line breaks and tabs as Word writes them, between texts (17.3.3)."""
    parts = re.split(r"([\n\t])", match[2])
    return "".join(
        content(part) if part in "\n\t" else f'<w:t xml:space="preserve">{part}</w:t>'
        for part in parts
        if part
    )


def _line(trace: TracebackType | None) -> int:
    """Return the last line of the template that `trace` passed through, 0 for none."""
    line = 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _undefined(tag: Tag, name: str, values: Mapping[str, object]) -> Diagnostic:
    best = nearest(name, values)
    return error(
        "R005",
        tag.place,
        N_("{tag} asks for {name}, which this form is not given"),
        hint=N_("did you mean {best}?") if best else N_("given are: {known}"),
        tag=tag.text,
        name=name,
        best=best,
        known=", ".join(sorted(values)),
    )


def _syntax(tag: Tag, fault: TemplateSyntaxError) -> Diagnostic:
    message = N_("{tag} cannot be understood: {fault}")
    return error("T002", tag.place, message, tag=tag.text, fault=fault.message)


def _unread(place: Place) -> Diagnostic:
    return error(
        "T010",
        place,
        N_("the tags of this part cannot be told apart"),
        hint=N_("write each tag again, in one go, without % or braces inside it"),
    )
