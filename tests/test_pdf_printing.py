"""Word files become PDFs by the engine that was asked for, or are refused with the reason."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from kehoach.checking import Checker
from kehoach.document import Document
from kehoach.pdf import office
from kehoach.pdf.pages import read_pages
from kehoach.pdf.printing import Engine, Proofs, Sheet, pdfs
from kehoach.render import render
from kehoach.template import compile_template
from word import TEMPLATE, block, plan

CHECK = Checker().check_pages


def sheet(document: Document, kind: str = "ke-hoach") -> Sheet:
    template, _ = compile_template(TEMPLATE.read_bytes(), "t.docx")
    assert template is not None
    data, findings = render(template, document, {})
    assert data is not None, findings
    return Sheet(data, kind, document)


def headless() -> Document:
    """Return a document that office2pdf prints as LibreOffice does: no rules, short lines."""
    return Document((block("doan", "Một dòng."), block("doan", "Hai dòng.")))


def test_libreoffice_prints_all_and_the_pages_are_looked_at() -> None:
    lines = [block("doan", f"Dòng {number}") for number in range(60)]
    sheets = {"a.pdf": sheet(plan(*lines)), "b.pdf": sheet(plan())}
    made, findings = pdfs(sheets, Engine.OFFICE, 1, CHECK)
    assert list(made) == ["a.pdf", "b.pdf"]
    assert not findings


def test_what_is_printed_badly_is_told() -> None:
    long = plan(trich_yeu="Một trích yếu", quoc_hieu="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT\nNAM")
    _, findings = pdfs({"a.pdf": sheet(long)}, Engine.OFFICE, 1, CHECK)
    assert [(f.code, f.where.path) for f in findings] == [("N801", "a.pdf")]


def test_the_quick_engine_is_refused_where_pages_differ() -> None:
    sheets = {"a.pdf": sheet(plan()), "b.pdf": sheet(plan())}
    made, findings = pdfs(sheets, Engine.FAST, 1, CHECK)
    assert not made
    assert [found.code for found in findings] == ["B022"]
    assert "page 1: other drawn rules" in findings[0].message


def test_the_quick_engine_prints_what_it_prints_alike() -> None:
    sheets = {name: sheet(headless(), "thu") for name in ("a.pdf", "b.pdf")}
    made, findings = pdfs(sheets, Engine.FAST, 1, CHECK)
    assert not findings
    assert [read_pages(data)[0].words for data in made.values()] == ["Mộtdòng.Haidòng."] * 2


def test_what_was_proven_of_a_kind_holds_for_the_next_batch(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    proofs: Proofs = {}
    first = {"a.pdf": sheet(headless(), "thu"), "b.pdf": sheet(plan())}
    made, _ = pdfs(first, Engine.FAST, 1, CHECK, proofs)
    assert (list(made), proofs) == (["a.pdf"], {"thu": True, "ke-hoach": False})
    asked: list[str] = []

    def convert(_: office.Office, files: Mapping[str, bytes], jobs: int = 1) -> object:
        asked.extend(files)
        return {}, []

    monkeypatch.setattr(office.Office, "convert", convert)
    made, findings = pdfs(first, Engine.FAST, 1, CHECK, proofs)
    assert (list(made), findings, asked) == (["a.pdf"], [], [])


def test_a_pdf_that_cannot_be_read_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def convert(_: office.Office, files: Mapping[str, bytes], jobs: int = 1) -> object:
        return dict.fromkeys(files, b"%PDF-1.7 half %%EOF"), []

    monkeypatch.setattr(office.Office, "convert", convert)
    made, findings = pdfs({"a.pdf": sheet(plan())}, Engine.OFFICE, 1, CHECK)
    assert not made
    assert [(found.code, found.where.path) for found in findings] == [("B020", "a.pdf")]


def test_without_libreoffice_nothing_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "PLACES", ())
    monkeypatch.setenv("PATH", "")
    for engine in Engine:
        made, findings = pdfs({"a.pdf": sheet(plan())}, engine, 1, CHECK)
        assert not made
        assert [found.code for found in findings] == ["B023"]
    assert pdfs({}, Engine.OFFICE, 1, CHECK) == ({}, [])
