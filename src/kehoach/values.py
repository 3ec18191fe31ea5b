"""Dates, periods and amounts: read from a plan's text, printed as the decree wants them.

Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục 4: days below 10 and the months 1 and 2 are
written with two digits, other months as they are.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from decimal import Decimal

from kehoach.diagnostic import N_, Span

UNKNOWN_MARK = "?"
DOTS = "……………"
"""What stands in print for what is not known yet."""

_BLANK = "……"
"""What stands for a day or a month that is filled in by hand."""

_DAY = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(\d{2})(?:-(\d{2}))?))?")
_LOOSE = re.compile(
    r"(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})|(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?"
)
_ENDS = re.compile(r"\s*(?:\.\.|–|—|\bđến\b)\s*|\s+-\s+")
"""Dates and periods as they are written outside plans."""

_QUARTERS = ("I", "II", "III", "IV")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_COMPARATORS = (
    (("không vượt quá", "không quá", "tối đa", "nhiều nhất"), "<="),
    (("ít nhất", "tối thiểu", "không dưới", "trở lên"), ">="),
    (("trên", "hơn"), ">"),
    (("dưới",), "<"),
)


@dataclass(frozen=True, slots=True)
class Day:
    """A date as far as it is known: a year, a quarter or a month of it, a day. No year: `?`."""

    year: int | None
    quarter: int | None = None
    month: int | None = None
    day: int | None = None
    span: Span | None = field(default=None, compare=False)

    @property
    def known(self) -> bool:
        """Return whether anything of the date is known."""
        return self.year is not None

    @property
    def first(self) -> tuple[int, int, int]:
        """Return the first day that it can mean, as (year, month, day)."""
        month = self.month or (self.quarter * 3 - 2 if self.quarter else 1)
        return self.year or 0, month, self.day or 1

    @property
    def last(self) -> tuple[int, int, int]:
        """Return the last day that it can mean, as (year, month, day)."""
        year = self.year or 9999
        month = self.month or (self.quarter * 3 if self.quarter else 12)
        return year, month, self.day or calendar.monthrange(year, month)[1]

    @property
    def iso(self) -> str:
        """Return the date as a plan writes it."""
        if self.year is None:
            return UNKNOWN_MARK
        parts = [f"{self.year:04d}"]
        if self.quarter:
            parts.append(f"Q{self.quarter}")
        parts += [f"{number:02d}" for number in (self.month, self.day) if number]
        return "-".join(parts)

    def numeric(self) -> str:
        """Return `15/01/2024`, `01/2024`, `I/2024` or `2024`."""
        if self.year is None:
            return DOTS
        parts = [f"{self.day:02d}"] if self.day else []
        parts += [_month(self.month)] if self.month else []
        parts += [_QUARTERS[self.quarter - 1]] if self.quarter else []
        return "/".join([*parts, str(self.year)])

    def words(self) -> str:
        """Return `ngày 15/01/2024`, `tháng 01/2024`, `quý I/2024` or `năm 2024`."""
        return f"{self._word()} {self.numeric()}"

    def long(self) -> str:
        """Return `ngày 15 tháng 01 năm 2024`, without what is not known."""
        if self.year is None:
            return f"ngày {DOTS}"
        parts = [f"ngày {self.day:02d}"] if self.day else []
        parts += [f"tháng {_month(self.month)}"] if self.month else []
        parts += [f"quý {_QUARTERS[self.quarter - 1]}"] if self.quarter else []
        return " ".join([*parts, f"năm {self.year}"])

    def cited(self, long: bool = False) -> str:
        """Return the date as a citation gives it, dots in place of a day or month not known yet."""
        if self.year is None or self.quarter:
            return self.long() if long else self.words()
        day = f"{self.day:02d}" if self.day else _BLANK
        month = _month(self.month) if self.month else _BLANK
        parts = f"ngày {day} tháng {month} năm {self.year}"
        return parts if long else f"ngày {day}/{month}/{self.year}"

    def _word(self) -> str:
        if self.day or self.year is None:
            return "ngày"
        return "tháng" if self.month else "quý" if self.quarter else "năm"


@dataclass(frozen=True, slots=True)
class Period:
    """From one date through another, both included."""

    start: Day
    end: Day
    span: Span | None = field(default=None, compare=False)

    @property
    def known(self) -> bool:
        """Return whether both ends are known."""
        return self.start.known and self.end.known

    def words(self) -> str:
        """Return `từ tháng 01/2024 đến tháng 12/2024`, or the one date when both are the same."""
        if self.start == self.end:
            return self.start.words()
        return f"từ {self.start.words()} đến {self.end.words()}"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what bounds it: comparator (`=`, `>`, `>=`, `<`, `<=`), number, unit."""

    comparator: str
    number: Decimal
    unit: str


def parse_day(text: str, span: Span | None = None) -> Day | None:
    """Return the date in `2024`, `2024-Q1`, `2024-01`, `2024-01-15` or `?`; None for any other."""
    if text == UNKNOWN_MARK:
        return Day(None, span=span)
    match = _DAY.fullmatch(text)
    if not match:
        return None
    year, quarter, month, day = (int(part) if part else None for part in match.groups())
    if not year or (match[3] and not month) or (match[4] and not day):
        return None
    if (month and month > 12) or (month and day and day > calendar.monthrange(year, month)[1]):
        return None
    return Day(year, quarter, month, day, span)


def parse_period(text: str, span: Span | None = None) -> Period | None:
    """Return the period in `2024-01..2024-12`, or in one date alone; None for any other text.

    The ends are not compared: see `Period.start` and `Period.end`.
    """
    first, dots, last = text.partition("..")
    start = parse_day(first.strip(), span)
    end = parse_day(last.strip(), span) if dots else start
    return Period(start, end, span) if start and end else None


def explain(text: str, *, period: bool) -> tuple[str, str, dict[str, object]] | None:
    """Return message, hint and arguments for a text that is no date, or None when it is no guess.

    `15/01/2024` was meant to be `2024-01-15`, and there is no `2024-02-30`.
    """
    meant = [_meant(part.strip()) for part in _ENDS.split(text.strip())]
    if not all(meant) or len(meant) > 1 + period:
        return None
    for iso in meant:
        if parse_day(iso) is None:
            year, month, *_ = (int(number) for number in iso.split("-"))
            if not year or not 1 <= month <= 12:
                message, hint = (
                    N_("there is no month {month}"),
                    N_("write 2024-01-15: year, month, day"),
                )
                return message, hint, {"month": iso[: len("2024-01")]}
            message, hint = N_("there is no day {day}"), N_("{month} has {days} days")
            days = calendar.monthrange(year, month)[1]
            return message, hint, {"day": iso, "month": iso[: len("2024-01")], "days": days}
    message = N_("this is not a period") if period else N_("this is not a date")
    return message, N_("did you mean {best}?"), {"best": "..".join(meant)}


def _meant(text: str) -> str:
    """Return the date that `text` is in some usual form, as a plan writes it; empty for none."""
    if _DAY.fullmatch(text):
        return text
    match = _LOOSE.fullmatch(text)
    if not match:
        return ""
    day, month, year = match[1], match[2], match[3]
    if match[4]:
        year, month, day = match[4], match[5], match[6]
    return f"{year}-{month:0>2}" + (f"-{day:0>2}" if day else "")


def parse_amount(words: str) -> Amount | None:
    """Return the first number in `words` with its comparator and unit, or None without a number.

    Numbers are written the Vietnamese way: `1.234,5`.
    """
    match = _NUMBER.search(words)
    if not match:
        return None
    lower = words.lower()
    found = (sign for starts, sign in _COMPARATORS if any(start in lower for start in starts))
    number = Decimal(match[0].replace(".", "").replace(",", "."))
    unit = words[match.end() :].strip()
    return Amount(next(found, "="), number, unit)


def decimal(number: float) -> str:
    """Return a number as Vietnamese writes it, at most six places after the comma: `12,5`."""
    text = f"{number:.6f}".rstrip("0").rstrip(".")
    return text.replace(".", ",")


def _month(month: int) -> str:
    return f"{month:02d}" if month <= 2 else str(month)
