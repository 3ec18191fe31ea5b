"""The workbook of the summary: LibreOffice computes from its formulas what we expect."""

from __future__ import annotations

import csv
import io
import time
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from form_plans import form
from kehoach.form.summary import Line, summary
from kehoach.form.workbook import workbook
from office import convert

NAMES = {"kdc": "khu dân cư", "xa": "xã"}
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true"


def values(*groups: tuple[str, list[Line]]) -> dict[str, Any]:
    head = {"co_quan": "CÔNG AN TỈNH", "nam": "2024", "chi_dan": "(Công an tỉnh lập)"}
    return {**head, **summary(groups, NAMES)}


def line(name: str, *cells: tuple[str, str]) -> Line:
    totals = {id: total for id, (total, _) in zip(NAMES, cells, strict=True)}
    registered = {id: sent for id, (_, sent) in zip(NAMES, cells, strict=True)}
    return Line(name.lower(), name, totals, registered)


UNITS = [
    line("A", ("200", "150"), ("10", "10")),
    line("B", ("100", ""), ("-", "")),
    line("C", ("", ""), ("", "")),
]
OTHERS = [line("=1+1", ("-", ""), ("3", "1"))]
EXPECTED = [
    ["I", "Huyện", "300", "150", "50,0%", "10", "10", "100,0%", "310", "160", "51,6%"],
    ["1", "A", "200", "150", "75,0%", "10", "10", "100,0%", "210", "160", "76,2%"],
    ["2", "B", "100", "", "", "-", "-", "-", "100", "", ""],
    ["3", "C", "", "", "", "", "", "", "", "", ""],
    ["II", "Sở", "", "", "", "3", "1", "33,3%", "3", "1", "33,3%"],
    ["1", "=1+1", "-", "-", "-", "3", "1", "33,3%", "3", "1", "33,3%"],
    ["", "Tổng cộng", "300", "150", "50,0%", "13", "11", "84,6%", "313", "161", "51,4%"],
]


def computed(data: bytes, folder: Path) -> list[list[str]]:
    """Return the cells as LibreOffice shows them, decimal commas for points."""
    file = folder / "x.xlsx"
    file.write_bytes(data)
    (out,) = convert([file], folder / "out", CSV)
    rows = csv.reader(io.StringIO(out.read_text("utf-8-sig")))
    return [[cell.replace(".", ",") for cell in row] for row in rows]


def test_sums_and_shares_are_computed_by_the_workbook(tmp_path: Path) -> None:
    data = workbook(values(("Huyện", UNITS), ("Sở", OTHERS)), {})
    rows = computed(data, tmp_path)
    assert [row[:11] for row in rows[6:13]] == EXPECTED


def test_what_is_typed_later_is_summed_up(tmp_path: Path) -> None:
    data = workbook(values(("Huyện", UNITS)), {})
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book.active
    assert sheet is not None
    sheet["D9"], sheet["C10"], sheet["D10"] = 100, 50, 50
    file = io.BytesIO()
    book.save(file)
    rows = computed(file.getvalue(), tmp_path)
    assert rows[6][2:5] == ["350", "300", "85,7%"]
    assert rows[8][2:5] == ["100", "100", "100,0%"]


def test_a_dash_for_what_is_registered_is_no_fault(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(values(("Huyện", UNITS)), {})))
    sheet = book.active
    assert sheet is not None
    sheet["D9"] = "-"
    file = io.BytesIO()
    book.save(file)
    rows = computed(file.getvalue(), tmp_path)
    assert rows[8][2:5] == ["100", "-", "-"]
    assert rows[6][2:5] == ["300", "150", "50,0%"]


def test_the_workbook_says_what_the_word_file_says(tmp_path: Path) -> None:
    job = form("dang-ky/tong-hop.xlsx")
    assert job.kind == "workbook"
    word: Any = form("dang-ky/tong-hop.docx").values
    assert job.values == word
    rows = computed(workbook(job.values, job.properties), tmp_path)
    lines = [(n["ten"], n["o"], n["cong"]) for n in word["nhom"]]
    assert [row[1] for row in rows[6:] if row[0] in ("I", "II")] == [name for name, _, _ in lines]
    total = next(row for row in rows if row[1] == "Tổng cộng")
    cells = [*word["tong"]["o"], word["tong"]["cong"]]
    assert [total[2 + 3 * n] for n in range(len(cells))] == [c["tong_so"] for c in cells]


def test_a_name_is_never_a_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(values(("Sở", OTHERS)), {})))
    sheet = book.active
    assert sheet is not None
    assert (sheet["B8"].value, sheet["B8"].data_type) == ("=1+1", "s")


def test_the_same_values_give_the_same_bytes_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    first = workbook(values(("Huyện", UNITS)), {"kehoach.form": "tong-hop"})
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + 10_000_000)
    assert workbook(values(("Huyện", UNITS)), {"kehoach.form": "tong-hop"}) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_workbook_carries_form_and_plan() -> None:
    job = form("dang-ky/tong-hop.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(workbook(job.values, job.properties)))
    told = {item.name: item.value for item in book.custom_doc_props.props}
    assert told == {"kehoach.form": "tong-hop", "kehoach.plan": "plans/thai-binh/2024.yaml"}


def test_header_rows_are_repeated_on_a_page_that_lies() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(values(("Huyện", UNITS)), {})))
    sheet = book.active
    assert sheet is not None
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == "$5:$6"
    assert sheet.freeze_panes == "C7"
