"""PDF by office2pdf: markers, headings and page numbers as LibreOffice prints them."""

from __future__ import annotations

import pytest

from kehoach.document import Document, Marker
from kehoach.pdf import fast, office
from kehoach.pdf.pages import read_pages
from kehoach.printed import Page
from kehoach.render import render
from kehoach.template import compile_template
from word import TEMPLATE, block, plan


def numbered() -> Document:
    points = [
        ("muc_td", "I.", "I.", "Mục tiêu"),
        ("khoan_td", "1.", "1.", "Yêu cầu"),
        ("khoan_2", "1.1.", "1.1.", "Làm tốt hơn."),
        ("muc_td", "I.", "II.", "Thực hiện"),
        ("khoan", "1.", "1.", "Đếm lại từ đầu."),
        ("gach", "-", "-", "Một gạch đầu dòng."),
    ]
    made = [block(role, text, marker=Marker(kind, label)) for role, kind, label, text in points]
    return plan(*made, *[block("doan", f"Dòng {number}") for number in range(40)])


@pytest.fixture(scope="module")
def data() -> bytes:
    template, _ = compile_template(TEMPLATE.read_bytes(), "t.docx")
    assert template is not None
    made, findings = render(template, numbered(), {})
    assert made is not None, findings
    return made


def pages(data: bytes) -> tuple[Page, ...]:
    made, findings = fast.convert(data, "a.docx")
    assert not findings
    assert made is not None
    return read_pages(made)


def test_words_and_markers_are_those_of_libreoffice(data: bytes) -> None:
    program = office.find()
    assert program is not None, "LibreOffice Writer is not installed"
    made, _ = program.convert({"a.docx": data})
    expected = "".join(page.words for page in read_pages(made["a.docx"]))
    found = "".join(page.words for page in pages(data))
    assert found == expected
    assert "I.MỤCTIÊU1.Yêucầu1.1.Làm" in found
    assert "II.THỰCHIỆN1.Đếm" in found


def test_the_first_page_has_no_number_and_all_others_have(data: bytes) -> None:
    made = pages(data)
    assert [page.number for page in made] == ["", *(str(n) for n in range(2, len(made) + 1))]
    assert len(made) > 1


def test_the_same_file_gives_the_same_bytes(data: bytes) -> None:
    assert fast.convert(data, "a.docx") == fast.convert(data, "a.docx")


def test_what_is_no_word_file_is_a_finding() -> None:
    made, findings = fast.convert(b"%PDF-1.7 not a zip", "a.docx")
    assert made is None
    assert findings
