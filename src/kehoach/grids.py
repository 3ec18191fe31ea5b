"""A plan's table as a block: header rows, merged cells, alignment by column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from operator import is_not

from kehoach.diagnostic import Span
from kehoach.document import Block, Cell, Row, Table
from kehoach.expression import Expression
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


@dataclass(slots=True)
class _Sketch:
    """Rows of which some cells hold facts: those stand in `facts`, None in their place in `rows`.

    `made` are the rows as they were printed last.
    """

    rows: tuple[tuple[Cell | None, ...], ...]
    facts: tuple[_Open, ...]
    made: list[Row]


@dataclass(frozen=True, slots=True)
class _Open:
    """A cell with expressions: its text, the role of its paragraph, columns and rows."""

    text: Text
    role: str
    size: tuple[int, int]

    def printed(self, printer: Printer) -> Cell:
        return Cell((Block(self.role, printer.line(self.text), where=self.text.span),), *self.size)


def _rows(
    rows: Rows, columns: tuple[Column, ...], printer: Printer, where: Span, *, is_header: bool
) -> list[Row]:
    roles = ["o_dau"] * len(columns) if is_header else [_ROLES[c.align] for c in columns]
    sketch = printer.once(rows, (where, is_header), partial(_sketch, rows, roles, printer))
    facts = iter(printer.series(sketch.facts, None, lambda fact: fact.printed(printer)))
    for at, cells in enumerate(sketch.rows):
        made = tuple([next(facts) if cell is None else cell for cell in cells])
        if at == len(sketch.made):
            sketch.made.append(Row(made, is_header))
        elif any(map(is_not, sketch.made[at].cells, made)):
            sketch.made[at] = Row(made, is_header)
    return [*sketch.made]


def _sketch(rows: Rows, roles: Sequence[str], printer: Printer) -> _Sketch:
    """Return the rows, their cells printed but for those that hold facts."""
    sketched: list[tuple[Cell | None, ...]] = []
    facts: list[_Open] = []
    for y in range(len(rows)):
        cells = [*_cells(rows, y, roles)]
        open_ = [any(isinstance(p.segment, Expression) for p in c.text.pieces) for c in cells]
        facts += [cell for cell, is_open in zip(cells, open_, strict=True) if is_open]
        pairs = zip(cells, open_, strict=True)
        sketched.append(tuple([None if is_open else c.printed(printer) for c, is_open in pairs]))
    return _Sketch(tuple(sketched), tuple(facts), [])


def _cells(rows: Rows, y: int, roles: Sequence[str]) -> Iterator[_Open]:
    """Yield the cells that begin in a row."""
    for x, (text, role) in enumerate(zip(rows[y], roles, strict=False)):
        if not is_covered(rows, x, y):
            yield _Open(text, role, extent(rows, x, y))
