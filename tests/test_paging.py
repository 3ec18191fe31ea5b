"""`ooxml.paging`: sections, their margins, and the page numbers in force."""

from __future__ import annotations

import pytest

import word
from foreign import OFFICE, W, p, package, r
from kehoach.ooxml.sheet import Sheet, read_sheet
from kehoach.paper import PageNumber


def number(look: str = "") -> str:
    """Return a PAGE field as Word writes it, its number in a look."""
    marks = [f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end")]
    code = "<w:r><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r>"
    return marks[0] + code + marks[1] + r("2", look) + marks[2]


def sheet(sections: list[str], settings: str = "", **bands: str) -> Sheet:
    """Return what is read of a file with these sections; `bands` are headers and footers by id."""
    body = "".join(p("x", more=f"<w:sectPr>{inner}</w:sectPr>") for inner in sections[:-1])
    extra = {"settings": settings} if settings else {}
    content = word.parts(package(body + p("y"), extra, sections[-1]))
    rels = "word/_rels/document.xml.rels"
    links = ""
    for id, xml in bands.items():
        kind = "footer" if id.startswith("f") else "header"
        root = "ftr" if kind == "footer" else "hdr"
        content[f"word/{id}.xml"] = f'<w:{root} xmlns:w="{W}">{xml}</w:{root}>'
        links += f'<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{id}.xml"/>'
    opened = "http://schemas.openxmlformats.org/package/2006/relationships"
    own = f'<Relationship Id="s" Type="{OFFICE}/settings" Target="settings.xml"/>' * bool(settings)
    content[rels] = f'<Relationships xmlns="{opened}">{links}{own}</Relationships>'
    found, findings = read_sheet(word.packed(content), "x.docx")
    assert not findings
    assert found is not None
    return found


def reference(id: str, kind: str = "default") -> str:
    part = "footer" if id.startswith("f") else "header"
    return f'<w:{part}Reference xmlns:r="{OFFICE}" w:type="{kind}" r:id="{id}"/>'


def told(numbers: tuple[PageNumber, ...]) -> list[tuple[str, str, str]]:
    return [(each.part, each.pages, each.align) for each in numbers]


def test_sizes_and_margins_are_in_millimetres() -> None:
    (page,) = sheet(
        [
            '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="-1134" w:right="851" '
            'w:bottom="20mm" w:left="1134" w:gutter="567"/><w:pgNumType w:start="3" '
            'w:fmt="upperRoman"/><w:titlePg/>'
        ]
    ).sections
    assert (page.width, page.height) == pytest.approx((210, 297), abs=0.02)
    assert (page.top, page.bottom, page.left) == pytest.approx((20, 20, 30), abs=0.02)
    assert (page.restart, page.format, page.title_page) == (3, "upperRoman", True)


def test_a_file_without_sections_has_one_as_word_makes_it() -> None:
    (page,) = sheet([""]).sections
    assert (page.width, page.height, page.left) == (215.9, 279.4, 25.4)
    assert page.numbers == ()


def test_a_section_without_a_header_has_that_of_the_one_before() -> None:
    found = sheet([reference("h1"), ""], h1=p(number(), align="center"))
    assert [told(page.numbers) for page in found.sections] == [
        [("header", "default", "center")]
    ] * 2
    other = sheet([reference("h1"), reference("h2")], h1=p(number()), h2=p("Phụ lục"))
    assert [len(page.numbers) for page in other.sections] == [1, 0]


def test_headers_of_first_and_even_pages_count_where_they_are_in_force() -> None:
    bands = {"h1": p(number()), "h2": p(number()), "f1": p(number(), align="right")}
    kinds = reference("h1", "first") + reference("h2", "even") + reference("f1")
    plain = sheet([kinds], **bands)
    assert told(plain.sections[0].numbers) == [("footer", "default", "right")]
    titled = sheet([f"{kinds}<w:titlePg/>"], "<w:evenAndOddHeaders/>", **bands)
    assert told(titled.sections[0].numbers) == [
        *(("header", "first", "left"), ("header", "even", "left"), ("footer", "default", "right"))
    ]


@pytest.mark.parametrize(
    ("band", "align"),
    [
        (p(f'<w:fldSimple w:instr=" PAGE ">{r("2")}</w:fldSimple>', align="center"), "center"),
        (p('<w:fldSimple w:instr="PAGE"/>', align="both"), "both"),
        (p(number(), more='<w:framePr w:xAlign="center"/>'), "center"),
        (
            p(r("\t"), number(), more='<w:tabs><w:tab w:val="center" w:pos="4500"/></w:tabs>'),
            "center",
        ),
        (p('<w:r><w:ptab w:alignment="right"/></w:r>', number()), "right"),
        (f"<w:sdt><w:sdtContent>{p(number(), align='center')}</w:sdtContent></w:sdt>", "center"),
    ],
)
def test_where_a_page_number_stands(band: str, align: str) -> None:
    (page,) = sheet([reference("h1")], h1=band).sections
    assert told(page.numbers) == [("header", "default", align)]


def test_the_look_of_a_page_number_and_the_words_beside_it() -> None:
    look = '<w:rFonts w:ascii="Arial"/><w:sz w:val="26"/>'
    found = sheet([reference("h1")], h1=p(r("Trang ", look), number(look)))
    (page,) = found.sections
    piece = page.numbers[0].piece
    assert (piece.text, piece.font, piece.size, piece.bold) == ("Trang 2", "Arial", 13.0, False)
    assert [(line.text, line.spot.part) for line in found.strays] == [("Trang 2", "header")]


def test_other_fields_are_no_page_numbers() -> None:
    other = p(f'<w:fldSimple w:instr=" NUMPAGES ">{r("9")}</w:fldSimple>')
    assert sheet([reference("h1")], h1=other).sections[0].numbers == ()
