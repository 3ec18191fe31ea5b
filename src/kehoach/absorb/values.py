"""What a fact must say so that its print says something else.

The words that changed inside a print are found in the fact's own text; a date is read back from
the way in which it was printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kehoach.absorb.files import Files, Placed
from kehoach.absorb.holders import Holders
from kehoach.absorb.trace import Dated, Inner, Whole
from kehoach.absorb.written import CELL, Written, scalar
from kehoach.align import Edit, edits, words
from kehoach.diagnostic import Span
from kehoach.document import Run
from kehoach.expression import Literal
from kehoach.importer.lines import escaped
from kehoach.source import Scalar
from kehoach.values import Day, parse_day, parse_period

_QUARTERS = ("I", "II", "III", "IV")
_LONG = re.compile(
    r"(?:ngày (?P<day>\d{1,2}|…+| +) ?)?(?:tháng (?P<month>\d{1,2}|…+| +) ?)?"
    r"(?:quý (?P<quarter>I{1,3}|IV) ?)?năm (?P<year>\d{4})"
)
_SHORT = re.compile(
    r"(?:(?:ngày|tháng|quý|năm) )?(?:(?:(?P<day>\d{1,2}|…+)[/.-])?(?P<month>\d{1,2}|…+)[/.-]"
    r"|(?P<quarter>I{1,3}|IV)/)?(?P<year>\d{4})"
)


@dataclass(frozen=True, slots=True)
class Splice:
    """Characters `start:end` of the text of `written` become `raw`."""

    written: Written
    start: int
    end: int
    raw: str


def printed_day(text: str) -> Day | None:
    """Return the date that a document prints as `text` in any of its ways, None for no date."""
    for pattern in (_LONG, _SHORT):
        match = pattern.fullmatch(text.strip())
        if match:
            found = {key: value for key, value in match.groupdict().items() if value}
            day, month = (found.get(key, "").strip(" …") for key in ("day", "month"))
            iso = found["year"]
            if found.get("quarter"):
                iso += f"-Q{_QUARTERS.index(found['quarter']) + 1}"
            iso += f"-{month:0>2}" if month else ""
            iso += f"-{day:0>2}" if month and day else ""
            return parse_day(iso)
    return None


def spliced(
    inner: Sequence[Inner], was: str, now: str, holders: Holders
) -> tuple[Splice, ...] | None:
    """Return what makes a print of the pieces `inner` say `now`; None when they cannot.

    Words between two pieces belong to the one before, when a letter of it changed, else after.
    """
    changes = list(_changes(inner, was, now))
    made: list[Splice] = []
    dated: dict[int, str] = {}
    for number, start, end, text in changes:
        piece = inner[number]
        if piece.source is None:
            return None
        if isinstance(piece.source, Literal):
            found = _typed(piece, start, end, text, holders)
            if found is None:
                return None
            made.append(found)
        else:
            whole = dated.get(number, piece.text)
            late = len(whole) - len(piece.text)
            dated[number] = whole[: start + late] + text + whole[end + late :]
    for number, text in dated.items():
        found = _whole(inner[number].source, text, holders.files)
        if found is None:
            return None
        made.append(found)
    return tuple(made)


def _changes(inner: Sequence[Inner], was: str, now: str) -> Iterator[tuple[int, int, int, str]]:
    """Yield the pieces that changed: number, characters from and to, new words."""
    for edit, start, end in _ranges(was, now):
        at = 0
        text = "".join(word.text for word in edit.new)
        taken = False
        for number, piece in enumerate(inner):
            first, last = max(start, at), min(end, at + len(piece.text))
            inside = first < last or (start == end and at <= start <= at + len(piece.text))
            free = piece.source is not None or first < last
            if inside and free and not (taken and start == end):
                yield number, max(first - at, 0), max(last - at, 0), "" if taken else text
                taken = True
            at += len(piece.text)


def _ranges(was: str, now: str) -> Iterator[tuple[Edit, int, int]]:
    at = 0
    for edit in edits(words((Run(was),)), words((Run(now),))):
        length = sum(len(word.text) for word in edit.old)
        if not edit.same:
            yield edit, at, at + length
        at += length


def _typed(piece: Inner, start: int, end: int, text: str, holders: Holders) -> Splice | None:
    """Return the splice of words that were typed into a fact."""
    source = piece.source
    assert isinstance(source, Literal)
    found = holders.of(source)
    if found is None:
        return None
    script, number = found
    places = script.pieces[number].places
    start, end = start + piece.start, end + piece.start
    if end > len(places) or not places:
        return None
    first = places[start][0] if start < len(places) else places[-1][1]
    last = places[end - 1][1] if end > start else first
    raw = text if script.written.style == CELL else escaped(text)
    return Splice(script.written, first, last, raw)


def _whole(source: object, text: str, files: Files) -> Splice | None:
    """Return the splice of a date, or of a value that prints as it is written."""
    if isinstance(source, Whole):
        found = files.scalar(source.span)
        if found is None or not isinstance(found.node, Scalar):
            return None
        written = scalar(files, found)
        return Splice(written, 0, len(written.text), escaped(text.strip()))
    if not isinstance(source, Dated):
        return None
    found = files.scalar(source.span)
    day = printed_day(text)
    if found is None or day is None or not isinstance(found.node, Scalar):
        return None
    return dated(found, source, day, files)


def dated(found: Placed, source: Dated, day: Day, files: Files) -> Splice | None:
    """Return the splice that puts a date into the scalar where it is written."""
    written = scalar(files, found)
    period = parse_period(written.text.strip())
    if source.which is None or period is None or ".." not in written.text:
        return Splice(written, 0, len(written.text), day.iso)
    first, _, last = written.text.partition("..")
    if source.which == 0:
        return Splice(written, 0, len(first), day.iso)
    return Splice(written, len(first) + 2, len(first) + 2 + len(last), day.iso)


def set_scalar(files: Files, span: Span, text: str) -> Splice | None:
    """Return the splice that gives the scalar at `span` another text, markup and all."""
    found = files.scalar(span)
    if found is None or not isinstance(found.node, Scalar):
        return None
    written = scalar(files, found)
    return Splice(written, 0, len(written.text), text)


def combined(splices: Iterable[Splice]) -> dict[Written, str] | None:
    """Return the new text of everything written, None when two splices meet."""
    groups: dict[Written, set[Splice]] = {}
    for splice in splices:
        groups.setdefault(splice.written, set()).add(splice)
    made: dict[Written, str] = {}
    for written, found in groups.items():
        text, at = "", 0
        for splice in sorted(found, key=lambda s: (s.start, s.end)):
            if splice.start < at or (splice.start == splice.end == at and at and text):
                return None
            text += written.text[at : splice.start] + splice.raw
            at = splice.end
        made[written] = text + written.text[at:]
    return made
