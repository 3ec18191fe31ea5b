"""A plan's YAML as nodes that know where each of their characters stands.

YAML's own types are not used: every scalar is text, and the plan's schema says what it means.
One pass over the parser's events makes the nodes, so that nothing is built from a file that is
too deep, too large, or plays with anchors.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import yaml

from kehoach.diagnostic import N_, Diagnostic, Span, error, in_order
from kehoach.yaml_faults import (
    KEY_AND_VALUE,
    braces_unquoted,
    decode,
    empty,
    forbidden,
    indent_of,
    odd_indents,
    position,
    syntax,
)

MAX_DEPTH = 50
MAX_NODES = 100_000
_MENDED_LINES = 50
_MENDABLE = ("Y005", "Y016")

_NULLS = {"", "~", "null", "Null", "NULL"}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text. Character `i` stands in column `columns[i]` of the file.

    Without `columns` the characters follow one another from the span's start. A line that is
    not `exact` was folded or escaped by YAML: only its span as a whole is known.
    """

    text: str
    span: Span
    columns: tuple[int, ...] | None = None
    exact: bool = True

    def part(self, start: int, end: int) -> Span:
        """Return the span of the characters `start:end` of the line."""
        if not self.exact:
            return self.span
        first, last = self._column(start), self._column(end)
        return Span(self.span.path, self.span.line, first, self.span.line, max(last, first))

    def _column(self, index: int) -> int:
        if self.columns is None:
            return self.span.column + index
        return self.columns[index] if index < len(self.columns) else self.span.end_column


@dataclass(frozen=True, slots=True)
class Scalar:
    """Text, and how it was quoted: `''` plain, `'`, `"`, `|` or `>`."""

    text: str
    span: Span
    style: str = ""
    lines: tuple[Line, ...] = ()

    @property
    def is_null(self) -> bool:
        """Return whether nothing was given: no value, `~` or `null` without quotes."""
        return not self.style and self.text in _NULLS


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys in the order of the file, each with its scalar (for its place) and its value.

    A `flow` mapping stands in braces.
    """

    items: dict[str, tuple[Scalar, Node]]
    span: Span
    flow: bool = False

    def get(self, key: str) -> Node | None:
        """Return the value of `key`, or None."""
        found = self.items.get(key)
        return found[1] if found else None


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Source:
    """A parsed file: its path in the working folder and its top-level mapping."""

    path: str
    root: Mapping


def parse(data: bytes, path: str) -> tuple[Source | None, list[Diagnostic]]:
    """Return the nodes of a plan file and every fault that keeps it from being read.

    A source with faults has nothing in the place of the values at fault; it serves to look for
    faults elsewhere. There is none at all when no line can be trusted to mean what it says.
    """
    lines, findings = decode(data, path)
    if findings:
        return None, in_order(findings)
    root, findings = _nodes(lines, path)
    if not findings and (root is None or (isinstance(root, Scalar) and root.is_null)):
        return None, [empty(path)]
    if not findings and root and not isinstance(root, Mapping):
        message = N_("a plan is a list of keys and values")
        hint = N_("begin with a line such as «type: ke-hoach»")
        return None, [error("Y014", root.span, message, hint=hint)]
    return Source(path, root) if isinstance(root, Mapping) else None, in_order(findings)


def _nodes(lines: list[str], path: str) -> tuple[Node | None, list[Diagnostic]]:
    """Return the file's root node and all findings; no root when whole lines are at fault.

    YAML's parser stops at the first fault of syntax. The value on that line is then blanked in a
    copy, and the copy parsed again, so that faults on other lines are found as well.
    """
    findings: list[Diagnostic] = []
    mended, values_only = list(lines), True
    for _ in range(_MENDED_LINES):
        builder = _Builder(mended, path)
        fault = builder.run()
        if fault is None:
            odd = odd_indents(lines, path, builder.prose)
            root = builder.root if values_only and not odd else None
            return root, odd + _elsewhere(findings + builder.findings, odd)
        findings.append(fault)
        index = min(fault.where.line - 1, len(lines) - 1) if isinstance(fault.where, Span) else 0
        if fault.code not in _MENDABLE:
            break
        if not _blank_value(mended, index):
            values_only = False
            if not _blank_line(mended, index):
                break
    odd = odd_indents(lines, path, set())
    return None, odd + _elsewhere(findings, odd)


def _blank_value(lines: list[str], index: int) -> bool:
    """Put an empty text in the place of the value on a line; return whether there was one."""
    match = KEY_AND_VALUE.match(lines[index])
    if not match or match["value"] == "''":
        return False
    lines[index] = match["key"] + "''"
    return True


def _blank_line(lines: list[str], index: int) -> bool:
    """Empty a line and all that hangs below it; return whether it had anything."""
    line, end = lines[index], index + 1
    while end < len(lines) and (not lines[end].strip() or indent_of(lines[end]) > indent_of(line)):
        end += 1
    lines[index:end] = [""] * (end - index)
    return bool(line.strip())


def _elsewhere(findings: list[Diagnostic], known: list[Diagnostic]) -> list[Diagnostic]:
    """Return the findings on lines that none of `known` is on."""
    lines = {found.where.line for found in known if isinstance(found.where, Span)}
    return [f for f in findings if not (isinstance(f.where, Span) and f.where.line in lines)]


@dataclass(slots=True)
class _Open:
    """A collection whose end has not come yet."""

    start: tuple[int, int]
    keys: list[Node] | None
    items: list[Node] = field(default_factory=list)
    flow: bool = False


class _Builder:
    """Makes nodes from the parser's events, with a stack of its own instead of recursion."""

    def __init__(self, lines: list[str], path: str) -> None:
        self.lines = lines
        self.path = path
        self.root: Node | None = None
        self.findings: list[Diagnostic] = []
        self.prose: set[int] = set()
        self._stack: list[_Open] = []
        self._count = 0
        self._documents = 0

    def run(self) -> Diagnostic | None:
        """Take all events; return the fault of syntax or of size that ended it, or None."""
        try:
            for event in yaml.parse("\n".join(self.lines), Loader=_LOADER):
                fault = self._take(event)
                if fault:
                    return fault
        except yaml.MarkedYAMLError as fault:
            return syntax(fault, self.lines, self.path)
        return None

    def _take(self, event: yaml.Event) -> Diagnostic | None:
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents == 2:
                message = N_("a second document begins here")
                return error("Y011", self._span(event), message, hint=N_("one plan a file"))
        elif isinstance(event, yaml.AliasEvent):
            self._refuse_anchor(event)
            self._add(Scalar("", self._span(event), "*"))
        elif isinstance(event, yaml.NodeEvent):
            return self._node(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(event)
        return None

    def _node(self, event: yaml.NodeEvent) -> Diagnostic | None:
        self._count += 1
        span = self._span(event)
        if self._count > MAX_NODES:
            message, hint = N_("the file has more than {most} values"), N_("split the plan in two")
            return error("Y008", span, message, hint=hint, most=MAX_NODES)
        if event.anchor:
            self._refuse_anchor(event)
        tag = getattr(event, "tag", None)
        if tag:
            message = N_("«{tag}» may not stand in a plan")
            hint = N_("remove it, or put the value in quotes")
            tag = self.lines[span.line - 1][span.column - 1 :].split()[0]
            self.findings.append(error("Y010", span, message, hint=hint, tag=tag))
        if isinstance(event, yaml.ScalarEvent):
            self._add(self._scalar(event, span))
            return None
        if len(self._stack) >= MAX_DEPTH:
            message, hint = N_("nested deeper than {most} levels"), N_("remove some brackets")
            return error("Y007", span, message, hint=hint, most=MAX_DEPTH)
        is_map = isinstance(event, yaml.MappingStartEvent)
        flow = bool(event.flow_style) if isinstance(event, yaml.CollectionStartEvent) else False
        self._stack.append(_Open(self._place(event.start_mark), [] if is_map else None, flow=flow))
        return None

    def _refuse_anchor(self, event: yaml.NodeEvent) -> None:
        message = N_("anchors and aliases («&{name}», «*{name}») may not stand in a plan")
        hint = N_("write it once under an id and use it as {{{{ id }}}}; put text in quotes")
        where = self._span(event)
        name = event.anchor or self.lines[where.line - 1][where.column :].split()[0]
        self.findings.append(error("Y006", where, message, hint=hint, name=name))

    def _add(self, node: Node) -> None:
        if not self._stack:
            self.root = node
            return
        holder = self._stack[-1]
        if holder.keys is not None and len(holder.keys) == len(holder.items):
            holder.keys.append(node)
        else:
            holder.items.append(node)

    def _close(self, event: yaml.CollectionEndEvent) -> None:
        closed = self._stack.pop()
        span = Span(self.path, *closed.start, *self._place(event.end_mark))
        if closed.keys is None:
            self._add(Sequence(tuple(closed.items), span))
            return
        items: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(closed.keys, closed.items, strict=True):
            self._key(key, value, items)
        self._add(Mapping(items, span, closed.flow))

    def _key(self, key: Node, value: Node, items: dict[str, tuple[Scalar, Node]]) -> None:
        if not isinstance(key, Scalar):
            self._not_a_key(key)
        elif key.text in items:
            first = items[key.text][0].span.line
            message = N_("the key «{key}» is already on line {first}")
            hint = N_("keep one of the two")
            found = error("Y009", key.span, message, hint=hint, key=key.text, first=first)
            self.findings.append(found)
        else:
            items[key.text] = (key, value)

    def _not_a_key(self, key: Node) -> None:
        before = self.lines[key.span.line - 1][: key.span.column - 1].rstrip()
        if isinstance(key, Mapping) and before.endswith("{"):
            outer = replace(key.span, column=len(before))
            self.findings.append(braces_unquoted(outer))
            return
        message, hint = N_("a key is one word"), N_("write «key: value»")
        self.findings.append(error("Y012", key.span, message, hint=hint))

    def _scalar(self, event: yaml.ScalarEvent, span: Span) -> Scalar:
        style = event.style or ""
        if style in ("|", ">"):
            # The mark of its end stands at the beginning of the line below.
            self.prose.update(range(span.line + 1, span.end_line + (span.end_column > 1)))
        fault = forbidden(event.value, span) if style == '"' else None
        if fault:
            self.findings.append(fault)
        made = self._block_lines(event) if style == "|" else self._flow_lines(event, span, style)
        return Scalar(unicodedata.normalize("NFC", event.value), span, style, tuple(made))

    def _block_lines(self, event: yaml.ScalarEvent) -> Iterator[Line]:
        number, _ = position(event.start_mark)
        for text in event.value.rstrip("\n").split("\n") if event.value.strip("\n") else []:
            raw = self.lines[number]
            number += 1
            column = len(raw) - len(text) + 1
            yield Line(text, Span(self.path, number, column, number, column + len(text)))

    def _flow_lines(self, event: yaml.ScalarEvent, span: Span, style: str) -> Iterator[Line]:
        text, quote = event.value, len(style.strip(">"))
        begin, end = span.column + quote, span.end_column - quote
        within = replace(span, column=begin, end_column=max(end, 1))
        raw = self.lines[span.line - 1][begin - 1 : end - 1]
        if span.line != span.end_line or style == ">" or (raw != text and style != "'"):
            for line in text.removesuffix("\n").split("\n"):
                yield Line(line, within, exact=False)
        elif raw == text:
            yield Line(text, within)
        else:
            columns, at = [], begin
            for character in text:
                columns.append(at)
                at += 2 if character == "'" else 1
            yield Line(text, within, tuple(columns))

    def _span(self, event: yaml.Event) -> Span:
        return Span(self.path, *self._place(event.start_mark), *self._place(event.end_mark))

    def _place(self, mark: object) -> tuple[int, int]:
        """Return line and column of a mark; what is missing stands at the end of the file."""
        line, column = position(mark)
        last = len(self.lines)
        return (line, column) if line <= last else (last, len(self.lines[-1]) + 1)
