"""Documents into Word files: structure, what an office changed in the template, determinism."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from kehoach.document import FOOT, Block, Cell, Document, Marker, Row, Run, Table, canonical
from kehoach.metrics import width
from kehoach.ooxml.cells import shares
from kehoach.ooxml.package import parse_xml, properties, unpack, w
from kehoach.ooxml.parts import parts_hash
from kehoach.ooxml.read import read
from kehoach.ooxml.style import child_value, value
from kehoach.render import render, render_form
from kehoach.template import Template, compile_template
from office import resave
from validator import faults
from word import MAIN, STYLES, TEMPLATE, block, edited, form, p, plan, swap, table

NUMBERS = "word/numbering.xml"
NOTES = "word/footnotes.xml"
NASTY = "Sở GD&ĐT <b> \"1\" '2' ]]> &amp; a\u00a0b {{ x }} {% y %}"


@cache
def template(data: bytes = b"") -> Template:
    found, findings = compile_template(data or TEMPLATE.read_bytes(), "t.docx")
    assert found is not None, findings
    assert findings == []
    return found


def rendered(document: Document, data: bytes = b"", **custom: str) -> bytes:
    out, findings = render(template(data), document, custom)
    assert findings == []
    assert out is not None
    return out


def part(data: bytes, name: str = MAIN) -> etree._Element:
    parts, findings = unpack(data, "x.docx")
    assert parts is not None, findings
    return parse_xml(parts[name])


def words(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(w("t")))


def paragraph(root: etree._Element, text: str) -> etree._Element:
    found = [each for each in root.iter(w("p")) if words(each) == text]
    assert len(found) == 1, text
    return found[0]


def of_role(root: etree._Element, role: str) -> list[etree._Element]:
    return [each for each in root.iter(w("p")) if _style(each) == "KH" + role.replace("_", "")]


def _style(paragraph: etree._Element) -> str:
    return child_value(paragraph.find(w("pPr")), "pStyle")


def flags(paragraph: etree._Element) -> set[str]:
    found = paragraph.find(w("pPr"))
    return set() if found is None else {etree.QName(child).localname for child in found}


def codes(document: Document, data: bytes = b"") -> list[str]:
    out, findings = render(template(data), document, {})
    assert (out is None) == bool(findings)
    assert all(finding.message and finding.advice is not None for finding in findings)
    return [finding.code for finding in findings]


def test_every_text_is_escaped_once_in_head_body_cell_note_and_property() -> None:
    note = Run("", note=(Run(NASTY),))
    cells = Table((Row((Cell((block("o", NASTY),)),)),))
    document = plan(
        Block("doan", (Run(NASTY), note)),
        block("diem", NASTY, Marker("a)", "a)")),
        Block("bang", table=cells),
        co_quan_ban_hanh=NASTY,
        trich_yeu=NASTY,
    )
    data = rendered(document, nguon=NASTY)
    back, _ = read(data, "x.docx")
    assert back is not None
    assert canonical(back) == canonical(document)
    assert back.title == NASTY
    parts, _ = unpack(data, "x.docx")
    assert parts is not None
    assert properties(parts) == {"nguon": NASTY, "kehoach.parts": parts_hash(parts)}
    assert faults(data) == []


def test_breaks_and_tabs_are_word_s_own() -> None:
    run = next(part(rendered(plan(block("doan", " a\tb\nc ")))).iter(w("br"))).getparent()
    assert run is not None
    assert [etree.QName(child).localname for child in run] == ["t", "tab", "t", "br", "t"]
    assert words(run) == " abc "


def test_same_in_same_bytes() -> None:
    document = plan(block("muc_td", "Một", Marker("I.", "I.")))
    first = rendered(document, b="2", a="1")
    fresh, _ = compile_template(TEMPLATE.read_bytes(), "t.docx")
    assert fresh is not None
    assert render(fresh, document, {"a": "1", "b": "2"}) == (first, [])
    with zipfile.ZipFile(io.BytesIO(first)) as file:
        entries = file.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in entries} == {3}
    names = [entry.filename for entry in entries]
    assert names == ["[Content_Types].xml", *sorted(set(names) - {"[Content_Types].xml"})]


def test_a_template_is_not_changed_by_what_it_prints() -> None:
    short, long = plan(trich_yeu=""), plan(trich_yeu="dài " * 60)
    first = rendered(short)
    rendered(long)
    assert rendered(short) == first


# Roles and the frame


def test_a_line_without_words_goes_away_with_its_rule_and_row() -> None:
    root = part(rendered(plan(trich_yeu="", so_ky_hieu="", dia_danh_ngay="")))
    assert of_role(root, "ke_trich_yeu") == []
    assert len(of_role(root, "ke_tieu_ngu")) == 1
    head = next(root.iter(w("tbl")))
    assert len(head.findall(w("tr"))) == 1


def test_a_line_that_occurs_twice_is_repeated() -> None:
    extra = block("co_quan_ban_hanh", "SỞ NỘI VỤ")
    document = Document((*plan().blocks[:2], extra, *plan().blocks[2:]))
    texts = [words(each) for each in of_role(part(rendered(document)), "co_quan_ban_hanh")]
    assert texts == ["BAN CHỈ ĐẠO 138", "SỞ NỘI VỤ"]


def test_recipients_have_no_title_when_there_are_none() -> None:
    document = Document(tuple(b for b in plan().blocks if b.role != "noi_nhan"))
    assert "Nơi nhận" not in words(part(rendered(document)))
    assert faults(rendered(document)) == []


def test_a_role_of_the_office_s_own_needs_only_a_style() -> None:
    document = plan(block("kinh_gui", "Kính gửi: A"), block("kinh_gui", "B"))
    out, findings = render(template(), document, {})
    assert out is None
    assert [finding.code for finding in findings] == ["R001"]
    assert "KH quoc_hieu" in findings[0].advice
    style = '<w:style w:type="paragraph" w:customStyle="1" w:styleId="x"><w:name w:val="KH {}"/>'
    data = edited(swap("</w:styles>", f"{style.format('kinh_gui')}</w:style></w:styles>"), STYLES)
    assert _style(paragraph(part(rendered(document, data)), "B")) == "x"


def test_a_role_without_a_place_is_told() -> None:
    without = edited(swap("{{ du_thao }}", "x"))
    assert codes(plan(du_thao="(Dự thảo)"), without) == ["R002"]
    assert codes(plan(), without) == []


def test_what_xml_cannot_hold_is_told_each_time() -> None:
    document = plan(block("doan", "a\x01b"), block("doan", "\ud800"), trich_yeu="\r")
    assert codes(document) == ["R003", "R003", "R003"]


def test_a_form_is_no_template_of_a_plan_nor_the_other_way_round() -> None:
    assert codes(plan(), form(p("x"))) == ["R004"]
    out, findings = render_form(template(), {}, {})
    assert out is None
    assert [finding.code for finding in findings] == ["R004"]


def test_fixed_words_are_no_content() -> None:
    data = edited(swap("{{ so_ky_hieu }}", "Ký hiệu {{ so_ky_hieu }} (mật)"))
    document = plan(so_ky_hieu="Số: 1/KH")
    out = rendered(document, data)
    assert words(of_role(part(out), "so_ky_hieu")[0]) == "Ký hiệu Số: 1/KH (mật)"
    back, _ = read(out, "x.docx")
    assert back is not None
    assert canonical(back) == canonical(document)


# Numbers


def labels(*markers: str) -> list[Marker]:
    return [Marker(re.sub("[2-9]", "1", label), label) for label in markers]


def numbered(*markers: Marker) -> tuple[list[tuple[str, str]], etree._Element]:
    """Return (numId, level) of each point's paragraph, and the numbering part."""
    roles = {"1.": "khoan", "1.1.": "khoan_2", "1.1.1.": "khoan_3", "I.": "muc", "-": "gach"}
    points = [block(roles[m.kind], "x", m) for m in markers]
    data = rendered(plan(*points))
    found = [(child_value(n, "numId"), child_value(n, "ilvl")) for n in part(data).iter(w("numPr"))]
    return found, part(data, NUMBERS)


def test_one_list_for_three_levels_and_a_new_one_where_numbers_begin_again() -> None:
    found, _ = numbered(*labels("1.", "2.", "2.1.", "2.1.1.", "2.2.", "3.", "1.", "2."))
    nums = [num for num, _ in found]
    assert nums == [nums[0]] * 6 + [nums[6]] * 2
    assert nums[0] != nums[6]
    assert [level for _, level in found] == ["0", "0", "1", "2", "1", "0", "0", "0"]


def test_a_list_goes_on_after_points_of_another_kind() -> None:
    roman = [Marker("I.", "I."), Marker("I.", "II.")]
    found, _ = numbered(roman[0], *labels("1.", "2."), roman[1], *labels("3."))
    assert found[0][0] == found[3][0]
    assert found[1][0] == found[2][0] == found[4][0]


def test_a_number_that_word_cannot_count_to_is_typed() -> None:
    found, _ = numbered(*labels("1.", "1.1.1.", "5.1.", "2."))
    assert len(found) == 2
    root = part(rendered(plan(block("khoan_2", "x", Marker("1.1.", "5.1.")))))
    run = next(root.iter(w("rStyle"))).getparent()
    assert run is not None
    assert words(paragraph(root, "5.1. x")) == "5.1. x"


def test_a_list_that_begins_late_says_where() -> None:
    found, numbers = numbered(*labels("4.", "5."))
    assert len({num for num, _ in found}) == 1
    start = numbers.find(f"{w('abstractNum')}/{w('lvl')}/{w('start')}")
    assert start is not None
    assert value(start) == "4"


def test_all_dashes_share_a_list_and_keep_their_font() -> None:
    found, numbers = numbered(*[Marker("-", "-")] * 3)
    assert len(found) == 3
    assert len({num for num, _ in found}) == 1
    font = next(numbers.iter(w("rFonts")))
    assert value(font, "hint") == "default"
    assert value(font, "ascii") == "Times New Roman"


@pytest.mark.parametrize(
    ("marker", "style"),
    [(Marker("a)", "đ)"), "marker"), (Marker("a)", "đ)", kept=True), "marker kept")],
)
def test_a_typed_marker_has_its_style_and_one_space(marker: Marker, style: str) -> None:
    root = part(rendered(plan(block("diem", "Điểm", marker, bold=True))))
    run = paragraph(root, "đ) Điểm").find(w("r"))
    assert run is not None
    assert child_value(run.find(w("rPr")), "rStyle") == template().looks.ids[style]
    assert words(run) == "đ) "
    assert run.find(f"{w('rPr')}/{w('b')}") is not None


def test_the_number_of_a_run_in_heading_is_bold() -> None:
    point = Block("khoan", (Run("Phạm vi:", bold=True), Run(" cả tỉnh")), Marker("1.", "1."))
    mark = paragraph(part(rendered(plan(point))), "Phạm vi: cả tỉnh").find(
        f"{w('pPr')}/{w('rPr')}/{w('b')}"
    )
    assert mark is not None


# What an office changes in the template


def columns(data: bytes) -> list[int]:
    grid = part(data).find(f".//{w('tblGrid')}")
    assert grid is not None
    return [int(value(column, "w")) for column in grid]


def indents(data: bytes, role: str) -> tuple[int, int]:
    indent = of_role(part(data), role)[0].find(f"{w('pPr')}/{w('ind')}")
    assert indent is not None
    return int(value(indent, "left")), int(value(indent, "right"))


def bigger(role: str, size: int) -> bytes:
    def change(text: str) -> str:
        start = text.index(f'<w:name w:val="KH {role}"/>')
        end = text.index("</w:style>", start)
        style = re.sub(r'(<w:szC?s? w:val=")\d+', rf"\g<1>{2 * size}", text[start:end])
        return text[:start] + style + text[end:]

    return edited(change, STYLES)


def test_the_right_column_is_as_wide_as_its_words() -> None:
    document = plan()
    nation = width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True)
    left, right = columns(rendered(document))
    assert right == pytest.approx(nation * 20 + 2 * 56.7, abs=1.5)
    assert left + right == 11906 - 1701 - 851
    long = "Thành phố Hồ Chí Minh, ngày 05 tháng 12 năm 2026"
    wide = columns(rendered(plan(dia_danh_ngay=long)))[1]
    assert wide == pytest.approx(width(long, 13, italic=True) * 20 + 2 * 56.7, abs=1.5)


def test_a_changed_style_changes_columns_and_rules() -> None:
    document = plan()
    larger = rendered(document, bigger("quoc_hieu", 13))
    nation = width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True)
    assert columns(larger)[1] == pytest.approx(nation * 20 + 2 * 56.7, abs=1.5)
    motto = "Độc lập - Tự do - Hạnh phúc"
    for size, data in ((13, rendered(document)), (14, rendered(document, bigger("tieu_ngu", 14)))):
        left, right = indents(data, "ke_tieu_ngu")
        length = columns(data)[1] - left - right
        assert length == pytest.approx(width(motto, size, bold=True) * 20, abs=2)


@pytest.mark.parametrize(("rule", "role"), [("ke_co_quan", 0), ("ke_trich_yeu", 1)])
def test_other_rules_are_a_third_to_half_of_the_words_above(rule: str, role: int) -> None:
    data = rendered(plan())
    space = (columns(data)[0], sum(columns(data)))[role]
    text, size = (("BAN CHỈ ĐẠO 138", 12), ("Phát động phong trào thi đua năm 2024", 14))[role]
    length = space - sum(indents(data, rule))
    assert 1 / 3 <= length / (width(text, size, bold=True) * 20) <= 1 / 2


def test_a_long_name_is_indented_to_even_lines_and_not_broken() -> None:
    name = "BAN CHỈ ĐẠO PHÒNG, CHỐNG TỘI PHẠM VÀ XÂY DỰNG PHONG TRÀO TOÀN DÂN BẢO VỆ AN NINH"
    data = rendered(plan(co_quan_ban_hanh=name))
    left, right = indents(data, "co_quan_ban_hanh")
    assert left == right > 0
    assert paragraph(part(data), name).find(f".//{w('br')}") is None


def test_a_name_that_would_touch_the_other_column_is_broken() -> None:
    name = "ỦY BAN NHÂN DÂN TỈNH THÁI BÌNH"
    data = rendered(plan(co_quan_chu_quan=name))
    left = columns(data)[0]
    assert width(name, 12) * 20 < left
    assert left - sum(indents(data, "co_quan_chu_quan")) < width(name, 12) * 20


def test_numbers_stand_where_the_style_says() -> None:
    def change(text: str) -> str:
        start = text.index('<w:name w:val="KH khoan"/>')
        indent = '<w:pPr><w:ind w:left="400" w:hanging="300"/>'
        return text[:start] + text[start:].replace("<w:pPr>", indent, 1)

    data = rendered(plan(block("khoan", "x", Marker("1.", "1."))), edited(change, STYLES))
    levels = part(data, NUMBERS).findall(f".//{w('lvl')}/{w('pPr')}/{w('ind')}")
    assert [value(level, "left") for level in levels] == ["400", "0", "0"]
    assert value(levels[0], "hanging") == "300"


def test_a_moved_line_is_moved_in_the_document() -> None:
    def change(text: str) -> str:
        name = text.index('<w:p><w:pPr><w:pStyle w:val="KHtenloai"')
        title = text.index('<w:p><w:pPr><w:pStyle w:val="KHtrichyeu"')
        end = text.index("</w:p>", title) + len("</w:p>")
        return text[:name] + text[title:end] + text[name:title] + text[end:]

    out = rendered(plan(), edited(change))
    roles = [_style(each) for each in part(out).iter(w("p"))]
    assert roles.index("KHtrichyeu") < roles.index("KHtenloai")
    back, _ = read(out, "x.docx")
    assert back is not None
    assert canonical(back) == canonical(plan())


def test_a_template_that_libreoffice_has_saved_prints_the_same(tmp_path: Path) -> None:
    source = tmp_path / "ke-hoach.docx"
    source.write_bytes(TEMPLATE.read_bytes())
    saved = resave([source], tmp_path / "saved")[0].read_bytes()
    document = plan(block("muc_td", "Một", Marker("I.", "I.")), block("ket", "Hết./."))
    before, after = rendered(document), rendered(document, saved)
    assert before != after
    assert columns(before) == columns(after)
    back, _ = read(after, "x.docx")
    assert back is not None
    assert canonical(back) == canonical(document)
    assert faults(after) == []


# Pages


def test_the_last_lines_and_the_signature_are_chained() -> None:
    root = part(rendered(plan(block("doan", "Một"), block("ket", "Hết./."))))
    assert "keepNext" not in flags(paragraph(root, "Một"))
    assert {"keepNext", "keepLines"} <= flags(paragraph(root, "Hết./."))
    for text in ("Nơi nhận:", "- Lưu: VT.", "TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"):
        assert "keepNext" in flags(paragraph(root, text)), text
    name = paragraph(root, "Nguyễn Văn A")
    assert "keepNext" not in flags(name)
    row = next(name.iterancestors(w("tr")))
    assert row.find(f"{w('trPr')}/{w('cantSplit')}") is not None
    assert "Nơi nhận:" in words(row)


def test_a_text_that_ends_in_a_table_is_chained_too() -> None:
    cells = Row((Cell((block("o", "a"),)), Cell((block("o", "b"),))))
    root = part(rendered(plan(Block("bang", table=Table((cells, cells))))))
    keeps = ["keepNext" in flags(each) for each in of_role(root, "o")]
    assert keeps == [False, False, True, True]


def test_a_name_below_a_title_takes_no_room_of_its_own() -> None:
    blocks = list(plan().blocks)
    blocks.insert(-1, block("ky_chuc_danh", "PHÓ CHỦ TỊCH"))
    root = part(rendered(Document(tuple(blocks))))
    spacing = paragraph(root, "Nguyễn Văn A").find(f"{w('pPr')}/{w('spacing')}")
    assert spacing is not None
    assert value(spacing, "before") == "0"
    assert "spacing" not in flags(paragraph(root, "PHÓ CHỦ TỊCH"))


def test_several_signers_stand_side_by_side_above_the_recipients() -> None:
    second = [block("ky_chuc_vu", "GIÁM ĐỐC"), block("ky_ho_ten", "")]
    document = Document((*plan().blocks, *second))
    data = rendered(document)
    root = part(data)
    row = next(paragraph(root, "TRƯỞNG BAN").iterancestors(w("tr")))
    assert row is next(paragraph(root, "GIÁM ĐỐC").iterancestors(w("tr")))
    assert len(row.findall(w("tc"))) == 2
    order = [words(each) for each in root.iter(w("p"))]
    assert order.index("GIÁM ĐỐC") < order.index("Nơi nhận:")
    back, _ = read(data, "x.docx")
    assert back is not None
    assert canonical(back) == canonical(document)


def test_names_stand_level_however_long_posts_are() -> None:
    parties = [
        ("ky_thay_mat", "TM. BAN CHỈ ĐẠO"),
        ("ky_chuc_vu", "TRƯỞNG BAN"),
        ("ky_chuc_danh", "PHÓ CHỦ TỊCH"),
        ("ky_ho_ten", "Nguyễn Văn A"),
        ("ky_chuc_vu", "GIÁM ĐỐC"),
        ("ky_ho_ten", "Trần Thị B"),
        ("ky_chuc_vu", "CHỦ TỊCH"),
        ("ky_ho_ten", ""),
    ]
    signed = [block(role, words) for role, words in parties]
    text = [each for each in plan().blocks if each.role not in FOOT[1:]]
    two = [("ky_chuc_vu", "TỔ TRƯỞNG"), ("ky_ho_ten", "Lê C")] * 2
    annex = [Block("phu_luc", (Run("Phụ lục"),)), *(block(role, words) for role, words in two)]
    document = Document((*text, *signed, *annex))
    data = rendered(document)
    root = part(data)
    row = next(paragraph(root, "Nguyễn Văn A").iterancestors(w("tr")))
    above = row.getprevious()
    assert above is not None
    assert [words(cell) for cell in above.iter(w("tc"))] == [
        "TM. BAN CHỈ ĐẠOTRƯỞNG BAN",
        "GIÁM ĐỐC",
        "CHỦ TỊCH",
    ]
    assert [words(cell) for cell in row.iter(w("tc"))] == [
        "PHÓ CHỦ TỊCHNguyễn Văn A",
        "Trần Thị B",
        "",
    ]
    ends = [value(end) for end in row.iter(w("vAlign"))]
    assert ends == ["bottom"] * 3
    last = list(root.iter(w("tbl")))[-1]
    assert [len(row.findall(w("tc"))) for row in last.iter(w("tr"))] == [2, 2]
    back, _ = read(data, "x.docx")
    assert back is not None
    assert canonical(back) == canonical(document)
    assert faults(data) == []


def test_annexes_are_sections_with_pages_of_their_own() -> None:
    annexes = [
        Block("phu_luc", (Run("Phụ lục I"),)),
        Block("phu_luc", (Run("Phụ lục II"),), landscape=True),
        block("khoan", "x", Marker("1.", "1.")),
        Block("phu_luc", (Run("Phụ lục III"),)),
        block("khoan", "y", Marker("1.", "1.")),
    ]
    data = rendered(Document((*plan().blocks, *annexes)))
    sections = list(part(data).iter(w("sectPr")))
    sizes = [s.find(w("pgSz")) for s in sections]
    lying = [size is not None and value(size, "orient") == "landscape" for size in sizes]
    assert lying == [False, False, True, False]
    starts = [s.find(w("pgNumType")) for s in sections]
    assert [None if s is None else value(s, "start") for s in starts] == [None, "1", "1", "1"]
    assert all(s.find(w("titlePg")) is not None for s in sections)
    assert faults(data) == []


# Tables and notes


def test_a_table_has_spans_merges_headers_and_shares() -> None:
    def cell(text: str, columns: int = 1, rows: int = 1) -> Cell:
        return Cell((block("o", text),), columns, rows)

    rows = (
        Row((cell("a", rows=2), cell("b", columns=2)), header=True),
        Row((cell("c"), cell("d")), header=True),
        Row((cell("e"), cell("f"), cell("g"))),
    )
    made = Block("bang", table=Table(rows, (0.5, 0.3, 0.2)))
    root = part(rendered(plan(made)))
    found = next(paragraph(root, "a").iterancestors(w("tbl")))
    grid = [int(value(column, "w")) for column in found.iter(w("gridCol"))]
    assert sum(grid) == 11906 - 1701 - 851
    assert grid[0] == pytest.approx(sum(grid) / 2, abs=36)
    merges = [(value(m) or "continue") for m in found.iter(w("vMerge"))]
    assert merges == ["restart", "continue"]
    assert [value(span) for span in found.iter(w("gridSpan"))] == ["2"]
    assert len(list(found.iter(w("tblHeader")))) == 2
    assert len(list(found.iter(w("cantSplit")))) == 3


@pytest.mark.parametrize("widths", [(1, 1, 1), (0.5, 0.3, 0.2), (1, 999), (999, 1), (1,) * 20, ()])
def test_columns_end_where_libreoffice_can_keep_them(widths: tuple[float, ...]) -> None:
    count, room = len(widths) or 4, 9354
    made = shares(widths, count, room)
    assert (len(made), sum(made)) == (count, room)
    assert min(made) >= 72
    assert all(width % 72 == 0 for width in made[:-1])


def test_tables_do_not_run_together() -> None:
    made = Block("bang", table=Table((Row((Cell((block("o", "a"),)),)),)))
    body = part(rendered(plan(made, made))).find(w("body"))
    assert body is not None
    names = [etree.QName(child).localname for child in body]
    assert not any(pair == ("tbl", "tbl") for pair in pairwise(names))


def test_notes_are_numbered_from_one_and_in_a_template_that_has_notes_go_on() -> None:
    document = plan(Block("doan", (Run("a"), Run("", note=(Run("chú"),)))))
    data = rendered(document)
    ids = [value(note, "id") for note in part(data, NOTES).findall(w("footnote"))]
    assert ids == ["-1", "0", "1"]
    start = '<w:p><w:pPr><w:pStyle w:val="KHdoan"/>'
    again = rendered(
        Document(document.blocks[8:9]), edited(swap(start, p("{{p body }}") + start), data=data)
    )
    ids = [value(note, "id") for note in part(again, NOTES).findall(w("footnote"))]
    assert ids == ["-1", "0", "1", "2"]
    assert [value(r, "id") for r in part(again).iter(w("footnoteReference"))] == ["2", "1"]
    assert faults(again) == []


def test_a_note_beside_a_slot_would_be_lost() -> None:
    data = rendered(plan(Block("doan", (Run("a"), Run("", note=(Run("chú"),))))))
    _, findings = compile_template(edited(swap(">a<", ">{{p body }}<"), data=data), "t.docx")
    assert [finding.code for finding in findings] == ["T005"]


# Forms


def filled(body: str, **values: object) -> etree._Element:
    out, findings = render_form(template(form(body)), values, {"a": "1"})
    assert findings == []
    assert out is not None
    assert faults(out) == []
    return part(out)


def form_codes(body: str, **values: object) -> list[str]:
    out, findings = render_form(template(form(body)), values, {})
    assert out is None
    assert all(finding.message and finding.advice is not None for finding in findings)
    return [finding.code for finding in findings]


def test_values_of_a_form_are_escaped_once_in_text_and_attributes() -> None:
    inner = f"<w:sdtContent>{p('{{ ten }}')}</w:sdtContent>"
    control = '<w:sdt><w:sdtPr><w:tag w:val="kh_{{ ma }}"/></w:sdtPr>' + inner + "</w:sdt>"
    root = filled(control, ma=NASTY, ten=NASTY)
    assert words(root) == NASTY
    assert value(next(root.iter(w("tag")))) == f"kh_{NASTY}"


def test_rows_columns_and_paragraphs_repeat() -> None:
    rows = table(
        ("{%tr for u in units %}", ""), ("{{ loop.index }}", "{{ u.ten }}"), ("{%tr endfor %}", "")
    )
    root = filled(rows, units=[{"ten": "A & B"}, {"ten": "C"}])
    cells = [words(row) for row in root.iter(w("tr"))]
    assert cells == ["1A & B", "2C"]
    root = filled(
        p("{%p if co %}") + p("có") + p("{%p else %}") + p("không") + p("{%p endif %}"), co=0
    )
    assert words(root) == "không"
    root = filled(table(("{%tc for x in a %}", "{{ x }}", "{%tc endfor %}")), a=[1, 2, 3])
    assert [words(cell) for cell in root.iter(w("tc"))] == ["1", "2", "3"]


def test_breaks_in_a_value_are_word_s_own_and_nothing_prints_nothing() -> None:
    root = filled(p("[{{ a }}{{ b }}]"), a="1\n2\t3", b=None)
    run = next(root.iter(w("br"))).getparent()
    assert run is not None
    assert [etree.QName(child).localname for child in run] == ["t", "br", "t", "tab", "t"]
    assert words(root) == "[123]"


def test_what_a_form_asks_for_in_vain() -> None:
    body = p("{{ ten }}") + p("{{ ma }}") + p("{% for u in us %}{{ u.x }}{% endfor %}")
    assert form_codes(body, tan="x") == ["R005", "R005", "R005"]
    _, findings = render_form(template(form(body)), {"tan": 1}, {})
    assert findings[0].advice == "did you mean tan?"
    assert form_codes(p("a") + p("{{ u.x }}"), u={}) == ["R006"]
    _, findings = render_form(template(form(p("a") + p("{{ u.x }}"))), {"u": {}}, {})
    assert getattr(findings[0].where, "paragraph", 0) == 2
    assert words(filled(p("{{ x|default('-') }}{% if y is defined %}y{% endif %}"))) == "-"


def test_a_form_cannot_leave_its_sandbox_or_grow_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert form_codes(p("{{ a.__class__ }}"), a="x") == ["R006"]
    assert form_codes(p("{{ a|join(a) }}"), a="x") == ["R006"]
    assert form_codes(p("{{ a }}"), a="\x00") == ["R003"]
    monkeypatch.setattr("kehoach.forms.OUTPUT", 5_000)
    assert form_codes(p("{% for x in a %}{{ x }}{% endfor %}"), a=range(9_999)) == ["R007"]


@pytest.mark.parametrize(
    ("typed", "value", "printed"),
    [
        ("a{{ x }}b", "1\n2\t3\r\n4", ["a1", "br", "2", "tab", "3", "br", "4b"]),
        ("a\t{{ x }}b", "1", ["a", "tab", "1b"]),
        ("a{{ x }}\nb", "1", ["a1", "br", "b"]),
        ("{{ x }}", "\t", ["tab"]),
        ("a {{ x }}", "1", ["a 1"]),
    ],
)
def test_line_breaks_and_tabs_of_a_form(typed: str, value: str, printed: list[str]) -> None:
    data, findings = render_form(template(form(p(typed))), {"x": value}, {})
    assert findings == []
    assert data is not None
    children = [e for run in part(data).iter(w("r")) for e in run if e.tag != w("rPr")]
    said = [e.text or "" if e.tag == w("t") else etree.QName(e).localname for e in children]
    assert [each for each in said if each] == printed
