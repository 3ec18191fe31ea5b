"""The grid of a table as it is written: merged cells take part in every row that they cover."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kehoach.document import Block, Row, Table


class Slot(NamedTuple):
    """A `w:tc`: `merge` is empty, `restart` for a cell that goes on below, or `continue`."""

    columns: int
    merge: str
    blocks: tuple[Block, ...]


def grid(table: Table) -> list[list[Slot]]:
    """Return the slots of each row: every row covers the same columns.

    A row that is too short is filled with empty cells, since Word takes it for damage.
    """
    below: dict[int, tuple[int, int]] = {}
    rows = []
    for row in table.rows:
        slots, below = _row(row, below)
        rows.append(slots)
    widths = [sum([slot.columns for slot in slots]) for slots in rows]
    wide = max(widths, default=0)
    for slots, own in zip(rows, widths, strict=True):
        slots += [Slot(1, "", ())] * (wide - own)
    return rows


def _row(
    row: Row, above: dict[int, tuple[int, int]]
) -> tuple[list[Slot], dict[int, tuple[int, int]]]:
    """Return the slots of `row`, and what goes on below it: column to (columns, rows left)."""
    if not above and max([cell.rows for cell in row.cells], default=1) == 1:
        return [Slot(cell.columns, "", cell.blocks) for cell in row.cells], {}
    slots: list[Slot] = []
    below: dict[int, tuple[int, int]] = {}
    column = 0

    def continued() -> Iterator[Slot]:
        nonlocal column
        while column in above:
            columns, rows = above[column]
            if rows > 1:
                below[column] = columns, rows - 1
            yield Slot(columns, "continue", ())
            column += columns

    for cell in row.cells:
        slots += continued()
        if cell.rows > 1:
            below[column] = cell.columns, cell.rows - 1
        slots.append(Slot(cell.columns, "restart" if cell.rows > 1 else "", cell.blocks))
        column += cell.columns
    slots += continued()
    while column < max(above, default=0):
        slots.append(Slot(1, "", ()))
        column += 1
        slots += continued()
    return slots, below
