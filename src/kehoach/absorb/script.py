"""A text of a plan taken apart: each printed character, and the characters that write it.

A script is the words of one line or value; what prints it may stand anywhere in the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kehoach import outline
from kehoach.absorb.written import CELL, Written
from kehoach.diagnostic import Span
from kehoach.expression import Expression, Literal
from kehoach.importer.lines import escaped, guarded_space, started
from kehoach.markup import Braces, Marked, parse
from kehoach.markup import Piece as MarkedPiece
from kehoach.outline import Point
from kehoach.source import Line

NO_BRACES = Braces()
_NO_START = ".,;:!?)]}»”"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of plan text: `raw` is how it is written, `text` what it prints.

    `text` is empty for an expression and for the call of a footnote, which are not `typed`.
    """

    raw: str
    text: str = ""
    bold: bool = False
    italic: bool = False
    typed: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment as it is written: `places[i]` is where character `i` begins and ends in the text.

    An expression or a footnote's call has one place and no `text`.
    """

    text: str
    places: tuple[tuple[int, int], ...]
    bold: bool
    italic: bool
    expression: Expression | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Script:
    """The text of `written` in pieces: what stands before them, the braces after them.

    `marker` is what is typed before the words of a point, `kind` its kind.
    """

    written: Written
    pieces: tuple[Piece, ...]
    begin: int = 0
    kind: str = ""
    marker: str = ""
    kept: bool = False
    braces: Braces = NO_BRACES
    is_point: bool = False

    def part(self, piece: int, start: int, end: int) -> Part:
        """Return characters `start:end` of a piece as they are written."""
        found = self.pieces[piece]
        if found.expression or found.note:
            first, last = found.places[0]
            return Part(self.written.text[first:last], "", found.bold, found.italic, False)
        raw = self.written.text[found.places[start][0] : found.places[end - 1][1]]
        return Part(raw, found.text[start:end], found.bold, found.italic)


def of_point(written: Written, point: Point) -> Script:
    """Return the script of a line of prose."""
    text = written.text
    lead = len(text) - len(text.lstrip())
    begin = lead
    if point.kind:
        begin = lead + len(point.typed) + point.kept
        begin += len(text[begin:]) - len(text[begin:].lstrip())
    pieces, braces = _pieces(text, begin)
    return Script(written, pieces, begin, point.kind, point.typed, point.kept, braces, True)


def of_text(written: Written) -> Script:
    """Return the script of a value, or of a cell of CSV, in which nothing is markup."""
    text = written.text
    if written.style == CELL:
        places = tuple((at, at + 1) for at in range(len(text)))
        return Script(written, (Piece(text, places, False, False),) if text else ())
    begin = len(text) - len(text.lstrip())
    pieces, braces = _pieces(text, begin)
    return Script(written, pieces, begin, braces=braces)


def of_note(written: Written, begin: int) -> Script:
    """Return the script of a footnote, whose words begin at `begin` of its line."""
    pieces, _ = _pieces(written.text, begin)
    return Script(written, pieces, begin, is_point=False)


def _pieces(text: str, begin: int) -> tuple[tuple[Piece, ...], Braces]:
    marked, _ = parse(Line(text, Span("", 1, 1, 1, len(text) + 1)), begin)
    return tuple(_placed(text, marked)), marked.braces


def _placed(text: str, marked: Marked) -> Iterator[Piece]:
    for piece in marked.pieces:
        if isinstance(piece.segment, Literal):
            places = tuple(_places(text, piece.segment))
            yield Piece(piece.segment.text, places, piece.bold, piece.italic)
        elif piece.span:
            place = (piece.span.column - 1, piece.span.end_column - 1)
            yield Piece("", (place,), piece.bold, piece.italic, piece.segment, piece.note)


def _places(text: str, literal: Literal) -> Iterator[tuple[int, int]]:
    """Yield where each character of a literal is written, its backslash included."""
    count = len(literal.text)
    first = literal.span.column - 1
    columns = literal.columns
    at = [column - 1 for column in columns] if columns else list(range(first, first + count))
    starts = []
    for number, index in enumerate(at):
        escape = (
            index > 0 and text[index - 1] == "\\" and (not number or at[number - 1] < index - 1)
        )
        starts.append(index - escape if not number or at[number - 1] < index - escape else index)
    last = max(literal.span.end_column - 1, at[-1] + 1)
    for start, end in zip(starts, [*starts[1:], last], strict=True):
        yield start, max(start, end)


def new_part(text: str, bold: bool, italic: bool) -> Part:
    """Return words that come from the edited file."""
    return Part(escaped(text), text, bold, italic)


def assembled(parts: Iterable[Part]) -> str:
    """Return parts as plan text: stars where the look changes, a backslash where stars need it."""
    text = ""
    bold = italic = False
    for part in parts:
        raw = part.raw
        if not raw:
            continue
        opens = (part.bold and not bold) or (part.italic and not italic)
        turns = part.bold != bold or part.italic != italic
        digits = turns and raw[0].isdigit() and text[-1:].isdigit()
        if part.typed and (digits or (opens and (raw[0].isspace() or raw[0] in _NO_START))):
            raw = "\\" + raw
        text += "**" * (part.bold != bold) + "*" * (part.italic != italic) + raw
        bold, italic = part.bold, part.italic
    return text + "**" * bold + "*" * italic


def plain(parts: Iterable[Part]) -> list[Part]:
    """Return parts with every typed word escaped anew: no backslash of the writer is left."""
    return [
        Part(escaped(p.text), p.text, p.bold, p.italic) if p.typed else p
        for p in joined_looks(parts)
    ]


def joined_looks(parts: Iterable[Part]) -> list[Part]:
    """Return parts with neighbours that are typed in one look as one."""
    made: list[Part] = []
    for part in parts:
        last = made[-1] if made else None
        same = last and last.typed and part.typed
        if last and same and (last.bold, last.italic) == (part.bold, part.italic):
            made[-1] = Part(last.raw + part.raw, last.text + part.text, part.bold, part.italic)
        elif part.raw:
            made.append(part)
    return made


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands around the words of a line: marker and braces."""

    kind: str = ""
    marker: str = ""
    kept: bool = False
    words: tuple[str, ...] = ()
    id: str = ""


def line_of(head: Heading, parts: Sequence[Part]) -> str | None:
    """Return the line of prose that prints `parts` behind a marker, None when none does."""
    for made in (joined_looks(parts), plain(parts)):
        words = assembled(made)
        sign = f"{'=' * head.kept}{head.marker}"
        text = f"{sign} {guarded_space(words)}".rstrip(" ") if sign else started(words)
        for braces in (f"#{head.id}" if head.id else "", *head.words):
            text += f" {{{braces}}}" if braces else ""
        prose, findings = outline.read(
            [Line(text, Span("", 1, 1, 1, len(text) + 1))], Span("", 1, 1)
        )
        slips = any(found.code.startswith(("E", "O003")) for found in findings)
        point = prose.points[0] if len(prose.points) == 1 else None
        if point and not slips and bool(point.kind) == bool(sign) and prints(point.text, made):
            return text
    return None


def value_of(parts: Sequence[Part], style: str = "") -> str | None:
    """Return the text of a value that prints `parts`, None when none does."""
    if style == CELL:
        return "".join(part.text for part in parts)
    for made in (joined_looks(parts), plain(parts)):
        text = guarded_space(assembled(made))
        if text == "?":
            text = "\\?"
        marked, findings = parse(Line(text, Span("", 1, 1, 1, len(text) + 1)))
        if not findings and prints(marked, made):
            return text
    return None


def prints(marked: Marked, parts: Iterable[Part]) -> bool:
    """Return whether a text prints these parts."""
    wanted = (
        (p.typed, p.text if p.typed else _call(p.raw), p.bold, p.italic)
        for p in parts
        if p.text or not p.typed
    )
    return _sequence(wanted) == _sequence(map(_said, marked.pieces))


_Said = tuple[bool, str, bool, bool]


def _said(piece: MarkedPiece) -> _Said:
    """Return a piece of marked text: whether it is typed, its words, its look."""
    if isinstance(piece.segment, Literal):
        return True, piece.segment.text, piece.bold, piece.italic
    if piece.segment:
        return False, f"{{{{{piece.segment.source}}}}}", piece.bold, piece.italic
    return False, f"[^{piece.note}]", False, False


def _call(raw: str) -> str:
    """Return how an expression or a footnote's call is compared: without inner space."""
    return f"{{{{{raw[2:-2].strip()}}}}}" if raw.startswith("{{") else raw


def _sequence(said: Iterable[_Said]) -> list[_Said]:
    """Return what is said with neighbours of one look joined and no space at its end."""
    made: list[_Said] = []
    for typed, text, bold, italic in said:
        looks = (bold, italic) if not text.startswith("[^") or typed else (False, False)
        if typed and made and made[-1][0] and made[-1][2:] == looks:
            made[-1] = (True, made[-1][1] + text, *looks)
        else:
            made.append((typed, text, *looks))
    while made and made[-1][0] and not made[-1][1].strip(" \t"):
        made.pop()
    if made and made[-1][0]:
        made[-1] = (True, made[-1][1].rstrip(" \t"), *made[-1][2:])
    return made
