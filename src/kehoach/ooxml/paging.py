"""The pages of a Word file: sections, their margins, and the numbers in headers and footers.

ECMA-376 part 1, 17.6 and 17.10: a section without a header of a kind has that of the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from lxml import etree

from kehoach.diagnostic import Place
from kehoach.ooxml.inherit import Inherited
from kehoach.ooxml.package import Parts, R, parse_xml, relationships, w
from kehoach.ooxml.said import measure
from kehoach.ooxml.style import integer, toggle, value
from kehoach.paper import Layout, Line, PageNumber, Piece, Section, Spot

TWIPS = 25.4 / 1440
_LETTER = 12240.0, 15840.0
_INCH = 1440.0
_KINDS = {"default": "default", "first": "first", "even": "even"}
_FIELD = re.compile(r"\s*PAGE\b", re.I)
_ALIGNS = {"start": "left", "end": "right", "distribute": "both"}
_STOPS = {"center": "center", "right": "right", "end": "right"}


class Band(NamedTuple):
    """A header or footer: the look of its numbers, and its lines."""

    numbers: tuple[PageNumber, ...]
    lines: tuple[Line, ...]


def aligned(align: str | None) -> str:
    """Return a `w:jc` as printed: `left center right both` (17.18.44)."""
    made = _ALIGNS.get(align or "left", align or "left")
    return made if made in ("left", "center", "right") else "both"


def sections(root: etree._Element) -> list[etree._Element]:
    """Return the properties of each section in order; those of the last stand in the body."""
    holders = {w("pPr"), w("body")}
    return [
        section
        for section in root.iter(w("sectPr"))
        if (parent := section.getparent()) is not None and parent.tag in holders
    ]


def read_sections(
    found: list[etree._Element], bands: Mapping[str, Band], *, even: bool, where: Place
) -> tuple[Section, ...]:
    """Return the sections of `found`, each a `w:sectPr`; one as Word makes it if there is none.

    `bands` has headers and footers by the id of their relationship; `even` says that even pages
    have their own.
    """
    made = []
    used: dict[tuple[str, str], str] = {}
    for section in found or [etree.Element(w("sectPr"))]:
        for part in ("header", "footer"):
            for reference in section.findall(w(f"{part}Reference")):
                kind = _KINDS.get(value(reference, "type"), "default")
                used[part, kind] = reference.get(f"{{{R}}}id", "")
        kinds = ["default", *(["first"] if toggle(section, "titlePg") else [])]
        kinds += ["even"] if even else []
        numbers = tuple(
            replace(number, part=part, pages=kind)
            for (part, kind), id in used.items()
            if kind in kinds and id in bands
            for number in bands[id].numbers
        )
        made.append(_section(section, numbers, where))
    return tuple(made)


def _section(element: etree._Element, numbers: tuple[PageNumber, ...], where: Place) -> Section:
    size, margins = element.find(w("pgSz")), element.find(w("pgMar"))
    counted = element.find(w("pgNumType"))
    top, bottom, left, right = (
        _length(margins, side, _INCH) for side in ("top", "bottom", "left", "right")
    )
    return Section(
        width=_length(size, "w", _LETTER[0]),
        height=_length(size, "h", _LETTER[1]),
        top=abs(top),
        bottom=abs(bottom),
        left=round(left + _length(margins, "gutter", 0), 2),
        right=right,
        title_page=bool(toggle(element, "titlePg")),
        restart=None if counted is None else _whole(value(counted, "start")),
        format="decimal" if counted is None else value(counted, "fmt") or "decimal",
        numbers=numbers,
        where=where,
    )


def _whole(text: str) -> int | None:
    return integer(text, 0) if text else None


def _length(element: etree._Element | None, name: str, default: float) -> float:
    twips = None if element is None else measure(value(element, name))
    return round((default if twips is None else twips) * TWIPS, 2)


def bands(parts: Parts, main: str, path: str, looks: Inherited) -> dict[str, Band]:
    """Return the headers and footers that the main part points to, by relationship id."""
    return {
        link.id: _band(parse_xml(parts[link.target]), Place(path, link.target), link.kind, looks)
        for link in relationships(parts, main)
        if link.kind in ("header", "footer") and not link.external
        if link.target in parts and link.target.endswith(".xml")
    }


def _band(root: etree._Element, place: Place, part: str, looks: Inherited) -> Band:
    numbers: list[PageNumber] = []
    lines: list[Line] = []
    for count, paragraph in enumerate(_paragraphs(root), start=1):
        properties = paragraph.find(w("pPr"))
        pieces, at = _words(paragraph, properties, looks)
        text = "".join(piece.text for piece in pieces)
        where = replace(place, paragraph=count, text=text[:80])
        align = _across(paragraph, properties, looks, text if at is None else text[: at[1]])
        if at is not None:
            number = replace(at[0], text=text.strip())
            numbers.append(PageNumber(part, "default", align, number, where))
        if text.strip():
            lines.append(Line("", pieces, where, 0.0, layout=Layout(align), spot=Spot(part)))
    return Band(tuple(numbers), tuple(lines))


def _paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs of a part, those of a form that Word only falls back on left out."""
    for element in root:
        if str(element.tag).endswith("}Fallback"):
            continue
        if element.tag == w("p"):
            yield element
        yield from _paragraphs(element)


def _words(
    paragraph: etree._Element, properties: etree._Element | None, looks: Inherited
) -> tuple[tuple[Piece, ...], tuple[Piece, int] | None]:
    """Return the words of a paragraph, and the look of its page number and where that stands."""
    pieces: list[Piece] = []
    depth, instruction, at = 0, "", None
    for run, simple in _runs(paragraph):
        look = looks.characters(properties, run.find(w("rPr")))
        piece = Piece("", look.font or "", look.size or 10.0, bool(look.bold), bool(look.italic))
        if simple and _FIELD.match(simple) and at is None:
            at = piece, sum(len(p.text) for p in pieces)
        for child in run:
            kind = value(child, "fldCharType") if child.tag == w("fldChar") else ""
            depth += (kind == "begin") - (kind == "end")
            if child.tag == w("instrText") and depth:
                instruction += child.text or ""
            elif kind in ("separate", "end"):
                if _FIELD.match(instruction) and at is None:
                    at = piece, sum(len(p.text) for p in pieces)
                instruction = ""
            text = "\t" if child.tag in (w("tab"), w("ptab")) else ""
            text = child.text or "" if child.tag == w("t") else text
            if text:
                pieces.append(replace(piece, text=text))
                if at is not None and not at[0].text and text.strip().isalnum():
                    at = replace(piece, text=text), at[1]
    return tuple(pieces), at


def _runs(parent: etree._Element, simple: str = "") -> Iterator[tuple[etree._Element, str]]:
    """Yield the runs of a paragraph, with the instruction of the simple field around each."""
    for element in parent:
        if element.tag == w("r"):
            yield element, simple
        elif element.tag == w("fldSimple"):
            found = list(_runs(element, value(element, "instr")))
            yield from found or [(etree.Element(w("r")), value(element, "instr"))]
        elif element.tag not in (w("pPr"), w("del"), w("moveFrom")):
            yield from _runs(element, simple)


def _across(
    paragraph: etree._Element,
    properties: etree._Element | None,
    looks: Inherited,
    before: str,
) -> str:
    """Return where a line of a header stands: by its frame, its tabs, or its alignment."""
    lie = looks.paragraph(properties)
    if lie.frame in ("center", "right", "left"):
        return lie.frame
    placed = [value(tab, "alignment") for tab in paragraph.iter(w("ptab"))]
    if placed:
        return _STOPS.get(placed[-1], "left")
    stops = [kind for _, kind in lie.tabs or () if kind not in ("clear", "bar")]
    count = before.count("\t")
    if count and stops:
        return _STOPS.get(stops[min(count, len(stops)) - 1], "left")
    box = next((b for b in _boxes(paragraph)), "")
    return box or aligned(lie.align)


def _boxes(paragraph: etree._Element) -> Iterator[str]:
    """Yield how the text box that a paragraph stands in is aligned, as far as it says."""
    for parent in paragraph.iterancestors():
        if str(parent.tag).endswith("}anchor"):
            for position in parent.iter():
                if str(position.tag).endswith("}positionH"):
                    yield from (c.text or "" for c in position if str(c.tag).endswith("}align"))


def tells_even(settings: etree._Element | None) -> bool:
    """Return whether even pages have headers of their own (17.10.1)."""
    return bool(settings is not None and toggle(settings, "evenAndOddHeaders"))
