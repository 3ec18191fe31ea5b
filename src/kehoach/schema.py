"""Shapes: what the value of a key may be. They read nodes, and tell editors what to expect.

A record is a dataclass whose fields are made with `key`; the type of a field says its shape and
the text of `key`, in Vietnamese since editors show it to officers, says what it is for. Every
scalar is text in YAML's eyes: its meaning comes from here alone.
"""

from __future__ import annotations

import dataclasses
import re
import types
import typing
import unicodedata
from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from typing import Any, Literal, Union, get_args, get_origin

from kehoach import outline, values
from kehoach.diagnostic import N_, Diagnostic, Span, error, nearest
from kehoach.markup import Marked, Piece, parse
from kehoach.source import Mapping, Node, Scalar, Sequence

ID = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text with expressions."""

    marked: Marked
    span: Span

    @property
    def unknown(self) -> bool:
        """Return whether the writer does not know the text yet."""
        return self.marked.says(values.UNKNOWN_MARK)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Return the segments of the text, each in its look."""
        return self.marked.pieces


@dataclass(frozen=True, slots=True)
class Name:
    """A word that is never printed as it is: an id, a path, a choice."""

    text: str
    span: Span


@dataclass(frozen=True, kw_only=True)
class Record:
    """A mapping with known keys. `spans` says where the value of each given key stands.

    `unread` are the keys, and the ids under them, whose value is at fault and not here.
    """

    span: Span
    spans: Map[str, Span] = field(default_factory=dict, compare=False)
    unread: frozenset[str] = field(default=frozenset(), compare=False)


@dataclass(frozen=True, slots=True)
class Layer:
    """Some keys of a plan, checked and kept as they stand until they are laid over a plan."""

    node: Node


def key(
    about: str, *, alias: str = "", required: bool = False, examples: tuple[str, ...] = ()
) -> Any:
    """Return a field of a record: `about` is what an officer reads, `alias` its key in YAML."""
    metadata = {"about": about, "alias": alias, "required": required, "examples": examples}
    return field(default=None, metadata=metadata)


Memo = dict[tuple[int, Any], tuple[Node, Any, list[Diagnostic]]]
"""What was read of a node as a type: the node, its value, the findings."""


@dataclass(slots=True)
class Reader:
    """Reads nodes into values and gathers what is wrong.

    `layer` is the record that a `Layer` holds keys of; a `partial` reader asks for no key. With
    a `memo` the values of keys are read once, however many plans share their nodes; one that does
    not `learn` adds nothing to it.
    """

    layer: Any = None
    partial: bool = False
    memo: Memo | None = None
    learn: bool = True
    findings: list[Diagnostic] = field(default_factory=list)
    _holder: Span | None = None
    """Where the key stands whose value is read next."""

    def read(self, node: Node, wanted: Any) -> Any:
        """Return the value of `node` as the type `wanted`, or None when it is not one."""
        wanted = bare(wanted)
        if isinstance(node, Scalar) and node.is_null:
            return None
        if wanted is Layer:
            checker = Reader(self.layer, partial=True, findings=self.findings)
            checker.read(node, self.layer)
            return Layer(node)
        origin, arguments = get_origin(wanted), get_args(wanted)
        if origin is tuple:
            return self._sequence(node, arguments[0])
        if origin is dict:
            return self._mapping(node, arguments[1])
        if origin is Literal:
            return self._choice(node, arguments)
        if origin in (Union, types.UnionType):
            return self._either(node, arguments)
        if dataclasses.is_dataclass(wanted) and issubclass(typing.cast(type, wanted), Record):
            return self._record(node, wanted)
        if isinstance(node, Scalar):
            return self._scalar(node, wanted)
        self._wrong(node, wanted)
        return None

    def _known(self, node: Node, wanted: Any) -> Any:
        """Return the value of `node`, from the memo when it has been read as `wanted` before."""
        if self.memo is None:
            return self.read(node, wanted)
        known = self.memo.get((id(node), wanted))
        if known is not None:
            self.findings += known[2]
            return known[1]
        before = len(self.findings)
        value = self.read(node, wanted)
        if self.learn:
            self.memo[id(node), wanted] = node, value, self.findings[before:]
        return value

    def _either(self, node: Node, options: tuple[Any, ...]) -> Any:
        for option in options:
            shape = Sequence if get_origin(option) is tuple else Mapping
            if isinstance(node, shape if shape is Sequence or is_record(option) else Scalar):
                return self.read(node, option)
        self._wrong(node, options[0])
        return None

    def _sequence(self, node: Node, item: Any) -> Any:
        if not isinstance(node, Sequence):
            self._wrong(node, tuple)
            return None
        read = [self._item(child, item) for child in node.items]
        if item is Text:
            # A cell that is blank keeps its column.
            blank = [Text(Marked((), child.span), child.span) for child in node.items]
            return tuple(value or empty for value, empty in zip(read, blank, strict=True))
        return tuple(value for value in read if value is not None)

    def _item(self, node: Node, wanted: Any) -> Any:
        self._holder = None
        return self.read(node, wanted)

    def _mapping(self, node: Node, item: Any) -> Any:
        if not isinstance(node, Mapping):
            self._wrong(node, dict)
            return None
        found = {}
        for name, (scalar, child) in node.items.items():
            if not ID.fullmatch(name):
                message = N_("«{name}» is not an id")
                hint = N_("an id has the letters a-z, digits and _, without accents: {best}")
                best = _as_id(name)
                known = {"name": name, "best": best}
                self.findings.append(error("P004", scalar.span, message, hint, **known))
                continue
            self._holder = scalar.span
            value = self._known(child, item)
            if value is not None or type(None) in get_args(item):
                found[name] = value
        return found

    def _choice(self, node: Node, options: tuple[str, ...]) -> Any:
        if not isinstance(node, Scalar):
            self._wrong(node, str)
            return None
        if node.text in options:
            return node.text
        best = nearest(node.text, options)
        hint = N_("did you mean {best}?") if best else N_("it is one of: {known}")
        message = N_("«{value}» is not one of the choices")
        found = {"value": node.text, "best": best, "known": ", ".join(options)}
        self.findings.append(error("P003", node.span, message, hint, **found))
        return None

    def _record(self, node: Node, wanted: Any) -> Any:
        if not isinstance(node, Mapping):
            self._wrong(node, dict)
            return None
        holder, self._holder = self._holder, None
        shapes = shapes_of(wanted)
        given: dict[str, Any] = {}
        spans: dict[str, Span] = {}
        unread: set[str] = set()
        for name, (scalar, child) in node.items.items():
            if name not in shapes:
                self._unknown_key(scalar, child, shapes, node)
                continue
            attribute, shape, _ = shapes[name]
            spans[name] = child.span if not _is_null(child) else scalar.span
            self._holder = scalar.span
            given[attribute] = self._known(child, shape)
            unread |= _unread(name, child, given[attribute])
        if not self.partial:
            start = holder or Span(node.span.path, node.span.line, node.span.column)
            self._missing(node, shapes, spans, start)
        self._backwards(given)
        return wanted(span=node.span, spans=spans, unread=frozenset(unread), **given)

    def _missing(
        self, node: Mapping, shapes: Map[str, Any], spans: Map[str, Span], start: Span
    ) -> None:
        for name, (_, _, metadata) in shapes.items():
            if metadata["required"] and name not in spans:
                message, hint = N_("the key «{key}» is missing"), N_("{key}: {about}")
                about = {"key": name, "about": metadata["about"]}
                self.findings.append(error("P002", start, message, hint, **about))
            elif metadata["required"] and _is_null(node.items[name][1]):
                message, hint = N_("the key «{key}» has no value"), N_("{key}: {about}")
                about = {"key": name, "about": metadata["about"]}
                self.findings.append(error("P007", spans[name], message, hint, **about))

    def _backwards(self, given: Map[str, Any]) -> None:
        """Find a record whose `until` or `end` comes before its `start`."""
        start, end = given.get("start"), given.get("end") or given.get("until")
        if isinstance(start, values.Day) and isinstance(end, values.Day) and end.span:
            self._in_order(values.Period(start, end, end.span), end.span)

    def _in_order(self, period: values.Period, where: Span) -> None:
        if period.known and period.end.last < period.start.first:
            message = N_("the period ends before it begins")
            hint = N_("the earlier date stands first")
            self.findings.append(error("P006", where, message, hint))

    def _unknown_key(
        self, scalar: Scalar, child: Node, known: Map[str, Any], node: Mapping
    ) -> None:
        best = nearest(scalar.text, known)
        if best:
            hint = N_("did you mean {best}?")
        elif node.flow and _is_null(child):
            hint = N_("a text with a comma or a colon stands on a line of its own, or in quotes")
        else:
            hint = N_("the keys here are: {known}")
        message = N_("the key «{key}» is not known here")
        words = {"key": scalar.text, "best": best, "known": ", ".join(known)}
        self.findings.append(error("P001", scalar.span, message, hint, **words))

    def _scalar(self, node: Scalar, wanted: Any) -> Any:
        if wanted is outline.Prose:
            prose, found = outline.read(node.lines, node.span)
            self.findings += found
            return prose
        if wanted is Text:
            return self._text(node)
        if wanted is Name:
            return Name(node.text.strip(), node.span)
        if wanted is bool:
            return self._bool(node)
        if wanted is int:
            return self._number(node)
        day_or_period = values.parse_day if wanted is values.Day else values.parse_period
        value = day_or_period(node.text.strip(), node.span)
        if value is None:
            self._no_date(node, wanted)
        elif isinstance(value, values.Period):
            self._in_order(value, node.span)
        return value

    def _no_date(self, node: Scalar, wanted: Any) -> None:
        explained = values.explain(node.text, period=wanted is values.Period)
        if explained:
            template, hint, words = explained
            self.findings.append(error("P005", node.span, template, hint, **words))
        else:
            self._wrong(node, wanted)

    def _text(self, node: Scalar) -> Text:
        lines = [line for line in node.lines if line.text.strip()]
        if not lines:
            return Text(Marked((), node.span), node.span)
        if len(lines) > 1:
            message = N_("this text has one line")
            hint = N_("join the lines; only texts such as body have several")
            self.findings.append(error("P005", lines[1].span, message, hint))
        marked, found = parse(lines[0], len(lines[0].text) - len(lines[0].text.lstrip()))
        self.findings += found
        return Text(marked, marked.span)

    def _bool(self, node: Scalar) -> bool | None:
        known = {"true": True, "false": False, "yes": True, "no": False}
        value = known.get(node.text.lower())
        if value is None:
            self._wrong(node, bool)
        return value

    def _number(self, node: Scalar) -> int | None:
        if re.fullmatch(r"[0-9]{1,9}", node.text):
            return int(node.text)
        self._wrong(node, int)
        return None

    def _wrong(self, node: Node, wanted: Any) -> None:
        message, hint = _WANTED.get(wanted, _WANTED[Text])
        self.findings.append(error("P005", node.span, message, hint))


_WANTED: dict[Any, tuple[str, str]] = {
    Text: (N_("a text is wanted here"), N_("write it on one line, in quotes if it has a colon")),
    str: (N_("a word is wanted here"), N_("write it after the key")),
    Name: (N_("a word is wanted here"), N_("write it after the key")),
    dict: (N_("keys with values are wanted here"), N_("write «key: value» lines, indented")),
    tuple: (N_("a list is wanted here"), N_("write [a, b], or a line «- …» for each")),
    bool: (N_("yes or no is wanted here"), N_("write true or false")),
    int: (N_("a whole number is wanted here"), N_("write digits only")),
    values.Day: (
        N_("this is not a date"),
        N_("write 2024-01-15, 2024-01, 2024-Q1, 2024, or '?' for what is not known yet"),
    ),
    values.Period: (
        N_("this is not a period"),
        N_("write 2024-01..2024-12, with dates as in 2024-01-15, 2024-01 or 2024"),
    ),
    outline.Prose: (N_("paragraphs are wanted here"), N_("write «|» and the lines below it")),
}


Shapes = dict[str, tuple[str, Any, Map[str, Any]]]
_SHAPES: dict[Any, Shapes] = {}


def shapes_of(record: Any) -> Shapes:
    """Return key → (attribute, type, metadata) for the keys of a record, in their order."""
    if record not in _SHAPES:
        hints = typing.get_type_hints(record)
        _SHAPES[record] = {
            item.metadata["alias"] or item.name: (item.name, hints[item.name], item.metadata)
            for item in dataclasses.fields(record)
            if "about" in item.metadata
        }
    return _SHAPES[record]


def bare(wanted: Any) -> Any:
    """Return the type without `None`: any value may be left blank."""
    if get_origin(wanted) in (Union, types.UnionType):
        rest = [option for option in get_args(wanted) if option is not type(None)]
        return rest[0] if len(rest) == 1 else Union[tuple(rest)]  # noqa: UP007
    return wanted


def is_record(wanted: Any) -> bool:
    """Return whether a type is one of the records of a plan."""
    return isinstance(wanted, type) and issubclass(wanted, Record)


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_null


def _unread(name: str, node: Node, value: Any) -> set[str]:
    """Return the key `name`, or the ids below it, where something is given that gave no value."""
    if value is None:
        return set() if _is_null(node) else {name}
    if isinstance(node, Mapping) and isinstance(value, dict):
        below = node.items.items()
        return {id for id, (_, child) in below if id not in value and not _is_null(child)}
    return set()


def _as_id(name: str) -> str:
    """Return the nearest thing to `name` that is an id."""
    plain = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    plain = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    return plain if ID.fullmatch(plain) else f"x_{plain}".rstrip("_")
