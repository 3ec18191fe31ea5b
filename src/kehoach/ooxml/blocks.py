"""Blocks of the tree as WordprocessingML, each paragraph in its role's style.

What was set last at a place is in its `Galley`: of the next document only the blocks, rows and
cells are written that are others.

Children of `w:pPr`, `w:rPr`, `w:tcPr` and `w:trPr` stand in the schema's order
(ECMA-376 part 1, 17.3.1.26, 17.3.2.28, 17.4.69, 17.4.81).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby, zip_longest

from kehoach.diagnostic import N_, Diagnostic, Place, Where, error
from kehoach.document import FOOT, Block, Cell, Row, Run, Table, join
from kehoach.ooxml import signing
from kehoach.ooxml.cells import EMPTY, cell_xml, row_xml, shares, spacer, table_xml
from kehoach.ooxml.galley import Galley
from kehoach.ooxml.grid import NO_CELL, Slot, grid
from kehoach.ooxml.lists import Lists, Position, indent_xml, typed
from kehoach.ooxml.looks import Look, Looks
from kehoach.ooxml.write import ILLEGAL, attribute, content, run, toggles

TABLE = "bang"
NOTE = "chu_thich"
GAP = 120
"""Between two tables, and below several signers: 6 pt in twips."""

_SIGNED = "ky_ho_ten"
_TITLE = "ky_chuc_danh"


@dataclass(slots=True)
class Writer:
    """Writes the blocks of one document; what it collects goes into other parts.

    `notes` are the `w:footnote`s, numbered from `first_note`; `findings` what cannot be written.
    """

    path: str
    looks: Looks
    lists: Lists
    first_note: int = 1
    notes: list[str] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    _missing: set[str] = field(default_factory=set)
    _in_cells: int = 0

    def blocks(
        self, blocks: Sequence[Block], galley: Galley, room: int, end: str = "", keep: bool = False
    ) -> bytes:
        """Return `blocks` one below the other in `room` twips.

        `end` is the `w:sectPr` of the section that they close. With `keep` the last one stays on
        the page of what follows them. `galley` holds what was set there last.
        """
        setting = self.looks.token, room, end, keep, self.lists.state()
        told = self._told()
        if galley.setting != setting or not _are_alike(galley.differing(blocks)):
            galley.clear()
        places: list[Position | None] = []
        if galley.known:
            places, after = galley.known
            self.lists.go_on(after)

        def write(at: int) -> bytes:
            block, last = blocks[at], at == len(blocks) - 1
            if at == len(places):
                places.append(self._place(block))
            below_table = at > 0 and blocks[at - 1].table is not None
            if block.table is None:
                gap = self.look(block).after if below_table else None
                return self.paragraph(block, places[at], keep and last, end if last else "", gap)
            above = spacer(False, after=GAP) if below_table else b""
            table = self.table(block, galley.inside(at), room, keep and last)
            return above + table + (spacer(keep, end) if last else b"")

        made = galley.set(blocks, setting, write)
        galley.known = places, self.lists.state()
        if told != self._told():
            galley.clear()
        return made

    def _told(self) -> tuple[int, int, int]:
        """Return how much was written that no other document may take over as it is.

        Footnotes and lists in cells are numbered through the document, faults are told each time.
        """
        return len(self.notes), len(self.findings), self._in_cells

    def _place(self, block: Block) -> Position | None:
        return self.lists.place(block.marker, self.look(block)) if block.marker else None

    def paragraph(
        self,
        block: Block,
        position: Position | None = None,
        keep: bool = False,
        end: str = "",
        before: int | None = None,
    ) -> bytes:
        """Return a block without a table as a `w:p`; `before` is the space above it, in twips."""
        look = self.looks.roles.get(block.role) or self.look(block)
        runs = join(block.runs)
        bold = block.marker is not None and bool(runs) and runs[0].bold
        lead, number, indent = self._marker(block, look, position, bold)
        properties = (
            f"<w:pStyle w:val={attribute(look.id)}/>"
            + ("<w:keepNext/><w:keepLines/>" if keep else "")
            + number
            + ("" if before is None else f'<w:spacing w:before="{before}"/>')
            + indent
            + (f"<w:rPr>{toggles(True, False)}</w:rPr>" if bold else "")
            + end
        )
        words = self.runs(runs, block.where)
        return f"<w:p><w:pPr>{properties}</w:pPr>{lead}{words}</w:p>".encode()

    def _marker(
        self, block: Block, look: Look, position: Position | None, bold: bool
    ) -> tuple[str, str, str]:
        """Return a typed marker's run, and `w:numPr` and `w:ind` of a numbered one."""
        if block.marker is None:
            return "", "", ""
        if position is None:
            label = self._checked(block.marker.label, block.where)
            return typed(label, block.marker.kept, self.looks.ids, bold), "", ""
        level, num = f'"{position.level}"', f'"{position.num}"'
        number = f"<w:numPr><w:ilvl w:val={level}/><w:numId w:val={num}/></w:numPr>"
        return "", number, "" if position.indent == look.indent else indent_xml(look.indent)

    def line(self, block: Block, before: str, after: str) -> bytes:
        """Return the runs of a line of the head: see `runs`."""
        return self.runs(join(block.runs), block.where, before, after).encode()

    def runs(
        self, runs: Iterable[Run], where: Where | None, before: str = "", after: str = ""
    ) -> str:
        """Return `runs`, neighbours of one look joined, as `w:r`s.

        `before` and `after` are `w:rPr` children that stand around bold and italic.
        """
        pieces = []
        for each in runs:
            if each.note is not None:
                pieces.append(self._note(each.note, where))
                continue
            look = before + toggles(each.bold, each.italic) + after
            pieces.append(run(look, content(self._checked(each.text, where))))
        return "".join(pieces)

    def _note(self, note: Sequence[Run], where: Where | None) -> str:
        """Add a footnote of these runs and return the run that refers to it (17.11.14)."""
        id = self.first_note + len(self.notes)
        self.notes.append("")
        look = self.look(Block(NOTE, where=where))
        raised = '<w:vertAlign w:val="superscript"/>'
        named = f"<w:rStyle w:val={attribute(self.looks.ids['fixed'])}/>"
        number = run(raised, "<w:footnoteRef/>") + run(named, content(" "))
        self.notes[id - self.first_note] = (
            f'<w:footnote w:id="{id}"><w:p><w:pPr><w:pStyle w:val={attribute(look.id)}/></w:pPr>'
            f"{number}{self.runs(join(note), where)}</w:p></w:footnote>"
        )
        return run(raised, f'<w:footnoteReference w:id="{id}"/>')

    def look(self, block: Block) -> Look:
        """Return the style of the block's role; the first block of a role without one is told."""
        look = self.looks.roles.get(block.role)
        if look is not None:
            return look
        if block.role not in self._missing:
            self._missing.add(block.role)
            self.findings.append(
                error(
                    "R001",
                    block.where or Place(self.path),
                    N_("the template has no paragraph style “KH {role}”"),
                    hint=N_("{path} has these: {styles}; add the style there, or change the role"),
                    role=block.role,
                    path=self.path,
                    styles=", ".join(f"KH {role}" for role in sorted(self.looks.roles)),
                )
            )
        return Look("", "")

    def _checked(self, text: str, where: Where | None) -> str:
        """Return `text` without what XML cannot hold, which is told."""
        if text.isprintable():
            return text
        if match := ILLEGAL.search(text):
            self.findings.append(
                error(
                    "R003",
                    where or Place(self.path),
                    N_("the character {code} cannot stand in a Word file"),
                    hint=N_("delete it; it is invisible and stands after “{before}”"),
                    code=f"U+{ord(match[0]):04X}",
                    before=text[max(0, match.start() - 20) : match.start()],
                )
            )
        return ILLEGAL.sub("", text)

    def table(self, block: Block, galley: Galley, room: int, keep: bool = False) -> bytes:
        """Return a block's table as a `w:tbl` as wide as `room` twips (17.4)."""
        table = block.table or Table(())
        setting = self.looks.token, room, keep, table.widths
        if galley.setting != setting or not _have_one_grid(galley.differing(table.rows)):
            galley.clear()
            rows = grid(table)
            count = sum(slot.columns for slots in rows[:1] for slot in slots) or 1
            galley.known = rows, shares(table.widths, count, room)
        rows, columns = galley.known
        end = len(rows) - 1 if keep else -1

        def write(at: int) -> bytes:
            inside = galley.inside(at)
            return self._row(table.rows[at], rows[at], inside, columns, at == end)

        body = galley.set(table.rows, setting, write)
        return table_xml(columns, body, self.looks.ids.get(TABLE, ""))

    def _row(
        self,
        row: Row,
        slots: Sequence[Slot],
        galley: Galley,
        columns: Sequence[int],
        keep: bool,
    ) -> bytes:
        cells = [() if s.cell == NO_CELL else row.cells[s.cell].blocks for s in slots]

        def write(at: int) -> bytes:
            slot = slots[at]
            wide = sum(columns[slot.at : slot.at + slot.columns])
            return cell_xml(wide, slot.columns, slot.merge, self._cell(cells[at], wide, keep))

        return row_xml(row.header, galley.set(cells, keep, write))

    def _cell(self, blocks: Sequence[Block], room: int, keep: bool) -> bytes:
        if len(blocks) == 1 and blocks[0].table is None and blocks[0].marker is None:
            return self.paragraph(blocks[0], keep=keep)
        self._in_cells += any(block.table or block.marker for block in blocks)
        return self.blocks(blocks, Galley(), room, keep=keep) if blocks else EMPTY

    def signature(self, block_groups: Sequence[Sequence[Block]], room: int, keep: bool) -> bytes:
        """Return a borderless table, a column for each group, that no page parts."""
        columns = shares((), len(block_groups), room)
        rows = signing.rows(columns, block_groups, partial(self.foot, keep=keep))
        return table_xml(columns, rows, borders=False)

    def foot(
        self, blocks: Sequence[Block], keep: bool = False, galley: Galley | None = None
    ) -> bytes:
        """Return recipients or one signer's lines; all keep with the next but, maybe, the name.

        The room for the signature is the spacing of the line after the post: a name that follows
        a title has none of its own. `galley` holds what was set there last.
        """
        galley = galley or Galley()
        told, roles = self._told(), [block.role for block in blocks]

        def write(at: int) -> bytes:
            block, above = blocks[at], roles[at - 1] if at else ""
            last = block.role == _SIGNED and not keep
            titled = above == _TITLE and block.role == _SIGNED
            return self.paragraph(block, self._place(block), not last, before=0 if titled else None)

        counted = any(block.marker for block in blocks)
        if counted:
            galley.clear()
        made = galley.set(blocks, (self.looks.token, keep, *roles), write)
        if counted or told != self._told():
            galley.clear()
        return made

    def annex(self, blocks: Sequence[Block], galley: Galley, room: int, end: str) -> bytes:
        """Return the blocks of an annex, its signers beside its recipients at their place.

        `galley` holds what was set there last.
        """
        self.lists.reset()
        groups = [(foot, list(group)) for foot, group in groupby(blocks, lambda b: b.role in FOOT)]
        pieces = []
        for index, (foot, group) in enumerate(groups):
            close = end if index == len(groups) - 1 else ""
            if foot:
                pieces.append(self._annex_foot(group, room) + spacer(False, close))
            else:
                keep = index + 1 < len(groups)
                pieces.append(self.blocks(group, galley.inside(index), room, close, keep))
        return b"".join(pieces)

    def _annex_foot(self, blocks: Sequence[Block], room: int) -> bytes:
        recipients = [block for block in blocks if block.role == FOOT[0]]
        parties = signers([block for block in blocks if block.role != FOOT[0]])
        left = [recipients] if recipients or len(parties) == 1 else []
        return self.signature([*left, *parties], room, keep=False)


def _are_alike(pairs: Sequence[tuple[Block, Block]] | None) -> bool:
    """Return whether blocks can take the place of others and nothing else on the page changes."""
    return pairs is not None and all(
        (new.role, new.marker) == (old.role, old.marker) and _fits(new, old) for new, old in pairs
    )


def _fits(new: Block, old: Block) -> bool:
    """Return whether a block has the kind of another, and nothing that is numbered inside."""
    if new.table is None or old.table is None:
        return new.table is old.table and not any(run.note is not None for run in new.runs)
    inside = [block for cell in _new_cells(new.table, old.table) for block in cell.blocks]
    return not any(
        b.marker or b.table or any(run.note is not None for run in b.runs) for b in inside
    )


def _new_cells(new: Table, old: Table) -> Iterator[Cell]:
    """Yield the cells of a table that are not the very same at the same place of the other."""
    for row, was in zip_longest(new.rows, old.rows, fillvalue=Row(())):
        if row is not was:
            pairs = zip_longest(row.cells, was.cells)
            yield from (cell for cell, there in pairs if cell is not there and cell is not None)


def _have_one_grid(pairs: Sequence[tuple[Row, Row]] | None) -> bool:
    """Return whether the cells of rows are as wide and as high as those of the rows before."""
    return pairs is not None and all(
        [(cell.columns, cell.rows) for cell in new.cells]
        == [(cell.columns, cell.rows) for cell in old.cells]
        for new, old in pairs
    )


def signers(blocks: Iterable[Block]) -> list[list[Block]]:
    """Return the lines of each signer: a signer ends with the name."""
    parties: list[list[Block]] = []
    open_party = False
    for block in blocks:
        if not open_party:
            parties.append([])
        parties[-1].append(block)
        open_party = block.role != _SIGNED
    return parties
