"""Widths of text: known ones of the words that every plan has, measured in a printed page."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.metrics import balanced, widest, width, wrap

MM = 72 / 25.4
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
LONG = (
    "BAN CHỈ ĐẠO PHÒNG, CHỐNG TỘI PHẠM, TỆ NẠN XÃ HỘI VÀ XÂY DỰNG PHONG TRÀO TOÀN DÂN BẢO VỆ AN "
    "NINH TỔ QUỐC"
)
words = st.lists(st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyÀỨỘ", min_size=1, max_size=9), min_size=1)


@pytest.mark.parametrize(
    ("text", "size", "bold", "italic", "millimetres"),
    [
        (NATION, 12, True, False, 88),
        (NATION, 13, True, False, 96),
        ("Thành phố Hồ Chí Minh, ngày 05 tháng 12 năm 2026", 13, False, True, 99),
        ("ỦY BAN NHÂN DÂN TỈNH BÌNH PHƯỚC", 12, True, False, 80),
    ],
)
def test_known_widths(text: str, size: float, bold: bool, italic: bool, millimetres: int) -> None:
    assert width(text, size, bold, italic) == pytest.approx(millimetres * MM, abs=0.5 * MM)


def test_marks_add_nothing_and_horns_do() -> None:
    assert width("ệ", 12) == width("e", 12)
    assert width("ự", 12) == width("ư", 12) > width("u", 12)
    assert width("Ợ", 12) == width("Ơ", 12) >= width("O", 12)


@given(st.text("aàáảãạăâđêôơưựờởỡợỐỨ –“”"), st.booleans(), st.booleans())
def test_forms_of_unicode_are_equally_wide(text: str, bold: bool, italic: bool) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert width(apart, 13, bold, italic) == pytest.approx(width(text, 13, bold, italic))


def test_other_scripts_are_taken_as_wide() -> None:
    assert width("漢", 10) == 10
    assert width("\u00a0", 10) == width(" ", 10)


def test_wrap_is_greedy_and_keeps_no_break_spaces() -> None:
    assert wrap("a b c", width("a b", 12) + 0.1, 12) == ["a b", "c"]
    assert wrap("a\u00a0b c", width("a b", 12) - 0.1, 12) == ["a\u00a0b", "c"]
    assert wrap("a\nb", 100, 12) == ["a", "b"]
    assert wrap("aaaa b", 1, 12) == ["aaaa", "b"]
    assert wrap("", 10, 12) == [""]


def test_balanced_lines_are_of_about_one_length() -> None:
    room = 210.0
    even = balanced(LONG, room, 12, True)
    before, after = wrap(LONG, room, 12, True), wrap(LONG, even, 12, True)
    assert len(before) == len(after)
    spread = [max(lengths) - min(lengths) for lengths in map(_lengths, (before, after))]
    assert spread[1] < spread[0]


def _lengths(lines: list[str]) -> list[float]:
    return [width(line, 12, True) for line in lines]


@given(words, st.floats(30, 400))
def test_balanced_takes_no_more_lines_and_no_more_room(parts: list[str], room: float) -> None:
    text = " ".join(parts)
    even = balanced(text, room, 12)
    assert len(wrap(text, even, 12)) <= len(wrap(text, room, 12))
    assert even <= max(room, widest(text, room, 12)) + 0.05
