"""Read a Word file of any office as a `Paper`: how it looks, and what each of its lines is.

In files of ours styles name the roles; in others words, look and place do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kehoach.diagnostic import N_, Diagnostic, Place, in_order, warning
from kehoach.document import KINDS, PLAIN, Block, Document, every
from kehoach.ooxml.sheet import read_sheet
from kehoach.paper import Line, Paper
from kehoach.roles.confidence import PLAUSIBLE, SURE, UNSURE
from kehoach.roles.split import trimmed, underlined

if TYPE_CHECKING:
    from kehoach.checking import Checker


def read_paper(
    data: bytes, path: str, original: bool = False, tree: bool = True
) -> tuple[Paper | None, list[Diagnostic]]:
    """Return the Word file in `data`, or None and why it cannot be read. `path` only names it.

    Tracked changes are read as accepted, as not made where `original`. Without `tree` a file of
    ours has no document and its lines no typed markers, which no rule of looks asks for.
    """
    sheet, findings = read_sheet(data, path, original, tree)
    if sheet is None:
        return None, findings
    lines = list(_gathered(sheet.lines))
    if not lines and not sheet.strays:
        findings = [*findings, warning("D045", Place(path), N_("the file holds no words"))]
    if sheet.ours:
        document = replace(sheet.document, blocks=tuple(map(_known, sheet.document.blocks)))
        lines = list(_styled(lines, document))
    else:
        from kehoach import unstyled

        lines, document = unstyled.placed(lines, sheet)
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


def of_look(data: bytes, path: str, checker: Checker) -> list[Diagnostic]:
    """Return what rules find in how a Word file looks, whatever it says."""
    paper, findings = read_paper(data, path, tree=False)
    return in_order([*findings, *(checker.check_looks(paper) if paper else ())])


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
        for block in every(document.blocks)
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
        from kehoach.roles.marks import kind_of

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


def _stray(line: Line) -> Line:
    """Return a line that no tree holds in the role that its words tell, if they do."""
    role = line.role
    if not role and not line.text.strip().isdecimal():  # the number of the page
        from kehoach.roles.words import any_head_role

        role = any_head_role(line.text)
    return replace(trimmed(line), role=role, confidence=PLAUSIBLE if role else 0.0)


def _is_party(lines: Iterable[Line]) -> bool:
    """Return whether a document is one of the Party: by its banner, or its number and issuer."""
    said = {line.role: line for line in lines}
    if "tieu_de_dang" in said or "quoc_hieu" in said:
        return "tieu_de_dang" in said
    from kehoach.roles.words import is_party_body, is_party_symbol

    number, issuer = said.get("so_ky_hieu"), said.get("co_quan_ban_hanh")
    return (number is not None and is_party_symbol(number.text)) or (
        issuer is not None and is_party_body(issuer.text)
    )
