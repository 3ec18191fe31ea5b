"""From what a file says of characters and paragraphs to what is seen on paper."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.ooxml.legacy import decode, encoding_of
from kehoach.ooxml.paging import TWIPS, aligned
from kehoach.ooxml.said import Characters, Lie
from kehoach.ooxml.text import clean
from kehoach.paper import Layout, Piece, Stroke

_PLAIN = "Times New Roman", 10.0
"""Font and size of characters of which nothing in the file speaks: what Word takes."""
_SINGLE = 240.0


def piece(text: str, look: Characters) -> Piece:
    """Return words in Unicode, in NFC, without characters that show nothing.

    A font «Times New Roman Bold» prints bold, whatever the run says.
    """
    font, size = look.font or _PLAIN[0], look.size or _PLAIN[1]
    face = font.lower().split()
    return Piece(
        clean(decode(text, encoding_of(font))),
        font,
        size,
        bool(look.bold) or "bold" in face,
        bool(look.italic) or "italic" in face,
        bool(look.underline),
        bool(look.caps),
        look.colour or "",
        look.spread or 0.0,
    )


def layout_of(lie: Lie) -> Layout:
    """Return how a paragraph lies in millimetres, points and lines."""
    fixed = lie.rule is not None and lie.rule != "auto"
    line = _SINGLE if lie.line is None else lie.line
    left, right, first = (
        round((twips or 0.0) * TWIPS, 2) for twips in (lie.left, lie.right, lie.first)
    )
    return Layout(
        aligned(lie.align),
        left,
        right,
        first,
        before=lie.before or 0.0,
        after=lie.after or 0.0,
        spacing=None if fixed else round(line / _SINGLE, 3),
    )


def borders(lie: Lie, layout: Layout, room: float, said: bool) -> Iterator[Stroke]:
    """Yield the line that the border of a paragraph draws: below its words, or if it has none."""
    if lie.bottom or (lie.top and not said):
        length = round(room - layout.left - layout.right, 2)
        yield Stroke("border", length if length > 0 else None, layout.left)
