"""Rows of a .csv or .xlsx file that an office keeps beside a plan, as text."""

from __future__ import annotations

import csv
import datetime
import io
import unicodedata

from kehoach.diagnostic import N_, Diagnostic, Span, error
from kehoach.values import Day, decimal
from kehoach.yaml_faults import FORBIDDEN

TABLES = (".csv", ".xlsx")
"""How the names of such files end."""

MAX_ROWS = 20_000
MAX_BYTES = 20_000_000


def read(data: bytes, path: str) -> tuple[list[list[str]], list[Diagnostic]]:
    """Return the rows of a table file, each a list of as many texts as the widest row has.

    Empty rows at the end are left out. What is wrong has the row as its line and 1 as column.
    """
    if len(data) > MAX_BYTES:
        return [], [_too_large(path)]
    rows, findings = _xlsx(data, path) if data[:2] == b"PK" else _csv(data, path)
    while rows and not any(rows[-1]):
        rows.pop()
    if len(rows) > MAX_ROWS:
        message, hint = N_("the table has more than {most} rows"), N_("leave out what nobody needs")
        return [], [_fault(path, MAX_ROWS, message, hint, most=MAX_ROWS)]
    if not rows and not findings:
        hint = N_("save it again with its rows on the first sheet")
        findings = [_fault(path, 1, N_("the table is empty"), hint)]
    findings += _characters(rows, path)
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows], findings


def _csv(data: bytes, path: str) -> tuple[list[list[str]], list[Diagnostic]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data[: fault.start].count(b"\n") + 1
        hint = N_("in Excel choose «CSV UTF-8» when saving")
        return [], [_fault(path, line, N_("this is not UTF-8 text"), hint)]
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text), delimiter=delimiter, strict=True):
            rows.append([_clean(cell) for cell in row])
    except csv.Error as fault:
        message = N_("the row cannot be read: its quotes are open, or text follows them")
        hint = N_("put the whole cell in quotes, and write a quote inside it twice")
        if "limit" in str(fault):
            message, hint = N_("a cell of the row is far too long"), N_("look for an open quote")
        return [], [_fault(path, len(rows) + 1, message, hint)]
    return rows, []


def _characters(rows: list[list[str]], path: str) -> list[Diagnostic]:
    """Return the first character of each row that may not stand in a document."""
    findings = []
    for number, row in enumerate(rows, 1):
        match = FORBIDDEN.search("".join(row))
        if match:
            message = N_("the character {name} may not stand in a table")
            hint = N_("delete it from the cell and save the table again")
            name = f"U+{ord(match[0]):04X}"
            findings.append(_fault(path, number, message, hint, name=name))
    return findings


def _too_large(path: str) -> Diagnostic:
    message, hint = N_("the table has more than {most} MB"), N_("leave out what nobody needs")
    return _fault(path, 1, message, hint, most=MAX_BYTES // 1_000_000)


def _xlsx(data: bytes, path: str) -> tuple[list[list[str]], list[Diagnostic]]:
    import zipfile

    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(item.file_size for item in archive.infolist()) > 10 * MAX_BYTES:
                return [], [_too_large(path)]
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheet = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, zipfile.BadZipFile, ValueError, IndexError, NotImplementedError):
        message, hint = N_("this is not an Excel workbook"), N_("save it again from Excel")
        return [], [_fault(path, 1, message, hint)]
    return [[_cell(value) for value in row] for row in sheet], []


def _cell(value: object) -> str:
    """Return a cell's value as it would be typed: `12`, `12,5`, `15/01/2024`."""
    if isinstance(value, datetime.date):
        return Day(value.year, month=value.month, day=value.day).numeric()
    if isinstance(value, float):
        return decimal(value)
    return _clean(str(value))


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", "\n".join(text.splitlines())).strip()


def _fault(path: str, row: int, message: str, hint: str, **words: object) -> Diagnostic:
    return error("P030", Span(path, row, 1, row, 2), message, hint, **words)
