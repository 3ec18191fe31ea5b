"""Tables of a Word file: the grid, merged cells, and frame tables that only serve the layout.

ECMA-376 part 1, 17.4: `gridSpan` says how many columns a cell covers, `vMerge` that it goes on the
cell above it; a merged cell is written again, empty, in every row that it covers.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from lxml import etree

from kehoach.document import FIXED, FOOT, HEAD, Block, Cell, Row, Table
from kehoach.ooxml.package import w
from kehoach.ooxml.style import child_value, integer, toggle, value

CELL = "o"
"""Role of a cell's paragraph, and how its variants begin."""

RULE = "ke_"
"""How the roles of empty paragraphs begin that only draw a rule."""

_SPAN = 63
"""The most columns that Word makes."""


class Placed(NamedTuple):
    """A cell as written: the row and column where it begins; one that `continues` is empty."""

    row: int
    column: int
    columns: int
    continues: bool
    blocks: tuple[Block, ...]


def inside(parent: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the children `w:<name>` of `parent` in order, those in content controls too."""
    wrappers = {w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("moveTo")}
    wanted = {w(name) for name in names}
    for element in parent:
        if element.tag in wanted:
            yield element
        elif element.tag in wrappers:
            yield from inside(element, *names)


def is_frame(roles: Collection[str]) -> bool:
    """Return whether a table whose paragraphs have these `roles` only places head or foot."""
    if any(role == CELL or role.startswith(f"{CELL}_") for role in roles):
        return False
    return any(role in (*HEAD, *FOOT, FIXED) or role.startswith(RULE) for role in roles)


def rows_of(table: etree._Element) -> list[etree._Element]:
    """Return the rows of `table` that are not deleted by a tracked change."""
    return [row for row in inside(table, "tr") if row.find(f"{w('trPr')}/{w('del')}") is None]


def read_cells(
    table: etree._Element, blocks: Callable[[etree._Element], tuple[Block, ...]]
) -> list[Placed]:
    """Return the cells of `table` in reading order, each read once with `blocks`.

    A cell that says it goes on where no merged cell is above begins one itself: its words stay.
    """
    cells = []
    merged: set[int] = set()
    for number, row in enumerate(rows_of(table)):
        above, merged = merged, set()
        column = integer(child_value(row.find(w("trPr")), "gridBefore"), 0)
        for element in inside(row, "tc"):
            properties = element.find(w("tcPr"))
            span = min(max(integer(child_value(properties, "gridSpan"), 1), 1), _SPAN)
            merge = None if properties is None else properties.find(w("vMerge"))
            if merge is not None:
                merged.add(column)
            continues = merge is not None and value(merge) != "restart" and column in above
            cells.append(Placed(number, column, span, continues, blocks(element)))
            column += span
    return cells


def by_column(cells: list[Placed]) -> Iterator[Block]:
    """Yield the blocks of a frame table: signers stand side by side, each in a column."""
    for cell in sorted(cells, key=lambda cell: cell.column):
        yield from cell.blocks


def to_table(element: etree._Element, cells: list[Placed]) -> Table:
    """Return the table of `cells`, merged ones joined, with the header rows of `element`."""
    made: dict[int, list[Cell]] = {}
    continued = {(cell.row, cell.column) for cell in cells if cell.continues}
    for cell in cells:
        if not cell.continues:
            joined = Cell(cell.blocks, cell.columns, 1 + _below(cell, continued))
            made.setdefault(cell.row, []).append(joined)
    rows = (
        Row(tuple(made.get(number, ())), bool(toggle(row.find(w("trPr")), "tblHeader")))
        for number, row in enumerate(rows_of(element))
    )
    return Table(tuple(rows), _widths(element))


def _below(cell: Placed, continued: Collection[tuple[int, int]]) -> int:
    """Return in how many of the rows that follow directly `cell` goes on."""
    row = cell.row + 1
    while (row, cell.column) in continued:
        row += 1
    return row - cell.row - 1


def _widths(element: etree._Element) -> tuple[float, ...]:
    """Return the columns' shares of the table's width, empty where the file does not say."""
    columns = element.findall(f"{w('tblGrid')}/{w('gridCol')}")
    widths = [integer(value(column, "w"), 0) for column in columns]
    total = sum(widths)
    return tuple(width / total for width in widths) if total > 0 else ()
