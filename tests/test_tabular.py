"""Rows of table files as text, and what is wrong in which row."""

from __future__ import annotations

import csv
import datetime
import io
import unicodedata

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach import tabular
from kehoach.diagnostic import Span

PATH = "plans/so-lieu.csv"
FORBIDDEN_IN_CELLS = "".join(map(chr, [*range(0x20), 0x7F, 0xFEFF, 0xFFFE, 0xFFFF, 0x2028, 0x2029]))
cells = st.text(
    st.characters(
        exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters=FORBIDDEN_IN_CELLS
    )
)
tables = st.lists(st.lists(cells, min_size=2, max_size=4), min_size=1, max_size=5)


def workbook(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def normal(rows: list[list[str]]) -> list[list[str]]:
    """Return rows as they are read: trimmed, in NFC, equally wide, none empty at the end."""
    made = [[unicodedata.normalize("NFC", cell).strip() for cell in row] for row in rows]
    while made and not any(made[-1]):
        made.pop()
    width = max(map(len, made), default=0)
    return [row + [""] * (width - len(row)) for row in made]


def faults(data: bytes) -> list[tuple[int, str]]:
    """Return row and message of each finding; none is without a hint."""
    found = tabular.read(data, PATH)[1]
    assert all(f.advice and isinstance(f.where, Span) and f.where.column == 1 for f in found)
    assert {f.code for f in found} <= {"P030"}
    return [(f.where.line, f.message) for f in found if isinstance(f.where, Span)]


@given(tables, st.booleans())
def test_what_is_written_as_csv_is_read(rows: list[list[str]], marked: bool) -> None:
    stream = io.StringIO()
    # A first row of names makes the delimiter plain, as in every table of an office.
    csv.writer(stream).writerows([["a", "b"], *rows])
    data = stream.getvalue().encode("utf-8-sig" if marked else "utf-8")
    read, found = tabular.read(data, PATH)
    assert found == []
    assert read == normal([["a", "b"], *rows])


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_delimiters_and_line_breaks(delimiter: str, line_break: str) -> None:
    data = line_break.join([f"a{delimiter}b", f"1{delimiter}2", ""]).encode()
    assert tabular.read(data, PATH) == ([["a", "b"], ["1", "2"]], [])


def test_a_cell_of_two_lines() -> None:
    assert tabular.read(b'a,"b\r\nc"\n', PATH) == ([["a", "b\nc"]], [])


def test_workbooks() -> None:
    day = datetime.date(2024, 1, 15)
    rows, found = tabular.read(
        workbook([["Xã", 12, 12.5, 1234567.5, day], [None], [], [1e15, " a ", 0]]), "a.xlsx"
    )
    assert found == []
    assert rows[0] == ["Xã", "12", "12,5", "1234567,5", "15/01/2024"]
    assert rows[-1] == ["1000000000000000", "a", "0", "", ""]
    assert len(rows) == 4


def test_empty_cells_before_the_first_keep_their_place() -> None:
    rows, _ = tabular.read(workbook([[], [None, None, "a"]]), "a.xlsx")
    assert rows == [["", "", ""], ["", "", "a"]]


@pytest.mark.parametrize(
    ("data", "row", "words"),
    [
        (b"", 1, "the table is empty"),
        (b" , \n,\n", 1, "the table is empty"),
        (b"a,b\n\xff,c\n", 2, "this is not UTF-8 text"),
        ("a,b\n".encode("utf-16"), 1, "this is not UTF-8 text"),
        (b'a,b\nc,"d\n', 2, "its quotes are open"),
        (b'a,b\nc,"d"e\nf,g\n', 2, "text follows them"),
        (b"a," + b"b" * 200_000, 1, "far too long"),
        (b"a,b\n\nc,\x07d\n", 3, "the character U+0007"),
        (b"a,b\nc,\0\n", 2, "the character U+0000"),
        (b"a\n" * (tabular.MAX_ROWS + 1), tabular.MAX_ROWS, "more than 20000 rows"),
        (b"a" * (tabular.MAX_BYTES + 1), 1, "more than 20 MB"),
        (b"PK\x03\x04", 1, "not an Excel workbook"),
        (workbook([["a"]])[:-30], 1, "not an Excel workbook"),
    ],
)
def test_faults(data: bytes, row: int, words: str) -> None:
    [(found_row, message)] = faults(data)
    assert found_row == row
    assert words in message


def test_every_row_at_fault_is_told() -> None:
    assert [row for row, _ in faults(b"a\x01,b\nc,d\n\x02,e\x03\n")] == [1, 3]


@given(st.binary())
def test_no_bytes_raise(data: bytes) -> None:
    for start in (b"", b"PK", b"PK\x03\x04", b'a,b\n"'):
        tabular.read(start + data, PATH)


@given(st.integers(0, 10**6), st.integers(1, 8))
def test_no_damaged_workbook_raises(seed: int, changes: int) -> None:
    import random

    chance, data = random.Random(seed), bytearray(WORKBOOK)
    for _ in range(changes):
        data[chance.randrange(len(data))] = chance.randrange(256)
    tabular.read(bytes(data), "a.xlsx")


WORKBOOK = workbook([["Xã", 12, 12.5], ["Phường", None, "a"]])
