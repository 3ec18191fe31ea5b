"""`ooxml.form_rule`: the line below the name that a form is filled with."""

from __future__ import annotations

import pytest
from lxml import etree

from kehoach.metrics import width
from kehoach.ooxml.form_rule import indent, ruled
from kehoach.ooxml.looks import Look, Looks
from kehoach.ooxml.package import W, w
from kehoach.ooxml.style import integer, value

OWNER = Look("KHten", "KH co_quan_ban_hanh", size=12, bold=True, caps=True)
LOOKS = Looks({"co_quan_ban_hanh": OWNER, "ke_co_quan": Look("KHke", "KH ke_co_quan")})
OLD = '<w:ind w:left="100" w:right="100"/>'


def cell(name: str, style: str = "KHten", width: str = '<w:tcW w:w="4000" w:type="dxa"/>') -> str:
    def p(id: str, more: str) -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{id}"/>{more}</w:pPr></w:p>'

    run = f"<w:sdt><w:sdtContent><w:r><w:t>{name}</w:t></w:r></w:sdtContent></w:sdt>"
    owner = p(style, "").replace("</w:p>", f"{run}</w:p>")
    return f"<w:tc><w:tcPr>{width}</w:tcPr>{owner}{p('KHke', OLD)}</w:tc>"


def sides(xml: str, looks: Looks = LOOKS) -> list[int]:
    """Return the indents of the line below, in twips."""
    root = etree.fromstring(f'<w:tbl xmlns:w="{W}"><w:tr>{xml}</w:tr></w:tbl>')
    [line] = root.iter(w("ind"))
    for found in ruled(root, looks):
        words = "".join(text.text or "" for text in found.name.iter(w("t")))
        made = indent(words, found).replace("<w:ind", f'<w:ind xmlns:w="{W}"')
        line = etree.fromstring(made) if made else line
    return [integer(value(line, side), 0) for side in ("left", "right")]


@pytest.mark.parametrize("name", ["Ban Chỉ đạo 138", "UBND huyện An Phú"])
def test_the_line_is_two_fifths_of_the_name(name: str) -> None:
    left, right = sides(cell(name))
    assert left == right
    whole = width(name.upper(), 12, bold=True) * 20
    assert 4000 - left - right == pytest.approx(0.4 * whole, abs=2)


def test_a_long_name_has_the_line_of_its_longest_row() -> None:
    name = "Ủy ban nhân dân thành phố Long Xuyên, tỉnh An Giang"
    left, right = sides(cell(name))
    assert 4000 / 5 < 4000 - left - right <= 4000 * 0.4


@pytest.mark.parametrize(
    "kept",
    [
        cell("……………………"),
        cell("Ban Chỉ đạo 138", style="KHkhac"),
        cell("Ban Chỉ đạo 138", width=""),
        cell("Ban Chỉ đạo 138", width='<w:tcW w:w="50" w:type="pct"/>'),
    ],
)
def test_the_line_stays_where_its_length_is_not_known(kept: str) -> None:
    assert sides(kept) == [100, 100]


def test_a_template_without_these_styles_stays() -> None:
    assert sides(cell("Ban Chỉ đạo 138"), Looks()) == [100, 100]
