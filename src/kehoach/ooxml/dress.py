"""What the style of a table says of one cell: first row, last column, bands, corners.

ECMA-376 part 1, 17.7.6: a style has formats for parts of a table, and the table says in `w:tblLook`
(17.4.55) which of them it wears.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from lxml import etree

from kehoach.ooxml.package import w
from kehoach.ooxml.style import child_value, integer, value
from kehoach.ooxml.tables import inside, rows_of

_ON = ("1", "true", "on")
_HEX = re.compile(r"[0-9A-Fa-f]{1,8}")
_BITS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}


class Dress(NamedTuple):
    """The style of a table, and the formats of it that a cell wears, the strongest first."""

    style: str = ""
    parts: tuple[str, ...] = ()


BARE = Dress()


def dresses(
    table: etree._Element, style: str, parts: Collection[str]
) -> dict[etree._Element, Dress]:
    """Return what the cells of a table wear; `parts` are those that its style has a format for.

    Cells that wear nothing but the whole style are left out.
    """
    look = table.find(f"{w('tblPr')}/{w('tblLook')}")
    worn = {name for name, bit in _BITS.items() if look is not None and _wears(look, name, bit)}
    if look is None or not parts:
        return {}
    rows = rows_of(table)
    columns = max((sum(span for _, _, span in _cells(row)) for row in rows), default=0)
    made = {}
    for at, row in enumerate(rows):
        for cell, column, span in _cells(row):
            across = _side("Row", at, 1, len(rows), worn), _side("Col", column, span, columns, worn)
            names = (*_edges(*across), *_bands(at, column, across, worn))
            found = tuple(name for name in names if name in parts)
            if found:
                made[cell] = Dress(style, found)
    return made


def _wears(look: etree._Element, name: str, bit: int) -> bool:
    said, bits = value(look, name), value(look)
    if said:
        return said in _ON
    return bool(int(bits, 16) & bit) if _HEX.fullmatch(bits) else False


def _cells(row: etree._Element) -> Iterator[tuple[etree._Element, int, int]]:
    """Yield the cells of a row, each with its column and how many it covers."""
    column = integer(child_value(row.find(w("trPr")), "gridBefore"), 0)
    for cell in inside(row, "tc"):
        span = max(integer(child_value(cell.find(w("tcPr")), "gridSpan"), 1), 1)
        yield cell, column, span
        column += span


def _side(kind: str, at: int, span: int, count: int, worn: Collection[str]) -> str:
    """Return `first`, `last` or nothing: where a cell stands, if the table wears that."""
    long = "Row" if kind == "Row" else "Column"
    if at == 0 and f"first{long}" in worn:
        return "first"
    return "last" if at + span == count and f"last{long}" in worn else ""


def _edges(row: str, column: str) -> Iterator[str]:
    if row and column:
        yield ("n" if row == "first" else "s") + ("w" if column == "first" else "e") + "Cell"
    if column:
        yield f"{column}Col"
    if row:
        yield f"{row}Row"


def _bands(row: int, column: int, across: tuple[str, str], worn: Collection[str]) -> Iterator[str]:
    """Yield the bands of a cell, of one row or column each; those at the edges have none."""
    if "noHBand" not in worn and not across[0]:
        yield f"band{1 + (row - ('firstRow' in worn)) % 2}Horz"
    if "noVBand" not in worn and not across[1]:
        yield f"band{1 + (column - ('firstColumn' in worn)) % 2}Vert"
