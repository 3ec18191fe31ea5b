"""Tracked changes of any programme, taken back."""

from __future__ import annotations

import pytest
from lxml import etree

import validator
from kehoach import template
from kehoach.document import canonical
from kehoach.ooxml.package import W
from kehoach.ooxml.read import read
from kehoach.ooxml.revise import Reviser, reject
from kehoach.redline import redline
from word import HEADER, MAIN, block, edited, parts, plan, swap

WHO = 'w:id="1" w:author="A"'


def rejected(body: str) -> str:
    """Return what is left of a body when its changes are taken back."""
    root = etree.fromstring(f'<w:body xmlns:w="{W}">{body}</w:body>')
    reject(root)
    text = etree.tostring(root, encoding="unicode")
    return text.split(">", 1)[1].rsplit("</w:body>", 1)[0] if "</" in text else ""


def p(inner: str, mark: str = "") -> str:
    ended = f"<w:pPr><w:rPr><w:{mark} {WHO}/></w:rPr></w:pPr>" if mark else ""
    return f"<w:p>{ended}{inner}</w:p>"


def r(text: str, name: str = "t") -> str:
    return f"<w:r><w:{name}>{text}</w:{name}></w:r>"


@pytest.mark.parametrize(
    ("body", "left"),
    [
        (p(r("a") + f"<w:ins {WHO}>{r('b')}</w:ins>"), p(r("a"))),
        (p(f"<w:del {WHO}>{r('b', 'delText')}</w:del>"), p(r("b"))),
        (p(f"<w:moveFrom {WHO}>{r('b')}</w:moveFrom>"), p(r("b"))),
        (p(r("a") + f"<w:moveTo {WHO}>{r('b')}</w:moveTo>"), p(r("a"))),
        (p(f"<w:ins {WHO}>{r('a')}</w:ins>", "ins") + p(r("b")), p(r("b"))),
        (p(r("a"), "ins") + p(r("b")), p(r("a") + r("b"))),
        (p("", "ins"), ""),
        (f"<w:tbl><w:tr><w:trPr><w:ins {WHO}/></w:trPr></w:tr></w:tbl>{p(r('a'))}", p(r("a"))),
    ],
)
def test_what_is_left(body: str, left: str) -> None:
    assert rejected(body) == left


def test_a_deleted_end_and_a_deleted_row_are_back() -> None:
    row = f"<w:tr><w:trPr><w:del {WHO}/></w:trPr></w:tr>"
    body = p(f"<w:del {WHO}>{r('a', 'delText')}</w:del>", "del") + f"<w:tbl>{row}</w:tbl>"
    left = rejected(body)
    assert r("a") in left
    assert "<w:tr>" in left
    assert "w:del" not in left


def test_properties_are_as_they_were() -> None:
    was = '<w:pPr><w:pStyle w:val="B"/></w:pPr>'
    looks = (
        f"<w:rPr><w:ins {WHO}/><w:b/><w:rPrChange {WHO}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>"
    )
    change = f"<w:pPrChange {WHO}>{was}</w:pPrChange>"
    left = rejected(f'<w:p><w:pPr><w:pStyle w:val="A"/>{looks}{change}</w:pPr>{r("a")}</w:p>')
    assert left == f'<w:p><w:pPr><w:pStyle w:val="B"/><w:rPr><w:i/></w:rPr></w:pPr>{r("a")}</w:p>'


def test_every_mark_has_a_number_of_its_own() -> None:
    reviser = Reviser("A")
    root = etree.fromstring(f'<w:tbl xmlns:w="{W}"><w:tr><w:tc>{p(r("a"))}</w:tc></w:tr></w:tbl>')
    reviser.whole(root, "ins")
    marks = list(root.iter(f"{{{W}}}ins"))
    assert len(marks) == len({mark.get(f"{{{W}}}id") for mark in marks}) == 3


def test_words_in_a_content_control_and_in_a_page_header() -> None:
    tag = "{{ trich_yeu }}"
    start = '<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>'

    def controlled(text: str) -> str:
        at = text.index(tag)
        begin = text.rindex("<w:r>", 0, at)
        end = text.index("</w:r>", at) + len("</w:r>")
        inner = text[begin:end]
        return text[:begin] + start + inner + "</w:sdtContent></w:sdt>" + text[end:]

    head = swap("</w:hdr>", f"{p(r('{{ so_ky_hieu }}'))}</w:hdr>")
    data = edited(head, HEADER, edited(controlled))
    compiled, findings = template.compile_template(data, "x.docx")
    assert compiled is not None, findings
    old = plan(block("doan", "Một."))
    new = plan(block("doan", "Một."), trich_yeu="Phát động năm 2025", so_ky_hieu="Số: 06/KH")
    made, findings = redline(compiled, old, new, "A")
    assert made is not None, findings
    for document, back in ((new, False), (old, True)):
        found, _ = read(made, "a.docx", back)
        assert found is not None
        assert canonical(found) == canonical(document)
    inside = parts(made)[MAIN].split(start)[1].split("</w:sdtContent>")[0]
    assert "<w:ins " in inside
    assert "<w:del " in inside
    assert "<w:delText" in parts(made)[HEADER]
    assert not validator.faults(made)
