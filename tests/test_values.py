"""Dates, periods and amounts: read as a plan writes them, printed as the decree does."""

from __future__ import annotations

import calendar
import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.values import (
    DOTS,
    Day,
    Period,
    decimal,
    explain,
    parse_amount,
    parse_day,
    parse_period,
)


@st.composite
def days(draw: st.DrawFn) -> Day:
    """A date as far as it is known."""
    year = draw(st.integers(1, 9999))
    quarter = draw(st.none() | st.integers(1, 4))
    if quarter:
        return Day(year, quarter=quarter)
    month = draw(st.none() | st.integers(1, 12))
    last = calendar.monthrange(year, month)[1] if month else 0
    return Day(year, month=month, day=draw(st.none() | st.integers(1, last)) if month else None)


@given(days())
def test_a_day_is_read_as_it_is_written(day: Day) -> None:
    assert parse_day(day.iso) == day


@given(days(), days())
def test_a_period_is_read_as_it_is_written(start: Day, end: Day) -> None:
    assert parse_period(f"{start.iso}..{end.iso}") == Period(start, end)
    assert parse_period(f"{start.iso} .. {end.iso}") == Period(start, end)
    assert parse_period(start.iso) == Period(start, start)


@given(days())
def test_a_day_means_a_first_and_a_last_day(day: Day) -> None:
    first, last = datetime.date(*day.first), datetime.date(*day.last)
    assert first <= last
    assert first.year == last.year == day.year
    longest = 1 if day.day else 31 if day.month else 92 if day.quarter else 366
    assert (last - first).days < longest
    assert (first, last) == (first.replace(day=day.day or 1), last)


@given(st.text())
def test_any_text_is_a_day_or_none(text: str) -> None:
    for parse in (parse_day, parse_period):
        value = parse(text)
        assert value is None or value.known or "?" in text
    parse_amount(text)


@pytest.mark.parametrize(
    ("text", "numeric", "words", "long"),
    [
        ("2024-01-05", "05/01/2024", "ngày 05/01/2024", "ngày 05 tháng 01 năm 2024"),
        ("2024-02-15", "15/02/2024", "ngày 15/02/2024", "ngày 15 tháng 02 năm 2024"),
        ("2024-03-05", "05/3/2024", "ngày 05/3/2024", "ngày 05 tháng 3 năm 2024"),
        ("2019-06-29", "29/6/2019", "ngày 29/6/2019", "ngày 29 tháng 6 năm 2019"),
        ("2024-12", "12/2024", "tháng 12/2024", "tháng 12 năm 2024"),
        ("2024-Q1", "I/2024", "quý I/2024", "quý I năm 2024"),
        ("2024", "2024", "năm 2024", "năm 2024"),
        ("?", DOTS, f"ngày {DOTS}", f"ngày {DOTS}"),
    ],
)
def test_how_a_day_is_printed(text: str, numeric: str, words: str, long: str) -> None:
    day = parse_day(text)
    assert day
    assert (day.numeric(), day.words(), day.long()) == (numeric, words, long)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "24",
        "0000",
        "2024-00",
        "2024-13",
        "2024-1",
        "2024-01-00",
        "2024-01-32",
        "2023-02-29",
        "2100-02-29",
        "2024-Q0",
        "2024-Q5",
        "2024-q1",
        "2024-01-15 ",
        "15/01/2024",
        "2024/01/15",
        "2024-01-15T00:00",
        "2024-Q1-05",
        "??",
        "2024..2025",
    ],
)
def test_what_is_not_a_day(text: str) -> None:
    assert parse_day(text) is None


@pytest.mark.parametrize("text", ["", "..", "2024..", "..2024", "2024...2025", "2024-2025", "a..b"])
def test_what_is_not_a_period(text: str) -> None:
    assert parse_period(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024-01..2024-12", "từ tháng 01/2024 đến tháng 12/2024"),
        ("2024-09-18..2025-02-03", "từ ngày 18/9/2024 đến ngày 03/02/2025"),
        ("2024-Q1..2024-Q2", "từ quý I/2024 đến quý II/2024"),
        ("2024", "năm 2024"),
        ("2024..2024", "năm 2024"),
        ("2024..?", f"từ năm 2024 đến ngày {DOTS}"),
    ],
)
def test_how_a_period_is_printed(text: str, words: str) -> None:
    period = parse_period(text)
    assert period
    assert period.words() == words
    assert period.known == ("?" not in text)


@pytest.mark.parametrize(
    ("words", "comparator", "number", "unit"),
    [
        ("trên 80%", ">", "80", "%"),
        ("100%", "=", "100", "%"),
        ("ít nhất 01 mô hình", ">=", "1", "mô hình"),
        ("Ít nhất 01 mô hình", ">=", "1", "mô hình"),
        ("tối thiểu 02 xã", ">=", "2", "xã"),
        ("70% trở lên", ">=", "70", "% trở lên"),
        ("không vượt quá 15", "<=", "15", ""),
        ("không quá 3 tập thể", "<=", "3", "tập thể"),
        ("dưới 5 vụ", "<", "5", "vụ"),
        ("không dưới 90%", ">=", "90", "%"),
        ("1.234 hộ", "=", "1234", "hộ"),
        ("1.234.567,5 ha", "=", "1234567.5", "ha"),
        ("12,5%", "=", "12.5", "%"),
    ],
)
def test_amounts(words: str, comparator: str, number: str, unit: str) -> None:
    amount = parse_amount(words)
    assert amount
    assert (amount.comparator, amount.number, amount.unit) == (comparator, Decimal(number), unit)


def test_words_without_a_number_are_no_amount() -> None:
    assert parse_amount("theo hướng dẫn của Bộ Công an") is None


@given(st.integers(-(10**15), 10**15), st.integers(0, 999_999))
def test_decimals_keep_their_digits(whole: int, millionths: int) -> None:
    if abs(whole) < 10**9:
        number = whole + (millionths if whole >= 0 else -millionths) / 1_000_000
        assert abs(float(decimal(number).replace(",", ".")) - number) < 1e-6
    assert decimal(float(whole)) == str(whole)
    assert "e" not in decimal(float(whole))


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("01/2024 - 12/2024", "this is not a period", "did you mean 2024-01..2024-12?"),
        ("2024-01 đến 31/12/2024", "this is not a period", "did you mean 2024-01..2024-12-31?"),
        ("2024-01..2024-04-31", "there is no day 2024-04-31", "2024-04 has 30 days"),
        ("00/2024", "there is no month 2024-00", "write 2024-01-15: year, month, day"),
    ],
)
def test_what_a_period_was_meant_to_be(text: str, message: str, hint: str) -> None:
    explained = explain(text, period=True)
    assert explained
    made, advice, words = explained
    assert (made.format_map(words), advice.format_map(words)) == (message, hint)


@given(
    st.dates(), st.sampled_from(["{0.day}/{0.month}/{0.year:04}", "{0.year:04}.{0.month}.{0.day}"])
)
def test_a_date_in_another_order_is_offered_as_a_plan_writes_it(
    day: datetime.date, form: str
) -> None:
    explained = explain(form.format(day), period=False)
    assert explained
    assert explained[2] == {"best": day.isoformat()}


@pytest.mark.parametrize("text", ["", "..", "x", "2024..2025..2026", "tháng 1", "1/2/3"])
def test_what_cannot_be_guessed_is_not_explained(text: str) -> None:
    assert explain(text, period=True) is None


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("2024-01-05", "ngày 05/01/2024", "ngày 05 tháng 01 năm 2024"),
        ("2023-12", "ngày ……/12/2023", "ngày …… tháng 12 năm 2023"),
        ("2027", "ngày ……/……/2027", "ngày …… tháng …… năm 2027"),
        ("?", "ngày ……………", "ngày ……………"),
    ],
)
def test_how_a_citation_gives_a_day(text: str, short: str, long: str) -> None:
    day = parse_day(text)
    assert day
    assert (day.cited(), day.cited(long=True)) == (short, long)
