"""The few filters of plan text: `{{ nop.before | ngay }}`.

Each takes a value as the plan gives it and returns the words to print; a value of the wrong kind
raises `Uncomputable` with what the filter takes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kehoach.diagnostic import N_
from kehoach.values import DOTS, UNKNOWN_MARK, Day, Period, decimal

MAX_RESULT = 20_000
"""Characters that an expression may come to."""


class Uncomputable(ValueError):
    """An expression without a value: why, and what to do, as a diagnostic says it."""

    def __init__(self, template: str, hint: str, **words: object) -> None:
        super().__init__(template.format_map(words))
        self.template, self.hint, self.words = template, hint, words


def ngay(value: object) -> str:
    """Return a date in full: `ngày 15 tháng 01 năm 2024`."""
    return _day(value, "ngay").long()


def ngay_so(value: object) -> str:
    """Return a date in figures: `15/01/2024`."""
    return _day(value, "ngay_so").numeric()


def thang_nam(value: object) -> str:
    """Return the month and the year of a date: `tháng 01 năm 2024`."""
    day = _day(value, "thang_nam")
    return Day(day.year, day.quarter, day.month).long()


def so2(value: object) -> str:
    """Return a count with at least two digits: `02`."""
    text = display(value)
    if not text.isdecimal():
        raise _takes("so2", N_("«{name}» takes a whole number"))
    return text.zfill(2)


def phan_tram(value: object) -> str:
    """Return a number as a percentage: `80` gives `80%`, `12.5` gives `12,5%`."""
    text = display(value).removesuffix("%").replace(".", ",")
    if not text.replace(",", "", 1).isdecimal():
        raise _takes("phan_tram", N_("«{name}» takes a number"))
    return f"{text}%"


def viet_hoa(value: object) -> str:
    """Return the words in capitals."""
    return display(value).upper()


def trong_cau(value: object) -> str:
    """Return the words as they stand inside a sentence: the first letter small.

    A word in capitals, such as `UBND`, stays.
    """
    text = display(value)
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def dau_cau(value: object) -> str:
    """Return the words as they begin a sentence: the first letter a capital."""
    text = display(value)
    return text[:1].upper() + text[1:]


def display(value: object) -> str:
    """Return what `{{ value }}` prints."""
    if isinstance(value, Day):
        return value.numeric()
    if isinstance(value, Period):
        return value.words()
    if isinstance(value, float):
        return decimal(value)
    if value is None or value is False:
        return ""
    return DOTS if value == UNKNOWN_MARK else str(value)


def printable(value: object) -> object:
    """Return the value of an expression. Raises `Uncomputable` for yes, no and endless words."""
    if isinstance(value, bool):
        message = N_("the expression says yes or no, and no words to print")
        raise Uncomputable(message, N_("write «a if b else c»"))
    if isinstance(value, str) and len(value) > MAX_RESULT:
        message = N_("the text is longer than {most} characters")
        raise Uncomputable(message, N_("print its parts one by one"), most=MAX_RESULT)
    return value


def _day(value: object, name: str) -> Day:
    if isinstance(value, Period):
        value = value.start
    if not isinstance(value, Day):
        raise _takes(name, N_("«{name}» takes a date"))
    return value


def _takes(name: str, message: str) -> Uncomputable:
    return Uncomputable(message, N_("take another value, or leave «| {name}» out"), name=name)


FILTERS: Mapping[str, Callable[[object], str]] = {
    filter_.__name__: filter_
    for filter_ in (ngay, ngay_so, thang_nam, so2, phan_tram, viet_hoa, trong_cau, dau_cau)
}
