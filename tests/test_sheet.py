"""`ooxml.sheet`: effective values through defaults, theme, styles, lists and the paragraph."""

from __future__ import annotations

import pytest

import word
from foreign import b, p, package, r, table
from kehoach.ooxml.sheet import Sheet, read_sheet
from kehoach.paper import Layout, Line, Piece

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
THEME = (
    f'<a:theme xmlns:a="{_A}"><a:themeElements><a:fontScheme>'
    '<a:majorFont><a:latin typeface="Cambria"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)


def sheet(body: str, original: bool = False, **parts: str) -> Sheet:
    content = word.parts(package(body, parts | ({"theme": ""} if "theme" in parts else {})))
    if "theme" in parts:
        content["word/theme.xml"] = parts["theme"]
    data = word.packed(content)
    found, findings = read_sheet(data, "x.docx", original)
    assert not findings
    assert found is not None
    return found


def line(body: str, **parts: str) -> Line:
    (found,) = sheet(body, **parts).lines
    return found


def piece(body: str, **parts: str) -> Piece:
    (found,) = line(body, **parts).pieces
    return found


def style(id: str, inner: str, kind: str = "paragraph", based: str = "", default: int = 0) -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{id}" w:default="{default}">'
        f'<w:name w:val="{id}"/>{on}{inner}</w:style>'
    )


def defaults(run: str, paragraph: str = "") -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def test_where_nothing_is_said_it_looks_as_word_makes_it() -> None:
    assert piece(p("x")) == Piece("x", "Times New Roman", 10.0)
    assert line(p("x")).layout == Layout()


def test_a_theme_beats_a_name_beside_it_and_a_nearer_name_beats_the_theme() -> None:
    base = defaults('<w:rFonts w:asciiTheme="minorHAnsi" w:ascii="Arial"/><w:sz w:val="26"/>')
    near = r("x", '<w:rFonts w:ascii="Arial"/>')
    major = r("x", '<w:rFonts w:ascii="Arial" w:asciiTheme="majorAscii"/>')
    assert piece(p("x"), styles=base, theme=THEME) == Piece("x", "Calibri", 13.0)
    assert piece(p(near), styles=base, theme=THEME).font == "Arial"
    assert piece(p(major), styles=base, theme=THEME).font == "Cambria"


def test_styles_are_inherited_and_the_run_says_last() -> None:
    styles = (
        defaults('<w:sz w:val="20"/>')
        + style("N", '<w:rPr><w:sz w:val="24"/></w:rPr>', default=1)
        + style("A", "<w:pPr><w:jc w:val='center'/></w:pPr><w:rPr><w:i/></w:rPr>", based="N")
        + style("B", "<w:rPr><w:color w:val='ff0000'/></w:rPr>", based="A")
        + style("C", "<w:rPr><w:caps/><w:u w:val='single'/></w:rPr>", "character")
    )
    made = p(r("x", '<w:rStyle w:val="C"/><w:sz w:val="28"/>'), more='<w:pStyle w:val="B"/>')
    found = line(made, styles=styles)
    assert found.layout.align == "center"
    assert found.pieces == (
        Piece(
            "x", "Times New Roman", 14.0, italic=True, underline=True, caps=True, colour="FF0000"
        ),
    )
    assert found.printed == "X"


def test_bold_of_a_paragraph_and_of_a_character_style_take_each_other_back() -> None:
    styles = style("A", "<w:rPr><w:b/></w:rPr>") + style("C", "<w:rPr><w:b/></w:rPr>", "character")
    both = p(r("x", '<w:rStyle w:val="C"/>'), more='<w:pStyle w:val="A"/>')
    forced = p(r("x", '<w:rStyle w:val="C"/><w:b/>'), more='<w:pStyle w:val="A"/>')
    assert not piece(both, styles=styles).bold
    assert piece(forced, styles=styles).bold


def test_styles_that_are_based_on_each_other_end() -> None:
    styles = style("A", "", based="B") + style("B", "<w:rPr><w:b/></w:rPr>", based="A")
    assert piece(p("x", more='<w:pStyle w:val="A"/>'), styles=styles).bold


_LIST = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720" '
    'w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
_LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def indents(found: Line) -> tuple[float, float]:
    return found.layout.left, found.layout.first


def test_indents_of_a_list_stand_between_those_of_the_style_and_the_paragraph() -> None:
    own = style("A", '<w:pPr><w:ind w:left="1440"/></w:pPr>')
    listed = style("B", f'<w:pPr>{_LISTED}<w:ind w:left="1440"/></w:pPr>')
    plain = line(p("x", more=f'<w:pStyle w:val="A"/>{_LISTED}'), styles=own, numbering=_LIST)
    assert indents(plain) == (12.7, -6.35)
    assert plain.marker is not None
    assert plain.automatic
    assert plain.marker.label == "1."
    inherited = line(p("x", more='<w:pStyle w:val="B"/>'), styles=listed, numbering=_LIST)
    assert indents(inherited) == (25.4, -6.35)
    direct = p("x", more=f'{_LISTED}<w:ind w:left="0" w:firstLine="567"/>')
    assert indents(line(direct, numbering=_LIST)) == (0.0, 10.0)
    out = p("x", more='<w:pStyle w:val="B"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert indents(line(out, styles=listed, numbering=_LIST)) == (25.4, 0.0)


def test_spacing_in_points_and_lines() -> None:
    def gaps(spacing: str) -> tuple[float, float, float | None]:
        layout = line(p("x", more=f"<w:spacing {spacing}/>")).layout
        return layout.before, layout.after, layout.spacing

    assert gaps('w:before="120" w:after="60" w:line="360"') == (6.0, 3.0, 1.5)
    assert gaps('w:beforeLines="50" w:before="1"') == (6.0, 0.0, 1.0)
    assert gaps('w:beforeAutospacing="1" w:before="0"')[0] == 14.0
    assert gaps('w:line="360" w:lineRule="exact"') == (0.0, 0.0, None)


def test_a_style_closes_gaps_to_its_like_only() -> None:
    inner = '<w:pPr><w:spacing w:before="120" w:after="120"/><w:contextualSpacing/></w:pPr>'
    like = p("x", more='<w:pStyle w:val="A"/>')
    lines = sheet(like + like + p("y"), styles=style("A", inner)).lines
    assert [(each.layout.before, each.layout.after) for each in lines] == [
        *((6.0, 0.0), (0.0, 6.0), (0.0, 0.0))
    ]


def test_the_style_of_a_table_speaks_before_the_defaults() -> None:
    styles = defaults('<w:sz w:val="20"/>') + style("T", "<w:rPr><w:b/></w:rPr>", "table")
    made = table((p("x"),)).replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="T"/></w:tblPr>')
    found = line(made, styles=styles)
    assert found.pieces[0].bold
    assert (found.spot.part, found.spot.table, found.spot.row) == ("cell", 0, 0)


def test_hidden_words_and_field_codes_are_not_printed() -> None:
    code = "<w:r><w:instrText>DATE</w:instrText></w:r>"
    assert line(p(r("a", "<w:vanish/>"), r("b"), code)).text == "b"


def test_words_in_every_holder_are_read_once() -> None:
    held = "<w:hyperlink>{}</w:hyperlink>", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    forms = "<mc:AlternateContent><mc:Choice>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback>"
    more = "<w:ins>{}</w:ins>", "<w:smartTag>{}</w:smartTag>", forms + "</mc:AlternateContent>"
    runs = "".join(holder.format(r(str(n))) for n, holder in enumerate((*held, *more)))
    assert line(p(runs, "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>")).text == "01234"


def test_a_deleted_paragraph_mark_joins_what_it_parted() -> None:
    gone = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + r("a") + "</w:p>"
    assert [each.text for each in sheet(gone + p("b")).lines] == ["ab"]
    assert [each.text for each in sheet(gone + p("b"), original=True).lines] == ["a", "b"]
    assert sheet(gone + p("b")).tracked == 1


def test_old_encodings_are_read_as_unicode_with_the_font_as_named() -> None:
    found = piece(p(r("C¨n cø", '<w:rFonts w:ascii=".VnTime"/>')))
    assert (found.text, found.font) == ("Căn cứ", ".VnTime")
    bold = piece(p(r("x", '<w:rFonts w:ascii="Times New Roman Bold"/>')))
    assert bold.bold


def test_runs_of_one_look_make_one_piece() -> None:
    assert [each.text for each in line(p(r("a"), r("b"), b("c"))).pieces] == ["ab", "c"]


def test_a_cell_has_its_place_in_the_grid() -> None:
    wide = "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    made = f"<w:tbl><w:tblPr/>{wide.format(p('a'), p('b') + p('c'))}</w:tbl>"
    spots = {each.text: (each.spot.table, each.spot.column) for each in sheet(p("x") + made).lines}
    assert spots == {"x": (-1, -1), "a": (0, 0), "b": (0, 2), "c": (0, 2)}
    (grid,) = sheet(made).tables
    assert [cell.blocks[0].id for cell in grid.rows[0].cells] == ["0,0", "0,2"]


def test_notes_are_strays_and_stay_with_their_paragraph() -> None:
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = f'<w:footnote w:id="2">{p("Ghi chú")}</w:footnote>'
    found = sheet(p("x") + p("y", call, call), footnotes=note)
    assert [(each.role, each.text, each.spot.part) for each in found.strays] == [
        ("chu_thich", "Ghi chú", "note")
    ]
    assert [run.text for run in found.notes[2][0]] == ["Ghi chú"]


@pytest.mark.parametrize(
    ("said", "heading"),
    [('<w:outlineLvl w:val="0"/>', True), ('<w:outlineLvl w:val="9"/>', False), ("", False)],
)
def test_a_heading_has_an_outline_level(said: str, heading: bool) -> None:
    assert line(p("x", more=said)).heading is heading


def test_sections_go_on_after_the_paragraph_that_ends_one() -> None:
    size = '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>'
    found = sheet(p("a", more=size) + p("b"))
    assert [each.section for each in found.lines] == [0, 1]
    assert [page.landscape for page in found.sections] == [True, False]
