"""Blocks of the tree as WordprocessingML, each paragraph in its role's style.

A paragraph or row is made once for all documents that share its block: what was made of it is
kept with it, by all that decides how it looks here.

Children of `w:pPr`, `w:rPr`, `w:tcPr` and `w:trPr` stand in the schema's order
(ECMA-376 part 1, 17.3.1.26, 17.3.2.28, 17.4.69, 17.4.81).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from typing import Any

from kehoach.diagnostic import N_, Diagnostic, Place, Where, error
from kehoach.document import FOOT, Block, Row, Run, Table, join
from kehoach.ooxml.cells import EMPTY, cell_xml, row_xml, shares, spacer, table_xml
from kehoach.ooxml.grid import Slot, grid
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

    def blocks(
        self, blocks: Sequence[Block], room: int, end: str = "", keep: bool = False
    ) -> bytes:
        """Return `blocks` one below the other in `room` twips.

        `end` is the `w:sectPr` of the section that they close. With `keep` the last one stays on
        the page of what follows them.
        """
        pieces: list[bytes] = []
        after_table = False
        end_at = len(blocks) - 1
        for index, block in enumerate(blocks):
            last = index == end_at
            if block.table is None:
                gap = self.look(block).after if after_table else None
                close = end if last else ""
                pieces.append(self.paragraph(block, keep=keep and last, end=close, before=gap))
            else:
                pieces.append(spacer(False, after=GAP) if after_table else b"")
                pieces.append(self.table(block, room, keep=keep and last))
                pieces.append(spacer(keep, end) if last else b"")
            after_table = block.table is not None
        return b"".join(pieces)

    def paragraph(
        self, block: Block, keep: bool = False, end: str = "", before: int | None = None
    ) -> bytes:
        """Return a block without a table as a `w:p`; `before` is the space above it, in twips."""
        look = self.looks.roles.get(block.role) or self.look(block)
        position = self.lists.place(block.marker, look) if block.marker else None
        key = self.looks.token, position, keep, end, before
        return block.kept.get(key) or self._keep(
            block.kept, key, lambda: self._paragraph(block, look, position, keep, end, before)
        )

    def _paragraph(
        self,
        block: Block,
        look: Look,
        position: Position | None,
        keep: bool,
        end: str,
        before: int | None,
    ) -> bytes:
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
        key = self.looks.token, before, after
        return block.kept.get(key) or self._keep(
            block.kept, key, lambda: self._line(join(block.runs), block.where, before, after)
        )

    def _line(self, runs: Sequence[Run], where: Where | None, before: str, after: str) -> bytes:
        return self.runs(runs, where, before, after).encode()

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

    def table(self, block: Block, room: int, keep: bool = False) -> bytes:
        """Return a block's table as a `w:tbl` as wide as `room` twips (17.4)."""
        table = block.table or Table(())
        rows = grid(table)
        count = max((sum([slot.columns for slot in slots]) for slots in rows[:1]), default=1)
        columns = tuple(shares(table.widths, count, room))
        body = b"".join(
            self._whole_row(row, slots, columns, keep and index == len(rows) - 1)
            for index, (row, slots) in enumerate(zip(table.rows, rows, strict=True))
        )
        return table_xml(columns, body, self.looks.ids.get(TABLE, ""))

    def _whole_row(
        self, row: Row, slots: Sequence[Slot], columns: tuple[int, ...], keep: bool
    ) -> bytes:
        """Return a row; one that is its own cells and nothing else is kept with it."""
        if len(slots) != len(row.cells):
            return self._row(row, slots, columns, keep)
        key = self.looks.token, columns, keep
        made = row.kept.get(key)
        return made or self._keep(row.kept, key, partial(self._row, row, slots, columns, keep))

    def _row(self, row: Row, slots: Sequence[Slot], columns: Sequence[int], keep: bool) -> bytes:
        cells, at = [], 0
        for slot in slots:
            span = slot.columns
            wide = columns[at] if span == 1 else sum(columns[at : at + span])
            at += span
            cells.append(self._slot(slot, wide, keep))
        return row_xml(row.header, cells)

    def _slot(self, slot: Slot, wide: int, keep: bool) -> bytes:
        """Return a cell; one that holds a paragraph without a marker is kept with that."""
        span, merge, blocks = slot
        make = partial(self._cell, slot, wide, keep)
        if len(blocks) != 1 or blocks[0].marker or blocks[0].table:
            return make()
        kept, key = blocks[0].kept, (self.looks.token, wide, keep, span, merge, "")
        return kept.get(key) or self._keep(kept, key, make)

    def _cell(self, slot: Slot, wide: int, keep: bool) -> bytes:
        inner = self.blocks(slot.blocks, wide, keep=keep) if slot.blocks else EMPTY
        return cell_xml(wide, slot.columns, slot.merge, inner)

    def _keep(self, kept: dict[Any, Any], key: object, make: Callable[[], bytes]) -> bytes:
        """Return what `make` gives and keep it for other documents.

        What holds footnotes, which have numbers, or cannot be printed is made anew each time.
        """
        told = len(self.notes), len(self.findings)
        made = make()
        if told == (len(self.notes), len(self.findings)):
            kept[key] = made
        return made

    def signature(self, block_groups: Sequence[Sequence[Block]], room: int, keep: bool) -> bytes:
        """Return a borderless table of one row, a column for each group, that no page parts."""
        columns = shares((), len(block_groups), room)
        cells = [
            cell_xml(wide, 1, "", self.foot(group, keep) or EMPTY)
            for wide, group in zip(columns, block_groups, strict=True)
        ]
        return table_xml(columns, row_xml(False, cells), borders=False)

    def foot(self, blocks: Sequence[Block], keep: bool = False) -> bytes:
        """Return recipients or one signer's lines; all keep with the next but, maybe, the name.

        The room for the signature is the spacing of the line after the post: a name that follows
        a title has none of its own.
        """
        pieces = []
        for before, block in zip([None, *blocks], blocks, strict=False):
            titled = before is not None and before.role == _TITLE and block.role == _SIGNED
            last = block.role == _SIGNED and not keep
            pieces.append(self.paragraph(block, keep=not last, before=0 if titled else None))
        return b"".join(pieces)

    def annex(self, blocks: Sequence[Block], room: int, end: str) -> bytes:
        """Return the blocks of an annex, its signers beside its recipients at their place."""
        self.lists.reset()
        groups = [(foot, list(group)) for foot, group in groupby(blocks, lambda b: b.role in FOOT)]
        pieces = []
        for index, (foot, group) in enumerate(groups):
            close = end if index == len(groups) - 1 else ""
            if foot:
                pieces.append(self._annex_foot(group, room) + spacer(False, close))
            else:
                keep = index + 1 < len(groups)
                pieces.append(self.blocks(group, room, close, keep))
        return b"".join(pieces)

    def _annex_foot(self, blocks: Sequence[Block], room: int) -> bytes:
        recipients = [block for block in blocks if block.role == FOOT[0]]
        parties = signers([block for block in blocks if block.role != FOOT[0]])
        return self.signature([recipients, *parties], room, keep=False)


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
