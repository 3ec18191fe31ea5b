"""Dates and periods as documents write them, found in a text."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kehoach.values import Day, Period, parse_day

_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_DATE = (
    r"(?:[Nn]gày )?(?<![\d/.,-])(?P<d{n}>\d{{1,2}})[/.-](?P<m{n}>\d{{1,2}})[/.-](?P<y{n}>\d{{4}})"
    r"(?![\d/-])"
    r"|[Nn]gày (?P<D{n}>\d{{1,2}}) tháng (?P<M{n}>\d{{1,2}}) năm (?P<Y{n}>\d{{4}})"
    r"|[Tt]háng (?P<mm{n}>\d{{1,2}})(?:/| năm )(?P<my{n}>\d{{4}})"
    r"|[Qq]uý (?P<q{n}>IV|I{{1,3}}|[1-4])(?:/| năm )(?P<qy{n}>\d{{4}})"
    r"|[Nn]ăm (?P<yy{n}>(?:19|20)\d{{2}})(?!\d)"
)
_ONE = re.compile(_DATE.format(n=1))
_PERIOD = re.compile(rf"[Tt]ừ (?:{_DATE.format(n=1)}) (?:đến|tới)(?: hết)? (?:{_DATE.format(n=2)})")


class Said(NamedTuple):
    """A date that a text tells, from `start` to `end`; `day` is None for one that cannot be."""

    start: int
    end: int
    day: Day | None


class Lasting(NamedTuple):
    """A period that a text tells."""

    start: int
    end: int
    period: Period


@lru_cache(maxsize=4096)
def dates(text: str) -> tuple[Said, ...]:
    """Return the dates of a text in order: a day, a month, a quarter or a year each."""
    if "20" not in text and "19" not in text:
        return ()
    return tuple(Said(*match.span(), _day(match, 1)) for match in _ONE.finditer(text))


def periods(text: str) -> Iterator[Lasting]:
    """Yield the stretches of time that a text gives with both ends."""
    if "ừ " not in text:
        return
    for match in _PERIOD.finditer(text):
        start, end = _day(match, 1), _day(match, 2)
        if start and end:
            yield Lasting(*match.span(), Period(start, end))


def in_figures(day: datetime.date) -> str:
    """Return a date as the decree has it in figures: `05/01/2024`, `19/8/2025`."""
    return Day(day.year, None, day.month, day.day).numeric()


def latest(day: datetime.date) -> datetime.date:
    """Return the last day that is meant by a date of which the day or month may not be known.

    The first of a month may stand for the month, the first of January for the year.
    """
    if (day.month, day.day) == (1, 1):
        return datetime.date(day.year, 12, 31)
    if day.day == 1:
        return datetime.date(*Day(day.year, None, day.month).last)
    return day


def _day(match: re.Match[str], n: int) -> Day | None:
    """Return the date of group set `n`, None when there is no such day."""
    said = match.groupdict()
    if said[f"yy{n}"]:
        return Day(int(said[f"yy{n}"]))
    if said[f"qy{n}"]:
        return Day(int(said[f"qy{n}"]), _QUARTERS[said[f"q{n}"]])
    day = said[f"d{n}"] or said[f"D{n}"]
    month = said[f"m{n}"] or said[f"M{n}"] or said[f"mm{n}"]
    year = said[f"y{n}"] or said[f"Y{n}"] or said[f"my{n}"]
    return parse_day("-".join([f"{year}-{int(month):02d}", *([f"{int(day):02d}"] if day else [])]))
