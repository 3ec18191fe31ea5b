"""A table as the keys of a plan: columns, header rows, rows; `<` and `^` for merged cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile
from math import gcd

from kehoach.document import Block, Cell, Row, Table
from kehoach.importer.lines import guarded_space, marked, parts_of

_ALIGN = {"o_giua": "center", "o_phai": "right"}
_LEFT, _ABOVE = "<", "^"
_SHARES = 100


def grid_lines(table: Table) -> Iterator[str]:
    """Yield the lines of YAML below the id of a table."""
    width = columns_of(table)
    head = list(takewhile(lambda row: row.header, table.rows)) or list(table.rows[:1])
    header, rows = _rows(head, width), _rows(table.rows[len(head) :], width)
    titled = len(header) == 1 and not set(header[0]) & {_LEFT, _ABOVE}
    yield "columns:"
    for column, share in enumerate(_shares(table.widths, width)):
        keys = [f"title: {_quoted(header[0][column])}"] if titled else []
        keys += [f"width: {share}"] if share else []
        align = _align(table.rows[len(head) :], column)
        keys += [f"align: {align}"] if align else []
        yield f"  - {{{', '.join(keys)}}}"
    if not titled:
        yield "header:"
        yield from (f"  - {_row(row)}" for row in header)
    if rows:
        yield "rows:"
        yield from (f"  - {_row(row)}" for row in rows)


def columns_of(table: Table) -> int:
    """Return how many columns a table has."""
    return max((x + cell.columns for x, _, cell in _placed(table.rows)), default=1)


def words_of(cell: Cell) -> str:
    """Return a cell's words as plan text; its paragraphs follow one another."""
    runs = [run for block in cell.blocks for run in block.runs]
    return guarded_space(marked(parts_of(runs), []))


def _placed(rows: Sequence[Row]) -> Iterator[tuple[int, int, Cell]]:
    """Yield each cell with the column and the row where it begins."""
    taken: set[tuple[int, int]] = set()
    for y, row in enumerate(rows):
        x = 0
        for cell in row.cells:
            while (x, y) in taken:
                x += 1
            taken |= {(x + i, y + j) for i in range(cell.columns) for j in range(cell.rows)}
            yield x, y, cell
            x += cell.columns


def _rows(rows: Sequence[Row], width: int) -> list[list[str]]:
    """Return rows of `width` cells each, merged ones marked."""
    made: list[list[str]] = [[""] * width for _ in rows]
    for x, y, cell in _placed(rows):
        for j in range(y, min(y + cell.rows, len(rows))):
            for i in range(x, min(x + cell.columns, width)):
                made[j][i] = _LEFT if i > x else _ABOVE
        if x < width:
            made[y][x] = _plain(words_of(cell))
    return made


def _plain(text: str) -> str:
    return f"\\{text}" if text in (_LEFT, _ABOVE, "?") else text


def _row(cells: Sequence[str]) -> str:
    return f"[{', '.join(c if c in (_LEFT, _ABOVE) else _quoted(c) for c in cells)}]"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _shares(widths: Sequence[float], width: int) -> list[int]:
    """Return the widths as small whole numbers, 0 where the file says nothing."""
    if len(widths) != width:
        return [0] * width
    shares = [max(round(share * _SHARES), 1) for share in widths]
    common = gcd(*shares)
    return [share // common for share in shares]


def _align(rows: Sequence[Row], column: int) -> str:
    """Return how most cells that begin in a column stand: `center`, `right`, empty for left."""
    cells = (cell for x, _, cell in _placed(rows) if x == column and cell.blocks)
    roles = Counter(_first(cell.blocks).role for cell in cells)
    most = roles.most_common(1)
    return _ALIGN.get(most[0][0], "") if most else ""


def _first(blocks: Sequence[Block]) -> Block:
    return next((block for block in blocks if block.runs), blocks[0])
