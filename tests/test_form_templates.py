"""The templates of the forms: filled for everybody, valid, read back, also after LibreOffice."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from form_plans import TEMPLATES, forms, rendered, template
from kehoach.form.jobs import FormJob
from kehoach.form.words import FORMS
from kehoach.ooxml.fields import read_fields
from kehoach.ooxml.form_part import field_of
from kehoach.ooxml.package import parse_xml, properties, unpack, w
from kehoach.vocabulary import QUOC_HIEU, TIEU_NGU
from office import resave
from validator import faults
from word import MAIN, parts

SCRIPT = TEMPLATES.parent / "scripts" / "make_forms"
BLANK = re.compile(r"(?:[…/\s☐]|ngày|tháng|năm)*")
LYING = {"dang-ky-thi-dua", "tong-hop", "khen-thuong", "dang-ky-mo-hinh"}


@cache
def jobs() -> dict[str, FormJob]:
    """Return a form of each kind, filled by the unit of which most is known."""
    found: dict[str, FormJob] = {}
    for job in forms()[0]:
        if job.kind == "form" and (job.template not in found or job.filler == "huyen_quynh_phu"):
            found[job.template] = job
    return found


@cache
def made(name: str) -> bytes:
    return rendered(jobs()[name])


def text(data: bytes) -> str:
    root = parse_xml(parts(data)[MAIN].encode())
    paragraphs = ("".join(t.text or "" for t in p.iter(w("t"))) for p in root.iter(w("p")))
    return "\n".join(paragraphs)


def strings(value: object) -> Iterator[str]:
    """Yield all texts in the values of a form but the ids."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from strings(item) if key != "id" else ()
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_valid(name: str) -> None:
    assert faults((TEMPLATES / f"{name}.docx").read_bytes()) == []
    assert faults(made(name)) == []


@pytest.mark.parametrize("name", FORMS)
def test_every_tag_of_a_template_is_given_a_value(name: str) -> None:
    used = {use.name for form in template(name).forms.values() for use in form.uses}
    assert used
    assert used <= set(jobs()[name].values)


@pytest.mark.parametrize("name", FORMS)
def test_fields_are_found_with_what_was_put_into_them(name: str) -> None:
    data = made(name)
    texts, found = read_fields(data, name)
    assert not found
    root = parse_xml(parts(data)[MAIN].encode())
    shown = {}
    for control in root.iter(w("sdt")):
        words = "".join(t.text or "" for t in control.iter(w("t")))
        shown[field_of(control)] = words
    assert set(texts) == set(shown)
    for field, value in texts.items():
        assert value == ("" if BLANK.fullmatch(shown[field]) else shown[field])


def test_figures_and_names_that_are_known_stand_in_their_fields() -> None:
    texts, _ = read_fields(made("dang-ky-thi-dua"), "x.docx")
    assert texts["don_vi"] == "Ban Chỉ đạo 138 huyện Quỳnh Phụ"
    assert texts["co_quan"] == "BAN CHỈ ĐẠO 138"
    assert (texts["muc_1_1.tong_so"], texts["muc_1_2.tong_so"]) == ("210", "37")
    assert texts["muc_1_1.dang_ky"] == texts["muc_2.ghi_chu"] == ""
    texts, _ = read_fields(made("tong-hop"), "x.docx")
    assert texts["huyen_quynh_phu.khu_dan_cu.tong_so"] == "210"
    assert "huyen_vu_thu.xa.tong_so" not in texts
    texts, _ = read_fields(made("khen-thuong"), "x.docx")
    assert texts["tap_the_1.hinh_thuc"] == "Cờ thi đua"
    texts, _ = read_fields(made("dang-ky-dien-hinh"), "x.docx")
    assert texts["tieu_chi_1.dat"] == texts["tieu_chi_1.chua"] == ""


@pytest.mark.parametrize("name", FORMS)
def test_a_form_says_what_and_whose_it_is(name: str) -> None:
    words = text(made(name))
    assert QUOC_HIEU in words
    assert TIEU_NGU in words
    content, _ = unpack(made(name), name)
    assert content
    told = properties(content)
    assert told["kehoach.form"] == name
    assert told["kehoach.plan"] == "plans/thai-binh/2024.yaml"
    if name != "tong-hop" and name != "giao-uoc":
        assert str(jobs()[name].values["chi_dan"]) in words
    assert f"<dc:title>{FORMS[name][0]}</dc:title>" in parts(made(name))["docProps/core.xml"]


@pytest.mark.parametrize("name", FORMS)
def test_what_is_not_a_field_is_printed_too(name: str) -> None:
    words = re.sub(r"\s", "", text(made(name)))
    values = jobs()[name].values
    lists = ("muc", "tieu_chi", "noi_dung", "phan", "nhom")
    told = strings({key: value for key, value in values.items() if key in lists})
    missing = [item for item in told if re.sub(r"\s", "", item) not in words]
    assert not missing


@pytest.mark.parametrize("name", FORMS)
def test_no_form_claims_to_be_one_of_the_ministry(name: str) -> None:
    assert not re.search(r"Mẫu\s*(?:số|\d)|TT-BCA|Thông tư 124", text(made(name)), re.IGNORECASE)


@pytest.mark.parametrize("name", FORMS)
def test_a_wide_form_lies_and_its_header_rows_are_repeated(name: str) -> None:
    root = parse_xml(parts(made(name))[MAIN].encode())
    page = root.find(f".//{w('pgSz')}")
    assert page is not None
    assert (page.get(w("orient")) == "landscape") == (name in LYING)
    if name != "giao-uoc":
        assert [*root.iter(w("tblHeader"))]


@pytest.mark.parametrize("name", FORMS)
def test_tables_are_as_wide_as_the_text(name: str) -> None:
    root = parse_xml(parts(made(name))[MAIN].encode())
    page, margin = root.find(f".//{w('pgSz')}"), root.find(f".//{w('pgMar')}")
    assert page is not None
    assert margin is not None
    room = int(page.get(w("w")) or 0) - sum(
        int(margin.get(w(side)) or 0) for side in ("left", "right")
    )
    for table in root.iter(w("tbl")):
        widths = [int(c.get(w("w")) or 0) for c in table.iter(w("gridCol"))]
        assert sum(widths) == pytest.approx(room, abs=10)


def test_fields_are_found_after_libreoffice_saved_the_forms(tmp_path: Path) -> None:
    files = []
    for name in FORMS:
        files.append(tmp_path / f"{name}.docx")
        files[-1].write_bytes(made(name))
    for file in resave(files, tmp_path / "saved"):
        texts, found = read_fields(file.read_bytes(), file.name)
        assert not found
        assert texts == read_fields(made(file.stem), file.name)[0]


def test_the_same_form_gives_the_same_bytes() -> None:
    job = jobs()["khen-thuong"]
    assert rendered(job) == rendered(job)


def run(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), str(folder)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_maker_writes_what_is_missing_and_overwrites_nothing(tmp_path: Path) -> None:
    mine = tmp_path / "giao-uoc.docx"
    mine.write_bytes(b"mine")
    done = run(tmp_path)
    assert done.returncode == 1
    assert "not overwritten" in done.stderr
    assert mine.read_bytes() == b"mine"
    assert {file.stem for file in tmp_path.iterdir()} == set(FORMS)
    mine.unlink()
    for file in tmp_path.iterdir():
        file.unlink()
    assert run(tmp_path).returncode == 0
