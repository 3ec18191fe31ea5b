"""Working days of Viet Nam: Monday to Friday but for public holidays, and days swapped with them.

Bộ luật Lao động 2019, Điều 111, 112. Which days are swapped around a holiday, the Prime Minister
says for each year; so do Tết and the second day of Quốc khánh, which are computed beyond `KNOWN`.

`data/days-off.csv` has the days of the years that plans are made for, written down by
`scripts/list_days_off`: loading the library that computes them takes a fifth of a small build.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path

KNOWN = 2026
"""The last year whose swapped days and length of Tết are known."""

TABLE = Path(__file__).parent / "data" / "days-off.csv"

_WEEKEND: Mapping[int, str] = {5: "thứ Bảy", 6: "Chủ nhật"}


def day_off(day: date) -> str:
    """Return in Vietnamese why `day` is no working day, an empty text when it is one."""
    why = _days(day.year).get(day)
    return _WEEKEND.get(day.weekday(), "") if why is None else why


def working_day(day: date, step: int = 1) -> date:
    """Return `day`, or the working day nearest to it: after it, before it when `step` is -1."""
    while day_off(day):
        day += timedelta(days=step)
    return day


def computed(year: int) -> dict[date, str]:
    """Return the days of a year that a calendar does not tell: holidays with their names, and
    days of a weekend on which people work, with an empty text.
    """
    from holidays.countries.vietnam import Vietnam

    calendar = Vietnam(years=year, language="vi")  # type: ignore[no-untyped-call]
    days = {day: str(calendar[day]) for day in calendar if day.year == year}
    weekend = (date(year, 1, 1) + timedelta(days=number) for number in range(366))
    worked = (day for day in weekend if day.weekday() in _WEEKEND and day.year == year)
    return days | {day: "" for day in worked if calendar.is_working_day(day)}


@cache
def _days(year: int) -> dict[date, str]:
    return _written().get(year) or computed(year)


@cache
def _written() -> dict[int, dict[date, str]]:
    years: dict[int, dict[date, str]] = {}
    with TABLE.open(encoding="utf-8", newline="") as table:
        for text, name in csv.reader(table):
            day = date.fromisoformat(text)
            years.setdefault(day.year, {})[day] = name
    return years
