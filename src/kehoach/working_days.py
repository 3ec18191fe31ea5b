"""Working days of Viet Nam: Monday to Friday but for public holidays, and days swapped with them.

Bộ luật Lao động 2019, Điều 111, 112. Which days are swapped around a holiday, the Prime Minister
says for each year; so do Tết and the second day of Quốc khánh, which are computed beyond `KNOWN`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays.countries.vietnam import Vietnam

KNOWN = 2026
"""The last year whose swapped days and length of Tết are known."""

_WEEKEND: Mapping[int, str] = {5: "thứ Bảy", 6: "Chủ nhật"}


def day_off(day: date) -> str:
    """Return in Vietnamese why `day` is no working day, an empty text when it is one."""
    calendar = _calendar(day.year)
    if day in calendar:
        return str(calendar[day])
    return "" if calendar.is_working_day(day) else _WEEKEND[day.weekday()]


def working_day(day: date, step: int = 1) -> date:
    """Return `day`, or the working day nearest to it: after it, before it when `step` is -1."""
    while day_off(day):
        day += timedelta(days=step)
    return day


@cache
def _calendar(year: int) -> Vietnam:
    from holidays.countries.vietnam import Vietnam

    return Vietnam(years=year, language="vi")  # type: ignore[no-untyped-call]
