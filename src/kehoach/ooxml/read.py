"""Read a Word file back into the tree: after this, the blocks are those that it was made of.

The way in of `redline`, `absorb`, `verify` and `build --recheck`. What guarantees: head blocks in
the order of `document.HEAD`, then the text, then recipients and signers, then annexes; layout
(rules, empty paragraphs, frame tables) is gone; a template's own words have the role `fixed`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile

from lxml import etree

from kehoach.diagnostic import N_, Diagnostic, Place, error
from kehoach.document import ANNEX, FIXED, FOOT, HEAD, KINDS, PLAIN, Block, Document, Marker, join
from kehoach.ooxml import package
from kehoach.ooxml.numbers import Numbering
from kehoach.ooxml.package import Parts, parse_xml, related, w
from kehoach.ooxml.revise import reject
from kehoach.ooxml.style import Styles, integer, value
from kehoach.ooxml.tables import (
    CELL,
    RULE,
    by_column,
    inside,
    is_frame,
    read_cells,
    rows_of,
    to_table,
)
from kehoach.ooxml.text import FIXED_WORDS, KEPT, MARKER, Piece, TextReader, text_boxes

BLANK = ("ky_ho_ten", "o", "o_giua", "o_phai", "o_dau")
"""Roles whose empty paragraph says something: a name left blank, a cell to be filled in."""

_WORDS = 80


def read(
    data: bytes, path: str, rejected: bool = False
) -> tuple[Document | None, list[Diagnostic]]:
    """Return the document in the bytes of a .docx of ours, or None and why it cannot be read.

    `canonical(read(render(d)))` equals `canonical(d)`, also after Word or LibreOffice has saved
    the file. `path` only names the file. Tracked changes are read as if accepted, or all
    `rejected`, and words in a text box follow the paragraph that holds it.
    """
    parts, findings = package.unpack(data, path)
    if parts is None:
        return None, findings
    walked = walk(taken_back(parts) if rejected else parts, path)
    if not walked.ours:
        return None, [
            error(
                "D020",
                Place(path, package.main_part(parts)),
                N_("no paragraph has a style “KH …”: the file was not made by kehoach"),
                hint=N_("take a file from the build folder, or one saved from such a file"),
            )
        ]
    return walked.document, []


@dataclass(frozen=True, slots=True)
class Walked:
    """A main part as it was read: its root, and its paragraphs as places count them, from 1.

    `ours` tells whether any paragraph has a style of ours.
    """

    document: Document
    root: etree._Element
    paragraphs: tuple[etree._Element, ...]
    ours: bool


def walk(parts: Parts, path: str) -> Walked:
    """Return what the main part of an unpacked Word file says, whoever made it."""
    main = package.main_part(parts)
    root = parse_xml(parts[main])
    styles = Styles(_tree(parts, main, "styles"))
    notes = _tree(parts, main, "footnotes")
    reader = _Reader(
        place=Place(path, main),
        styles=styles,
        text=TextReader(styles, {} if notes is None else {value(n, "id"): n for n in notes}),
        numbers=Numbering(_tree(parts, main, "numbering"), styles),
        landscape=[_is_landscape(section) for section in _sections(root)],
    )
    body = root.find(w("body"))
    blocks = [] if body is None else list(reader.blocks(body, PLAIN))
    document = Document(tuple(ordered(blocks)), title=_title(parts))
    return Walked(document, root, tuple(reader.paragraphs), bool(reader.ours))


def taken_back(parts: Parts, spared: str | None = None) -> dict[str, bytes]:
    """Return `parts` with the tracked changes of text and footnotes taken back.

    Those of the author `spared` stay tracked.
    """
    made = dict(parts)
    main = package.main_part(parts)
    for name in (main, *related(parts, main, "footnotes")):
        root = parse_xml(parts[name])
        reject(root, spared)
        made[name] = etree.tostring(root)
    return made


@dataclass(slots=True)
class _Reader:
    """Walks a part once, in reading order, counting paragraphs, numbers and sections."""

    place: Place
    styles: Styles
    text: TextReader
    numbers: Numbering
    landscape: list[bool]
    paragraphs: list[etree._Element] = field(default_factory=list)
    ours: int = 0
    sections: int = 0
    carried: list[Piece] = field(default_factory=list)
    """What stood before a deleted paragraph mark: it belongs to the paragraph that follows."""

    def blocks(self, parent: etree._Element, plain: str) -> Iterator[Block]:
        """Yield the blocks of a body or a cell; a paragraph in no style of ours is `plain`."""
        for element in inside(parent, "p", "tbl"):
            if element.tag == w("p"):
                yield from self.paragraph(element, plain)
                yield from self.boxes(element)
            else:
                yield from self.flush(plain)
                yield from self.table(element)
        yield from self.flush(plain)

    def table(self, element: etree._Element) -> Iterator[Block]:
        """Yield a table as one block, or what stands in it when it only serves the layout."""
        roles = {self.styles.role(p.find(w("pPr"))) for p in element.iter(w("p"))}
        where = self.here("")
        cells = read_cells(element, lambda cell: tuple(self.blocks(cell, CELL)))
        if is_frame(roles):
            yield from by_column(cells)
        elif not rows_of(element) and element.find(f".//{w('tr')}") is not None:
            return
        else:
            yield Block("bang", table=to_table(element, cells), where=where)

    def paragraph(self, element: etree._Element, plain: str) -> Iterator[Block]:
        """Yield the paragraph as a block, nothing when it only serves the layout."""
        self.paragraphs.append(element)
        landscape = self.section(element)
        properties = element.find(w("pPr"))
        pieces = self.carried + self.text.pieces(element)
        if _mark_is_deleted(properties):
            self.carried = pieces
            return
        self.carried = []
        ours = self.styles.role(properties)
        self.ours += bool(ours)
        role = ours or plain
        counted = self.numbers.marker(properties)
        typed, rest = _split(pieces, role)
        runs = join(piece.run for piece in rest)
        marker = typed or counted
        if role.startswith(RULE) or not (runs or marker or ours in BLANK):
            return
        where = self.here("".join(run.text for run in runs))
        lies = landscape and role == ANNEX[0]
        yield Block(role, runs, marker, landscape=lies, where=where)

    def boxes(self, paragraph: etree._Element) -> Iterator[Block]:
        """Yield what stands in the text boxes of a paragraph, one after the other."""
        carried, self.carried = self.carried, []
        for box in text_boxes(paragraph):
            yield from self.blocks(box, PLAIN)
        self.carried = carried

    def flush(self, plain: str) -> Iterator[Block]:
        """Yield what a deleted paragraph mark has left when no paragraph follows it."""
        runs = join(piece.run for piece in self.carried if piece.role not in FIXED_WORDS)
        self.carried = []
        if runs:
            yield Block(plain, runs, where=self.here("".join(run.text for run in runs)))

    def section(self, paragraph: etree._Element) -> bool:
        """Return whether the paragraph's section lies on its side, and go on if it is the last."""
        lies = self.sections < len(self.landscape) and self.landscape[self.sections]
        properties = paragraph.find(w("pPr"))
        if properties is not None and properties.find(w("sectPr")) is not None:
            self.sections += not _mark_is_deleted(properties)
        return lies

    def here(self, words: str) -> Place:
        """Return the place of the paragraph in hand."""
        return replace(self.place, paragraph=len(self.paragraphs), text=words[:_WORDS])


def _split(pieces: list[Piece], role: str) -> tuple[Marker | None, list[Piece]]:
    """Return the typed marker that `pieces` begin with, and the rest but for fixed words.

    One space parts a typed marker from the text and belongs to neither.
    """
    if role != FIXED:
        pieces = [piece for piece in pieces if piece.role not in FIXED_WORDS]
    style = pieces[0].role if pieces else ""
    if style not in (MARKER, KEPT):
        return None, pieces
    typed = list(takewhile(lambda piece: piece.role == style, pieces))
    rest = pieces[len(typed) :]
    label = "".join(piece.run.text for piece in typed)
    if not label.endswith(" ") and rest:
        first = rest[0].run
        rest[0] = Piece("", replace(first, text=first.text.removeprefix(" ")))
    label = label.strip(" ")
    return Marker(_kind(role, label), label, kept=style == KEPT), rest


def _kind(role: str, label: str) -> str:
    """Return the kind of a typed `label`: that of `role` which looks like it, else the first."""
    kinds = [kind for kind, of in KINDS.items() if of == role.removesuffix("_td")] or list(KINDS)
    return next((kind for kind in kinds if _shape(kind) == _shape(label)), kinds[0])


def _shape(label: str) -> str:
    """Return `label` with 1 for each number, A or a for each word."""
    shape = re.sub(r"[0-9]+", "1", label)
    return re.sub(r"[^\W\d_]+", lambda word: "A" if word[0].isupper() else "a", shape)


def ordered(blocks: list[Block]) -> Iterator[Block]:
    """Yield `blocks` in the order of a document: head, text, recipients, signers, annexes."""
    annex = next((i for i, block in enumerate(blocks) if block.role == ANNEX[0]), len(blocks))
    main = blocks[:annex]
    yield from sorted((b for b in main if b.role in HEAD), key=lambda b: HEAD.index(b.role))
    yield from (block for block in main if block.role not in (*HEAD, *FOOT))
    yield from (block for block in main if block.role == FOOT[0])
    yield from (block for block in main if block.role in FOOT[1:])
    yield from blocks[annex:]


def _mark_is_deleted(properties: etree._Element | None) -> bool:
    """Return whether a tracked change deletes the end of the paragraph (17.13.5.15)."""
    mark = None if properties is None else properties.find(w("rPr"))
    if mark is None:
        return False
    return mark.find(w("del")) is not None or mark.find(w("moveFrom")) is not None


def _sections(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the properties of each section in order; the last one's stand in the body."""
    for section in root.iter(w("sectPr")):
        parent = section.getparent()
        if parent is None or parent.tag not in (w("pPr"), w("body")):
            continue
        if not _mark_is_deleted(parent):
            yield section


def _is_landscape(section: etree._Element) -> bool:
    size = section.find(w("pgSz"))
    if size is None:
        return False
    return integer(value(size, "w"), 0) > integer(value(size, "h"), 0)


def _tree(parts: Parts, main: str, kind: str) -> etree._Element | None:
    """Return the root of the part that `main` points to by `kind`, None without one."""
    return next((parse_xml(parts[name]) for name in related(parts, main, kind)), None)


def _title(parts: Parts) -> str:
    for name in related(parts, "", "core-properties"):
        title = parse_xml(parts[name]).findtext("{http://purl.org/dc/elements/1.1/}title")
        return title or ""
    return ""
