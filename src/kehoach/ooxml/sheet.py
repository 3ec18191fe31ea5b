"""Read a Word file of any maker as it looks on paper, nothing guessed yet.

`papers` finds out what each line is. Hidden text is left out; a deleted paragraph mark joins its
words to the paragraph that follows, as it does on paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from lxml import etree

from kehoach.diagnostic import Diagnostic, Place
from kehoach.document import Block, Document, Run, Table
from kehoach.ooxml import letterhead, onpaper, package, paging
from kehoach.ooxml.dress import BARE, Dress, dresses
from kehoach.ooxml.inherit import Inherited
from kehoach.ooxml.numbers import Numbering
from kehoach.ooxml.package import Parts, parse_xml, related, w
from kehoach.ooxml.paging import TWIPS
from kehoach.ooxml.revise import CHANGES
from kehoach.ooxml.room import cell_room, named
from kehoach.ooxml.said import Characters, Lie
from kehoach.ooxml.settle import Written, settled
from kehoach.ooxml.strokes import Drawn, drawn
from kehoach.ooxml.style import Styles, child, child_value, value
from kehoach.ooxml.tables import Placed, inside, read_cells, to_table
from kehoach.ooxml.text import character, run_elements, text_boxes
from kehoach.paper import Layout, Line, Piece, Section, Spot

_WORDS = 80


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file as it looks: its lines in reading order, their `role` that of a style of ours or "".

    Blank lines that have strokes are gone, the strokes are with the lines above. `tables` are by
    number: each of their cells holds one block whose `id` is `row,column`. `notes` are the
    footnotes of each paragraph, by its number. `document` is the tree of a file of `ours`, whose
    styles name most of its lines; that of others is empty, as `tables` are in a file of ours.
    """

    lines: tuple[Line, ...]
    sections: tuple[Section, ...]
    strays: tuple[Line, ...]
    tables: tuple[Table, ...]
    notes: dict[int, tuple[tuple[Run, ...], ...]]
    document: Document
    ours: bool
    tracked: int


def read_sheet(
    data: bytes, path: str, original: bool = False, tree: bool = True
) -> tuple[Sheet | None, list[Diagnostic]]:
    """Return a Word file as it looks, or None and why it cannot be read.

    Tracked changes are read as accepted, as not made where `original`. `path` names the file.
    Without `tree` the document of a file of ours stays empty.
    """
    parts, findings = package.unpack(data, path)
    if parts is None:
        return None, findings
    main = package.main_part(parts)
    root = parse_xml(parts[main])
    tracked = sum(1 for _ in root.iter(*CHANGES))
    if original:
        from kehoach.ooxml.read import taken_back

        parts = taken_back(parts)
        root = parse_xml(parts[main])
    sheet = _sheet(parts, main, root, path, tracked)
    if sheet.ours and tree:
        from kehoach.ooxml.read import walk

        sheet = replace(sheet, document=walk(parts, path).document)
    return sheet, findings


def _sheet(parts: Parts, main: str, root: etree._Element, path: str, tracked: int) -> Sheet:
    trees = {kind: _tree(parts, main, kind) for kind in _KINDS}
    styles = Styles(trees["styles"])
    lists = Numbering(trees["numbering"], styles)
    looks = Inherited(trees["styles"], trees["theme"], lists)
    place = Place(path, main)
    bands = paging.bands(parts, main, path, looks)
    even = paging.tells_even(trees["settings"])
    pages = paging.read_sections(paging.sections(root), bands, even=even, where=place)
    reader = _Reader(place, styles, looks, lists, pages, _notes(trees))
    body = root.find(w("body"))
    lines = [] if body is None else list(reader.paragraphs(body))
    ours = sum(1 for line in lines if line.role) * 2 > len(lines)
    strays = [*reader.strays, *(line for band in bands.values() for line in band.lines)]
    if not ours and (head := _letterhead(parts, main, root, reader)):
        lines = [*head, *lines]
        strays = [line for line in strays if line.where.part != head[0].where.part]
    return Sheet(
        tuple(lines),
        pages,
        tuple(strays),
        () if ours else tuple(named(to_table(e, cells), cells) for e, cells in reader.tables),
        reader.called,
        Document(()),
        ours,
        tracked,
    )


def _letterhead(parts: Parts, main: str, root: etree._Element, reader: _Reader) -> list[Line]:
    """Return the lines of the head that stands in the header of the first page, if one does.

    No paragraph is counted: numbers of the text are not theirs.
    """
    name = letterhead.first_header(parts, main, root)
    if not name:
        return []
    own = replace(reader, place=Place(reader.place.path, name), count=0, section=0, strays=[])
    found = [
        replace(line, where=replace(line.where, paragraph=0))
        for line in own.paragraphs(parse_xml(parts[name]))
        if not line.text.strip().isdigit()
    ]
    return found if letterhead.is_head(line.text for line in found) else []


_KINDS = ("styles", "numbering", "theme", "settings", "footnotes", "endnotes")


def _notes(trees: dict[str, etree._Element | None]) -> dict[tuple[str, str], etree._Element]:
    return {
        (kind, value(note, "id")): note
        for kind in ("footnote", "endnote")
        if (tree := trees[f"{kind}s"]) is not None
        for note in tree
    }


@dataclass(slots=True)
class _Reader:
    """Walks the body once, in reading order; paragraphs count as `read` counts them."""

    place: Place
    styles: Styles
    looks: Inherited
    lists: Numbering
    sections: tuple[Section, ...]
    notes: dict[tuple[str, str], etree._Element]
    tables: list[tuple[etree._Element, list[Placed]]] = field(default_factory=list)
    strays: list[Line] = field(default_factory=list)
    called: dict[int, tuple[tuple[Run, ...], ...]] = field(default_factory=dict)
    count: int = 0
    section: int = 0
    broken: bool = False
    carried: tuple[Piece, ...] = ()
    said: dict[tuple[bytes, Dress], _Said] = field(default_factory=dict)

    def paragraphs(self, parent: etree._Element) -> Iterator[Line]:
        """Yield the lines of the body."""
        return self._lines(parent, Spot(), self._room(), BARE)

    def _room(self) -> float:
        page = self.sections[min(self.section, len(self.sections) - 1)]
        return (page.width - page.left - page.right) / TWIPS

    def _lines(
        self, parent: etree._Element, spot: Spot, room: float, table: Dress
    ) -> Iterator[Line]:
        """Yield the lines of a body, cell or box, strokes with the line that they stand under."""
        made: list[Written] = []
        for element in inside(parent, "p", "tbl"):
            if element.tag == w("tbl"):
                yield from settled(made)
                made = []
                yield from self._table(element, room)
                continue
            wide = self._room() if spot.part == "body" else room
            written = self._paragraph(element, spot, wide, table)
            if written is not None:
                made.append(written)
            held = next(element.iter(_BOX), None) is not None
            for box in text_boxes(element) if held else ():
                self.strays += self._lines(box, Spot("box"), wide, BARE)
        yield from settled(made)

    def _table(self, element: etree._Element, room: float) -> Iterator[Line]:
        number = len(self.tables)
        self.tables.append((element, []))
        style = child_value(element.find(w("tblPr")), "tblStyle") or self.looks.default("table")
        margins = self.looks.cell_margins(style)
        whole = Dress(style)
        worn = dresses(element, style, self.looks.table_parts(style))
        read: list[list[Line]] = []

        def blocks(cell: etree._Element) -> tuple[Block, ...]:
            free = cell_room(cell, element, room, margins)
            read.append(list(self._lines(cell, Spot("cell"), free, worn.get(cell, whole))))
            return (Block("o", id=str(len(read) - 1)),)

        cells = read_cells(element, blocks)
        for cell, lines in zip(cells, read, strict=True):
            spot = Spot("cell", number, cell.row, cell.column)
            yield from (replace(line, spot=spot) if line.spot.table < 0 else line for line in lines)
        self.tables[number] = element, cells

    def _paragraph(
        self, element: etree._Element, spot: Spot, room: float, table: Dress
    ) -> Written | None:
        """Return a paragraph and what it draws, None when its end is deleted."""
        self.count += 1
        section = self.section
        properties = child(element, "pPr")
        strokes: list[Drawn] = []
        pieces = self.carried + tuple(self._pieces(element, properties, table, strokes))
        self.carried = ()
        said = self._said(properties, table)
        if said.deleted:
            self.carried = pieces
            return None
        self.section += said.ends_section
        lie, layout = said.lie, said.layout
        marker = self.lists.marker(properties)
        text = "".join(piece.text for piece in pieces)
        line = Line(
            said.role,
            pieces,
            Place(self.place.path, self.place.part, self.count, text.strip()[:_WORDS]),
            marker=marker,
            automatic=marker is not None,
            layout=layout,
            strokes=tuple(onpaper.borders(lie, layout, room * TWIPS, bool(text.strip()))),
            spot=spot,
            section=section,
            heading=said.heading,
            room=round(room * TWIPS, 2) if spot.part == "cell" else None,
            new_page=self._begins_page(element, bool(lie.page), bool(text.strip())),
        )
        return Written(line, tuple(strokes), said.style, bool(lie.contextual))

    def _said(self, properties: etree._Element | None, table: Dress) -> _Said:
        """Return what a `w:pPr` says; a document has few that differ, and many paragraphs."""
        key = b"" if properties is None else etree.tostring(properties, with_tail=False), table
        known = self.said.get(key)
        if known is None:
            lie = self.looks.paragraph(properties, table)
            known = self.said[key] = _Said(
                self.styles.role(properties),
                child_value(properties, "pStyle"),
                lie,
                onpaper.layout_of(lie),
                self.looks.is_heading(properties, lie),
                _mark_is_deleted(properties),
                properties is not None and properties.find(w("sectPr")) is not None,
            )
        return known

    def _pieces(
        self,
        parent: etree._Element,
        properties: etree._Element | None,
        table: Dress,
        strokes: list[Drawn],
    ) -> Iterator[Piece]:
        """Yield the words of a paragraph in pieces of one look; add what it draws to `strokes`."""
        words: list[str] = []
        before: Characters | None = None
        for run in run_elements(parent):
            look = self.looks.characters(properties, child(run, "rPr"), table)
            for inner in run:
                text = character(inner)
                if text and not look.hidden:
                    if before is not None and look != before:
                        yield onpaper.piece("".join(words), before)
                        words = []
                    before = look
                    words.append(text)
                elif len(inner) or "Reference" in str(inner.tag):
                    strokes += drawn(inner)
                    self._call(inner)
        if before is not None:
            yield onpaper.piece("".join(words), before)

    def _begins_page(self, element: etree._Element, asked: bool, said: bool) -> bool:
        """Return whether the words of a paragraph, if it has any, come after a page break."""
        marks = [child.tag for child in element.iter(_WORD, _BREAK) if _turns(child) or child.text]
        above, below = _BREAK in marks[:1], _BREAK in marks[-1:]
        begins = asked or self.broken or above
        self.broken = below if said else begins or below
        return begins and said

    def _call(self, element: etree._Element) -> None:
        """Read the footnote or endnote that `element` calls, the first time that one does."""
        kind = str(element.tag).rpartition("}")[2].removesuffix("Reference")
        note = self.notes.pop((kind, value(element, "id")), None)
        if note is None:
            return
        runs: list[Run] = []
        for paragraph in note.iter(w("p")):
            properties = child(paragraph, "pPr")
            pieces = tuple(self._pieces(paragraph, properties, BARE, []))
            text = "".join(piece.text for piece in pieces)
            runs += [Run(" ")] * bool(runs)
            runs += [Run(piece.text, piece.bold, piece.italic) for piece in pieces]
            where = replace(self.place, paragraph=self.count, text=text.strip()[:_WORDS])
            if text.strip():
                layout = onpaper.layout_of(self.looks.paragraph(properties))
                self.strays.append(
                    Line("chu_thich", pieces, where, layout=layout, spot=Spot("note"))
                )
        self.called[self.count] = (*self.called.get(self.count, ()), tuple(runs))


class _Said(NamedTuple):
    """What a `w:pPr` says, with its styles; `deleted` if its mark is, by a tracked change."""

    role: str
    style: str
    lie: Lie
    layout: Layout
    heading: bool
    deleted: bool
    ends_section: bool


_WORD, _BREAK, _BOX = w("t"), w("br"), w("txbxContent")


def _turns(element: etree._Element) -> bool:
    return element.tag == _BREAK and value(element, "type") == "page"


def _mark_is_deleted(properties: etree._Element | None) -> bool:
    """Return whether a tracked change deletes the end of the paragraph (17.13.5.15)."""
    mark = None if properties is None else properties.find(w("rPr"))
    return mark is not None and any(mark.find(w(name)) is not None for name in ("del", "moveFrom"))


def _tree(parts: Parts, main: str, kind: str) -> etree._Element | None:
    return next((parse_xml(parts[name]) for name in related(parts, main, kind)), None)
