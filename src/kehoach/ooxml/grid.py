"""The grid of a table as it is written: merged cells take part in every row that they cover."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kehoach.document import Row, Table

NO_CELL = -1


class Slot(NamedTuple):
    """A `w:tc`: the column in which it begins, how many it takes, the number of its cell.

    `merge` is empty, `restart` for a cell that goes on below, or `continue`; what goes on from
    above, and what fills a row that is too short, has no cell of its own.
    """

    at: int
    columns: int
    merge: str = ""
    cell: int = NO_CELL


def grid(table: Table) -> list[list[Slot]]:
    """Return the slots of each row: every row covers the same columns.

    A row that is too short is filled with empty cells, since Word takes it for damage.
    """
    below: dict[int, tuple[int, int]] = {}
    rows = []
    for row in table.rows:
        slots, below = _row(row, below)
        rows.append(slots)
    wide = max((_width(slots) for slots in rows), default=0)
    for slots in rows:
        slots += [Slot(column, 1) for column in range(_width(slots), wide)]
    return rows


def _width(slots: list[Slot]) -> int:
    return slots[-1].at + slots[-1].columns if slots else 0


def _row(
    row: Row, above: dict[int, tuple[int, int]]
) -> tuple[list[Slot], dict[int, tuple[int, int]]]:
    """Return the slots of `row`, and what goes on below it: column to (columns, rows left)."""
    slots: list[Slot] = []
    below: dict[int, tuple[int, int]] = {}
    column = 0

    def continued() -> Iterator[Slot]:
        nonlocal column
        while column in above:
            columns, rows = above[column]
            if rows > 1:
                below[column] = columns, rows - 1
            yield Slot(column, columns, "continue")
            column += columns

    for number, cell in enumerate(row.cells):
        slots += continued()
        if cell.rows > 1:
            below[column] = cell.columns, cell.rows - 1
        slots.append(Slot(column, cell.columns, "restart" if cell.rows > 1 else "", number))
        column += cell.columns
    slots += continued()
    while column < max(above, default=0):
        slots.append(Slot(column, 1))
        column += 1
        slots += continued()
    return slots, below
