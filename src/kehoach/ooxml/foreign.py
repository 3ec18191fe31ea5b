"""Read a Word file of any maker: its paragraphs and tables as they look, nothing guessed yet.

Tracked changes are read as accepted. What a plan cannot hold (text boxes, pictures, words of page
headers) is left out, each with a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from lxml import etree

from kehoach.diagnostic import N_, Diagnostic, Place, warning
from kehoach.document import Block, Marker, Run, Table, join
from kehoach.ooxml import letterhead, package
from kehoach.ooxml.dress import BARE, Dress, dresses
from kehoach.ooxml.inherit import Inherited
from kehoach.ooxml.legacy import decode, encoding_of
from kehoach.ooxml.numbers import Numbering
from kehoach.ooxml.package import Parts, parse_xml, related, w
from kehoach.ooxml.style import Styles, child_value, integer, value
from kehoach.ooxml.tables import inside, read_cells, to_table
from kehoach.ooxml.text import MATH, character, clean, run_elements

_ALIGNED = {"center": "o_giua", "right": "o_phai", "end": "o_phai"}
_WORDS = 80


NOWHERE = Place("")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its runs in Unicode, its automatic number, and how it looks."""

    runs: tuple[Run, ...]
    label: Marker | None = None
    align: str = ""
    heading: bool = False
    landscape: bool = False
    where: Place = NOWHERE

    @property
    def text(self) -> str:
        """Return the words, without number and footnotes."""
        return "".join(run.text for run in self.runs)

    @property
    def bold(self) -> bool:
        """Return whether all words are bold."""
        said = [run.bold for run in self.runs if run.text.strip()]
        return bool(said) and all(said)

    @property
    def italic(self) -> bool:
        """Return whether all words are italic."""
        said = [run.italic for run in self.runs if run.text.strip()]
        return bool(said) and all(said)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, and its paragraphs by column, as a frame that only places text needs them."""

    table: Table
    columns: tuple[tuple[Paragraph, ...], ...]
    where: Place = NOWHERE


Item = Paragraph | Grid


def read_any(data: bytes, path: str) -> tuple[list[Item] | None, list[Diagnostic]]:
    """Return the paragraphs and tables of a .docx in order, or None and why it cannot be read.

    What was left out or converted is among the findings. `path` only names the file.
    """
    parts, findings = package.unpack(data, path)
    if parts is None:
        return None, findings
    main = package.main_part(parts)
    root = parse_xml(parts[main])
    reader = _reader(parts, main, path, root)
    body = root.find(w("body"))
    head, name = _letterhead(parts, main, root, reader)
    items = [*head, *([] if body is None else reader.items(body))]
    left_out = [*_left_out(root, reader.place), *_page_words(parts, main, path, name)]
    return items, [*findings, *reader.converted(), *left_out]


def _letterhead(
    parts: Parts, main: str, root: etree._Element, reader: _Reader
) -> tuple[list[Item], str]:
    """Return the head that stands in the header of the first page, and its part, if one does."""
    name = letterhead.first_header(parts, main, root)
    if not name:
        return [], ""
    own = replace(reader, place=replace(reader.place, part=name), landscape=[])
    items = list(own.items(parse_xml(parts[name])))
    said = [each.text for each in flat(items)]
    if not letterhead.is_head(said):
        return [], ""
    numbers = (isinstance(item, Paragraph) and item.text.strip().isdigit() for item in items)
    return [item for item, is_number in zip(items, numbers, strict=True) if not is_number], name


def _reader(parts: Parts, main: str, path: str, root: etree._Element) -> _Reader:
    styles = _tree(parts, main, "styles")
    notes = {
        (kind, value(note, "id")): note
        for kind in ("footnote", "endnote")
        if (tree := _tree(parts, main, f"{kind}s")) is not None
        for note in tree
    }
    sections = (s for s in root.iter(w("sectPr")) if s.getparent() is not None)
    return _Reader(
        Place(path, main),
        Inherited(styles),
        Numbering(_tree(parts, main, "numbering"), Styles(styles)),
        notes,
        [_lies(section) for section in sections],
    )


@dataclass(slots=True)
class _Reader:
    """Walks the body once, in reading order."""

    place: Place
    looks: Inherited
    numbers: Numbering
    notes: dict[tuple[str, str], etree._Element]
    landscape: list[bool]
    paragraphs: int = 0
    sections: int = 0
    encodings: dict[str, int] = field(default_factory=dict)
    dress: Dress = BARE
    """What the cell in hand wears."""

    def items(self, parent: etree._Element) -> Iterator[Item]:
        """Yield the paragraphs and tables of a body or a cell."""
        for element in inside(parent, "p", "tbl"):
            yield self.paragraph(element) if element.tag == w("p") else self.grid(element)

    def paragraph(self, element: etree._Element) -> Paragraph:
        """Return the paragraph, and go on to the next section when it ends one."""
        self.paragraphs += 1
        properties = element.find(w("pPr"))
        runs = self.runs(element, properties)
        lies = self.sections < len(self.landscape) and self.landscape[self.sections]
        if element.find(f"{w('pPr')}/{w('sectPr')}") is not None:
            self.sections += 1
        words = "".join(run.text for run in runs)[:_WORDS]
        return Paragraph(
            runs,
            self.numbers.marker(properties) if words.strip() else None,
            self.looks.align(properties, self.dress),
            self.looks.is_heading(properties),
            lies,
            replace(self.place, paragraph=self.paragraphs, text=words),
        )

    def grid(self, element: etree._Element) -> Grid:
        """Return a table; tables inside its cells are read as their paragraphs."""
        where = replace(self.place, paragraph=self.paragraphs + 1)
        style = child_value(element.find(w("tblPr")), "tblStyle") or self.looks.default("table")
        worn = dresses(element, style, self.looks.table_parts(style))
        around = self.dress
        read: list[tuple[Paragraph, ...]] = []

        def blocks(cell: etree._Element) -> tuple[Block, ...]:
            self.dress = worn.get(cell, Dress(style))
            read.append(tuple(flat(self.items(cell))))
            self.dress = around
            return tuple(Block(_ALIGNED.get(p.align, "o"), p.runs) for p in read[-1])

        cells = read_cells(element, blocks)
        columns: dict[int, list[Paragraph]] = {}
        for cell, paragraphs in zip(cells, read, strict=True):
            columns.setdefault(cell.column, []).extend(paragraphs)
        ordered = tuple(tuple(columns[column]) for column in sorted(columns))
        return Grid(to_table(element, cells), ordered, where)

    def runs(self, parent: etree._Element, properties: etree._Element | None) -> tuple[Run, ...]:
        """Return the words of a paragraph, those of old encodings as Unicode."""
        pieces = list(self._pieces(parent, properties))
        made: list[Run] = []
        # A letter and its marks may stand in two runs: decode what has one look at once.
        for (encoding, note), group in groupby(pieces, lambda piece: (piece[0], piece[1].note)):
            for run in join(piece for _, piece in group):
                made.append(replace(run, text=decode(run.text, encoding), note=note))
            if encoding:
                self.encodings[encoding] = self.encodings.get(encoding, 0) + 1
        return cleaned(made)

    def _pieces(
        self, parent: etree._Element, properties: etree._Element | None
    ) -> Iterator[tuple[str, Run]]:
        for element in run_elements(parent):
            own = element.find(w("rPr"))
            bold, italic = self.looks.look(properties, own, self.dress)
            encoding = encoding_of(self.looks.font(properties, own))
            for child in element:
                note = self._note(child)
                text = child.text or "" if child.tag == f"{MATH}t" else character(child)
                if note is not None:
                    yield "", Run("", note=note)
                elif text:
                    yield encoding, Run(text, bold, italic)

    def _note(self, element: etree._Element) -> tuple[Run, ...] | None:
        """Return the words of the footnote or endnote that `element` calls, its first time."""
        kind = str(element.tag).rpartition("}")[2].removesuffix("Reference")
        note = self.notes.pop((kind, value(element, "id")), None)
        if note is None:
            return None
        paragraphs = [self.runs(p, p.find(w("pPr"))) for p in note.iter(w("p"))]
        parted = [run for runs in paragraphs for run in (*runs, Run(" "))]
        return join(parted[:-1])

    def converted(self) -> list[Diagnostic]:
        """Return a finding for each old encoding that was met."""
        message = N_("text in {encoding} was converted to Unicode, in {count} places")
        hint = N_("read it through once: a font can be named wrongly")
        return [
            warning("D040", self.place, message, hint, encoding=encoding, count=count)
            for encoding, count in self.encodings.items()
        ]


def flat(items: Iterable[Item]) -> Iterator[Paragraph]:
    """Yield the paragraphs that say something, those of tables by column."""
    for item in items:
        if isinstance(item, Grid):
            yield from (p for column in item.columns for p in column)
        elif item.text.strip() or any(run.note is not None for run in item.runs):
            yield item


def cleaned(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs in NFC without characters that no plan can hold."""
    return join(replace(run, text=clean(run.text)) for run in runs)


def _lies(section: etree._Element) -> bool:
    size = section.find(w("pgSz"))
    return size is not None and integer(value(size, "w"), 0) > integer(value(size, "h"), 0)


def _left_out(root: etree._Element, place: Place) -> Iterator[Diagnostic]:
    """Yield a finding for each text box, for the pictures, and for tracked changes."""
    told: set[str] = set()
    for box in root.iter(w("txbxContent")):
        words = " ".join("".join(t.text or "" for t in box.iter(w("t"))).split())
        if words and words not in told:
            told.add(words)
            where = replace(place, text=words[:_WORDS])
            message = N_("a text box is left out: «{words}»")
            yield warning(
                "D041", where, message, N_("type its words where they belong"), words=words
            )
    pictures = sum(
        1 for element in root.iter() if str(element.tag).endswith(("}blip", "}imagedata"))
    )
    if pictures:
        yield warning("D042", place, N_("{count} pictures are left out"), count=pictures)
    if any(True for _ in root.iter(w("ins"), w("del"), w("moveFrom"), w("moveTo"))):
        yield warning("D043", place, N_("tracked changes are taken as accepted"))


def _page_words(parts: Parts, main: str, path: str, known: str) -> Iterator[Diagnostic]:
    for kind in ("header", "footer"):
        for name in (name for name in related(parts, main, kind) if name != known):
            words = " ".join(
                "".join(t.text or "" for t in parse_xml(parts[name]).iter(w("t"))).split()
            )
            if re.search(r"[^\W\d_]", words):
                message = N_("words of a page {kind} are left out: «{words}»")
                where = Place(path, name, 1, words[:_WORDS])
                yield warning("D044", where, message, kind=kind, words=words)


def _tree(parts: Parts, main: str, kind: str) -> etree._Element | None:
    return next((parse_xml(parts[name]) for name in related(parts, main, kind)), None)
