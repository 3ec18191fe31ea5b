"""A plan's table as a block: header rows, merged cells, alignment by column."""

from __future__ import annotations

from kehoach.document import Block, Cell, Row, Table
from kehoach.model import Column, Grid
from kehoach.schema import Text
from kehoach.words import Printer

ABOVE, LEFT = "^", "<"
"""What a cell holds that belongs to the cell above it, or to the one at its left."""

_ROLES = {"left": "o", "center": "o_giua", "right": "o_phai", None: "o"}


def table_block(grid: Grid, printer: Printer) -> Block:
    """Return the table as a block of role `bang`, its rows those of `header` and `rows`."""
    columns = grid.columns or ()
    titles: tuple[tuple[Text | None, ...], ...] = (tuple(column.title for column in columns),)
    header = grid.header or titles
    head = _rows(header, columns, printer, is_header=True)
    body = _rows(grid.rows or (), columns, printer, is_header=False)
    shares = [column.width or 1 for column in columns]
    widths = tuple(share / sum(shares) for share in shares)
    return Block("bang", table=Table((*head, *body), widths), where=grid.span)


def _rows(
    rows: tuple[tuple[Text | None, ...], ...],
    columns: tuple[Column, ...],
    printer: Printer,
    *,
    is_header: bool,
) -> tuple[Row, ...]:
    made = []
    for y, row in enumerate(rows):
        cells = []
        for x, text in enumerate(row[: len(columns)]):
            if (_is(text, LEFT) and x) or (_is(text, ABOVE) and y):
                continue
            width, height = _extent(rows, x, y, len(columns))
            role = "o_dau" if is_header else _ROLES[columns[x].align]
            runs = printer.runs(text.pieces, {}) if text else ()
            block = Block(role, runs, where=text.span if text else None)
            cells.append(Cell((block,), width, height))
        made.append(Row(tuple(cells), is_header))
    return tuple(made)


def _extent(
    rows: tuple[tuple[Text | None, ...], ...], x: int, y: int, width: int
) -> tuple[int, int]:
    """Return how many columns and rows the cell at column `x` of row `y` covers."""
    across = 1
    while x + across < min(len(rows[y]), width) and _is(rows[y][x + across], LEFT):
        across += 1
    down = 1
    while y + down < len(rows) and x < len(rows[y + down]) and _is(rows[y + down][x], ABOVE):
        down += 1
    return across, down


def _is(text: Text | None, mark: str) -> bool:
    return text is not None and text.marked.literal == mark
