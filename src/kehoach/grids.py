"""A plan's table as a block: header rows, merged cells, alignment by column."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from kehoach.diagnostic import Span
from kehoach.document import Block, Cell, Row, Table
from kehoach.expression import Expression
from kehoach.markup import Marked
from kehoach.model import Column, Grid
from kehoach.schema import Text
from kehoach.tables import Rows, extent, is_covered
from kehoach.words import Printer

Sketched = Cell | Callable[[Printer], Cell]

_ROLES = {"left": "o", "center": "o_giua", "right": "o_phai", None: "o"}


def table_block(grid: Grid, printer: Printer) -> Block:
    """Return the table as a block of role `bang`, its rows those of `header` and `rows`."""
    columns = grid.columns or ()
    header = grid.header or printer.once(columns, None, partial(_titles, columns))
    head = _rows(header, columns, printer, grid.span, is_header=True)
    body = _rows(grid.rows or (), columns, printer, grid.span, is_header=False)
    shares = [column.width or 1 for column in columns]
    widths = tuple(share / sum(shares) for share in shares)
    return Block("bang", table=Table((*head, *body), widths), where=grid.span)


def _titles(columns: tuple[Column, ...]) -> Rows:
    blank = [Text(Marked((), column.span), column.span) for column in columns]
    titles = zip(columns, blank, strict=True)
    return (tuple(column.title or text for column, text in titles),)


def _rows(
    rows: Rows, columns: tuple[Column, ...], printer: Printer, where: Span, *, is_header: bool
) -> Iterator[Row]:
    roles = ["o_dau"] * len(columns) if is_header else [_ROLES[c.align] for c in columns]
    sketch = partial(_sketch, rows, roles, printer, is_header)
    for y, row in enumerate(printer.once(rows, (where, is_header), sketch)):
        if isinstance(row, Row):
            yield row
        else:
            make = partial(_row, row, printer, is_header)
            yield printer.once(row, (where, y, is_header), make)


def _sketch(
    rows: Rows, roles: Sequence[str], printer: Printer, is_header: bool
) -> tuple[Row | tuple[Sketched, ...], ...]:
    """Return the rows, or for one that holds facts its cells and what prints each fact."""
    return tuple(
        _row(cells, printer, is_header) if all(isinstance(c, Cell) for c in cells) else cells
        for cells in (_cells(rows, y, roles, printer) for y in range(len(rows)))
    )


def _cells(rows: Rows, y: int, roles: Sequence[str], printer: Printer) -> tuple[Sketched, ...]:
    """Return the cells that begin in a row; one with an expression stays to be printed."""
    return tuple(
        made if any(isinstance(p.segment, Expression) for p in text.pieces) else made(printer)
        for x, (text, role) in enumerate(zip(rows[y], roles, strict=False))
        if not is_covered(rows, x, y)
        for made in (partial(_cell, text, role, extent(rows, x, y)),)
    )


def _row(cells: Sequence[Sketched], printer: Printer, is_header: bool) -> Row:
    made = [
        cell if isinstance(cell, Cell) else printer.once(cell, None, partial(cell, printer))
        for cell in cells
    ]
    return Row(tuple(made), is_header)


def _cell(text: Text, role: str, size: tuple[int, int], printer: Printer) -> Cell:
    return Cell((Block(role, printer.line(text), where=text.span),), *size)
