"""A plan's table as a block: header rows, merged cells, alignment by column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import repeat

from kehoach.diagnostic import Span
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
    roles = repeat("o_dau") if is_header else [_ROLES[column.align] for column in columns]
    for y, extents in enumerate(printer.once(rows, (where, is_header), partial(_extents, rows))):
        texts = rows[y]
        row = partial(_row, texts, extents, roles, printer, is_header)
        yield printer.once(texts, (where, y, is_header), row)


def _extents(rows: Rows) -> list[list[tuple[int, int] | None]]:
    """Return how many columns and rows each cell covers, None for one that is covered."""
    return [
        [None if is_covered(rows, x, y) else extent(rows, x, y) for x in range(len(row))]
        for y, row in enumerate(rows)
    ]


def _row(
    texts: Sequence[Text],
    extents: Sequence[tuple[int, int] | None],
    roles: Iterable[str],
    printer: Printer,
    is_header: bool,
) -> Row:
    cells = [
        printer.once(text, (role, size), partial(_cell, text, role, size, printer))
        for text, role, size in zip(texts, roles, extents, strict=False)
        if size
    ]
    return Row(tuple(cells), is_header)


def _cell(text: Text, role: str, size: tuple[int, int], printer: Printer) -> Cell:
    return Cell((Block(role, printer.line(text), where=text.span),), *size)
