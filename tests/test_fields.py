"""Fields of forms: marked when a form is filled, read back whatever became of the file."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.diagnostic import Diagnostic
from kehoach.ooxml.fields import read_fields
from kehoach.ooxml.form_part import bookmark, is_blank
from kehoach.ooxml.package import parse_xml, properties, unpack, w
from kehoach.render import render_form
from kehoach.template import Template, compile_template
from office import resave
from validator import faults
from word import MAIN, form, p, packed, parts

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
DATE = '<w:date><w:dateFormat w:val="dd/MM/yyyy"/><w:lid w:val="vi-VN"/></w:date>'
LIST = '<w:comboBox><w:listItem w:displayText="Bằng khen" w:value="Bằng khen"/></w:comboBox>'
BOX = (
    f'<w14:checkbox xmlns:w14="{W14}"><w14:checked w14:val="0"/>'
    '<w14:checkedState w14:val="2612"/><w14:uncheckedState w14:val="2610"/></w14:checkbox>'
)
EDGES = " \t\n\u00a0"


def control(tag: str, text: str, kind: str = "<w:text/>", title: str = "Ô") -> str:
    """Return a content control of one run."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{title}"/><w:tag w:val="{tag}"/>{kind}</w:sdtPr>'
        f'<w:sdtContent><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:sdtContent></w:sdt>'
    )


def paragraph(*inner: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="KHdoan"/></w:pPr>{"".join(inner)}</w:p>'


def words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def cell(inner: str, wide: int = 2000) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>{inner}</w:tc>'


def table(*rows: str, columns: int = 2, wide: int = 4000) -> str:
    grid = '<w:gridCol w:w="2000"/>' * columns
    body = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{wide}" w:type="dxa"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


FORM = (
    paragraph(words("Tên: "), control("ten", "{{ ten or '………' }}"), words(" ở đây"))
    + paragraph(words("Ngày: "), control("ngay", "{{ ngay or '…/…/……' }}", DATE))
    + paragraph(words("Hình thức: "), control("hinh_thuc", "{{ loai or '………' }}", LIST))
    + paragraph(control("dat", "{{ '☒' if dat else '☐' }}", BOX), words(" Đạt"))
    + table(
        cell(p("STT")) + cell(p("Số")),
        cell(p("{%tr for m in muc %}")),
        cell(p("{{ m.n }}")) + cell(paragraph(control("muc_{{ m.n }}.so", "{{ m.so or '…' }}"))),
        cell(p("{%tr endfor %}")),
    )
    + paragraph()
)
FILLED: dict[str, object] = {
    "ten": "Sở GD&ĐT <“An Giang”>",
    "ngay": "15/01/2024",
    "loai": "Bằng khen",
    "dat": "x",
    "muc": [{"n": "1", "so": "210"}, {"n": "2", "so": "-"}],
}
EMPTY: dict[str, object] = {**dict.fromkeys(FILLED, ""), "muc": [{"n": "1", "so": ""}]}
READ = {
    "ten": "Sở GD&ĐT <“An Giang”>",
    "ngay": "15/01/2024",
    "hinh_thuc": "Bằng khen",
    "dat": "x",
    "muc_1.so": "210",
    "muc_2.so": "-",
}


@cache
def compiled(body: str) -> Template:
    template, found = compile_template(form(body), "x.docx")
    assert template, found
    return template


def filled(body: str = FORM, values: dict[str, object] = FILLED) -> bytes:
    data, found = render_form(compiled(body), values, {"kehoach.form": "x"})
    assert data, found
    return data


def read(data: bytes) -> dict[str, str]:
    texts, found = read_fields(data, "x.docx")
    assert not found
    return texts


def read_with_findings(data: bytes) -> tuple[dict[str, str], list[Diagnostic]]:
    return read_fields(data, "x.docx")


def changed(data: bytes, pattern: str, new: str, count: int = 0) -> bytes:
    content = parts(data)
    text, times = re.subn(pattern, new, content[MAIN], count=count, flags=re.DOTALL)
    assert times
    return packed(content | {MAIN: text})


def without_tags(data: bytes) -> bytes:
    return changed(data, r'<w:tag w:val="[^"]*"/>', "")


def without_controls(data: bytes) -> bytes:
    return changed(
        changed(data, r"<w:sdt>|<w:sdtPr>.*?</w:sdtPr>|</w:sdt>", ""), "</?w:sdtContent>", ""
    )


def without_bookmarks(data: bytes) -> bytes:
    return changed(data, r"<w:bookmark(?:Start|End) [^>]*/>", "")


def test_every_value_is_read_back_and_the_file_is_valid() -> None:
    data = filled()
    assert faults(data) == []
    assert read(data) == READ


def test_what_was_not_filled_is_read_as_empty() -> None:
    data = filled(values=EMPTY)
    assert faults(data) == []
    assert read(data) == dict.fromkeys(("ten", "ngay", "hinh_thuc", "dat", "muc_1.so"), "")


TEXT = st.text(
    st.one_of(
        st.sampled_from("&<>\"'{}%“”ơựẻ\u0302\u0301😀\u00a0 -.,/"),
        st.characters(blacklist_categories=["Cs", "Cc", "Cn", "Co"]),
    ),
    max_size=40,
).filter(lambda text: "……" not in text)


@given(TEXT)
def test_any_text_in_a_field_is_read_back(text: str) -> None:
    expected = "" if is_blank(text) or text.strip() in "☐" else text.strip(EDGES)
    expected = "x" if text.strip() in ("☒", "☑", "✓", "✔") else expected
    assert read(filled(values={**FILLED, "ten": text}))["ten"] == expected


def test_decomposed_letters_stay_as_they_are() -> None:
    text = unicodedata.normalize("NFD", "Tổ quốc")
    assert read(filled(values={**FILLED, "ten": text}))["ten"] == text


def test_fields_are_found_by_tag_then_bookmark_then_place() -> None:
    data = filled()
    assert read(without_bookmarks(data)) == READ
    assert read(without_tags(data)) == READ
    assert read(without_controls(data)) == READ
    texts, found = read_with_findings(without_bookmarks(without_controls(data)))
    assert texts == {"muc_1.so": "210", "muc_2.so": "-"}
    assert [d.code for d in found] == ["D031"] * 4


def test_a_cell_that_was_retyped_is_read_by_its_place() -> None:
    data = changed(filled(), r"<w:bookmarkStart[^>]*kh_muc_1__so.*?</w:p>", f"{words('333')}</w:p>")
    assert read(data)["muc_1.so"] == "333"


def test_a_field_that_was_taken_out_is_told() -> None:
    data = changed(filled(), r'<w:bookmarkStart [^>]*"kh_ten"/>.*?<w:bookmarkEnd [^>]*/>', "")
    texts, found = read_with_findings(data)
    assert "ten" not in texts
    assert [(d.code, d.args["name"]) for d in found] == [("D031", "ten")]


def test_a_row_that_was_copied_is_told() -> None:
    row = re.compile(r"<w:tr>(?:(?!</w:tr>).)*muc_2.*?</w:tr>", re.DOTALL)
    copied = row.search(parts(filled())[MAIN])
    assert copied
    texts, found = read_with_findings(changed(filled(), re.escape(copied[0]), copied[0] * 2))
    assert texts == READ
    assert [(d.code, d.args["name"]) for d in found] == [("D032", "muc_2.so")]


def test_a_file_without_fields_is_told() -> None:
    texts, found = read_with_findings(form(p("Chữ")))
    assert texts == {}
    assert [d.code for d in found] == ["D030"]


def test_a_file_that_is_no_word_file_is_told() -> None:
    texts, found = read_with_findings(b"PK")
    assert texts == {}
    assert found


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("15………", "15"),
        ("……… 15 ………", "15"),
        ("v.v…", "v.v…"),
        ("khóm, ấp, tổ, đội…", "khóm, ấp, tổ, đội…"),
        ("ngày …… tháng …… năm ………", ""),
        ("ngày 05 tháng …… năm ………", "ngày 05 tháng …… năm"),
        ("......", ""),
        ("☒", "x"),
        ("✓", "x"),
        ("☐", ""),
        ("-", "-"),
    ],
)
def test_dots_beside_what_was_typed_are_left_out(typed: str, expected: str) -> None:
    assert read(filled(values={**FILLED, "ten": typed}))["ten"] == expected


def test_deleted_words_are_not_read_and_inserted_ones_are() -> None:
    edit = (
        '<w:del w:id="900" w:author="a"><w:r><w:delText>cũ</w:delText></w:r></w:del>'
        f'<w:ins w:id="901" w:author="a">{words("mới")}</w:ins></w:sdtContent>'
    )
    data = changed(filled(values=EMPTY), r"</w:sdtContent>", edit, count=1)
    assert read(data)["ten"] == "mới"


def test_ids_and_bookmarks_are_the_only_ones_of_their_kind() -> None:
    root = parse_xml(parts(filled())[MAIN].encode())
    for name, attribute in (("bookmarkStart", "id"), ("bookmarkStart", "name")):
        given_ = [element.get(w(attribute)) for element in root.iter(w(name))]
        assert len(set(given_)) == len(given_) == len(READ)
    ids = [element.get(w("val")) for element in root.iter(w("id"))]
    assert len(set(ids)) == len(ids) == len(READ)


def test_a_check_box_knows_whether_it_is_ticked() -> None:
    for values, state in ((FILLED, "1"), (EMPTY, "0")):
        root = parse_xml(parts(filled(values=values))[MAIN].encode())
        assert [e.get(f"{{{W14}}}val") for e in root.iter(f"{{{W14}}}checked")] == [state]


def test_a_blank_is_the_placeholder_of_its_control() -> None:
    text = parts(filled(values=EMPTY))[MAIN]
    assert text.count("<w:showingPlcHdr/>") == 4
    assert "showingPlcHdr" not in parts(filled())[MAIN]


def test_two_fields_of_one_name_are_a_fault_of_the_template() -> None:
    body = paragraph(control("ten", "a")) + paragraph(control("ten", "b"))
    template, _ = compile_template(form(body), "x.docx")
    assert template
    data, found = render_form(template, {}, {})
    assert data is None
    assert [d.code for d in found] == ["R008"]


@given(st.lists(st.from_regex(r"[a-z][a-z0-9_.]{0,60}", fullmatch=True), unique=True, max_size=20))
def test_names_of_bookmarks_are_such_as_word_takes(names: list[str]) -> None:
    marks = [bookmark(name) for name in names if "__" not in name]
    assert all(re.fullmatch(r"kh_[a-z0-9_]{1,37}", mark) for mark in marks)
    assert len(set(marks)) == len(marks)


def test_a_long_name_is_found_again_by_its_bookmark() -> None:
    name = "huyen_quynh_phu.co_so_giao_duc.tong_so_dang_ky"
    data = filled(paragraph(control(name, "{{ a }}")) + paragraph(), {"a": "7"})
    assert read(without_tags(data)) == {name: "7"}


def test_the_file_tells_its_fields_in_short_properties() -> None:
    rows = [{"n": str(n), "so": ""} for n in range(1, 90)]
    data = filled(values={**FILLED, "muc": rows})
    content, _ = unpack(data, "x.docx")
    assert content
    told = {k: v for k, v in properties(content).items() if k.startswith("kehoach.fields.")}
    assert len(told) > 5
    assert max(map(len, told.values())) <= 240
    assert len(read(data)) == 93


def test_columns_that_are_repeated_fill_the_table() -> None:
    row = (
        cell(p("STT"), 1000)
        + cell(p("{%tc for a in b %}"))
        + cell(p("{{ a }}"))
        + cell(p("{%tc endfor %}"))
    )
    data = filled(table(row, wide=9000) + paragraph(), {"b": ["x", "y", "z"]})
    assert faults(data) == []
    root = parse_xml(parts(data)[MAIN].encode())
    grid = [int(e.get(w("w")) or 0) for e in root.iter(w("gridCol"))]
    assert grid == [1285, 2572, 2571, 2572]
    assert [int(e.get(w("w")) or 0) for e in root.iter(w("tcW"))] == grid


def test_fields_survive_libreoffice(tmp_path: Path) -> None:
    files = []
    for name, values in (("filled", FILLED), ("empty", EMPTY)):
        files.append(tmp_path / f"{name}.docx")
        files[-1].write_bytes(filled(values=values))
    saved = [file.read_bytes() for file in resave(files, tmp_path / "saved")]
    assert b"w:tag " not in parts(saved[0])[MAIN].encode()
    assert read(saved[0]) == READ
    assert read(saved[1]) == dict.fromkeys(("ten", "ngay", "hinh_thuc", "dat", "muc_1.so"), "")
