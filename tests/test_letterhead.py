"""A head in the header of the first page is read as the same head in the text."""

from __future__ import annotations

import pytest
from lxml import etree

from kehoach.checking import Checker
from kehoach.diagnostic import Diagnostic
from kehoach.importer.convert import Told, import_docx
from kehoach.ooxml.package import parse_xml, unpack, w
from kehoach.ooxml.write import pack
from kehoach.papers import read_paper
from kehoach.review import of_word
from offices import Office
from said import HELD, SEEN

FORMS = [each for each in (*SEEN, *HELD) if each.clean and "sdt" not in each.habit.wraps]
TOLD = Told("plans/thai-binh/2024.yaml", "thai_binh", "2024")


def lettered(data: bytes, title: bool = True) -> bytes:
    """Return a file whose head stands in the header of its first page, or of every page."""
    parts, _ = unpack(data, "x.docx")
    assert parts is not None
    root = parse_xml(parts["word/document.xml"])
    body = root.find(w("body"))
    assert body is not None
    head = parse_xml(parts["word/first.xml"])
    head[:] = []
    while not any(banner in _words(head) for banner in ("Độc lập", "ĐẢNG CỘNG SẢN")):
        head.append(body[0])
    name = "word/first.xml"
    if not title:
        for flag in list(root.iter(w("titlePg"))):
            flag.getparent().remove(flag)  # type: ignore[union-attr]
        name = "word/header.xml"
    return pack({**parts, name: etree.tostring(head), "word/document.xml": etree.tostring(root)})


def _words(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(w("t")))


def roles(data: bytes) -> list[tuple[str, str]]:
    paper, _ = read_paper(data, "x.docx")
    assert paper is not None
    return [(line.role, line.text) for line in paper.lines]


def told(findings: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return [(found.code, found.message) for found in findings]


@pytest.mark.parametrize("each", FORMS, ids=lambda each: each.name)
def test_a_head_in_the_page_header_is_the_head(each: Office) -> None:
    data = each.data()
    moved = lettered(data)
    assert roles(moved) == roles(data)
    assert told(of_word(moved, "x.docx", Checker()).findings) == []


def test_the_header_of_every_page_is_that_of_the_first_where_no_page_has_its_own() -> None:
    data = FORMS[0].data()
    assert roles(lettered(data, title=False)) == roles(data)


def test_a_plan_is_imported_with_the_head_of_its_page_header() -> None:
    each = next(each for each in FORMS if ("ten_loai", "KẾ HOẠCH") in roles(each.data()))
    plain, _ = import_docx(each.data(), "x.docx", TOLD)
    made, findings = import_docx(lettered(each.data()), "x.docx", TOLD)
    assert plain
    assert made
    assert made.text == plain.text
    assert "D044" not in {found.code for found in findings}


def test_other_words_of_a_page_header_stay_beside_the_text() -> None:
    parts, _ = unpack(FORMS[0].data(), "x.docx")
    assert parts is not None
    line = "<w:p><w:r><w:t>Công báo số 12</w:t></w:r></w:p></w:hdr>"
    first = parts["word/first.xml"].decode().replace("<w:p/></w:hdr>", line)
    data = pack({**parts, "word/first.xml": first.encode()})
    paper, _ = read_paper(data, "x.docx")
    assert paper is not None
    assert [line.text for line in paper.strays if "Công báo" in line.text]
    assert roles(data) == roles(FORMS[0].data())
    _, findings = import_docx(data, "x.docx", TOLD)
    assert "D044" in {found.code for found in findings}
