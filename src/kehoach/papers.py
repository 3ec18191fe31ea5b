"""Read a Word file of any office as a `Paper`: how it looks, and what each of its lines is.

In files of ours styles name the roles; in others words, look and place do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from kehoach.diagnostic import N_, Diagnostic, Place, warning
from kehoach.document import FOOT, HEAD, KINDS, PLAIN, Block, Document, Run, Table, join
from kehoach.ooxml.read import ordered
from kehoach.ooxml.sheet import Sheet, read_sheet
from kehoach.paper import Line, Paper
from kehoach.roles.find import find
from kehoach.roles.marks import Marks, kind_of
from kehoach.roles.split import GAP, trimmed, underlined
from kehoach.roles.words import (
    PLAUSIBLE,
    SURE,
    UNSURE,
    any_head_role,
    is_party_body,
    is_party_symbol,
)

_CELLS = "o"
_TITLES = ("trich_yeu", "phu_luc_ten", "van_ban_kem_ten")
"""Roles whose lines make one block."""
_NOT_IN_TREE = ("noi_nhan_de", "ky_khac", "chu_thich")
_PLAIN_LOOK = (*HEAD, *FOOT, "phu_luc", "phu_luc_ten", "phu_luc_kem", "kinh_gui", "ve_viec")


def read_paper(
    data: bytes, path: str, original: bool = False
) -> tuple[Paper | None, list[Diagnostic]]:
    """Return the Word file in `data`, or None and why it cannot be read. `path` only names it.

    Tracked changes are read as accepted, as not made where `original`.
    """
    sheet, findings = read_sheet(data, path, original)
    if sheet is None:
        return None, findings
    lines = list(_gathered(sheet.lines))
    if not lines and not sheet.strays:
        findings = [*findings, warning("D045", Place(path), N_("the file holds no words"))]
    if sheet.ours:
        document = replace(sheet.document, blocks=tuple(map(_known, sheet.document.blocks)))
        lines = list(_styled(lines, document))
    else:
        cells = Counter({n: _cells(table) for n, table in enumerate(sheet.tables)})
        lines = find(lines, cells)
        document = Document(tuple(ordered(list(_blocks(lines, sheet)))))
    strays = tuple(map(_stray, sheet.strays))
    paper = Paper(
        path,
        tuple(lines),
        sheet.sections,
        document,
        sheet.ours,
        _is_party(lines),
        sheet.tracked,
        strays,
    )
    return paper, findings


def _cells(table: Table) -> int:
    return sum(len(row.cells) for row in table.rows)


def _gathered(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines with words; strokes of blank ones go to the words above in their column."""
    made: list[Line] = []
    waiting: list[Line] = []
    for line in lines:
        if line.text.strip():
            own = [stroke for blank in waiting for stroke in blank.strokes]
            made.append(replace(line, strokes=(*own, *line.strokes)) if own else line)
            waiting = []
            continue
        for stroke in line.strokes:
            at = _owner(made, line, stroke.x)
            if at is None:
                waiting.append(replace(line, strokes=(stroke,)))
            else:
                made[at] = replace(made[at], strokes=(*made[at].strokes, stroke))
    return iter(made)


def _owner(made: Sequence[Line], blank: Line, x: float | None) -> int | None:
    """Return the line that a stroke of a blank line stands under, None when none is above it."""
    if not made:
        return None
    spot = blank.spot if blank.spot.part == "cell" else made[-1].spot
    column = spot.column if blank.spot.part == "cell" else None
    if column is None and x is not None and spot.part == "cell":
        columns = sorted({line.spot.column for line in made if line.spot.table == spot.table})
        column = columns[-1] if x >= _MIDDLE else columns[0]
    for number in range(len(made) - 1, max(len(made) - _NEAR, -1), -1):
        other = made[number].spot
        if other.table == spot.table and (column is None or other.column == column):
            return number
    return len(made) - 1


_NEAR = 100
"""Lines among which the words above a stroke are looked for."""
_MIDDLE = 60.0
"""Millimetres from the left of the text where the right half of a head begins, at most."""


def _styled(lines: Iterable[Line], document: Document) -> Iterator[Line]:
    """Yield lines of a file of ours, whose styles name the roles, with the markers of its tree."""
    blocks = {
        block.where.paragraph: block
        for block in _all(document.blocks)
        if isinstance(block.where, Place)
    }
    for line in lines:
        block = blocks.get(line.where.paragraph)
        marker = block.marker if block else line.marker
        role = line.role or (block.role if block else PLAIN)
        sure = SURE if line.role else UNSURE
        yield underlined(replace(trimmed(line), role=role, marker=marker, confidence=sure))


def _known(block: Block) -> Block:
    """Return a block whose marker, and those in its table, are of kinds that lists here have."""
    marker, table = block.marker, block.table
    if marker is not None and marker.kind not in KINDS:
        kind = kind_of(marker.label)
        return replace(block, marker=replace(marker, kind=kind) if kind else None)
    if table is None:
        return block
    rows = (
        replace(
            row,
            cells=tuple(replace(c, blocks=tuple(map(_known, c.blocks))) for c in row.cells),
        )
        for row in table.rows
    )
    return replace(block, table=replace(table, rows=tuple(rows)))


def _all(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        for row in block.table.rows if block.table else ():
            for cell in row.cells:
                yield from _all(cell.blocks)


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


def _stray(line: Line) -> Line:
    """Return a line that no tree holds in the role that its words tell, if they do."""
    role = line.role or any_head_role(line.text)
    return replace(trimmed(line), role=role, confidence=PLAUSIBLE if role else 0.0)


def _is_party(lines: Iterable[Line]) -> bool:
    """Return whether a document is one of the Party: by its banner, or its number and issuer."""
    said = {line.role: line for line in lines}
    if "tieu_de_dang" in said:
        return True
    number, issuer = said.get("so_ky_hieu"), said.get("co_quan_ban_hanh")
    return "quoc_hieu" not in said and (
        (number is not None and is_party_symbol(number.text))
        or (issuer is not None and is_party_body(issuer.text))
    )
