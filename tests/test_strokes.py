"""`ooxml.strokes` and `settle`: lines drawn in Word's ways, and the words that they stand under."""

from __future__ import annotations

import pytest

from foreign import p, package, table
from kehoach.ooxml.sheet import read_sheet
from kehoach.paper import Line

_SPACES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def drawing(
    wide: int = 720_000,
    high: int = 0,
    shape: str = "line",
    across: int = 0,
    down: int | None = None,
) -> str:
    vertical = (
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{down}</wp:posOffset></wp:positionV>'
        if down is not None
        else ""
    )
    return (
        f"<w:r><w:drawing {_SPACES}><wp:anchor><wp:positionH relativeFrom='column'>"
        f"<wp:posOffset>{across}</wp:posOffset></wp:positionH>{vertical}"
        f'<wp:extent cx="{wide}" cy="{high}"/><a:graphic><wps:wsp><a:prstGeom prst="{shape}"/>'
        "</wps:wsp></a:graphic></wp:anchor></w:drawing></w:r>"
    )


def vml(shape: str) -> str:
    return f"<w:r><w:pict {_SPACES}>{shape}</w:pict></w:r>"


def lines(body: str) -> tuple[Line, ...]:
    found, _ = read_sheet(package(body), "x.docx")
    assert found is not None
    return found.lines


def told(body: str) -> list[tuple[str, list[tuple[str, float | None]]]]:
    return [(line.text, [(s.made, s.length) for s in line.strokes]) for line in lines(body)]


@pytest.mark.parametrize(
    ("run", "found"),
    [
        (drawing(), [("drawing", 20.0)]),
        (drawing(shape="straightConnector1"), [("drawing", 20.0)]),
        (drawing(shape="rect", high=9525), [("drawing", 20.0)]),
        (drawing(shape="rect", high=720_000), []),
        (drawing(shape="line", high=720_000), []),
        (vml('<v:line from="10mm,2pt" to="30mm,2pt"/>'), [("vml", 20.0)]),
        (vml('<v:line from="0,0" to="0,72pt"/>'), []),
        (vml('<v:line style="width:72pt"/>'), [("vml", 25.4)]),
        (vml('<v:shape type="#_x0000_t32" style="width:1in;height:0"/>'), [("vml", 25.4)]),
        (vml('<v:rect style="width:2cm;height:1.5pt" o:hr="t"/>'), [("vml", 20.0)]),
        (vml('<v:rect style="width:0;height:1.5pt" o:hr="t"/>'), [("vml", None)]),
        (vml('<v:rect style="width:2cm;height:2cm"/>'), []),
        (vml('<v:line from="x" to="1e5"/>'), [("vml", None)]),
    ],
)
def test_what_is_a_drawn_line(run: str, found: list[tuple[str, float | None]]) -> None:
    assert told(p("x", run)) == [("x", found)]


def test_a_line_in_two_forms_is_one() -> None:
    old = vml('<v:line from="0,0" to="9mm,0"/>')[5:-6]
    forms = (
        f"<w:r><mc:AlternateContent><mc:Choice>{drawing()[5:-6]}</mc:Choice>"
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert told(p("x", forms)) == [("x", [("drawing", 20.0)])]


def border(side: str, left: int = 0) -> str:
    return f'<w:pBdr><w:{side} w:val="single"/></w:pBdr><w:ind w:left="{left}" w:right="{left}"/>'


def test_borders_below_words_and_of_blank_paragraphs() -> None:
    # The page of the package is as wide as A4, its margins are an inch each: 159.21 mm of text.
    assert told(p("a", more=border("bottom"))) == [("a", [("border", 159.21)])]
    assert told(p("a", more=border("top"))) == [("a", [])]
    assert told(p("a") + p(more=border("top", 1440))) == [("a", [("border", 108.41)])]
    assert told(p("a") + p(more=border("top").replace("single", "nil"))) == [("a", [])]


def test_a_border_in_a_cell_is_as_long_as_the_cell() -> None:
    cell = p("a") + p(more=border("top"))
    made = table((cell, p("b"))).replace(
        "<w:tblPr/>",
        '<w:tblPr><w:tblCellMar><w:left w:w="0"/><w:right w:w="0"/></w:tblCellMar></w:tblPr>',
    )
    assert told(made)[0] == ("a", [("border", round(4500 * 25.4 / 1440, 2))])


def test_a_line_belongs_to_the_words_that_it_hangs_under() -> None:
    low = drawing(down=360_000)
    # Two lines of 10 pt are 8 mm high: a line 10 mm down stands under the second.
    assert told(p("a", low) + p("b") + p("c")) == [("a", []), ("b", [("drawing", 20.0)]), ("c", [])]
    assert told(p("a") + p("b", drawing(down=-3600)))[0] == ("a", [("drawing", 20.0)])
    assert told(p("a") + p(drawing()))[0] == ("a", [("drawing", 20.0)])


def test_a_line_above_all_words_waits_for_the_table_before() -> None:
    found = lines(p(drawing(across=3600)) + p("a"))
    assert [(line.text, len(line.strokes)) for line in found] == [("", 1), ("a", 0)]
    assert found[0].strokes[0].x == 0.1
