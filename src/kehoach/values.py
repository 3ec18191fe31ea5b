"""Dates, periods and amounts: read from a plan's text, printed as the decree wants them.

Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục 4: days below 10 and the months 1 and 2 are
written with two digits, other months as they are.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from decimal import Decimal

from kehoach.diagnostic import Span

UNKNOWN_MARK = "?"
DOTS = "……………"
"""What stands in print for what is not known yet."""

_DAY = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(\d{2})(?:-(\d{2}))?))?")
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
