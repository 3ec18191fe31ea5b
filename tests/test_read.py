"""Reading Word files: small ones written by hand, each with one thing that Word can do."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.diagnostic import Place
from kehoach.document import FOOT, HEAD, KINDS, Block, Document, Marker, Run
from kehoach.ooxml.numbers import format_number
from kehoach.ooxml.package import W
from kehoach.ooxml.read import read

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"
ROLES = (
    *HEAD,
    *FOOT,
    *dict.fromkeys(KINDS.values()),
    "doan",
    "khoan_td",
    "phu_luc",
    "fixed",
    "o",
    "can_cu",
)


def docx(body: str, numbering: str = "", footnotes: str = "", styles: str = "") -> bytes:
    """Return a .docx around the XML of its body; `styles` are added to one of each role."""
    parts = {"styles": _styles() + styles, "numbering": numbering, "footnotes": footnotes}
    parts = {name: f'<w:{name} xmlns:w="{W}">{xml}</w:{name}>' for name, xml in parts.items()}
    links = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for name in parts
    )
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
        for name, kind in {**{name: name for name in parts}, "text": "document.main"}.items()
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f"{types}</Types>",
        )
        start = f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="word/text.xml"/>'
        file.writestr("_rels/.rels", f'<Relationships xmlns="{RELS}">{start}</Relationships>')
        file.writestr(
            "word/_rels/text.xml.rels", f'<Relationships xmlns="{RELS}">{links}</Relationships>'
        )
        file.writestr(
            "word/text.xml",
            f'<w:document xmlns:w="{W}" xmlns:mc="{MARKUP}"><w:body>{body}</w:body></w:document>',
        )
        for name, xml in parts.items():
            file.writestr(f"word/{name}.xml", xml)
    return out.getvalue()


def _styles() -> str:
    paragraphs = "".join(
        f'<w:style w:type="paragraph" w:styleId="{role}"><w:name w:val="KH {role}"/></w:style>'
        for role in ROLES
    )
    return paragraphs + "".join(
        f'<w:style w:type="character" w:styleId="c{number}"><w:name w:val="KH {name}"/></w:style>'
        for number, name in enumerate(("marker", "marker kept", "fixed words"))
    )


def p(style: str, inner: str = "", properties: str = "") -> str:
    """Return a paragraph; `inner` is text, or XML when it begins with `<`."""
    runs = inner if inner.startswith("<") or not inner else r(inner)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def number(num: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


def level(index: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(id: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{id}">{"".join(levels)}</w:abstractNum>'


def num(id: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def restart(index: int, start: int = 1) -> str:
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


ARABIC = abstract(
    1,
    level(0, "decimal", "%1."),
    level(1, "decimal", "%1.%2."),
    level(2, "decimal", "%1.%2.%3."),
)


def blocks(data: bytes) -> tuple[Block, ...]:
    document, findings = read(data, "a.docx")
    assert findings == []
    assert isinstance(document, Document)
    return document.blocks


def labels(body: str, numbering: str, styles: str = "") -> list[str]:
    found = blocks(docx(body, numbering, styles=styles))
    return [block.marker.label if block.marker else "" for block in found]


def words(inner: str) -> str:
    """Return the text that is read from a paragraph with `inner`."""
    (block,) = blocks(docx(p("doan", inner)))
    return block.text


def shown(data: bytes) -> list[str]:
    return [f"{block.role}: {block.text}".rstrip() for block in blocks(data)]


# roles and order


def test_role_is_the_name_of_the_style_or_of_one_it_is_based_on() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="P7"><w:name w:val="Chỗ tôi"/>'
        '<w:basedOn w:val="khoan"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    )
    body = p("P7", "a") + p("A", "b") + p("", "c") + p("gone", "d")
    assert shown(docx(body, styles=styles)) == ["khoan: a", "doan: b", "doan: c", "doan: d"]


def test_head_is_sorted_and_foot_and_annexes_follow_the_text() -> None:
    head = row(p("so_ky_hieu", "Số")) + row(p("quoc_hieu", "Q") + p("co_quan_ban_hanh", "B"))
    foot = row(p("ky_chuc_vu", "1"), p("ky_chuc_vu", "2")) + row(
        p("ky_ho_ten"), p("ky_ho_ten", "B")
    )
    foot += row(p("noi_nhan", "N"))
    body = table(head) + p("doan", "x") + table(foot) + p("phu_luc", "P") + p("ky_chuc_vu", "K")
    assert shown(docx(body)) == [
        "co_quan_ban_hanh: B",
        "so_ky_hieu: Số",
        "quoc_hieu: Q",
        "doan: x",
        "noi_nhan: N",
        "ky_chuc_vu: 1",
        "ky_ho_ten:",
        "ky_chuc_vu: 2",
        "ky_ho_ten: B",
        "phu_luc: P",
        "ky_chuc_vu: K",
    ]


def test_layout_is_gone_and_a_blank_name_stays() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="k"><w:name w:val="KH ke_tieu_ngu"/></w:style>'
    body = p("k") + p("k", " ") + p("doan") + p("", "<w:r/>") + p("ky_ho_ten")
    assert shown(docx(body, styles=styles)) == ["ky_ho_ten:"]


def test_fixed_words_are_told_apart() -> None:
    mixed = r("Số: ", '<w:rStyle w:val="c2"/>') + r("05/KH")
    body = p("fixed", "Nơi nhận:") + p("so_ky_hieu", mixed)
    assert shown(docx(body)) == ["so_ky_hieu: 05/KH", "fixed: Nơi nhận:"]


def test_place_tells_part_paragraph_and_words() -> None:
    found = blocks(docx(p("doan") + table(row(p("o", "x"))) + p("doan", "y" * 99)))
    assert found[-1].where == Place("a.docx", "word/text.xml", 3, "y" * 80)


def test_file_without_our_styles_is_a_finding() -> None:
    document, findings = read(docx(p("", "chữ")), "a.docx")
    assert document is None
    assert [finding.code for finding in findings] == ["D020"]


def test_bad_package_is_passed_on() -> None:
    assert [finding.code for finding in read(b"", "a.docx")[1]] == ["D003"]


# numbers


def test_nums_of_one_list_count_on_and_startoverride_sets_back_once() -> None:
    lists = ARABIC + num(1, 1) + num(2, 1) + num(3, 1, restart(0)) + num(4, 1, restart(0, 7))
    body = "".join(p("khoan", "x", number(n)) for n in (1, 2, 1, 3, 3, 1, 4, 3))
    assert labels(body, lists) == ["1.", "2.", "3.", "1.", "2.", "3.", "7.", "8."]


def test_levels_restart_under_the_one_above() -> None:
    body = "".join(p("khoan", "x", number(1, n)) for n in (0, 1, 1, 2, 0, 1, 2, 2, 1))
    expected = ["1.", "1.1.", "1.2.", "1.2.1.", "2.", "2.1.", "2.1.1.", "2.1.2.", "2.2."]
    assert labels(body, ARABIC + num(1, 1)) == expected


def test_level_that_never_restarts_and_legal_numbers() -> None:
    lists = abstract(
        1,
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>'),
        level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
    )
    body = "".join(p("khoan", "x", number(1, n)) for n in (0, 1, 0, 1, 2))
    assert labels(body, lists + num(1, 1)) == ["I.", "1)", "II.", "2)", "2.2.1"]


def test_list_that_begins_in_the_middle() -> None:
    lists = abstract(1, level(0, "decimal", "%1.", start=3), level(1, "decimal", "%1.%2."))
    body = "".join(p("khoan", "x", number(1, n)) for n in (1, 0, 0, 1))
    assert labels(body, lists + num(1, 1)) == ["3.1.", "3.", "4.", "4.1."]


def test_level_replaced_by_the_num() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "lowerRoman", "(%1)")}</w:lvlOverride>'
    (block,) = blocks(docx(p("ngoac", "x", number(1)), ARABIC + num(1, 1, other)))
    assert block.marker == Marker("(i)", "(i)")


def test_numbers_through_the_style_and_taken_away() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="s"><w:name w:val="KH khoan_2"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="t"><w:basedOn w:val="s"/></w:style>'
    )
    lists = abstract(1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2.", PSTYLE))
    body = p("s", "x") + p("t", "x") + p("s", "x", number(0)) + p("s", "x", number(1, 0))
    assert labels(body, lists + num(1, 1), styles) == ["1.1.", "1.2.", "", "1."]


PSTYLE = '<w:pStyle w:val="s"/>'


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("upperRoman", "%1.", Marker("I.", "II.")),
        ("decimal", "(%1)", Marker("(1)", "(2)")),
        ("lowerRoman", "(%1)", Marker("(i)", "(ii)")),
        ("upperLetter", "%1.", Marker("A.", "B.")),
        ("lowerLetter", "%1)", Marker("a)", "b)")),
        ("decimalZero", "%1", Marker("01", "02")),
        ("bullet", "-", Marker("-", "-")),
        ("bullet", "\uf02b", Marker("+", "+")),
        ("none", "", None),
        ("decimal", "", None),
    ],
)
def test_kind_and_label_of_formats(form: str, text: str, expected: Marker | None) -> None:
    twice = p("khoan", "x", number(1)) * 2
    found = blocks(docx(twice, abstract(1, level(0, form, text)) + num(1, 1)))
    assert found[1].marker == expected


@pytest.mark.parametrize(
    ("number", "form", "expected"),
    [
        (1994, "upperRoman", "MCMXCIV"),
        (0, "lowerRoman", "0"),
        (28, "lowerLetter", "bb"),
        (10**6, "lowerLetter", "1000000"),
    ],
)
def test_format_number(number: int, form: str, expected: str) -> None:
    assert format_number(number, form) == expected


# typed markers


@pytest.mark.parametrize(
    ("style", "inner", "expected", "text"),
    [
        ("diem", ("c0", "a) ", "x"), Marker("a)", "a)"), "x"),
        ("diem", ("c0", "đ)", " x"), Marker("a)", "đ)"), "x"),
        ("diem", ("c0", "b. ", " x"), Marker("a.", "b."), " x"),
        ("phan", ("c0", "B.", " x"), Marker("A.", "B."), "x"),
        ("khoan_3", ("c1", "2.2.3. ", "x"), Marker("1.1.1.", "2.2.3.", kept=True), "x"),
        ("khoan_td", ("c1", "7. ", "x"), Marker("1.", "7.", kept=True), "x"),
        ("ngoac", ("c1", "(9) ", "x"), Marker("(1)", "(9)", kept=True), "x"),
        ("ngoac", ("c1", "(v) ", "x"), Marker("(i)", "(v)", kept=True), "x"),
        ("doan", ("c0", "c) ", "x"), Marker("a)", "c)"), "x"),
        ("can_cu", ("c1", "1.12. ", "x"), Marker("1.1.", "1.12.", kept=True), "x"),
    ],
)
def test_typed_marker(style: str, inner: tuple[str, str, str], expected: Marker, text: str) -> None:
    character, label, rest = inner
    (block,) = blocks(docx(p(style, r(label, f'<w:rStyle w:val="{character}"/>') + r(rest))))
    assert (block.marker, block.text) == (expected, text)


def test_text_like_a_marker_stays_text() -> None:
    assert words("a) - 1. x") == "a) - 1. x"


# text


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/></w:r>", "a\tb\nc\n"),
        ('<w:r><w:br w:type="page"/><w:t>a</w:t><w:lastRenderedPageBreak/></w:r>', "a"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:softHyphen/></w:r>", "a\u2011\u00ad"),
        ("<w:r><w:t> a b </w:t></w:r>", "a b"),
        ('<w:r><w:t xml:space="preserve"> a\nb </w:t></w:r>', " a b "),
        ('<w:r><w:sym w:font="Symbol" w:char="F02B"/><w:sym w:char="2610"/></w:r>', "+☐"),
        ('<w:r><w:t>a</w:t><w:sym w:char="D800"/><w:sym w:char="x"/></w:r>', "a"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('a')}</w:sdtContent></w:sdt>{r('b')}", "ab"),
        (f"<w:hyperlink>{r('a')}<w:smartTag>{r('b')}</w:smartTag></w:hyperlink>", "ab"),
        (f"<w:ins>{r('a')}</w:ins><w:del><w:r><w:delText>b</w:delText></w:r></w:del>", "a"),
        (f"<w:moveFrom>{r('a')}</w:moveFrom><w:moveTo>{r('b')}</w:moveTo>", "b"),
        (f"<w:ins><w:del>{r('a')}</w:del>{r('b')}</w:ins>", "b"),
        (f"<w:fldSimple>{r('5')}</w:fldSimple><w:r><w:instrText>PAGE</w:instrText></w:r>", "5"),
        (
            "<w:r><mc:AlternateContent><mc:Choice><w:t>x</w:t></mc:Choice>"
            "<mc:Fallback><w:t>😀</w:t></mc:Fallback></mc:AlternateContent></w:r>",
            "😀",
        ),
        ('<w:bookmarkStart w:id="1"/><w:r><w:t>a&lt;&amp;</w:t></w:r><w:proofErr/>', "a<&"),
        ("<w:r><w:drawing><w:t>x</w:t></w:drawing><w:t>a</w:t></w:r>", "a"),
    ],
)
def test_words(inner: str, expected: str) -> None:
    assert words(inner) == expected


def test_looks_are_direct_or_of_the_character_style() -> None:
    styles = '<w:style w:type="character" w:styleId="s"><w:rPr><w:b/></w:rPr></w:style>'
    inner = (
        r("a", "<w:b/>")
        + r("b", '<w:b w:val="true"/>')
        + r("c", '<w:i w:val="1"/>')
        + r("d", '<w:rStyle w:val="s"/>')
        + r("e", '<w:rStyle w:val="s"/><w:b w:val="0"/>')
        + r("f", "<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>")
    )
    (block,) = blocks(docx(p("doan", inner), styles=styles))
    assert block.runs == (
        Run("ab", bold=True),
        Run("c", italic=True),
        Run("d", bold=True),
        Run("ef"),
    )


def test_deleted_paragraph_mark_joins_the_next_and_does_not_count() -> None:
    gone = number(1) + "<w:rPr><w:del/></w:rPr>"
    body = p("khoan", "a ", gone) + p("khoan", "b", number(1)) + p("khoan", "", gone)
    (block,) = blocks(docx(body + p("doan"), ARABIC + num(1, 1)))
    assert (block.text, block.marker) == ("a b", Marker("1.", "1."))


def test_words_before_a_deleted_mark_are_not_lost_at_a_table() -> None:
    body = p("khoan", "a", "<w:rPr><w:moveFrom/></w:rPr>") + table(row(p("o", "x")))
    assert shown(docx(body)) == ["doan: a", "bang:"]


def test_block_level_content_control() -> None:
    inner = p("doan", "a") + table(row(p("o", "x")))
    body = f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    assert shown(docx(body)) == ["doan: a", "bang:"]


def test_footnotes() -> None:
    note = (
        '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="5">{p("", "<w:r><w:footnoteRef/></w:r>" + r(" a"))}{p("", "b")}'
        f'</w:footnote><w:footnote w:id="6">{p("doan", r(" c"))}</w:footnote>'
    )
    call = '<w:r><w:footnoteReference w:id="5"/></w:r>'
    others = (call.replace("5", id) for id in ("6", "9"))
    inner = r("x") + call + "".join(others) + r("y") + call
    (block,) = blocks(docx(p("doan", inner), footnotes=note))
    by_hand, ours = Run("", note=(Run("a\nb"),)), Run("", note=(Run(" c"),))
    assert block.runs == (Run("x"), by_hand, ours, Run("y"))


# tables and sections


def cell(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*inner: str, properties: str = "") -> str:
    cells = "".join(x if x.startswith("<w:tc>") else cell(x) for x in inner)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def table(rows: str, *widths: int) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


BEGIN = '<w:vMerge w:val="restart"/>'
GO_ON = "<w:vMerge/>"
SPAN = '<w:gridSpan w:val="2"/>'


def test_merged_cells_header_rows_and_widths() -> None:
    rows = (
        row(
            cell(p("o", "a"), BEGIN),
            cell(p("o", "b"), SPAN),
            properties="<w:tblHeader/>",
        )
        + row(cell(p("o"), GO_ON), cell(p("o", "c")), cell(p("o")))
        + row(cell(p("o"), GO_ON), cell(p("o", "d"), SPAN + BEGIN))
        + row(cell(p("", "e"), BEGIN), cell(p("o"), SPAN + GO_ON))
    )
    (block,) = blocks(docx(table(rows, 100, 100, 200) + p("doan")))
    assert block.table is not None
    assert block.table.widths == (0.25, 0.25, 0.5)
    assert [row.header for row in block.table.rows] == [True, False, False, False]
    assert [
        [("".join(b.text for b in c.blocks), c.columns, c.rows) for c in row.cells]
        for row in block.table.rows
    ] == [
        [("a", 1, 3), ("b", 2, 1)],
        [("c", 1, 1), ("", 1, 1)],
        [("d", 2, 2)],
        [("e", 1, 1)],
    ]


def test_cell_merged_down_beside_a_wide_one() -> None:
    rows = row(cell(p("o", "a"), SPAN), cell(p("o", "b"), BEGIN))
    rows += row(p("o", "c"), p("o", "d"), cell(p("o"), GO_ON))
    rows += row(cell(p("o", "e"), GO_ON), p("o", "f"), p("o", "g"))
    (block,) = blocks(docx(table(rows) + p("doan")))
    assert block.table is not None
    sizes = [[(cell.columns, cell.rows) for cell in row.cells] for row in block.table.rows]
    assert sizes == [[(2, 1), (1, 2)], [(1, 1)] * 2, [(1, 1)] * 3]


def test_empty_cell_is_kept_when_it_has_a_style_of_ours() -> None:
    (block,) = blocks(docx(table(row(p("o"), p("")) + row(p("o", "x"))) + p("doan")))
    assert block.table is not None
    first, second = block.table.rows[0].cells
    assert ([b.role for b in first.blocks], second.blocks) == (["o"], ())


def test_table_in_a_table_and_rows_in_controls_or_deleted() -> None:
    inner = table(row(p("o", "y")))
    rows = f"<w:sdt><w:sdtContent>{row(p('', 'x') + inner)}</w:sdtContent></w:sdt>"
    rows += row(p("o", "gone"), properties="<w:del/>")
    (block,) = blocks(docx(table(rows) + p("doan")))
    assert block.table is not None
    assert [len(row.cells) for row in block.table.rows] == [1]
    assert [b.role for b in block.table.rows[0].cells[0].blocks] == ["o", "bang"]


def test_annexes_lie_as_their_sections_do() -> None:
    def end(width: int, height: int) -> str:
        return f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"/></w:sectPr>'

    old = "<w:sectPrChange><w:sectPr/></w:sectPrChange>"
    body = (
        p("doan", "x")
        + p("", "", end(100, 200).replace("</w:sectPr>", f"{old}</w:sectPr>"))
        + p("phu_luc", "1")
        + p("doan", "y")
        + p("", "", end(200, 100))
        + p("phu_luc", "2")
        + end(100, 200)
    )
    assert [b.landscape for b in blocks(docx(body))] == [False, True, False, False]


# untrusted files


LISTS = ARABIC + num(1, 1, restart(1))
NOTES = f'<w:footnote w:id="1">{p("", "a")}</w:footnote>'
WHOLE = docx(
    p("khoan", r("a", "<w:b/>") + '<w:r><w:footnoteReference w:id="1"/></w:r>', number(1, 1))
    + table(row(cell(p("o", "x"), BEGIN), cell(p("o", "y"))) + row(cell(p("o"), GO_ON)), 1, 2)
    + "<w:sectPr><w:pgSz w:w='1' w:h='2'/></w:sectPr>",
    LISTS,
    NOTES,
)


@given(st.sampled_from(("text", "styles", "numbering", "footnotes")), st.integers(0, 2**32))
def test_mutated_values_never_raise(part: str, seed: int) -> None:
    rng = random.Random(seed)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode()
            if name == f"word/{part}.xml":
                pieces = data.split('"')
                for _ in range(rng.randrange(1, 9)):
                    value = rng.choice(("", "-1", "9" * 30, "x", "%1%9", "Ω", "1.5", "restart"))
                    pieces[rng.randrange(3, len(pieces) - 1) | 1] = value
                data = '"'.join(pieces)
            new.writestr(name, data)
    document, findings = read(out.getvalue(), "a.docx")
    assert (document is None) == bool(findings)


def box(inner: str) -> str:
    return f"<w:drawing><w:txbxContent>{inner}</w:txbxContent></w:drawing>"


def test_words_in_a_text_box_follow_its_paragraph() -> None:
    alone = p("", f"<w:r>{box(p('', 'bên trong'))}</w:r>")
    both = f"<w:r>{box(p('', 'hai') + p('gach', 'ba'))}</w:r>"
    deeper = p(
        "", f"<w:r>{box(p('', r('ngoài') + '<w:r>' + box(p('', 'trong')) + '</w:r>'))}</w:r>"
    )
    made = blocks(docx(p("khoan", r("một") + both) + p("khoan", "bốn") + alone + deeper))
    assert [(block.role, block.text) for block in made] == [
        ("khoan", "một"),
        ("doan", "hai"),
        ("gach", "ba"),
        ("khoan", "bốn"),
        ("doan", "bên trong"),
        ("doan", "ngoài"),
        ("doan", "trong"),
    ]


def test_a_text_box_in_two_forms_is_read_once_and_a_deleted_one_not_at_all() -> None:
    forms = f"<mc:Choice>{box(p('', 'a'))}</mc:Choice><mc:Fallback>{box(p('', 'a'))}</mc:Fallback>"
    twice = f"<w:r><mc:AlternateContent>{forms}</mc:AlternateContent></w:r>"
    older = f"<mc:Choice/><mc:Fallback>{box(p('', 'b'))}</mc:Fallback>"
    once = f"<w:r><mc:AlternateContent>{older}</mc:AlternateContent></w:r>"
    gone = f"<w:del><w:r>{box(p('', 'c'))}</w:r></w:del>"
    made = blocks(docx(p("khoan", twice + once + gone + r("một"))))
    assert [block.text for block in made] == ["một", "a", "b"]


def test_a_text_box_before_a_deleted_mark_takes_no_words_with_it() -> None:
    deleted = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'
    first = p("khoan", f"{r('đầu ')}<w:r>{box(p('', 'hộp'))}</w:r>", deleted)
    made = blocks(docx(first + p("khoan", "cuối")))
    assert sorted(block.text for block in made) == ["hộp", "đầu cuối"]
