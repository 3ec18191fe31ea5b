"""Tables before print: rows from files, rows that do not fit, merges that are no rectangle."""

from __future__ import annotations

import io

import openpyxl
import pytest

import cases
from kehoach.schema import Text

COLUMNS = "    columns: [{title: A}, {title: B}, {title: C}]\n"


def table(rows: str, more: str = "") -> str:
    lines = "".join(f"      - {row}\n" for row in rows.split("\n"))
    return f"tables:\n  bang:\n{COLUMNS}{more}    rows:\n{lines}"


def found(text: str) -> list[tuple[str, int, int]]:
    return [(code, line, column) for _, line, column, _, code in cases.found(cases.findings(text))]


def from_file(name: str, data: bytes) -> dict[str, str | bytes]:
    plan = f"tables:\n  bang:\n{COLUMNS}    file: {name}\n"
    return {cases.PATH: cases.complete(plan), f"plans/thai-binh/{name}": data}


def cells(files: dict[str, str | bytes]) -> list[list[str]]:
    loaded, faults = cases.load(files)
    assert loaded
    assert not faults
    assert loaded.sources.keys() == files.keys()
    grid = (loaded.keys.tables or {})["bang"]
    return [[cell.marked.literal for cell in row] for row in grid.rows or ()]


@pytest.mark.parametrize(
    "rows",
    [
        "[a, b, c]",
        "[a, <, c]\n[^, ^, c]",
        "[a, <, c]\n[^, <, c]",
        "[a, <, <]\n[b, c, ^]".replace("c, ^", "c, d"),
        "[a, b, c]\n[^, ^, ^]",
        "['', '', '']",
        r"['\<', b, '\^']",
    ],
)
def test_what_fits(rows: str) -> None:
    assert not found(table(rows))


@pytest.mark.parametrize(
    ("rows", "line", "column"),
    [
        ("[a, b, c]\n[^, <, c]", 6, 13),
        ("[a, <, c]\n[^, b, c]", 6, 13),
        ("[a, <, c]\n[^, ^, <]", 6, 16),
    ],
)
def test_merges_that_are_no_rectangle(rows: str, line: int, column: int) -> None:
    assert ("P033", line, column) in found(table(rows))
    assert {code for code, _, _ in found(table(rows))} == {"P033"}


def test_a_mark_with_nothing_to_merge_with() -> None:
    assert found(table("[<, b, c]\n[a, <, ^]")) == [("P034", 5, 10)]
    assert found(table("[a, ^, c]")) == [("P034", 5, 13)]


def test_rows_with_too_many_or_too_few_cells() -> None:
    assert found(table("[a, b]\n[a, b, c]\n[a, b, c, d]")) == [("P031", 5, 10), ("P031", 7, 10)]
    assert found(table("[a, b, c]", "    header: [[a]]\n")) == [("P031", 4, 15)]
    assert found(table("[]\n[a, b, c]")) == [("P031", 3, 5)]


def test_a_cell_left_blank_is_a_cell() -> None:
    assert not found(f"tables:\n  bang:\n{COLUMNS}    rows:\n      - - a\n        -\n        - c\n")


def test_a_table_without_columns() -> None:
    assert found("tables:\n  bang: {columns: [], rows: []}\n") == [("P032", 2, 9)]


def test_rows_of_a_csv_file_are_plain_text() -> None:
    data = "a;{{ b }};**c**\n1;2;\n;;\n".encode("utf-8-sig")
    assert cells(from_file("bang.csv", data)) == [["a", "{{ b }}", "**c**"], ["1", "2", ""]]


def test_rows_of_a_workbook() -> None:
    book = openpyxl.Workbook()
    for row in (["Xã Đông", 12, 0.5], ["Cộng", 1234567, None]):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    made = cells(from_file("bang.xlsx", out.getvalue()))
    assert made == [["Xã Đông", "12", "0,5"], ["Cộng", "1234567", ""]]


def test_marks_of_a_file_merge_too() -> None:
    document = cases.document(
        {
            **from_file("bang.csv", b"a,<,c\n^,^,d\n"),
            cases.PATH: cases.complete(
                f"tables:\n  bang:\n{COLUMNS}    file: bang.csv\nbody: |\n  {{{{ bang }}}}\n"
            ),
        }
    )
    (block,) = [block for block in document.blocks if block.table]
    assert block.table
    assert [(c.columns, c.rows) for row in block.table.rows[1:] for c in row.cells] == [
        (2, 2), (1, 1), (1, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("bang.csv", b"a,b\n1,2\n", "P031"),
        ("bang.csv", b"a,<,c\n^,b,c\n", "P033"),
        ("bang.csv", b"", "P030"),
        ("bang.csv", "a,b,ô".encode("utf-16"), "P030"),
        ("bang.xlsx", b"PK\x03\x04 no zip", "P030"),
        ("../../../bang.csv", b"", "P010"),
        ("khac.csv", b"", "P012"),
    ],
)
def test_a_file_that_does_not_serve(name: str, data: bytes, code: str) -> None:
    files = from_file(name, data)
    if code == "P012":
        del files[f"plans/thai-binh/{name}"]
    assert [fault.code for fault in cases.findings(files)] == [code]


def test_an_annex_has_its_own_table_from_a_file() -> None:
    plan = "annexes:\n  - title: Biểu\n    table:\n      columns: [{title: A}]\n      file: b.csv\n"
    files = {cases.PATH: cases.complete(plan), "plans/thai-binh/b.csv": b"mot\n"}
    loaded, _ = cases.load(files)
    assert loaded
    annex = (loaded.keys.annexes or ())[0]
    assert annex.table
    assert not isinstance(annex.table, Text)
    assert "mot" in [block.text for block in _cells(cases.document(files))]


def _cells(document: cases.Document) -> list[cases.Document]:
    tables = [block.table for block in document.blocks if block.table]
    return [b for table in tables for row in table.rows for cell in row.cells for b in cell.blocks]
