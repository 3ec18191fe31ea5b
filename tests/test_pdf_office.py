"""PDF by LibreOffice: batches, profiles of their own, time limits that hold."""

from __future__ import annotations

import os
import signal
import stat
import sys
import tempfile
import threading
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
    program.write_text(
        f"#!/bin/sh\nsleep 600 &\necho $! > {tmp_path}/child\nprintf x >> {tmp_path}/calls\nwait\n",
        "utf-8",
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    slow = office.Office(program, patience=0.3)
    pdfs, findings = slow.convert({f"{n}.docx": b"" for n in range(9)})
    assert not pdfs
    assert [found.code for found in findings] == ["B020"] * 9
    assert len((tmp_path / "calls").read_text()) == 3, "it is given up"
    child = int((tmp_path / "child").read_text())
    assert _ended(child)


STAND_IN = """\
import os, sys, time
from pathlib import Path

with open("{calls}", "a") as calls:
    calls.write("x")
out = Path(sys.argv[sys.argv.index("--outdir") + 1])
for path in map(Path, sys.argv):
    if path.suffix == ".docx":
        said = path.read_text()
        if said == "crash":
            os.abort()
        if said == "hang":
            time.sleep(600)
        if said != "skip":
            (out / path.with_suffix(".pdf").name).write_text(said + "%%EOF")
"""


@pytest.fixture
def stand_in(tmp_path: Path) -> office.Office:
    program, script = tmp_path / "soffice", tmp_path / "stand-in.py"
    script.write_text(STAND_IN.format(calls=tmp_path / "calls"), "utf-8")
    # The path of Python may hold spaces, for which a first line has no quotes.
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n', "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return office.Office(program, patience=1.0)


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a script")
@pytest.mark.parametrize(
    ("said", "bad", "calls"),
    [
        ("crash", (2,), 3),
        ("crash", (0, 1, 2, 3, 8), 10),
        ("hang", (5,), 3),
        ("skip", (4,), 2),
        ("crash", (), 1),
    ],
)
def test_what_stops_a_call_is_left_out_of_the_next(
    stand_in: office.Office, tmp_path: Path, said: str, bad: tuple[int, ...], calls: int
) -> None:
    files = {f"{n}.docx": said if n in bad else str(n) for n in range(9)}
    pdfs, findings = stand_in.convert({name: words.encode() for name, words in files.items()})
    good = {name: f"{words}%%EOF".encode() for name, words in files.items() if words != said}
    assert list(pdfs.items()) == list(good.items())
    assert [found.where.path for found in findings] == [f"{n}.docx" for n in bad]
    assert len((tmp_path / "calls").read_text()) == calls


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a script")
def test_an_interrupt_ends_calls_at_once(
    stand_in: office.Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main = threading.get_ident()
    patient = office.Office(stand_in.program, patience=600.0)

    def interrupt() -> None:
        while not (tmp_path / "calls").exists():
            time.sleep(0.01)
        signal.pthread_kill(main, signal.SIGINT)

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    threading.Thread(target=interrupt).start()
    with pytest.raises(KeyboardInterrupt):
        patient.convert({"a.docx": b"hang", "b.docx": b"hang"}, jobs=2)
    assert not list(tmp_path.glob("kehoach-*"))


def test_a_program_that_cannot_be_started_makes_nothing(tmp_path: Path) -> None:
    (tmp_path / "soffice").write_text("no program", "utf-8")
    for name in ("soffice", "nothing"):
        pdfs, findings = office.Office(tmp_path / name).convert({"a.docx": b""})
        assert (pdfs, [found.code for found in findings]) == ({}, ["B020"])


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
