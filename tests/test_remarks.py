"""Comments and tracked changes, read as Word and LibreOffice write them."""

from __future__ import annotations

from pathlib import Path

import pytest

import office
import validator
from kehoach.document import Block, Document, Run, canonical
from kehoach.ooxml.package import unpack
from kehoach.ooxml.read import read
from kehoach.ooxml.remarks import AUTHORS, QUOTED, Marked, Remark, marked
from kehoach.render import render
from kehoach.template import compile_template
from reviewer import Reviewer
from word import TEMPLATE, block, packed, parts, plan

NOTES = "word/footnotes.xml"


def document() -> Document:
    note = Run("", note=(Run("Theo số liệu năm 2023."),))
    first = Block("doan", (Run("Một hai "), Run("ba", bold=True), Run(" bốn."), note))
    return plan(first, block("doan", "Năm sáu bảy."), block("ket", "Hết./."))


@pytest.fixture(scope="module")
def built() -> bytes:
    template, findings = compile_template(TEMPLATE.read_bytes(), "x.docx")
    assert template is not None, findings
    data, findings = render(template, document(), {"kehoach.plan": "plans/a.yaml"})
    assert data is not None, findings
    return data


def of(data: bytes) -> Marked:
    found, findings = marked(data, "a.docx")
    assert found is not None, findings
    return found


def words(found: Marked, paragraph: int) -> str:
    """Return the words of the paragraph that a place counts so."""
    named = {getattr(block.where, "paragraph", 0): block.text for block in found.document.blocks}
    return named[paragraph]


def test_a_file_without_remarks(built: bytes) -> None:
    found = of(built)
    assert (found.remarks, found.authors) == ((), ())
    assert found.ours
    assert found.properties["kehoach.plan"] == "plans/a.yaml"
    assert canonical(found.document) == canonical(found.before) == canonical(document())


def test_a_comment_tells_who_what_when_and_where(built: bytes) -> None:
    reader = Reviewer(built, "Sở Nội vụ")
    reader.comment("hai ba bốn", "Xem lại.\nHai dòng.")
    data = reader.data()
    (remark,) = of(data).remarks
    assert (remark.author, remark.date) == ("Sở Nội vụ", "2024-01-10T08:00:00Z")
    assert (remark.text, remark.quoted) == ("Xem lại.\nHai dòng.", "hai ba bốn")
    assert remark.part == "word/document.xml"
    assert words(of(data), remark.paragraph).startswith("Một hai")
    assert not remark.settled
    assert not validator.faults(data)


def test_threads_and_what_is_settled(built: bytes) -> None:
    reader = Reviewer(built, "A")
    first = reader.comment("Năm", "Một?", done=True)
    reader.author = "B"
    second = reader.comment("Năm", "Hai.", answers=first)
    reader.author = "C"
    reader.comment("Năm", "Ba.", answers=second)
    (remark,) = of(reader.data()).remarks
    assert remark.settled
    assert [(answer.author, answer.text) for answer in remark.answers] == [
        ("B", "Hai."),
        ("C", "Ba."),
    ]


def test_answers_in_a_circle_are_comments(built: bytes) -> None:
    reader = Reviewer(built, "A")
    one = reader.comment("Một", "x")
    two = reader.comment("Năm", "y", answers=one)
    reader.threads[0] = (one, two, False)
    assert [remark.text for remark in of(reader.data()).remarks] == ["x", "y"]


def test_comments_come_in_the_order_of_the_text(built: bytes) -> None:
    reader = Reviewer(built, "A")
    for place in ("Hết", "Năm", "Một", "BAN CHỈ ĐẠO 138"):
        reader.comment(place, place)
    said = [remark.text for remark in of(reader.data()).remarks]
    assert said == ["BAN CHỈ ĐẠO 138", "Một", "Năm", "Hết"]


def test_a_comment_on_a_footnote_belongs_to_the_paragraph_that_calls_it(built: bytes) -> None:
    reader = Reviewer(built, "A", part=NOTES)
    reader.comment("số liệu", "Nguồn nào?")
    (remark,) = of(reader.data()).remarks
    assert (remark.part, remark.quoted) == (NOTES, "số liệu")
    assert words(of(reader.data()), remark.paragraph).startswith("Một hai")


def test_a_comment_in_a_page_header_stands_outside_the_text(built: bytes) -> None:
    content = parts(built)
    called = '<w:r><w:commentReference w:id="7"/></w:r></w:p></w:hdr>'
    headed = content["word/header2.xml"].replace("</w:p></w:hdr>", called)
    assert headed != content["word/header2.xml"]
    reader = Reviewer(packed(content | {"word/header2.xml": headed}), "A")
    reader._said(7, "Số trang?")
    (remark,) = of(reader.data()).remarks
    assert (remark.text, remark.paragraph, remark.quoted) == ("Số trang?", 0, "")


def test_a_comment_that_stands_nowhere_is_kept(built: bytes) -> None:
    reader = Reviewer(built, "A")
    reader._said(7, "Chung.")
    reader.comment("Một", "Riêng.")
    assert of(reader.data()).remarks == (
        Remark(
            *("A", "2024-01-10T08:00:00Z", "Riêng.", "Một", "word/document.xml"),
            of(reader.data()).remarks[0].paragraph,
        ),
        Remark("A", "2024-01-10T08:00:00Z", "Chung."),
    )


def test_long_words_are_cut() -> None:
    template, _ = compile_template(TEMPLATE.read_bytes(), "x.docx")
    assert template is not None
    data, _ = render(template, plan(block("doan", "dài " * 500 + ".")), {})
    assert data is not None
    reader = Reviewer(data, "A")
    reader.comment("dài " * 500, "x")
    (remark,) = of(reader.data()).remarks
    assert len(remark.quoted) <= QUOTED + 1
    assert remark.quoted.endswith("…")


def test_each_author_s_changes_apart(built: bytes) -> None:
    reader = Reviewer(built, "A")
    reader.replace("hai", "HAI")
    reader.author = "B"
    reader.replace("sáu", "SÁU")
    reader.paragraph_after("Năm", "Tám chín.")
    reader.author = "A"
    reader.without("Hết")
    found = of(reader.data())
    assert found.authors == ("A", "B")
    assert canonical(found.before) == canonical(document())
    texts = {author: [b.text for b in found.by(author).blocks] for author in "AB"}
    assert "Một HAI ba bốn." in texts["A"]
    assert not {"Năm SÁU bảy.", "Tám chín."} & set(texts["A"])
    assert "Hết./." not in texts["A"]
    assert {"Một hai ba bốn.", "Năm SÁU bảy.", "Tám chín.", "Hết./."} <= set(texts["B"])


def test_changes_in_a_footnote_are_taken_back(built: bytes) -> None:
    reader = Reviewer(built, "A", part=NOTES)
    reader.replace("năm 2023", "năm 2024")
    found = of(reader.data())
    assert canonical(found.before) == canonical(document())
    assert "năm 2024" in repr(canonical(found.document))
    before, _ = read(reader.data(), "a.docx", rejected=True)
    assert before is not None
    assert canonical(before) == canonical(document())


def test_a_file_of_another_maker_is_read_as_it_is() -> None:
    body = '<w:document xmlns:w="{}"><w:body><w:p><w:r><w:t>Xin chào</w:t></w:r></w:p></w:body>'
    content = parts(TEMPLATE.read_bytes())
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    data = packed(content | {"word/document.xml": body.format(space) + "</w:document>"})
    found = of(data)
    assert not found.ours
    assert [block.text for block in found.document.blocks] == ["Xin chào"]


def test_a_hostile_file_is_told_and_not_opened() -> None:
    found, findings = marked(b"PK\x03\x04 not a zip", "a.docx")
    assert found is None
    assert [finding.code for finding in findings] == ["D004"]


def test_more_authors_than_can_be_told_apart(built: bytes) -> None:
    reader = Reviewer(built, "")
    for number in range(AUTHORS + 1):
        reader.author = str(number)
        reader.insert("Một", "x")
    found, findings = marked(reader.data(), "a.docx")
    assert found is None
    assert [finding.code for finding in findings] == ["D018"]


def test_what_libreoffice_saves(built: bytes, tmp_path: Path) -> None:
    reader = Reviewer(built, "Sở Nội vụ")
    first = reader.comment("hai ba bốn", "Xem lại.")
    reader.replace("sáu", "SÁU")
    reader.comment("hai ba bốn", "Đồng ý.", answers=first)
    (tmp_path / "a.docx").write_bytes(reader.data())
    (saved,) = office.resave([tmp_path / "a.docx"], tmp_path / "out")
    found = of(saved.read_bytes())
    said = [r.text for remark in found.remarks for r in (remark, *remark.answers)]
    assert sorted(said) == ["Xem lại.", "Đồng ý."]
    assert found.remarks[0].quoted == "hai ba bốn"
    assert found.remarks[0].author == "Sở Nội vụ"
    assert found.authors == ("Sở Nội vụ",)
    assert canonical(found.before) == canonical(document())
    assert unpack(saved.read_bytes(), "")[0]
