"""The words of a paragraph: its current text as runs, with what stands for a character.

Current text is what a reader sees when every tracked change is accepted (ECMA-376 part 1, 17.13.5).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from lxml import etree

from kehoach.document import Run
from kehoach.ooxml.package import w
from kehoach.ooxml.style import Styles, value

MARKER = "marker"
KEPT = "marker kept"
FIXED_WORDS = ("fixed", "fixed words")
"""The second, since Word and LibreOffice want the names of all styles to differ."""

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BOX = w("txbxContent")
_INSIDE = {w("hyperlink"), w("ins"), w("moveTo"), w("smartTag"), w("customXml"), w("sdt")}
_INSIDE |= {w("sdtContent"), w("fldSimple"), w("dir"), w("bdo")}
"""Elements between a paragraph and its runs; what is not listed (`del`, `moveFrom`) is gone."""
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_THROUGH = _INSIDE | {f"{MATH}oMath", f"{MATH}oMathPara"}
_BAD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")

_CHARACTERS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}


class Piece(NamedTuple):
    """A run and the role of its character style: `marker`, `fixed words` …, mostly empty."""

    role: str
    run: Run


class TextReader(NamedTuple):
    """Reads paragraphs with the styles and footnotes (by id) of their package.

    A footnote stands where it is first referred to, and is used up by it.
    """

    styles: Styles
    notes: dict[str, etree._Element]

    def pieces(self, paragraph: etree._Element) -> list[Piece]:
        """Return the runs of `paragraph` in order, footnotes among them."""
        found = []
        for element in _runs(paragraph):
            properties = element.find(w("rPr"))
            role = self.styles.character_role(properties)
            bold, italic = self.styles.look(properties)
            for text, note in self._content(element):
                run = Run(text, bold, italic) if note is None else Run("", note=note)
                found.append(Piece(role, run))
        return found

    def _content(self, run: etree._Element) -> Iterator[tuple[str, tuple[Run, ...] | None]]:
        """Yield each text of `run`, and each footnote as its own runs."""
        for element in run:
            if element.tag == w("footnoteReference"):
                note = self.notes.pop(value(element, "id"), None)
                if note is not None:
                    yield "", self._note(note)
            elif element.tag == _ALTERNATE:
                for fallback in element.findall(_FALLBACK):
                    yield from self._content(fallback)
            elif text := character(element):
                yield text, None

    def _note(self, note: etree._Element) -> tuple[Run, ...]:
        """Return the runs of a footnote, its paragraphs parted by line breaks.

        The space that Word puts after the number of a footnote made by hand is left out.
        """
        inner = TextReader(self.styles, {})
        runs: list[Run] = []
        for index, paragraph in enumerate(note.iter(w("p"))):
            found = [p.run for p in inner.pieces(paragraph) if p.role not in FIXED_WORDS]
            if index:
                runs.append(Run("\n"))
            elif found and not self.styles.role(paragraph.find(w("pPr"))):
                found[0] = replace(found[0], text=found[0].text.removeprefix(" "))
            runs += found
        return tuple(runs)


def _runs(parent: etree._Element) -> Iterator[etree._Element]:
    for element in parent:
        if element.tag == w("r"):
            yield element
        elif element.tag in _INSIDE:
            yield from _runs(element)


def run_elements(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield the runs of a paragraph that are there when its tracked changes are accepted.

    What stands there in two forms is taken once (ECMA-376 part 3, 10.2.1).
    """
    for element in parent:
        if element.tag in (w("r"), f"{MATH}r"):
            yield element
        elif element.tag in _THROUGH:
            yield from run_elements(element)
        elif element.tag == _ALTERNATE:
            yield from next(filter(None, (list(run_elements(form)) for form in element)), [])


def text_boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the content of each text box that a paragraph holds, of a box in two forms the first.

    Word writes a box as a drawing with a picture to fall back on (ECMA-376 part 3, 10.2.1).
    """
    for run in _runs(paragraph):
        yield from _boxes(run)


def _boxes(parent: etree._Element) -> Iterator[etree._Element]:
    for element in parent:
        if element.tag == _BOX:
            yield element
        elif element.tag == _ALTERNATE:
            yield from next(filter(None, (list(_boxes(form)) for form in element)), [])
        else:
            yield from _boxes(element)


def character(element: etree._Element) -> str:
    """Return what a child of a run stands for in the text, empty when for nothing."""
    if element.tag == w("t"):
        text = (element.text or "").replace("\n", " ")
        return text if element.get(_SPACE) == "preserve" else text.strip(" \t\r")
    if element.tag == w("br"):
        return "\n" if value(element, "type") in ("", "textWrapping") else ""
    if element.tag == w("sym"):
        return _symbol(value(element, "char"))
    return _CHARACTERS.get(str(element.tag), "")


def clean(text: str) -> str:
    """Return text in NFC without characters that no plan can hold."""
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text  # nothing that cannot be held, nor of a font's own, can be printed
    plain = "".join(chr(ord(c) - 0xF000) if "\uf020" <= c <= "\uf07e" else c for c in text)
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _BAD.sub(" ", plain)))


def _symbol(code: str) -> str:
    """Return the character of a `w:sym`; a private code for ASCII is taken as ASCII (17.3.3.30)."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if 0xF020 <= number <= 0xF07E:
        number -= 0xF000
    return chr(number) if 0x20 <= number <= 0xD7FF or 0xE000 <= number <= 0xFFFD else ""
