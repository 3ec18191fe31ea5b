"""A document as it is printed: the pages of its PDF, with lines of text, drawn rules and fonts.

Lengths are in points from the lower left corner of the page (ISO 32000-1, 8.3.2.3).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kehoach.document import Document

TIMES = ("TimesNewRoman", "Times New Roman", "LiberationSerif", "Tinos")
"""How the names of fonts with the letters and widths of Times New Roman begin in a PDF."""

_TOP = 57.0
"""Points: 20 mm, the least top margin of a page (NĐ 30/2020/NĐ-CP, Phụ lục I, phần I)."""
_MISSING = ("\ufffd", "\ufffe", "\uffff")
"""How PDFium gives a glyph that stands for no character."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, bottom, right, top."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Return how wide it is."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that stands together on one line."""

    text: str
    box: Box


@dataclass(frozen=True)
class Page:
    """One page. `text` is all that it says, line by line in the order of the file; `fonts` gives
    the names of its fonts, and whether the file holds them.
    """

    width: float
    height: float
    text: str
    pieces: tuple[Piece, ...]
    rules: tuple[Box, ...]
    fonts: dict[str, bool]

    @cached_property
    def number(self) -> str:
        """Return the page number printed in the top margin, empty when there is none."""
        top = (p.text.strip() for p in self.pieces if in_margin(p.box, self.height))
        return next((text for text in top if text.isdigit()), "")

    @cached_property
    def body(self) -> tuple[Piece, ...]:
        """Return the pieces below the top margin."""
        return tuple(p for p in self.pieces if not in_margin(p.box, self.height))

    @cached_property
    def words(self) -> str:
        """Return all letters but the page number's, without space, in the order of the file."""
        lines = [line.strip() for line in self.text.splitlines()]
        if self.number in lines:
            lines.remove(self.number)
        return "".join("".join(line.split()) for line in lines)

    @property
    def unknown(self) -> int:
        """Return how many glyphs stand for no character."""
        return sum(self.words.count(sign) for sign in _MISSING)


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF: its path, its pages, and the tree that was printed, None when it is not known."""

    path: str
    pages: tuple[Page, ...]
    document: Document | None = None


def in_margin(box: Box, height: float) -> bool:
    """Return whether a box stands in the top margin of a page of that height."""
    return box.bottom > height - _TOP
