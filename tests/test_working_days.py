"""Working days: weekends, holidays by the sun and the moon, and days that were swapped."""

from __future__ import annotations

from datetime import date

import pytest
from holidays.countries.vietnam import Vietnam
from hypothesis import given
from hypothesis import strategies as st

from kehoach import working_days
from kehoach.working_days import day_off, working_day

DAYS = st.dates(date(2015, 1, 1), date(2040, 12, 20))


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2024, 1, 15), ""),
        (date(2027, 11, 20), "thứ Bảy"),
        (date(2024, 6, 9), "Chủ nhật"),
        (date(2025, 9, 2), "Quốc khánh"),
        (date(2025, 1, 29), "Tết Nguyên Đán"),
        (date(2026, 2, 17), "Tết Nguyên Đán"),
        (date(2024, 4, 18), "Ngày Giỗ Tổ Hùng Vương"),
        (date(2024, 4, 29), "Ngày nghỉ (thay cho ngày 04/05/2024)"),
        (date(2024, 5, 4), ""),
        (date(2026, 8, 22), ""),
    ],
)
def test_a_day_is_off_for_a_reason(day: date, why: str) -> None:
    assert day_off(day) == why


def test_the_nearest_working_day() -> None:
    assert working_day(date(2025, 1, 27)) == date(2025, 2, 3)
    assert working_day(date(2025, 1, 27), -1) == date(2025, 1, 24)
    assert working_day(date(2027, 11, 20), -1) == date(2027, 11, 19)
    assert working_day(date(2024, 5, 4)) == date(2024, 5, 4)


@given(DAYS, st.sampled_from([1, -1]))
def test_it_is_a_working_day_and_none_lies_between(day: date, step: int) -> None:
    found = working_day(day, step)
    assert not day_off(found)
    assert (found - day).days * step >= 0
    assert all(
        day_off(date.fromordinal(n)) for n in range(day.toordinal(), found.toordinal(), step)
    )


def test_swapped_days_are_known_so_far() -> None:
    """When the library learns of a later year, `KNOWN` follows."""
    swapped = {day.year for day in Vietnam(years=range(2000, 2050)).weekend_workdays}
    assert max(swapped) == working_days.KNOWN


def test_the_days_that_are_written_down_are_those_of_the_library() -> None:
    """Otherwise run `scripts/list_days_off` again."""
    written = working_days._written()
    assert {day.year for day in (date.today(), date(2019, 1, 1), date(2040, 1, 1))} <= set(written)
    assert written == {year: working_days.computed(year) for year in written}


def test_other_years_are_computed() -> None:
    assert day_off(date(2050, 9, 2)) == "Quốc khánh"
    assert day_off(date(2050, 9, 6)) == ""
    assert day_off(date(2010, 1, 2)) == "thứ Bảy"
