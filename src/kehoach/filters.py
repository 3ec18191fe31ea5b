"""The few filters of plan text: `{{ nop.before | ngay }}`.

Each takes a value as the plan gives it and returns the words to print; a value of the wrong kind
raises `TypeError` with what the filter takes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from kehoach.values import DOTS, UNKNOWN_MARK, Day, Period


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
    text = str(value)
    if not text.isdigit():
        raise TypeError("so2 takes a whole number")
    return text.zfill(2)


def phan_tram(value: object) -> str:
    """Return a number as a percentage: `80` gives `80%`, `12.5` gives `12,5%`."""
    if not isinstance(value, int | float | Decimal):
        text = str(value).removesuffix("%").replace(",", ".")
        if not text.replace(".", "", 1).isdigit():
            raise TypeError("phan_tram takes a number")
        return f"{text.replace('.', ',')}%"
    return f"{value:g}%".replace(".", ",")


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
        return f"{value:g}".replace(".", ",")
    if value is None or value is False:
        return ""
    return DOTS if value == UNKNOWN_MARK else str(value)


def _day(value: object, name: str) -> Day:
    if isinstance(value, Period):
        value = value.start
    if not isinstance(value, Day):
        raise TypeError(f"{name} takes a date")
    return value


FILTERS: Mapping[str, Callable[[object], str]] = {
    filter_.__name__: filter_
    for filter_ in (ngay, ngay_so, thang_nam, so2, phan_tram, viet_hoa, trong_cau, dau_cau)
}
