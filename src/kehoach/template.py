"""Templates: Word files with tags, read once and filled many times.

After `compile_template`, the following are guaranteed when there is no finding:
1. every tag is of a kind that we know, whole, and alone where it stands for a paragraph or row;
2. a plan template names roles and slots only, each in the paragraph style of its role;
3. a form template is compiled in a sandbox, undefined names are faults, values are escaped;
4. the package has every part that a document needs, and docxtpl is no longer needed;
5. nothing in it is tracked as a change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from kehoach.diagnostic import N_, Diagnostic, Place, error, has_errors, nearest, warning
from kehoach.document import HEAD
from kehoach.ooxml import package
from kehoach.ooxml.frame import SLOTS, Frame, compile_frame, is_emphasized, style_of
from kehoach.ooxml.looks import Looks
from kehoach.ooxml.parts import Prepared, heal, prepare, to_bytes
from kehoach.ooxml.tags import Element, Tag, find_tags
from kehoach.ooxml.unsettled import unsettled

if TYPE_CHECKING:
    from kehoach.forms import Form
    from kehoach.ooxml.form_press import MadeUp

LARGEST = 8_000_000
"""The most bytes of a part with text: templates are a few pages."""

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEXTS = ("header", "footer", "footnotes", "endnotes")


@dataclass(frozen=True, slots=True)
class Template:
    """A template ready to be filled: `frames` by part for plans, `forms` by part for forms.

    `made_up` keeps what was made of a form, by its make-up.
    """

    path: str
    package: Prepared
    frames: Mapping[str, Frame] = field(default_factory=dict)
    forms: Mapping[str, Form] = field(default_factory=dict)
    made_up: dict[str, MadeUp] = field(default_factory=dict, compare=False, repr=False)

    @property
    def looks(self) -> Looks:
        """Return the styles `KH …` of the template."""
        return self.package.looks

    @property
    def is_plan(self) -> bool:
        """Return whether the template takes a document; otherwise it takes values."""
        return bool(self.frames)


class _Text(NamedTuple):
    """A part with text: its tree and the tags in it."""

    name: str
    root: Element
    tags: Sequence[Tag]


def compile_template(data: bytes, path: str) -> tuple[Template | None, list[Diagnostic]]:
    """Return the template in the bytes of a .docx, or None and why it cannot be used.

    A file with a slot such as `{{p body }}` is the template of a plan, any other a form.
    """
    parts, findings = package.unpack(data, path)
    if parts is None:
        return None, findings
    names = _text_parts(parts)
    findings += _unusable(parts, names, path)
    if has_errors(findings):
        return None, findings
    prepared = prepare(parts)
    texts = []
    for name in names:
        root = heal(package.parse_xml(parts[name]))
        tags, faults = find_tags(root, path, name)
        findings += [*faults, *unsettled(root, path, name)]
        texts.append(_Text(name, root, tags))
    is_plan = any(tag.open == "{{" and tag.scope == "p" for text in texts for tag in text.tags)
    make = _plan if is_plan else _form
    template, faults = make(Template(path, prepared), texts, has_errors(findings))
    findings += faults
    return (None if has_errors(findings) else template), findings


def _text_parts(parts: Mapping[str, bytes]) -> list[str]:
    main = package.main_part(parts)
    others = [name for kind in _TEXTS for name in package.related(parts, main, kind)]
    return list(dict.fromkeys([main, *others]))


def _unusable(parts: Mapping[str, bytes], names: Sequence[str], path: str) -> Iterator[Diagnostic]:
    """Yield why a sound Word file cannot be a template of ours."""
    main = names[0]
    if package.content_type(parts, main) != _MAIN:
        message = N_("the file is a Word template or holds macros")
        yield error("T011", Place(path), message, hint=N_("save it as .docx in Word"))
    for name in names:
        if len(parts[name]) > LARGEST:
            message = N_("this part has {size} MB; a template's has at most {limit}")
            size, limit = len(parts[name]) // 1_000_000, LARGEST // 1_000_000
            yield error("T012", Place(path, name), message, size=size, limit=limit)
        elif package.parse_xml(parts[name]).nsmap.get("w") != package.W:
            message = N_("this part was written by a program whose XML is not known here")
            hint = N_("open the file in Word or LibreOffice and save it again")
            yield error("T013", Place(path, name), message, hint)
    if package.parse_xml(parts[main]).find(package.w("body")) is None:
        yield error("T013", Place(path, main), N_("the file has no text at all"))


def _form(
    template: Template, texts: Sequence[_Text], broken: bool
) -> tuple[Template, list[Diagnostic]]:
    from kehoach.forms import compile_form

    forms: dict[str, Form] = {}
    findings: list[Diagnostic] = []
    for text in texts:
        xml, place = to_bytes(text.root).decode(), Place(template.path, text.name)
        form, faults = compile_form(xml, text.tags, place, whole=not broken)
        findings += faults
        if form is not None:
            forms[text.name] = form
    return replace(template, forms=forms), findings


def _plan(
    template: Template, texts: Sequence[_Text], broken: bool
) -> tuple[Template, list[Diagnostic]]:
    main = template.package.main
    findings = [f for text in texts for tag in text.tags for f in _plan_tag(tag, template)]
    findings += _slots(texts, main, template.path)
    findings += _alone(tag for text in texts if text.name == main for tag in text.tags)
    if broken or has_errors(findings):
        return template, findings
    fixed = template.looks.ids["fixed"]
    frames = {
        text.name: compile_frame(text.root, text.tags, fixed if text.name == main else "")
        for text in texts
        if text.tags or text.name == main
    }
    return replace(template, frames=frames), findings


def _plan_tag(tag: Tag, template: Template) -> Iterator[Diagnostic]:
    """Yield what is wrong with one tag of a plan template."""
    if tag.open == "{%" or tag.attribute:
        message = N_("a plan's template has names in braces only, not {tag}")
        yield error("T004", tag.place, message, tag=tag.text)
        return
    known = SLOTS if tag.scope else HEAD
    if tag.body not in known:
        yield _unknown(tag)
        return
    main = template.package.main
    if tag.scope:
        if tag.place.part != main:
            message = N_("{tag} can stand in the text only, not in {part}")
            yield error("T007", tag.place, message, tag=tag.text, part=tag.place.part)
        return
    if tag.place.part == main and template.looks.role(style_of(tag)) != tag.body:
        yield _style(tag, template.looks)
    if tag.place.part == main and is_emphasized(tag):
        message = N_("bold or italic set on {tag} itself is not followed")
        hint = N_("change the style “KH {role}” instead")
        yield warning("T016", tag.place, message, hint, tag=tag.text, role=tag.body)


def _unknown(tag: Tag) -> Diagnostic:
    names = [*HEAD, *SLOTS]
    best = nearest(tag.body, names)
    if best:
        best = f"{{{{p {best} }}}}" if best in SLOTS else f"{{{{ {best} }}}}"
    hint = N_("did you mean {best}?") if best else N_("known are: {known}")
    message = N_("{tag} is not a name that a plan has")
    return error("T003", tag.place, message, hint, tag=tag.text, best=best, known=", ".join(names))


def _style(tag: Tag, looks: Looks) -> Diagnostic:
    if tag.body in looks.roles:
        hint = N_("give the paragraph that style")
    else:
        hint = N_("the file has no such style; it has {styles}")
    return error(
        "T014",
        tag.place,
        N_("the paragraph of {tag} is not in the style “KH {role}”"),
        hint,
        tag=tag.text,
        role=tag.body,
        styles=", ".join(f"KH {role}" for role in sorted(looks.roles)),
    )


def _slots(texts: Sequence[_Text], main: str, path: str) -> Iterator[Diagnostic]:
    """Yield the tags that stand twice in the text, and the slot of the text if it is missing.

    A header or footer may say again what the text says: it is not read back.
    """
    seen: set[str] = set()
    printed = [
        tag
        for text in texts
        for tag in text.tags
        if tag.scope or (text.name == main and not tag.attribute)
    ]
    for tag in printed:
        if tag.body in seen:
            yield error("T007", tag.place, N_("{tag} stands here again"), tag=tag.text)
        seen.add(tag.body)
    if SLOTS[0] not in seen:
        message = N_("the template has no place for the text: {{{{p body }}}} is missing")
        yield error("T007", Place(path, main), message)


def _alone(tags: Iterable[Tag]) -> Iterator[Diagnostic]:
    """Yield the paragraphs with tags of several roles: a paragraph has one style, so one role."""
    paragraphs: dict[Place, Tag] = {}
    for tag in tags:
        first = paragraphs.setdefault(tag.place, tag)
        if first is not tag:
            message = N_("{tag} stands in one paragraph with {other}")
            hint = N_("give each a paragraph of its own")
            yield error("T015", tag.place, message, hint, tag=tag.text, other=first.text)
