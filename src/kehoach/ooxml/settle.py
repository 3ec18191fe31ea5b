"""Which line of words each drawn line stands under, and which gaps between paragraphs close."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from kehoach.ooxml.strokes import Drawn
from kehoach.paper import Line, Stroke

_LEADING = 1.15
"""Height of a line of single spacing, in sizes of its font."""
_PAGE = 300.0
"""Millimetres under its paragraph beyond which a line is drawn by mistake."""
_SIZE = 10.0
"""Points of the font of a line that has none."""


class Written(NamedTuple):
    """A paragraph, what it draws, the id of its style, and if that closes gaps between its own."""

    line: Line
    floating: tuple[Drawn, ...] = ()
    style: str = ""
    contextual: bool = False

    @property
    def said(self) -> bool:
        """Return whether it has words."""
        return bool(self.line.text.strip())


def settled(made: Sequence[Written]) -> Iterator[Line]:
    """Yield the lines with words of a body, cell or box, each with the strokes under it.

    A stroke of a blank line belongs to the words above, a floating one to the words that it hangs
    under. Strokes that no words stand above come first, on a blank line of their own.
    """
    strokes: list[list[Stroke]] = [[] for _ in made]
    first: list[Stroke] = []
    above: int | None = None
    for number, each in enumerate(made):
        before, above = above, number if each.said else above
        _at(strokes, above, first).extend(each.line.strokes)
        for drawn in each.floating:
            at = _under(made, number, drawn.below, above, before)
            _at(strokes, at, first).append(drawn.stroke)
    if first:
        yield replace(made[0].line, pieces=(), marker=None, strokes=tuple(first))
    for number, (each, own) in enumerate(zip(made, strokes, strict=True)):
        if each.said:
            line = _closed(made, number)
            yield replace(line, strokes=tuple(own)) if own or line.strokes else line


def _at(strokes: list[list[Stroke]], number: int | None, first: list[Stroke]) -> list[Stroke]:
    return first if number is None else strokes[number]


def _closed(made: Sequence[Written], number: int) -> Line:
    """Return a line without the gaps that its style closes to its like (17.3.1.9)."""
    each = made[number]
    if not each.contextual:
        return each.line
    layout = each.line.layout
    if number and made[number - 1].style == each.style:
        layout = replace(layout, before=0.0)
    if number + 1 < len(made) and made[number + 1].style == each.style:
        layout = replace(layout, after=0.0)
    return replace(each.line, layout=layout)


def _under(
    made: Sequence[Written], number: int, below: float | None, at: int | None, before: int | None
) -> int | None:
    """Return the line with words that ends before `below` mm under the top of line `number`.

    `at` is the line with words that `number` is or that stands above it, `before` that above both;
    each is None when there is none.
    """
    if below is None or below > _PAGE:
        return at
    if below < 0:
        return before
    bottom = 0.0
    for index in range(number, len(made)):
        height = _height(made[index].line)
        if bottom + height / 2 > below and index > number:
            break
        bottom += height
        if made[index].said:
            at = index
    return at


def _height(line: Line) -> float:
    """Return about how high a line is, in mm."""
    size = max((piece.size for piece in line.pieces), default=_SIZE)
    points = size * _LEADING * (line.layout.spacing or 1.0) * (1 + line.text.count("\n"))
    return (points + line.layout.before + line.layout.after) * 25.4 / 72
