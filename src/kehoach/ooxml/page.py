"""A whole main part: frame and slots filled, annexes as sections of their own.

ECMA-376 part 1, 17.6: the properties of a section stand in its last paragraph, those of the last
section at the end of the body.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from kehoach.document import ANNEX, FOOT, HEAD, Block, Document
from kehoach.ooxml.blocks import GAP, Writer, signers, spacer
from kehoach.ooxml.frame import ORDER, Filled, Frame, fill, put_in_order, remove, replace, tidy
from kehoach.ooxml.layout import lay_out
from kehoach.ooxml.package import w
from kehoach.ooxml.parts import inner
from kehoach.ooxml.style import integer, value
from kehoach.ooxml.tags import words

_A4 = (11906, 16838)
_ORDERED = (
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
    "docGrid printerSettings sectPrChange"
)
_ORDER = _ORDERED.split()


@dataclass(frozen=True, slots=True)
class Parted:
    """A document's blocks by where they go."""

    head: Mapping[str, Sequence[Block]] = field(default_factory=dict)
    body: Sequence[Block] = ()
    recipients: Sequence[Block] = ()
    parties: Sequence[Sequence[Block]] = ()
    annexes: Sequence[Sequence[Block]] = ()

    @property
    def names(self) -> dict[str, Block]:
        """Return each role or slot that the frame must have, with a block that needs it."""
        needed = {role: blocks[0] for role, blocks in self.head.items()}
        if self.recipients:
            needed["noi_nhan"] = self.recipients[0]
        if self.parties:
            needed["chu_ky"] = self.parties[0][0]
        return needed


def part(document: Document) -> Parted:
    """Return the blocks of `document` by where they go; an annex begins with `phu_luc`."""
    head: dict[str, list[Block]] = {}
    body: list[Block] = []
    foot: list[Block] = []
    annexes: list[list[Block]] = []
    for block in document.blocks:
        if block.role == ANNEX[0]:
            annexes.append([block])
        elif annexes:
            annexes[-1].append(block)
        elif block.role in HEAD:
            head.setdefault(block.role, []).append(block)
        else:
            (foot if block.role in FOOT else body).append(block)
    recipients = [block for block in foot if block.role == FOOT[0]]
    parties = signers(block for block in foot if block.role != FOOT[0])
    return Parted(head, body, recipients, parties, annexes)


def assemble(frame: Frame, parted: Parted, writer: Writer) -> bytes:
    """Return the main part with the document in it; faults are left in the writer's findings."""

    def runs(block: Block, before: str, after: str) -> str:
        writer.look(block)
        return writer.runs(block.runs, block.where, before, after)

    filled = fill(frame, parted.head, writer.looks, runs)
    section = _section(filled.root)
    lay_out(filled, writer.looks, room(section))
    _slot(filled, "body", writer.blocks(parted.body, room(section), keep=True))
    if len(parted.parties) > 1:  # above the recipients: LibreOffice mixes up notes out of order
        _side_by_side(filled, writer, parted.parties, room(section))
    if not parted.recipients:
        _clear(filled, "noi_nhan")
    _slot(filled, "noi_nhan", writer.foot(parted.recipients, keep=True))
    if len(parted.parties) <= 1:
        _slot(filled, "chu_ky", "".join(map(writer.foot, parted.parties)))
    _add_annexes(filled, writer, parted.annexes, section)
    return filled.write()


def assemble_other(frame: Frame, parted: Parted, writer: Writer) -> bytes:
    """Return another part with tags (a header, say) with the document's head in it."""

    def runs(block: Block, before: str, after: str) -> str:
        return writer.runs(block.runs, block.where, before, after)

    return fill(frame, parted.head, writer.looks, runs).write()


def room(section: etree._Element) -> int:
    """Return the width of the text in a section, in twips."""
    wide, _ = _size(section)
    margins = section.find(w("pgMar"))
    if margins is None:
        return wide
    return wide - sum(integer(value(margins, side), 0) for side in ("left", "right"))


def _size(section: etree._Element) -> tuple[int, int]:
    size = section.find(w("pgSz"))
    if size is None:
        return _A4
    return integer(value(size, "w"), _A4[0]), integer(value(size, "h"), _A4[1])


def _section(root: etree._Element) -> etree._Element:
    """Return the properties of the last section, made if the body has none."""
    body = root.find(w("body"))
    assert body is not None, "a main part has a body: template.compile_template has seen to it"
    section = body.find(w("sectPr"))
    return etree.SubElement(body, w("sectPr")) if section is None else section


def _slot(filled: Filled, name: str, piece: str) -> None:
    """Put `piece` where the slot stands; nothing leaves no trace of the slot."""
    slot = filled.slots.pop(name, None)
    if slot is None:
        return
    if piece:
        replace(slot, filled.mark(piece))
        return
    parent = slot.getparent()
    remove(slot)
    if parent is not None:
        tidy(parent)


def _clear(filled: Filled, name: str) -> None:
    """Take away the words that stand around an empty slot in its cell: a title of nothing."""
    slot = filled.slots.get(name)
    cell = None if slot is None else slot.getparent()
    if cell is not None and cell.tag == w("tc"):
        for paragraph in cell.findall(w("p")):
            remove(paragraph)


def _side_by_side(
    filled: Filled, writer: Writer, parties: Sequence[Sequence[Block]], wide: int
) -> None:
    """Put several signers above what holds the slot of one, over the whole width."""
    slot = filled.slots.get("chu_ky")
    if slot is None:
        return
    top = slot
    while (parent := top.getparent()) is not None and parent.tag != w("body"):
        top = parent
    table = writer.signature(parties, wide, keep=True) + spacer(keep=True, after=GAP)
    top.addprevious(filled.mark(table))
    _slot(filled, "chu_ky", "")


def _add_annexes(
    filled: Filled, writer: Writer, annexes: Sequence[Sequence[Block]], section: etree._Element
) -> None:
    """Add each annex as a section, its pages numbered from 1 and the first without a number."""
    if not annexes:
        return
    _close(filled, section)
    body = section.getparent()
    own = [_annex_section(section, blocks[0].landscape) for blocks in annexes]
    for blocks, properties in zip(annexes, own, strict=True):
        end = "" if properties is own[-1] else inner(properties, filled.root.nsmap)
        section.addprevious(filled.mark(writer.annex(blocks, room(properties), end)))
    if body is not None:
        replace(section, own[-1])


def _close(filled: Filled, section: etree._Element) -> None:
    """End the section of the plan in its last paragraph, if that is an empty one."""
    last = section.getprevious()
    instructions = [] if last is None else list(last.iter(etree.ProcessingInstruction))
    if last is None or last.tag != w("p") or words(last) or instructions:
        section.addprevious(filled.mark(spacer(False, inner(section, filled.root.nsmap))))
        return
    properties = last.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        last.insert(0, properties)
    put_in_order(properties, deepcopy(section), ORDER)


def _annex_section(section: etree._Element, landscape: bool) -> etree._Element:
    own = deepcopy(section)
    short, long = sorted(_size(section))
    size = {"w": long, "h": short, "orient": "landscape"} if landscape else {"w": short, "h": long}
    for name, values in (
        ("type", {"val": "nextPage"}),
        ("pgSz", size),
        ("pgNumType", {"start": 1}),
        ("titlePg", {}),
    ):
        new = etree.Element(w(name), {w(key): str(each) for key, each in values.items()})
        put_in_order(own, new, _ORDER)
    return own
