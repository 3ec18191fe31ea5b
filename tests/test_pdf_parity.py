"""Two PDFs of one document are held against each other, page by page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kehoach.pdf.parity import difference
from kehoach.printed import Box, Page, Piece

NUMBER = Piece("2", Box(300, 800, 305, 810))
LINE = Piece("1. Làm tốt hơn", Box(85, 700, 200, 712))
PAGE = Page(
    595.0, 842.0, "2\r\n1. Làm tốt hơn", (NUMBER, LINE), (Box(344, 752, 504, 753),), {"Serif": True}
)


def test_equal_pages_differ_in_nothing() -> None:
    broken = replace(PAGE, text="1. Làm \r\ntốt hơn\r\n2")
    drawn_twice = replace(PAGE, rules=(*PAGE.rules, Box(344, 752.2, 504, 753.7)))
    for other in (PAGE, broken, drawn_twice):
        assert difference([PAGE], [other]) == ("", 0)


@pytest.mark.parametrize(
    ("other", "message"),
    [
        (replace(PAGE, text="1. Làm tốt hơn", pieces=(LINE,)), "page number"),
        (replace(PAGE, text="2\r\n2. Làm tốt hơn"), "words or markers"),
        (replace(PAGE, rules=()), "drawn rules"),
        (replace(PAGE, rules=(Box(344, 752, 420, 753),)), "drawn rules"),
        (replace(PAGE, fonts={"Serif": False}), "font"),
    ],
)
def test_a_difference_is_named(other: Page, message: str) -> None:
    told, page = difference([PAGE, PAGE], [PAGE, other])
    assert message in told
    assert page == 2


def test_a_page_more_is_a_difference() -> None:
    told, page = difference([PAGE], [PAGE, PAGE])
    assert "does not have" in told
    assert page == 2
