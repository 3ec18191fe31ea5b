"""Lines of a file of others: what each is, by its words, its look and its place, and their tree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from kehoach.document import FOOT, HEAD, Block, Document, Run, Table, join
from kehoach.ooxml.read import ordered
from kehoach.ooxml.sheet import Sheet
from kehoach.paper import Line
from kehoach.roles.find import find
from kehoach.roles.marks import Marks
from kehoach.roles.split import GAP

_CELLS = "o"
_TITLES = ("trich_yeu", "phu_luc_ten", "van_ban_kem_ten")
"""Roles whose lines make one block."""
_NOT_IN_TREE = ("noi_nhan_de", "ky_khac", "chu_thich")
_PLAIN_LOOK = (*HEAD, *FOOT, "phu_luc", "phu_luc_ten", "phu_luc_kem", "kinh_gui", "ve_viec")


def placed(lines: Sequence[Line], sheet: Sheet) -> tuple[list[Line], Document]:
    """Return the lines of a sheet, each in the role that it is taken for, and the tree of them."""
    cells = Counter({number: _cells(table) for number, table in enumerate(sheet.tables)})
    found = find(lines, cells)
    return found, Document(tuple(ordered(list(_blocks(found, sheet)))))


def _cells(table: Table) -> int:
    return sum(len(row.cells) for row in table.rows)


def _blocks(lines: Sequence[Line], sheet: Sheet) -> Iterator[Block]:
    """Yield the blocks of a file of others, in its order."""
    data = {line.spot.table for line in lines if _is_cell(line)}
    for key, group in groupby(lines, lambda line: _group(line, data)):
        inner = list(group)
        if isinstance(key, int):
            yield _table(sheet.tables[key], inner, sheet)
        elif key in _TITLES:
            words = " ".join(" ".join(line.text.split()) for line in inner)
            yield Block(key, (Run(words),), where=inner[0].where)
        else:
            yield from (_block(line, sheet) for line in inner if line.role not in _NOT_IN_TREE)


def _is_cell(line: Line) -> bool:
    return line.spot.part == "cell" and (line.role == _CELLS or line.role.startswith(f"{_CELLS}_"))


def _group(line: Line, data: set[int]) -> int | str:
    return line.spot.table if line.spot.table in data else line.role


def _table(shape: Table, lines: Sequence[Line], sheet: Sheet) -> Block:
    """Return a table of the words of its lines."""
    said: dict[str, list[Block]] = {}
    for line in lines:
        place = f"{line.spot.row},{line.spot.column}"
        said.setdefault(place, []).append(_block(line, sheet))
    rows = tuple(
        replace(
            row,
            cells=tuple(
                replace(cell, blocks=tuple(said.get(cell.blocks[0].id, [Block(_CELLS)])))
                for cell in row.cells
            ),
        )
        for row in shape.rows
    )
    return Block("bang", table=replace(shape, rows=rows), where=lines[0].where)


def _block(line: Line, sheet: Sheet) -> Block:
    """Return a line as a block: without its typed marker, its look as far as the role has none."""
    start = 0
    if line.marker is not None and not line.automatic:
        found = Marks().typed(line.text)
        start = found[1] if found else 0
    runs = tuple(_runs(line, start))
    if line.role in _PLAIN_LOOK:
        runs = tuple(replace(run, bold=False, italic=False) for run in runs)
    elif line.role.endswith("_td"):
        runs = tuple(replace(run, bold=False) for run in runs)
    elif line.role == "can_cu" and all(run.italic for run in runs if run.text.strip()):
        runs = tuple(replace(run, italic=False) for run in runs)
    if line.role == FOOT[0] and line.automatic:
        runs = (Run("- "), *runs)
    notes = tuple(Run("", note=note) for note in sheet.notes.get(line.where.paragraph, ()))
    marker = None if line.role in (*HEAD, *FOOT) else line.marker
    return Block(line.role, join((*runs, *notes)), marker, where=line.where)


def _runs(line: Line, start: int) -> Iterator[Run]:
    """Yield the words of a line from a character on, a space for each tab."""
    for piece in line.pieces:
        text = GAP.sub(" ", piece.text[start:].replace("\t", " "))
        start = max(start - len(piece.text), 0)
        yield Run(text.replace("\n", " "), piece.bold, piece.italic)
