"""What changed in a document's text: by section, with the words that went and came.

A number that only counts differently is no change; neither is the `;`, `.` or `./.` that the
programme puts at the end of a line for its place in the list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kehoach.align import Edit, Item, Pair, Word, align, edits, words
from kehoach.diagnostic import Where
from kehoach.document import ANNEX, FIXED, HEAD, KINDS, Block, Document, Row, Run

BETWEEN = " | "
"""What stands between two cells of a row."""


class Kind(StrEnum):
    """What happened to a paragraph or a row."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


class Zone(StrEnum):
    """The parts of a document."""

    HEAD = "head"
    TEXT = "text"
    RECIPIENTS = "recipients"
    SIGNATURE = "signature"
    ANNEX = "annex"


SECTIONS = {
    Zone.HEAD: "Phần đầu văn bản",
    Zone.TEXT: "Phần mở đầu",
    Zone.RECIPIENTS: "Nơi nhận",
    Zone.SIGNATURE: "Chữ ký",
    Zone.ANNEX: "Phụ lục",
}
"""What a zone is called where no heading stands above."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or a table's row, with the section that it stands in."""

    words: tuple[Word, ...]
    role: str
    label: str
    kind: str
    kept: bool
    zone: Zone
    section: str
    heading: int
    where: Where | None

    @property
    def item(self) -> Item:
        """Return the line as a thing to be aligned."""
        key = (self.role, self.kind, self.label if self.kept else "", self.words)
        texts = tuple(word.text for word in self.words if not word.text.isspace())
        lone = self.zone is Zone.HEAD or self.role.startswith("ky_")
        group = self.role if lone or self.role in ("bang", "noi_nhan") else ""
        return Item(key, texts, group, lone)


@dataclass(frozen=True, slots=True)
class Change:
    """A paragraph or row that is not what it was; `edits` are its words, kept ones too.

    `section` is named as in the new version. A change whose edits are all kept is one of the
    marker or the role: `old_label` and `new_label` are what stands before the words. `came_from`
    is the section that a moved one left.
    """

    kind: Kind
    zone: Zone
    section: str
    role: str
    old_label: str
    new_label: str
    edits: tuple[Edit, ...]
    old_where: Where | None = None
    new_where: Where | None = None
    came_from: str = ""

    @property
    def old(self) -> str:
        """Return the words before."""
        return "".join(word.text for edit in self.edits for word in edit.old)

    @property
    def new(self) -> str:
        """Return the words after."""
        return "".join(word.text for edit in self.edits for word in edit.new)


def changes(old: Document, new: Document) -> tuple[Change, ...]:
    """Return what changed from one document to the other, in the order of the new one."""
    before, after = lines(old), lines(new)
    pairs = align([line.item for line in before], [line.item for line in after])
    names = _sections(before, after, pairs)
    found = (_change(before, after, pair, names) for pair in pairs)
    return tuple(change for change in found if change)


def lines(document: Document) -> list[Line]:
    """Return the paragraphs and rows of a document, the template's own words left out."""
    return list(_lines(document))


def _lines(document: Document) -> Iterator[Line]:
    headings: list[tuple[int, str, int]] = []
    zone, number = Zone.HEAD, 0
    for block in document.blocks:
        if block.role == FIXED:
            continue
        zone = _zone(block, zone)
        if block.role == ANNEX[0] or zone in (Zone.RECIPIENTS, Zone.SIGNATURE):
            headings = []
        if zone is Zone.ANNEX and block.role == ANNEX[0]:
            headings = [(-1, block.text, number)]
        rank = _rank(block)
        if rank is not None:
            headings = [above for above in headings if above[0] < rank]
            headings.append((rank, _heading(block), number))
        section = " › ".join(name for _, name, _ in headings) or SECTIONS[zone]
        heading = headings[-1][2] if headings else -1
        for made in _parts(block):
            yield replace(made, zone=zone, section=section, heading=heading)
            number += 1


def _parts(block: Block) -> Iterator[Line]:
    """Yield a paragraph, or each row of a table."""
    if block.table is None:
        marker = block.marker
        label, kind, kept = (marker.label, marker.kind, marker.kept) if marker else ("", "", False)
        runs = block.runs
        if block.role == "noi_nhan" and block.text[:2] in ("- ", "+ "):
            label, runs = block.text[0], _without_sign(runs)
        found = words(_cut(block.role, _opened(runs)))
        yield Line(found, block.role, label, kind, kept, Zone.TEXT, "", -1, block.where)
        return
    for row in block.table.rows:
        found = words(_opened(_row(row)))
        shape = f"{row.header} {[(cell.columns, cell.rows) for cell in row.cells]}"
        yield Line(found, block.role, "", shape, False, Zone.TEXT, "", -1, block.where)


def _without_sign(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return the runs of a recipient without the dash and the space that open it."""
    rest, gone = list(runs), 2
    for at, run in enumerate(runs):
        rest[at] = replace(run, text=run.text[gone:])
        gone -= min(gone, len(run.text))
    return tuple(rest)


def _row(row: Row) -> Iterator[Run]:
    for number, cell in enumerate(row.cells):
        if number:
            yield Run(BETWEEN)
        for at, block in enumerate(cell.blocks):
            yield from [Run("\n")] if at else []
            yield from block.runs


def _opened(runs: Sequence[Run] | Iterator[Run]) -> Iterator[Run]:
    """Yield the runs, the text of a footnote in brackets where it is called."""
    for run in runs:
        if run.note is None:
            yield run
        else:
            yield from (Run(" [chú thích: "), *run.note, Run("]"))


def _cut(role: str, runs: Iterator[Run]) -> tuple[Run, ...]:
    """Return the runs without what closes the line for its place in the list."""
    found = list(runs)
    for at in range(len(found) - 1, -1, -1):
        text = found[at].text
        if not text.strip():
            continue
        cut = text.removesuffix(".").removesuffix(";") if role == "noi_nhan" else text
        # The last line of all ends in `./.`, whatever it would end in elsewhere.
        cut = cut.removesuffix("./.") + "." if cut.endswith("./.") else cut
        return (*found[:at], replace(found[at], text=cut), *found[at + 1 :])
    return tuple(found)


def _zone(block: Block, zone: Zone) -> Zone:
    if zone is Zone.ANNEX or block.role == ANNEX[0]:
        return Zone.ANNEX
    if block.role == "noi_nhan":
        return Zone.RECIPIENTS
    if block.role.startswith("ky_"):
        return Zone.SIGNATURE
    return Zone.HEAD if block.role in HEAD else Zone.TEXT


def _rank(block: Block) -> int | None:
    """Return how deep a heading stands, None for what is no heading."""
    if not block.marker or not block.role.endswith("_td"):
        return None
    return list(KINDS).index(block.marker.kind)


def _heading(block: Block) -> str:
    label = f"{block.marker.label} " if block.marker else ""
    return f"{label}{block.text.strip()}"


def _sections(
    before: Sequence[Line], after: Sequence[Line], pairs: Sequence[Pair]
) -> dict[int, str]:
    """Return old line → what its section is called in the new version."""
    now = {pair.old: pair.new for pair in pairs if pair.old is not None}
    names: dict[int, str] = {}
    for number, line in enumerate(before):
        found = now.get(line.heading)
        names[number] = line.section if found is None else after[found].section
    return names


def _change(
    before: Sequence[Line], after: Sequence[Line], pair: Pair, names: dict[int, str]
) -> Change | None:
    old = before[pair.old] if pair.old is not None else None
    new = after[pair.new] if pair.new is not None else None
    if old and new and old.item.key == new.item.key and not pair.moved:
        return None
    told = new or old
    assert told is not None
    made = edits(old.words if old else (), new.words if new else ())
    kind = Kind.MOVED if pair.moved else Kind.CHANGED if old and new else _one_sided(new)
    section = new.section if new else names[pair.old or 0]
    return Change(
        kind,
        told.zone,
        section,
        told.role,
        old.label if old else "",
        new.label if new else "",
        made,
        old.where if old else None,
        new.where if new else None,
        names[pair.old or 0] if pair.moved else "",
    )


def _one_sided(new: Line | None) -> Kind:
    return Kind.ADDED if new else Kind.REMOVED
