"""What plan text is made of: literals, and expressions in `{{ … }}`.

Most expressions are one path, or one through filters: those are read and computed here. The others
need Jinja (`grammar`, `sandbox`), whose loading a build of plans without them is spared.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kehoach.diagnostic import N_, Diagnostic, Span, error
from kehoach.filters import FILTERS, printable
from kehoach.source import Line

_WORDS = {"and", "or", "not", "in", "is", "if", "else", "true", "false", "none"}
"""What may look like an id and is none."""
_ID = "[a-z][a-z0-9_]{0,40}"
_PATH, _FILTERS = rf"{_ID}(?:\.{_ID}){{0,4}}", rf"(?: {{0,3}}\| {{0,3}}{_ID}){{0,5}}"
_SIMPLE = re.compile(
    rf"\{{\{{ {{0,3}}(?P<source>(?P<path>{_PATH})(?P<filters>{_FILTERS})) {{0,3}}\}}\}}"
)
"""One path, and the filters that its value goes through."""
_FILTER = re.compile(_ID)


@dataclass(frozen=True, slots=True)
class Literal:
    """Words as the writer typed them, in NFC.

    Character `i` of `text` stands in column `columns[i]` of the file, or in the span's first
    column + `i` where `columns` is None. With no column at all, only the span is known.
    """

    text: str
    span: Span
    columns: tuple[int, ...] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Expression:
    """What stands between `{{` and `}}`, and the plan paths (`kdc`, `issuer.full`) it reads.

    `is_path` says that it is one path and nothing else.
    """

    source: str
    span: Span
    reads: tuple[str, ...] = ()
    places: tuple[Span, ...] = field(default=(), compare=False)
    is_path: bool = field(default=False, compare=False)


Segment = Literal | Expression


@dataclass(frozen=True, slots=True)
class Scan:
    """What `scan` found."""

    expression: Expression | None
    end: int
    findings: list[Diagnostic]


def scan(line: Line, start: int) -> Scan:
    """Return the expression whose `{{` is at `start` of `line`, where it ends, and its faults.

    The end is the index after `}}`; for an expression that is never closed, the end of the line.
    """
    if not line.exact:
        message = N_("an expression may not stand in a folded or escaped text")
        hint = N_("write the text on one line without «\\», or after «|»")
        return Scan(None, len(line.text), [error("E001", line.span, message, hint=hint)])
    simple = _simple(line, start)
    if simple is not None:
        return simple
    from kehoach import grammar

    read = grammar.read(line, start)
    if read.findings or read.span is None:
        return Scan(None, read.end, read.findings)
    reads, places = tuple(read.reads), tuple(read.reads.values())
    return Scan(Expression(read.source, read.span, reads, places, read.is_path), read.end, [])


def _simple(line: Line, start: int) -> Scan | None:
    """Return an expression that is one path, through known filters or none; None for others."""
    match = _SIMPLE.match(line.text, start)
    if match is None:
        return None
    path, filters = match["path"], _FILTER.findall(match["filters"])
    if not _WORDS.isdisjoint(path.split(".")) or not FILTERS.keys() >= set(filters):
        return None
    where, place = line.part(*match.span()), line.part(*match.span("path"))
    made = Expression(match["source"], where, (path,), (place,), is_path=not filters)
    return Scan(made, match.end(), [])


def evaluate(expression: Expression, values: Mapping[str, object]) -> object:
    """Return the value of `expression`, `values` giving that of each path it reads.

    Raises `Uncomputable` when there is none.
    """
    if expression.is_path:
        return values[expression.reads[0]]
    path, *filters = re.split(r" *\| *", expression.source)
    if (path,) == expression.reads and FILTERS.keys() >= set(filters):
        value = values[path]
        for name in filters:
            value = FILTERS[name](value)
        return printable(value)
    from kehoach import sandbox

    return sandbox.compute(expression.source, [values[path] for path in expression.reads])
