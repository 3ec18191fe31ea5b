"""A line of text in another year: which years in it move, and what is to be looked at again.

Years in citations, symbols of documents, quotations, results and stages stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kehoach import working_days
from kehoach.rollover.span import Years, on_working_day, shifted
from kehoach.values import Day
from kehoach.wording.citations import citations, in_citation
from kehoach.wording.clauses import tells_of_past, words_around
from kehoach.wording.dates import dates
from kehoach.wording.percents import shares
from kehoach.wording.quotes import is_quoted

_COMPUTED = re.compile(r"\{\{.*?\}\}|\{#?[a-z][^{}]*\}")
_YEAR = re.compile(r"(?<![\w/.,-])(?:19|20)\d\d(?![\w/-]|[.,]\d)")
_DATED = r"(?:\d{1,2}/){0,2}((?:19|20)\d\d)"
_RANGE = re.compile(
    rf"(?<![\w/.-]){_DATED} ?[-–—] ?{_DATED}(?![\w/-])"
    rf"|[Tt]ừ (?:ngày |tháng |năm ){_DATED} (?:đến|tới) (?:hết )?(?:ngày |tháng |năm ){_DATED}"
)
_MARKER = re.compile(r"\s*=?(?:\d+(?:\.\d+)*\.|[A-ZĐ]+\.|[a-zđ][).]|[-+]|\(\w+\))\s")
_COUNT = re.compile(r"(?<![\w/.,-])(?P<number>\d{1,3}(?:\.\d{3})*) (?P<of>[^\W\d_]+)")
_NO_COUNT_BEFORE = re.compile(
    r"(?:Điều|khoản|điểm|[Mm]ục|số|ngày|tháng|năm|quý|Chỉ đạo|khóa|[Pp]hần|Chương|Phụ lục|lần thứ"
    r"|thứ|cấp|lớp|Đợt|đợt|Quý|Quốc lộ|đường|Khu phố|[Tt]ổ|[Ấấ]p|[Tt]hôn|Khóm|Phường|Quận) $"
)
_NO_COUNT_OF = {"tháng", "năm", "ngày", "giờ", "quý", "tuổi"}


@dataclass(frozen=True, slots=True)
class Move:
    """Characters `start:end` of a line give way to `new`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What moves in a line, and in Vietnamese what an officer has to look at."""

    moves: tuple[Move, ...] = ()
    doubts: tuple[str, ...] = ()


def look(text: str, years: Years, figures: bool = True) -> Looked:
    """Return what the new year does to a line of plan text, its figures left out if asked."""
    bare = _COMPUTED.sub(lambda match: "\ufffc" * len(match[0]), text)
    moves: list[Move] = []
    doubts: list[str] = []
    taken: list[tuple[int, int]] = []
    for match in _RANGE.finditer(bare):
        taken.append(match.span())
        found = _range(bare, match, years)
        moves += found.moves
        doubts += found.doubts
    for start, end, day in _dates(bare):
        if any(begin < end and start < stop for begin, stop in taken):
            continue
        taken.append((start, end))
        found = _date(bare, start, end, day, years)
        moves += found.moves
        doubts += found.doubts
    doubts += [f"con số {number}" for number in _figures(bare)] if figures else []
    return Looked(tuple(moves), tuple(dict.fromkeys(doubts)))


def _range(text: str, match: re.Match[str], years: Years) -> Looked:
    groups = [number for number in (1, 2, 3, 4) if match[number]]
    start, end = (int(match[number]) for number in groups)
    kept = is_quoted(text, match.start()) or in_citation(text, match.start())
    if not kept and start in years.own and 0 <= end - start <= 1:
        return Looked(
            tuple(
                Move(*match.span(number), str(int(match[number]) + years.step)) for number in groups
            )
        )
    touched = end in years.own or years.old <= end < years.new
    return Looked((), (f"“{match[0]}”",) if touched else ())


def _dates(text: str) -> Iterator[tuple[int, int, Day]]:
    """Yield the dates and then the bare years of a text."""
    for said in dates(text):
        if said.day:
            yield said.start, said.end, said.day
    for match in _YEAR.finditer(text):
        yield match.start(), match.end(), Day(int(match[0]))


def _date(text: str, start: int, end: int, day: Day, years: Years) -> Looked:
    said = text[start:end]
    if any(cited.start <= start < cited.end for cited in citations(text)):
        return Looked()
    if day.year not in years.own:
        near = day.year is not None and years.old - 1 <= day.year < years.new
        return Looked((), (f"“{said}”",) if near else ())
    if is_quoted(text, start) or in_citation(text, start):
        return Looked((), (f"“{said}”",))
    if tells_of_past(words_around(text, start)):
        return Looked((), (f"“{said}”",))
    moved = shifted(day, years.step)
    new = said.replace(str(day.year), str(moved.year))
    if day.day != moved.day:
        new = new.replace(str(day.day), str(moved.day), 1)
    _, why = on_working_day(moved, 1)
    return Looked((Move(start, end, new),), (f"“{new}” là {why}",) if why else ())


def _figures(text: str) -> Iterator[str]:
    """Yield the shares and counts that are typed in a text."""
    marker = _MARKER.match(text)
    begin = marker.end() if marker else 0
    for share in shares(text):
        yield text[share.start : share.end]
    for match in _COUNT.finditer(text, begin):
        before = text[max(0, match.start() - 12) : match.start()]
        if match["of"] in _NO_COUNT_OF or not match["of"][0].islower():
            continue
        if _NO_COUNT_BEFORE.search(before) or in_citation(text, match.start()):
            continue
        yield match["number"]


def swaps_unknown(day: Day) -> bool:
    """Return whether it is not known yet which days are swapped in the year of an exact date."""
    return bool(day.day and day.year and day.year > working_days.KNOWN)
