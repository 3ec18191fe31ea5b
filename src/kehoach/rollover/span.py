"""From one year to another: the years of a plan, its days, and how dates move between them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date

from kehoach import working_days
from kehoach.values import Day, Period

_SEASON = 1
"""A period that goes over into as many years is the plan's own; a longer one is a stage."""


@dataclass(frozen=True, slots=True)
class Years:
    """The year of a plan, the one it is moved to, and all years that `own` says are the plan's."""

    old: int
    new: int
    own: frozenset[int]

    @property
    def step(self) -> int:
        """Return how many years a date moves."""
        return self.new - self.old


def years(old: int, new: int, duration: Period | None) -> Years:
    """Return the years of a plan of the year `old` that lasts `duration`."""
    own = {old}
    if duration and duration.start.year and duration.end.year and not is_stage(duration):
        own |= {duration.start.year, duration.end.year}
    return Years(old, new, frozenset(own))


def is_stage(period: Period) -> bool:
    """Return whether a period is one of several years, such as 2021..2025, that plans stand in."""
    start, end = period.start.year or 0, period.end.year or 0
    return end - start > _SEASON or (end > start and not (period.start.month or period.end.month))


def shifted(day: Day, step: int) -> Day:
    """Return a date `step` years later; 29 February becomes 28 in other years."""
    if day.year is None:
        return day
    year, last = day.year + step, day.day
    if day.month and last:
        last = min(last, calendar.monthrange(year, day.month)[1])
    return replace(day, year=year, day=last)


def on_working_day(day: Day, direction: int) -> tuple[Day, str]:
    """Return a date moved to a working day, and in Vietnamese why; other dates as they are."""
    if not (day.year and day.month and day.day):
        return day, ""
    there = date(day.year, day.month, day.day)
    why = working_days.day_off(there)
    found = working_days.working_day(there, direction)
    return Day(found.year, None, found.month, found.day), why


def iso(period: Period) -> str:
    """Return a period as a plan writes it."""
    ends = dict.fromkeys((period.start.iso, period.end.iso))
    return "..".join(ends)


def numeric(day: date) -> str:
    """Return a day in figures: `15/01/2024`."""
    return Day(day.year, None, day.month, day.day).numeric()
