"""How much room the cells of a table give their text, and which cell is which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from kehoach.document import Table
from kehoach.ooxml.package import w
from kehoach.ooxml.said import measure
from kehoach.ooxml.style import child_value, integer, value
from kehoach.ooxml.tables import Placed

_MARGIN = 115.0
"""Twips between a cell's side and its text where nothing says it (17.4.43)."""


def cell_room(
    cell: etree._Element, table: etree._Element, room: float, styled: etree._Element | None
) -> float:
    """Return the twips between the sides of a cell's text; `room` is the width of the page's.

    `styled` are the margins of cells by the style of the table.
    """
    said = [
        cell.find(f"{w('tcPr')}/{w('tcMar')}"),
        table.find(f"{w('tblPr')}/{w('tblCellMar')}"),
        styled,
    ]
    margins = _side(said, ("left", "start")) + _side(said, ("right", "end"))
    return max(_width(cell, table, room) - margins, 0.0)


def named(table: Table, cells: Sequence[Placed]) -> Table:
    """Return the table of `cells`, known by their numbers, with each named by its place."""
    placed = {str(number): f"{cell.row},{cell.column}" for number, cell in enumerate(cells)}
    return replace(
        table,
        rows=tuple(
            replace(
                row,
                cells=tuple(
                    replace(c, blocks=tuple(replace(b, id=placed[b.id]) for b in c.blocks))
                    for c in row.cells
                ),
            )
            for row in table.rows
        ),
    )


def _width(cell: etree._Element, table: etree._Element, room: float) -> float:
    """Return the width of a cell in twips: as it says, else of its columns, else its share."""
    said = cell.find(f"{w('tcPr')}/{w('tcW')}")
    if said is not None:
        wide = measure(value(said, "w").removesuffix("%"))
        kind = "pct" if value(said, "w").endswith("%") else value(said, "type")
        if wide and kind in ("dxa", ""):
            return wide
        if wide and kind == "pct":
            return room * wide / (100 if value(said, "w").endswith("%") else 5000)
    columns = [
        measure(value(c, "w")) or 0.0 for c in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")
    ]
    before = sum(_span(other) for other in cell.itersiblings(w("tc"), preceding=True))
    wide = sum(columns[before : before + _span(cell)])
    return wide or room / max(len(columns), 1)


def _span(cell: etree._Element) -> int:
    return max(integer(child_value(cell.find(w("tcPr")), "gridSpan"), 1), 1)


def _side(said: list[etree._Element | None], names: tuple[str, ...]) -> float:
    for margins in said:
        for name in names:
            side = None if margins is None else margins.find(w(name))
            twips = None if side is None else measure(value(side, "w"))
            if twips is not None:
                return twips
    return _MARGIN
