"""A plan's table as a block: header rows, merged cells, alignment by column."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.document import Block, Cell, Row, Table
from kehoach.markup import Marked
from kehoach.model import Column, Grid
from kehoach.schema import Text
from kehoach.tables import Rows, extent, is_covered
from kehoach.words import Printer

_ROLES = {"left": "o", "center": "o_giua", "right": "o_phai", None: "o"}


def table_block(grid: Grid, printer: Printer) -> Block:
    """Return the table as a block of role `bang`, its rows those of `header` and `rows`."""
    columns = grid.columns or ()
    header = grid.header or (_titles(columns),)
    head = _rows(header, columns, printer, is_header=True)
    body = _rows(grid.rows or (), columns, printer, is_header=False)
    shares = [column.width or 1 for column in columns]
    widths = tuple(share / sum(shares) for share in shares)
    return Block("bang", table=Table((*head, *body), widths), where=grid.span)


def _titles(columns: tuple[Column, ...]) -> tuple[Text, ...]:
    return tuple(column.title or Text(Marked((), column.span), column.span) for column in columns)


def _rows(
    rows: Rows, columns: tuple[Column, ...], printer: Printer, *, is_header: bool
) -> Iterator[Row]:
    for y, row in enumerate(rows):
        cells = []
        for x, text in enumerate(row):
            if not is_covered(rows, x, y):
                role = "o_dau" if is_header else _ROLES[columns[x].align]
                block = Block(role, printer.line(text), where=text.span)
                cells.append(Cell((block,), *extent(rows, x, y)))
        yield Row(tuple(cells), is_header)
