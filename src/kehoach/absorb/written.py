"""Plan text as it stands in a file, and how other text is put in its place.

A line of prose, a value of YAML with its quotes, or a cell of a CSV table. Quotes stay as they
are and are added only where YAML would not hold the words without them.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace

from kehoach import source
from kehoach.absorb.edits import Edit, Kind
from kehoach.absorb.files import CSV, Files, Placed
from kehoach.diagnostic import Span
from kehoach.source import Line, Scalar, Sequence

LINE, CELL = "line", "cell"


@dataclass(frozen=True, slots=True)
class Written:
    """Characters `start:end` of a file that hold `line`; `style` is how.

    `style` is `line` for prose, `cell` for CSV, else that of a YAML scalar (`''`, `'`, `"`, `>`);
    `flow` says whether it stands in brackets or braces.
    """

    path: str
    start: int
    end: int
    line: Line
    style: str = LINE
    flow: bool = False

    @property
    def text(self) -> str:
        """Return the text that is held."""
        return self.line.text

    def raw(self, text: str, delimiter: str = ",") -> str:
        """Return how `text` is written here."""
        if self.style == LINE:
            return text
        if self.style == CELL:
            return csv_cell(text, delimiter)
        return yaml_scalar(text, self.style, self.flow)


def prose_line(files: Files, line: Line) -> Written:
    """Return a line of prose that stands behind `|`."""
    start = files.offset(line.span.path, line.span.line, line.span.column)
    return Written(line.span.path, start, start + len(line.text), line)


def scalar(files: Files, placed: Placed) -> Written:
    """Return the value of a key, or an item of a list, with its quotes."""
    node = placed.node
    assert isinstance(node, Scalar)
    span = node.span
    start = files.offset(span.path, span.line, span.column)
    end = files.offset(span.path, span.end_line or span.line, span.end_column or span.column)
    line = node.lines[0] if node.lines else Line("", span)
    return Written(span.path, start, end, line, node.style, placed.flow)


def cell(files: Files, span: Span, text: str) -> Written | None:
    """Return the cell of a CSV table in row `span.line` and column `span.column`."""
    if not span.path.endswith(CSV):
        return None
    found = csv_fields(files.text(span.path))
    if span.line > len(found) or span.column > len(found[span.line - 1]):
        return None
    start, end = found[span.line - 1][span.column - 1]
    return Written(span.path, start, end, Line(text, span), CELL)


def replacement(
    files: Files, written: Written, text: str, kind: Kind, was: str, now: str
) -> Edit | None:
    """Return the edit that puts `text` there, as short as it can be; None when nothing changes."""
    whole = files.text(written.path)
    old = whole[written.start : written.end]
    new = written.raw(text, delimiter_of(whole) if written.style == CELL else ",")
    if not old and written.style not in (LINE, CELL):
        gap = whole[written.start - 1 : written.start]
        new = new if gap in ("", " ") else f" {new}"
    if old == new:
        return None
    head, tail = _same(old, new)
    where = Span(written.path, files.line_of(written.path, written.start), 1)
    where = replace(where, column=written.start - files.offset(where.path, where.line, 1) + 1)
    start, end = written.start + head, written.end - tail
    return Edit(written.path, start, end, new[head : len(new) - tail], kind, where, was, now)


def _same(old: str, new: str) -> tuple[int, int]:
    """Return how many characters two texts share at their beginning and at their end."""
    most = min(len(old), len(new))
    head = next((n for n in range(most) if old[n] != new[n]), most)
    most -= head
    tail = next((n for n in range(most) if old[-1 - n] != new[-1 - n]), most)
    return head, tail


def yaml_scalar(text: str, style: str = "", flow: bool = False) -> str:
    """Return `text` as YAML in `style` where that can hold it, else between single quotes."""
    if style == "" and _is_plain(text, flow):
        return text
    if style == '"' and not set(text) & set('"\\'):
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _is_plain(text: str, flow: bool) -> bool:
    """Return whether YAML reads `text` without quotes as itself, in a list or as a value."""
    if not text or text != text.strip() or text in ("~", "null", "Null", "NULL"):
        return False
    held = f"a: [{text}, x]\n" if flow else f"a: {text}\n"
    parsed, findings = source.parse(held.encode(), "")
    node = parsed.root.get("a") if parsed and not findings and len(parsed.root.items) == 1 else None
    if isinstance(node, Sequence):
        node = node.items[0] if len(node.items) == 2 else None
    return isinstance(node, Scalar) and not node.style and node.text == text


def csv_cell(text: str, delimiter: str) -> str:
    """Return `text` as a field of CSV."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, lineterminator="").writerow([text, "x"])
    return stream.getvalue()[: -1 - len(delimiter)]


def delimiter_of(text: str) -> str:
    """Return what parts the fields of a CSV table, as `tabular` sees it."""
    first = text.removeprefix("\ufeff").split("\n", 1)[0]
    return max(",;\t", key=first.count)


def csv_fields(text: str) -> list[list[tuple[int, int]]]:
    """Return, for each record, where its fields start and end, quotes included."""
    delimiter = delimiter_of(text)
    at = 1 if text.startswith("\ufeff") else 0
    rows: list[list[tuple[int, int]]] = []
    row: list[tuple[int, int]] = []
    start, quoted = at, False
    while at < len(text):
        character = text[at]
        if character == '"':
            quoted = not quoted
        elif not quoted and character == delimiter:
            row.append((start, at))
            start = at + 1
        elif not quoted and character in "\r\n":
            row.append((start, at))
            at += text.startswith("\r\n", at)
            rows.append(row)
            row, start = [], at + 1
        at += 1
    return [*rows, [*row, (start, at)]] if row or start < at else rows
