"""Tables of a plan before they are printed: rows from files, and whether rows and columns fit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from kehoach import layers, tabular
from kehoach.diagnostic import N_, Diagnostic, Span, error
from kehoach.expression import Literal
from kehoach.layers import Fetch
from kehoach.markup import Marked, Piece
from kehoach.model import Grid, PlanKeys
from kehoach.schema import Memo, Text

ABOVE, LEFT = "^", "<"
"""What a cell holds that belongs to the cell above it, or to the one at its left."""

Rows = Sequence[Sequence[Text]]


def is_mark(text: Text, mark: str) -> bool:
    """Return whether a cell is `mark` and nothing else; after a backslash it is a character."""
    plain = text.span.end_column - text.span.column == len(mark)
    return plain and text.marked.says(mark)


def extent(rows: Rows, x: int, y: int) -> tuple[int, int]:
    """Return how many columns and rows the cell at column `x` of row `y` covers."""
    across, down = 1, 1
    while x + across < len(rows[y]) and is_mark(rows[y][x + across], LEFT):
        across += 1
    while y + down < len(rows) and x < len(rows[y + down]) and is_mark(rows[y + down][x], ABOVE):
        down += 1
    return across, down


def is_covered(rows: Rows, x: int, y: int) -> bool:
    """Return whether the cell belongs to another one above it or at its left."""
    return bool((x and is_mark(rows[y][x], LEFT)) or (y and is_mark(rows[y][x], ABOVE)))


def with_files(
    keys: PlanKeys, fetch: Fetch, sources: dict[str, bytes], memo: Memo
) -> tuple[PlanKeys, list[Diagnostic]]:
    """Return the keys with every table's rows taken from its file, and what does not fit.

    The bytes of each file are added to `sources`. Tables that are in `memo` are not looked at
    again: they are the ones that plans share, in plans whose tables are all written in them.
    """
    findings: list[Diagnostic] = []

    def read(grid: Grid) -> Grid:
        made, found = _read(grid, fetch, sources)
        findings.extend([*found, *_faults(made)])
        return made

    def once(value: Any, make: Callable[[], Any]) -> Any:
        if not value or any(grid.file for grid in _grids(keys)):
            return value and make()
        key = id(value), with_files
        if key not in memo:
            memo[key] = value, make(), []
        return memo[key][1]

    given, appended = keys.tables or {}, keys.annexes or ()
    tables = once(keys.tables, lambda: {name: read(grid) for name, grid in given.items()})
    annexes = once(
        keys.annexes,
        lambda: tuple(
            replace(annex, table=read(annex.table)) if isinstance(annex.table, Grid) else annex
            for annex in appended
        ),
    )
    if tables is None and annexes is None:
        return keys, findings
    return replace(keys, tables=tables, annexes=annexes), findings


def _grids(keys: PlanKeys) -> Iterator[Grid]:
    yield from (keys.tables or {}).values()
    yield from (a.table for a in keys.annexes or () if isinstance(a.table, Grid))


def _read(grid: Grid, fetch: Fetch, sources: dict[str, bytes]) -> tuple[Grid, list[Diagnostic]]:
    if grid.file is None:
        return grid, []
    path = layers.within(grid.file.span.path, grid.file.text)
    if path is None:
        return grid, [layers.outside(grid.file.span, grid.file.text)]
    try:
        data = sources[path] = fetch(path)
    except OSError as fault:
        return grid, [layers.unreadable(grid.file.span, path, fault)]
    rows, findings = tabular.read(data, path)
    return replace(grid, rows=tuple(_cells(row, path, at) for at, row in enumerate(rows, 1))), (
        findings
    )


def _cells(row: Iterable[str], path: str, number: int) -> tuple[Text, ...]:
    """Return a row of a table file as plain texts: nothing in it is markup or an expression."""
    cells = []
    for column, text in enumerate(row, 1):
        span = Span(path, number, column, number, column + 1)
        pieces_ = (Piece(Literal(text, span, ()), span=span),) if text else ()
        cells.append(Text(Marked(pieces_, span), span))
    return tuple(cells)


def _faults(grid: Grid) -> Iterator[Diagnostic]:
    """Yield every row with too many or too few cells, and every merge that is no rectangle."""
    width = len(grid.columns or ())
    if grid.columns is not None and not width:
        message, hint = N_("the table has no columns"), N_("write «columns: [{{title: …}}, …]»")
        yield error("P032", grid.span, message, hint)
        return
    for rows in filter(None, (grid.header, grid.rows)) if width else ():
        wrong = [row for row in rows if len(row) != width]
        if wrong and grid.file:
            # The rows of a file are all as wide as the widest: look for that one.
            wrong = [next((row for row in wrong if any(t.pieces for t in row[width:])), wrong[0])]
        for row in wrong:
            message = N_("the row has {count} cells, the table {width} columns")
            hint = N_("merge with ^ (the cell above) and < (the cell to the left)")
            where = row[0].span if row else grid.span
            yield error("P031", where, message, hint, count=len(row), width=width)
        if not wrong:
            yield from _merges(rows)


def _merges(rows: Rows) -> Iterator[Diagnostic]:
    """Yield each cell that a merge leaves out, and each that stands inside another's."""
    covered: set[tuple[int, int]] = set()
    cells = [(x, y) for y, row in enumerate(rows) for x in range(len(row))]
    for x, y in cells:
        if not is_covered(rows, x, y):
            across, down = extent(rows, x, y)
            covered |= {(x + i, y + j) for j in range(down) for i in range(across)} - {(x, y)}
    for x, y in cells:
        lost = is_mark(rows[y][x], LEFT) or is_mark(rows[y][x], ABOVE)
        if lost and not is_covered(rows, x, y):
            message = N_("there is no cell to merge this one with")
            hint = N_("write \\< or \\^ for the character itself")
            yield error("P034", rows[y][x].span, message, hint)
        elif is_covered(rows, x, y) != ((x, y) in covered):
            message = N_("the merged cells do not make a rectangle")
            hint = N_("write < right of the cell, ^ below it, and either where both meet")
            yield error("P033", rows[y][x].span, message, hint)
