"""PDF by LibreOffice: batches, profiles of their own, time limits that hold."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

import pytest

from kehoach.pdf import office
from kehoach.pdf.pages import read_pages
from kehoach.render import render
from kehoach.template import compile_template
from word import TEMPLATE, block, plan


def made(words: str) -> bytes:
    template, _ = compile_template(TEMPLATE.read_bytes(), "t.docx")
    assert template is not None
    data, findings = render(template, plan(block("ket", words)), {})
    assert data is not None, findings
    return data


@pytest.fixture(scope="module")
def libreoffice() -> office.Office:
    found = office.find()
    assert found is not None, "LibreOffice Writer is not installed"
    return found


def test_every_file_of_a_batch_gives_its_own_pdf(libreoffice: office.Office) -> None:
    files = {f"{name}/ke-hoach.docx": made(f"Đoạn của {name}.") for name in ("a", "b", "c")}
    pdfs, findings = libreoffice.convert(files, jobs=2)
    assert not findings
    assert list(pdfs) == list(files)
    for name, data in pdfs.items():
        assert f"Đoạncủa{name[0]}." in read_pages(data)[0].words


def test_a_pdf_has_its_fonts_and_says_what_it_is(libreoffice: office.Office) -> None:
    pdfs, _ = libreoffice.convert({"a.docx": made("Đoạn cuối.")})
    page = read_pages(pdfs["a.docx"])[0]
    assert page.fonts
    assert all(page.fonts.values())
    assert page.number == ""
    assert b"pdfaid:part>2" in pdfs["a.docx"]
    assert b"/Lang(vi-VN)" in pdfs["a.docx"]


def test_a_bad_file_costs_only_its_own_pdf(libreoffice: office.Office) -> None:
    files = {"good.docx": made("Tốt."), "bad.docx": b"PK\x03\x04 not a zip at all"}
    pdfs, findings = libreoffice.convert(files)
    assert list(pdfs) == ["good.docx"]
    assert [(found.code, found.where.path) for found in findings] == [("B020", "bad.docx")]


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")
def test_a_call_that_hangs_ends_with_its_children(tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 600 &\necho $! > {tmp_path}/child\nwait\n", "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    slow = office.Office(program, starting=0.5, each=0.1)
    pdfs, findings = slow.convert({"a.docx": b"", "b.docx": b""})
    assert not pdfs
    assert [found.code for found in findings] == ["B020", "B020"]
    child = int((tmp_path / "child").read_text())
    assert _ended(child)


def _ended(process: int) -> bool:
    """Return whether a process is gone, or waits only to be told of as dead."""
    for _ in range(100):
        status = Path(f"/proc/{process}/stat")
        if not status.exists() or status.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.05)
    return False


def test_files_are_shared_among_the_calls() -> None:
    names = [str(number) for number in range(120)]
    assert [len(batch) for batch in office._batches(names, 1)] == [50, 50, 20]
    assert [len(batch) for batch in office._batches(names[:7], 2)] == [4, 3]
    assert office._batches([], 2) == []
