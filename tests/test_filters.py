"""Filters of plan text: the words that each makes of a value, and what it refuses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.filters import FILTERS, Uncomputable, display
from kehoach.values import DOTS, Day, Period

DAY = Day(2024, month=1, day=5)
PERIOD = Period(DAY, Day(2024, month=12))
any_value = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.just(DAY), st.just(PERIOD)
)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("ngay", DAY, "ngày 05 tháng 01 năm 2024"),
        ("ngay", PERIOD, "ngày 05 tháng 01 năm 2024"),
        ("ngay", Day(2024, quarter=1), "quý I năm 2024"),
        ("ngay_so", DAY, "05/01/2024"),
        ("thang_nam", DAY, "tháng 01 năm 2024"),
        ("thang_nam", Day(2024), "năm 2024"),
        ("so2", 2, "02"),
        ("so2", "2", "02"),
        ("so2", 15, "15"),
        ("so2", 2.0, "02"),
        ("phan_tram", 80, "80%"),
        ("phan_tram", 12.5, "12,5%"),
        ("phan_tram", "12,5", "12,5%"),
        ("phan_tram", "80%", "80%"),
        ("phan_tram", 1234567.0, "1234567%"),
        ("viet_hoa", "Sở Giáo dục", "SỞ GIÁO DỤC"),
        ("viet_hoa", "đợt 1", "ĐỢT 1"),
        ("trong_cau", "Ban Chỉ đạo", "ban Chỉ đạo"),
        ("trong_cau", "UBND tỉnh", "UBND tỉnh"),
        ("trong_cau", "Đợt", "đợt"),
        ("trong_cau", "", ""),
        ("dau_cau", "đợt 1", "Đợt 1"),
        ("dau_cau", "trên 80%", "Trên 80%"),
    ],
)
def test_filters(name: str, value: object, words: str) -> None:
    assert FILTERS[name](value) == words


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("ngay", "2024-01-05", "«ngay» takes a date"),
        ("ngay_so", 2024, "«ngay_so» takes a date"),
        ("thang_nam", None, "«thang_nam» takes a date"),
        ("so2", "hai", "«so2» takes a whole number"),
        ("so2", -2, "«so2» takes a whole number"),
        ("so2", 2.5, "«so2» takes a whole number"),
        ("so2", "²", "«so2» takes a whole number"),
        ("phan_tram", "tám mươi", "«phan_tram» takes a number"),
        ("phan_tram", "1,2,3", "«phan_tram» takes a number"),
        ("phan_tram", "", "«phan_tram» takes a number"),
    ],
)
def test_what_filters_refuse(name: str, value: object, words: str) -> None:
    with pytest.raises(Uncomputable) as fault:
        FILTERS[name](value)
    assert str(fault.value) == words
    assert fault.value.hint.format_map(fault.value.words)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (DAY, "05/01/2024"),
        (PERIOD, "từ ngày 05/01/2024 đến tháng 12/2024"),
        (Day(None), DOTS),
        ("?", DOTS),
        (80.0, "80"),
        (0.5, "0,5"),
        (12345678.25, "12345678,25"),
        (2024, "2024"),
        (None, ""),
        (False, ""),
        ("", ""),
    ],
)
def test_what_a_value_prints(value: object, words: str) -> None:
    assert display(value) == words


@given(st.sampled_from(sorted(FILTERS)), any_value)
def test_a_filter_gives_words_or_says_why_not(name: str, value: object) -> None:
    try:
        words = FILTERS[name](value)
    except Uncomputable:
        return
    assert isinstance(words, str)


def test_every_filter_tells_officers_what_it_does() -> None:
    for name, filter_ in FILTERS.items():
        assert name == filter_.__name__
        assert filter_.__doc__
