"""Rows and columns of a table as they are written: lists of YAML, or records of CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kehoach.absorb.edits import Edit, Kind
from kehoach.absorb.files import Files, Placed
from kehoach.absorb.keys import bracketed, extent, lines_of, with_comma
from kehoach.absorb.scene import Scene
from kehoach.absorb.script import new_part, value_of
from kehoach.absorb.settle import stripped
from kehoach.absorb.steps import Unclear
from kehoach.absorb.written import csv_cell, csv_fields, delimiter_of, yaml_scalar
from kehoach.align import Pair
from kehoach.diagnostic import Span
from kehoach.document import Cell, Row, Table, canonical
from kehoach.document import Document as Tree
from kehoach.source import Node, Scalar
from kehoach.source import Sequence as List

_MARKS = ("<", "^", "?")


def width(table: Table) -> int:
    """Return how many columns the widest row has."""
    return max((sum(cell.columns for cell in row.cells) for row in table.rows), default=0)


def rows(scene: Scene, old: Table, new: Table, pairs: Sequence[Pair]) -> Iterator[Edit]:
    """Yield the edits that put rows in and take them out. Raises `Unclear`."""
    last: int | None = None
    for pair in pairs:
        if pair.old is not None and (pair.new is None or pair.moved):
            yield _without(scene.files, old.rows[pair.old])
        if pair.new is not None and (pair.old is None or pair.moved):
            if pair.old is not None and not _plain(old.rows[pair.old]):
                raise Unclear
            yield _with(scene.files, old, last, new.rows[pair.new])
        elif pair.old is not None and pair.new is not None:
            last = pair.old


def columns(scene: Scene, old: Table, new: Table) -> Iterator[Edit]:
    """Yield the edits that put one column in or take one out. Raises `Unclear`."""
    before, after = _cells(old), _cells(new)
    if len(before) != len(after):
        raise Unclear
    gone = len(before[0]) - len(after[0])
    if abs(gone) != 1:
        raise Unclear
    longer, shorter = (before, after) if gone == 1 else (after, before)
    at = next((n for n in range(len(longer[0])) if _drop(longer, n) == shorter), None)
    if at is None:
        raise Unclear
    for row, other in zip(old.rows, new.rows, strict=True):
        if gone == 1:
            yield _cut_item(scene.files, _place(scene.files, row.cells[at]))
        else:
            text = words(other.cells[at])
            near = _place(scene.files, row.cells[max(at - 1, 0)])
            yield _put_item(scene.files, near, text, before=at == 0)


def _cells(table: Table) -> list[list[object]]:
    if not all(map(_plain, table.rows)):
        raise Unclear
    return [[_said(cell) for cell in row.cells] for row in table.rows]


def _said(cell: Cell) -> object:
    return canonical(Tree(tuple(cell.blocks)))


def _drop(table: list[list[object]], at: int) -> list[list[object]]:
    return [[*row[:at], *row[at + 1 :]] for row in table]


def _plain(row: Row) -> bool:
    """Return whether no cell of a row is merged with others."""
    return all(cell.columns == cell.rows == 1 for cell in row.cells)


def words(cell: Cell) -> str:
    """Return a new cell as plan text. Raises `Unclear` when no cell can say it."""
    if len(cell.blocks) > 1:
        raise Unclear
    runs = stripped(cell.blocks[0].runs) if cell.blocks else ()
    if any(run.note is not None or "\n" in run.text for run in runs):
        raise Unclear
    text = value_of([new_part(run.text, run.bold, run.italic) for run in runs])
    if text is None:
        raise Unclear
    return f"\\{text}" if text in _MARKS else text


def _place(files: Files, cell: Cell) -> Span:
    where = cell.blocks[0].where if cell.blocks else None
    if not isinstance(where, Span):
        raise Unclear
    return where


def _row_of(files: Files, span: Span) -> tuple[Placed, Placed]:
    """Return the list that is a row of YAML, and the list of rows."""
    placed = files.scalar(span)
    if placed is None or len(placed.keys) < 3 or placed.keys[-3] not in ("rows", "header"):
        raise Unclear
    row = files.find(span.path, placed.keys[:-1])
    held = files.find(span.path, placed.keys[:-2])
    if row is None or held is None or not isinstance(row.node, List):
        raise Unclear
    return row, held


def _without(files: Files, row: Row) -> Edit:
    """Return the edit that takes a row out."""
    if not _plain(row) or not row.cells:
        raise Unclear
    span = _place(files, row.cells[0])
    was = " | ".join(block.text for cell in row.cells for block in cell.blocks)
    if span.path.endswith(".csv"):
        fields = csv_fields(files.text(span.path))
        start = fields[span.line - 1][0][0]
        after = fields[span.line][0][0] if span.line < len(fields) else len(files.text(span.path))
        return Edit(span.path, start, after, "", Kind.ROW, span, was)
    found, held = _row_of(files, span)
    start, end = extent(files, found.node)
    if held.flow or (isinstance(held.node, List) and bracketed(files, held.node)):
        start, end = with_comma(files.text(span.path), start, end)
    else:
        start, end = lines_of(files, span.path, start, end)
    return Edit(span.path, start, end, "", Kind.ROW, span, was)


def _with(files: Files, table: Table, last: int | None, row: Row) -> Edit:
    """Return the edit that puts a row in after row `last` of the base."""
    if not _plain(row):
        raise Unclear
    body = [n for n, old in enumerate(table.rows) if old.header == row.header and old.cells]
    near = [n for n in body if last is not None and n <= last]
    before = not near
    if not body:
        raise Unclear
    span = _place(files, table.rows[near[-1] if near else body[0]].cells[0])
    texts = [words(cell) for cell in row.cells]
    now = " | ".join(block.text for cell in row.cells for block in cell.blocks)
    at, text = _row_text(files, span, texts, before)
    return Edit(span.path, at, at, text, Kind.ROW, span, "", now)


def _row_text(files: Files, span: Span, texts: Sequence[str], before: bool) -> tuple[int, str]:
    """Return where a new row goes, beside the one with the cell at `span`, and its text."""
    text, newline = files.text(span.path), files.newline(span.path)
    if span.path.endswith(".csv"):
        delimiter, fields = delimiter_of(text), csv_fields(text)
        made = delimiter.join(csv_cell(_unescaped(cell), delimiter) for cell in texts)
        if before:
            return fields[span.line - 1][0][0], made + newline
        return fields[span.line - 1][-1][1], newline + made
    found, held = _row_of(files, span)
    made = f"[{', '.join(yaml_scalar(cell, '', True) for cell in texts)}]"
    start, end = extent(files, found.node)
    if held.flow or (isinstance(held.node, List) and bracketed(files, held.node)):
        return (start, f"{made}, ") if before else (end, f", {made}")
    first, after = lines_of(files, span.path, start, end)
    line = text[first:start]
    dash = line[: len(line) - len(line.lstrip())] + "- "
    if not before and not text[:after].endswith(("\n", "\r")):
        return after, f"{newline}{dash}{made}"
    return (first if before else after), f"{dash}{made}{newline}"


def _unescaped(text: str) -> str:
    """Return plan text as CSV has it, where nothing is markup."""
    return text.replace("\\", "") if "\\" in text else text


def _cut_item(files: Files, span: Span) -> Edit:
    """Return the edit that takes a cell out of its row, or a column out of `columns`."""
    if span.path.endswith(".csv"):
        fields = csv_fields(files.text(span.path))[span.line - 1]
        number = span.column - 1
        start, end = fields[number]
        if number + 1 < len(fields):
            return Edit(span.path, start, fields[number + 1][0], "", Kind.COLUMN, span)
        return Edit(span.path, fields[number - 1][1], end, "", Kind.COLUMN, span)
    node, flow = _item(files, span)
    start, end = extent(files, node)
    if flow:
        start, end = with_comma(files.text(span.path), start, end)
    else:
        start, end = lines_of(files, span.path, start, end)
    return Edit(span.path, start, end, "", Kind.COLUMN, span)


def _item(files: Files, span: Span) -> tuple[Node, bool]:
    """Return a cell, or the column whose title is at `span`; and whether it is in brackets."""
    placed = files.scalar(span)
    if placed is None or not isinstance(placed.node, Scalar):
        raise Unclear
    keys = placed.keys
    if len(keys) > 2 and keys[-1] == "title" and keys[-3] == "columns":
        column, held = files.find(span.path, keys[:-1]), files.find(span.path, keys[:-2])
        if column is None or held is None or not isinstance(held.node, List):
            raise Unclear
        return column.node, bracketed(files, held.node)
    row, _ = _row_of(files, span)
    if not isinstance(row.node, List) or not bracketed(files, row.node):
        raise Unclear
    return placed.node, True


def _put_item(files: Files, span: Span, text: str, before: bool) -> Edit:
    """Return the edit that puts a cell, or a column, beside the one at `span`."""
    if span.path.endswith(".csv"):
        whole = files.text(span.path)
        start, end = csv_fields(whole)[span.line - 1][span.column - 1]
        delimiter = delimiter_of(whole)
        made = csv_cell(_unescaped(text), delimiter)
        at, new = (start, made + delimiter) if before else (end, delimiter + made)
        return Edit(span.path, at, at, new, Kind.COLUMN, span, "", text)
    node, flow = _item(files, span)
    start, end = extent(files, node)
    made = yaml_scalar(text, "", True)
    made = made if isinstance(node, Scalar) else f"{{title: {made}}}"
    if flow:
        at, new = (start, f"{made}, ") if before else (end, f", {made}")
        return Edit(span.path, at, at, new, Kind.COLUMN, span, "", text)
    first, after = lines_of(files, span.path, start, end)
    line = files.text(span.path)[first:start]
    dash = line[: len(line) - len(line.lstrip())] + "- "
    at = first if before else after
    new = f"{dash}{made}{files.newline(span.path)}"
    return Edit(span.path, at, at, new, Kind.COLUMN, span, "", text)
