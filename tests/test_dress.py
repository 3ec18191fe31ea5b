"""What a table's style says of parts of a table is how words in its cells look."""

from __future__ import annotations

import pytest

from foreign import p, package, r, table
from kehoach.ooxml.dress import Dress, dresses
from kehoach.ooxml.foreign import Grid, read_any
from kehoach.ooxml.package import W, parse_xml, w
from test_sheet import sheet, style

PARTS = {
    *("firstRow", "lastRow", "firstCol", "lastCol", "nwCell", "neCell", "swCell", "seCell"),
    *("band1Horz", "band2Horz", "band1Vert", "band2Vert"),
}


def worn(look: str, rows: int = 4, parts: set[str] = PARTS) -> list[list[str]]:
    """Return what each cell of a table of three columns wears."""
    row = "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>"
    xml = f'<w:tbl xmlns:w="{W}"><w:tblPr>{look}</w:tblPr>{row * rows}</w:tbl>'
    root = parse_xml(xml.encode())
    found = dresses(root, "T", parts)
    return [
        [" ".join(found.get(cell, Dress("T")).parts) for cell in row.iter(w("tc"))]
        for row in root.iter(w("tr"))
    ]


def look(bits: int) -> str:
    return f'<w:tblLook w:val="{bits:04X}"/>'


def test_a_table_without_a_look_wears_the_whole_style_alone() -> None:
    assert worn("") == [[""] * 3] * 4
    assert worn(look(0x0600)) == [[""] * 3] * 4
    assert worn(look(0x04A0), parts=set()) == [[""] * 3] * 4


def test_the_first_row_and_bands() -> None:
    assert worn(look(0x0420)) == [
        ["firstRow"] * 3,
        ["band1Horz"] * 3,
        ["band2Horz"] * 3,
        ["band1Horz"] * 3,
    ]


def test_corners_come_before_columns_and_columns_before_rows() -> None:
    made = worn(look(0x07E0))
    assert made[0] == ["nwCell firstCol firstRow", "firstRow", "neCell lastCol firstRow"]
    assert made[1] == ["firstCol", "", "lastCol"]
    assert made[3] == ["swCell firstCol lastRow", "lastRow", "seCell lastCol lastRow"]


def test_attributes_are_read_as_the_number_is() -> None:
    said = '<w:tblLook w:firstRow="1" w:firstColumn="0" w:noHBand="1" w:noVBand="true"/>'
    assert worn(said) == worn(look(0x0620))
    assert worn('<w:tblLook w:val="zz"/>') == worn(look(0))


STYLES = style("Base", "<w:rPr><w:i/></w:rPr>", "table") + style(
    "T",
    '<w:tblStylePr w:type="firstRow"><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/>'
    '<w:color w:val="FFFFFF"/></w:rPr></w:tblStylePr>'
    '<w:tblStylePr w:type="band2Horz"><w:rPr><w:color w:val="FF0000"/></w:rPr></w:tblStylePr>',
    "table",
    based="Base",
)


def dressed(*rows: tuple[str, ...]) -> str:
    """Return a table in the style `T`, whose first row and rows wear formats of their own."""
    made = table(*rows)
    return made.replace(
        "<w:tblPr/>", f'<w:tblPr><w:tblStyle w:val="T"/>{look(0x0420)}</w:tblPr>', 1
    )


def test_words_look_as_their_cell_does() -> None:
    plain = r("c", '<w:color w:val="000000"/>')
    lines = sheet(dressed((p("a"),), (p("b"),), (p(plain),), (p("d"),)), styles=STYLES).lines
    looks = [line.pieces[0] for line in lines]
    assert [look.bold for look in looks] == [True, False, False, False]
    assert [look.italic for look in looks] == [True] * 4
    assert [look.colour for look in looks] == ["FFFFFF", "", "000000", ""]
    assert [line.layout.align for line in lines] == ["center", "left", "left", "left"]


@pytest.mark.parametrize("nested", [False, True])
def test_a_cell_is_imported_as_it_looks(nested: bool) -> None:
    inner = table((p("trong"),)) + p("") if nested else ""
    items, _ = read_any(package(dressed((p("Tên") + inner,), (p("một"),)), {"styles": STYLES}), "x")
    assert items
    grid = next(item for item in items if isinstance(item, Grid))
    head, row = grid.table.rows
    assert next((b.role, b.runs[0].bold) for b in head.cells[0].blocks) == ("o_giua", True)
    assert [(b.role, b.runs[0].bold) for b in row.cells[0].blocks] == [("o", False)]
    if nested:
        assert not head.cells[0].blocks[1].runs[0].bold
