"""A whole main part: frame and slots filled, annexes as sections of their own.

ECMA-376 part 1, 17.6: the properties of a section stand in its last paragraph, those of the last
section at the end of the body.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from functools import partial

from lxml import etree

from kehoach.ooxml.blocks import GAP, Writer
from kehoach.ooxml.cells import spacer
from kehoach.ooxml.frame import ORDER, Frame, put_in_order, remove, replace
from kehoach.ooxml.galley import Galley
from kehoach.ooxml.layout import Layout, arrange
from kehoach.ooxml.looks import Looks
from kehoach.ooxml.package import w
from kehoach.ooxml.parted import Parted
from kehoach.ooxml.parts import inner
from kehoach.ooxml.press import Fill, Press, Pressed, Sheet, begin, tidy, write
from kehoach.ooxml.style import integer, value
from kehoach.ooxml.tags import words

_A4 = (11906, 16838)
_ORDERED = (
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
    "docGrid printerSettings sectPrChange"
)
_ORDER = _ORDERED.split()


def assemble(frame: Frame, parted: Parted, writer: Writer) -> bytes:
    """Return the main part with the document in it; faults are left in the writer's findings."""
    shape = parted.shape
    if shape not in frame.pressed:
        frame.pressed[shape] = _press(frame, parted, writer.looks)
    pressed, layout, galley = frame.pressed[shape]
    return write(pressed, Sheet(parted, writer, galley, *layout.lengths(parted)))


def assemble_other(frame: Frame, parted: Parted, writer: Writer) -> bytes:
    """Return another part with tags (a header, say) with the document's head in it."""
    shape = parted.shape
    if shape not in frame.pressed:
        frame.pressed[shape] = begin(frame, parted, writer.looks).flat()
    return write(frame.pressed[shape], Sheet(parted, writer))


def _press(frame: Frame, parted: Parted, looks: Looks) -> tuple[Pressed, Layout, Galley]:
    """Return the main part for documents of the shape of `parted`."""
    press = begin(frame, parted, looks)
    section = _section(press.root)
    wide = room(section)
    layout = arrange(press, looks, wide)
    _slot(press, "body", partial(_body, wide) if parted.body else None)
    if len(parted.parties) > 1:  # above the recipients: LibreOffice mixes up notes out of order
        _side_by_side(press, wide)
    if not parted.recipients:
        _clear(press, "noi_nhan")
    _slot(press, "noi_nhan", _recipients if parted.recipients else None)
    if len(parted.parties) <= 1:
        _slot(press, "chu_ky", _signer if parted.parties else None)
    _add_annexes(press, [blocks[0].landscape for blocks in parted.annexes], section)
    return press.flat(), layout, Galley()


def _body(wide: int, sheet: Sheet) -> bytes:
    return sheet.writer.blocks(sheet.parted.body, sheet.galley.inside("body"), wide, keep=True)


def _recipients(sheet: Sheet) -> bytes:
    galley = sheet.galley.inside("noi_nhan")
    return sheet.writer.foot(sheet.parted.recipients, keep=True, galley=galley)


def _signer(sheet: Sheet) -> bytes:
    return sheet.writer.foot(sheet.parted.parties[0], galley=sheet.galley.inside("chu_ky"))


def _signers(wide: int, sheet: Sheet) -> bytes:
    after = spacer(keep=True, after=GAP)
    return sheet.writer.signature(sheet.parted.parties, wide, keep=True) + after


def _annex(number: int, wide: int, end: str, sheet: Sheet) -> bytes:
    blocks, galley = sheet.parted.annexes[number], sheet.galley.inside(number)
    return sheet.writer.annex(blocks, galley, wide, end)


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


def _slot(press: Press, name: str, fill: Fill | None) -> None:
    """Put `fill` where the slot stands; nothing leaves no trace of the slot."""
    slot = press.slots.pop(name, None)
    if slot is None:
        return
    if fill:
        replace(slot, press.mark(fill))
        return
    parent = slot.getparent()
    remove(slot)
    if parent is not None:
        tidy(parent)


def _clear(press: Press, name: str) -> None:
    """Take away the words that stand around an empty slot in its cell: a title of nothing."""
    slot = press.slots.get(name)
    cell = None if slot is None else slot.getparent()
    if cell is not None and cell.tag == w("tc"):
        for paragraph in cell.findall(w("p")):
            remove(paragraph)


def _side_by_side(press: Press, wide: int) -> None:
    """Put several signers above what holds the slot of one, over the whole width."""
    slot = press.slots.get("chu_ky")
    if slot is None:
        return
    top = slot
    while (parent := top.getparent()) is not None and parent.tag != w("body"):
        top = parent
    top.addprevious(press.mark(partial(_signers, wide)))
    _slot(press, "chu_ky", None)


def _add_annexes(press: Press, landscapes: Sequence[bool], section: etree._Element) -> None:
    """Add each annex as a section, its pages numbered from 1 and the first without a number."""
    if not landscapes:
        return
    _close(press, section)
    body = section.getparent()
    own = [_annex_section(section, landscape) for landscape in landscapes]
    for number, properties in enumerate(own):
        end = "" if properties is own[-1] else inner(properties, press.root.nsmap)
        section.addprevious(press.mark(partial(_annex, number, room(properties), end)))
    if body is not None:
        replace(section, own[-1])


def _close(press: Press, section: etree._Element) -> None:
    """End the section of the plan in its last paragraph, if that is an empty one."""
    last = section.getprevious()
    instructions = [] if last is None else list(last.iter(etree.ProcessingInstruction))
    if last is None or last.tag != w("p") or words(last) or instructions:
        end = spacer(False, inner(section, press.root.nsmap))
        section.addprevious(press.mark(lambda _: end))
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
