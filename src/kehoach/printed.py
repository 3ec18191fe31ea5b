"""A document as it is printed: the pages of its PDF, with lines of text, drawn rules and fonts.

Lengths are in points from the lower left corner of the page (ISO 32000-1, 8.3.2.3).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kehoach.diagnostic import PAGE, Place
from kehoach.document import Document

TIMES = ("TimesNewRoman", "Times New Roman", "LiberationSerif", "Tinos")
"""How the names of fonts with the letters and widths of Times New Roman begin in a PDF."""

_TOP = 57.0
"""Points: 20 mm, the least top margin of a page (NĐ 30/2020/NĐ-CP, Phụ lục I, phần I)."""
_CLOSE = 12.0
"""Points below a line of text within which its rule is drawn."""
_GAP = 20.0
"""Points between two pieces that make them lines of two columns."""
_LEVEL = 3.0
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

    def middle_within(self, other: Box) -> bool:
        """Return whether its middle is between the sides of `other`."""
        return other.left <= (self.left + self.right) / 2 <= other.right


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

    @cached_property
    def lines(self) -> tuple[Piece, ...]:
        """Return the lines of the body from top to bottom; what stands far apart is not joined."""
        made: list[Piece] = []
        for piece in sorted(self.body, key=lambda p: (-round(p.box.bottom), p.box.left)):
            if made and _continues(made[-1].box, piece.box):
                made[-1] = Piece(f"{made[-1].text} {piece.text}", _around(made[-1].box, piece.box))
            else:
                made.append(piece)
        return tuple(made)

    def rule_below(self, box: Box) -> Box | None:
        """Return the rule that is drawn close below a line of text, None without one."""
        below = (rule for rule in self.rules if -1 <= box.bottom - rule.top <= _CLOSE)
        return next((rule for rule in below if rule.middle_within(box)), None)

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

    def place(self, page: int, text: str = "") -> Place:
        """Return the place of a finding on a page, counted from 1."""
        return Place(self.path, PAGE, page, text)

    def texts(self, *roles: str) -> tuple[str, ...]:
        """Return the words of the blocks in any of `roles`, without space, empty ones left out."""
        blocks = self.document.blocks if self.document else ()
        return tuple(packed(b.text) for b in blocks if b.role in roles and b.text.strip())

    def pages_with(self, words: str) -> tuple[int, ...]:
        """Return the pages, from 1, on which `words`, without space, stand in any case."""
        sought = words.casefold()
        return tuple(n for n, p in enumerate(self.pages, 1) if sought in p.words.casefold())


def in_margin(box: Box, height: float) -> bool:
    """Return whether a box stands in the top margin of a page of that height."""
    return box.bottom > height - _TOP


def packed(text: str) -> str:
    """Return `text` without any space, as pages are searched: engines part words differently."""
    return "".join(text.split())


def _continues(box: Box, piece: Box) -> bool:
    return abs(piece.bottom - box.bottom) <= _LEVEL and 0 <= piece.left - box.right + _LEVEL <= _GAP


def _around(one: Box, other: Box) -> Box:
    return Box(
        min(one.left, other.left),
        min(one.bottom, other.bottom),
        max(one.right, other.right),
        max(one.top, other.top),
    )
