"""Lines taken apart: at line breaks, at the tabs between two columns, after a first word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kehoach import metrics
from kehoach.paper import Line, Piece, Stroke

GAP = re.compile(
    r"\t+[\t ]*|(?<! )(?<!Số:)(?<!ngày)(?<!tháng)(?<!năm 20) {4,}(?![ /]|tháng|năm)\t*"
)
"""Tabs or many spaces, but for those that leave room for a number or a day to be written in."""

BREAK = re.compile("\n")
_SECOND = 60.0
"""Millimetres from the left where the second column of a head made by tabs begins, at most."""
_LONG = 45.0
"""Length in mm of a stroke under the tiêu ngữ rather than under an issuer."""
_WORDS = 80
_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Part:
    """A line, or what stands in one of its columns, and the number of that column."""

    line: Line
    column: int = 0

    @property
    def text(self) -> str:
        """Return the words."""
        return self.line.text


def parts_of(line: Line) -> list[Part]:
    """Return what the line breaks and tabs of a line part, empty ones left out."""
    made: list[Part] = []
    for whole in cut(line, BREAK):
        columns = cut(whole, GAP)
        if not whole.text.strip():
            continue
        if len(columns) == 1 or line.spot.part == "cell":
            made.append(Part(trimmed(whole), max(line.spot.column, 0)))
        else:
            made += _beside(whole, columns)
    return made


def _beside(whole: Line, columns: Sequence[Line]) -> Iterator[Part]:
    """Yield what stands in the columns that tabs make; what a tab leads stands at the right."""
    said = [trimmed(each) for each in columns if each.text.strip()]
    if len(said) == 1:
        placed = replace(said[0], layout=replace(whole.layout, align=""), strokes=whole.strokes)
        yield Part(placed, int(not columns[0].text.strip()))
        return
    for column, each in enumerate(said):
        own = tuple(stroke for stroke in whole.strokes if _column(stroke) == min(column, 1))
        yield Part(replace(each, strokes=own, layout=replace(each.layout, align="")), column)


def broken(line: Line) -> list[Line]:
    """Return the lines that the line breaks of a line part, empty ones left out."""
    return [part for part in map(trimmed, cut(line, BREAK)) if part.text]


def cut(line: Line, gap: re.Pattern[str]) -> list[Line]:
    """Return the stretches of a line between the matches of `gap`; the last has the strokes."""
    text = line.text
    ends = [(match.start(), match.end()) for match in gap.finditer(text)]
    if not ends:
        return [line]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    made = [sliced(line, start, stop) for start, stop in zip(starts, stops, strict=True)]
    last = max((i for i, each in enumerate(made) if each.text.strip()), default=len(made) - 1)
    for number, each in enumerate(made):
        if number != last and gap is BREAK:
            made[number] = replace(each, strokes=())
    return made


def sliced(line: Line, start: int, stop: int) -> Line:
    """Return the characters `start` to `stop` of a line as one of its own."""
    pieces = tuple(_pieces(line.pieces, start, stop))
    words = "".join(piece.text for piece in pieces).strip()
    return replace(
        line,
        pieces=pieces,
        where=replace(line.where, text=words[:_WORDS]),
        marker=line.marker if start == 0 else None,
        automatic=line.automatic and start == 0,
    )


def trimmed(line: Line) -> Line:
    """Return a line without the blanks at its ends."""
    text = line.text
    if text == text.strip():
        return line
    start = len(text) - len(text.lstrip())
    made = sliced(line, start, max(len(text.rstrip()), start))
    return replace(made, marker=line.marker, automatic=line.automatic)


def underlined(line: Line) -> Line:
    """Return a line with a stroke for its underlined words, if it has any."""
    under = [piece for piece in line.worded if piece.underline]
    if not under or any(stroke.made == "underline" for stroke in line.strokes):
        return line
    return replace(line, strokes=(*line.strokes, Stroke("underline", length_of(under))))


def typed(line: Line) -> Stroke:
    """Return the stroke that a line of dashes stands for."""
    return Stroke("typed", length_of(line.pieces))


def length_of(pieces: Sequence[Piece]) -> float:
    """Return about how long words are on one line, in mm."""
    return round(
        sum(
            metrics.width(p.text.upper() if p.caps else p.text, p.size, p.bold, p.italic)
            for p in pieces
        )
        * _POINT,
        2,
    )


def is_bold(line: Line) -> bool:
    """Return whether all words of a line are bold."""
    worded = line.worded
    return bool(worded) and all(piece.bold for piece in worded)


def is_italic(line: Line) -> bool:
    """Return whether all words of a line are italic."""
    worded = line.worded
    return bool(worded) and all(piece.italic for piece in worded)


def _pieces(pieces: Sequence[Piece], start: int, stop: int) -> Iterator[Piece]:
    at = 0
    for piece in pieces:
        text = piece.text[max(start - at, 0) : max(stop - at, 0)]
        at += len(piece.text)
        if text:
            yield replace(piece, text=text)


def _column(stroke: Stroke) -> int:
    """Return the column of a head made by tabs under which a stroke stands."""
    if stroke.x is None:
        return int((stroke.length or 0.0) >= _LONG)
    return int(stroke.x >= _SECOND)
