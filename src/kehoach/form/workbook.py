"""The summary of registrations as a workbook: figures to be typed in, everything else computed.

The layout is that of the Word form `tong-hop`, from the same values. Sums and shares are formulas:
a share is one of sums, `-` where there are no objects, blank while nothing is known.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from typing import TYPE_CHECKING, Any

from kehoach.ooxml.parts import core
from kehoach.ooxml.write import pack
from kehoach.values import parse_amount

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FIRST = 3
"""The column of the first figure: before it stand number and unit."""

_PARTS = ("Tổng số", "Đăng ký", "%")
_TOP = 5
"""The first row of the header; titles stand above it."""

_FONT = "Times New Roman"
_CORE = "docProps/core.xml"


def workbook(values: Mapping[str, Any], properties: Mapping[str, str]) -> bytes:
    """Return the .xlsx of the values of `tong-hop`; the same values give the same bytes.

    `properties` become custom properties, as in the Word file.
    """
    from openpyxl import Workbook
    from openpyxl.packaging.custom import StringProperty

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Tổng hợp"
    _Sheet(sheet, values).fill()
    for name, text in sorted(properties.items()):
        book.custom_doc_props.append(StringProperty(name=name, value=text))
    file = io.BytesIO()
    book.save(file)
    return _same(file.getvalue(), "Biểu tổng hợp đăng ký thi đua")


def _same(data: bytes, title: str) -> bytes:
    """Return the workbook without the time at which it was saved."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return pack({**parts, _CORE: core(title)})


class _Sheet:
    def __init__(self, sheet: Worksheet, values: Mapping[str, Any]) -> None:
        self.sheet = sheet
        self.values = values
        self.objects: Sequence[Mapping[str, str]] = values["doi_tuong"]
        self.whole = FIRST + 3 * len(self.objects)
        """The first column of the sums over all objects."""
        self.last = self.whole + 3
        """The column of the day of receipt."""

    def fill(self) -> None:
        """Write titles, header, groups, totals and signers."""
        self._titles()
        self._header()
        row = _TOP + 2
        sums = []
        for group in self.values["nhom"]:
            first, units = row + 1, group["don_vi"]
            self._sums(row, group["stt"], group["ten"], [(first, row + len(units))])
            for number, unit in enumerate(units):
                self._unit(first + number, unit)
            sums.append((row, row))
            row = first + len(units)
        self._sums(row, "", "Tổng cộng", sums)
        self._signers(row + 2)
        self._look(row)

    def _titles(self) -> None:
        year = self.values["nam"]
        about = f"Phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc” năm {year}"
        self._put(1, 1, self.values["co_quan"])
        self._put(2, 1, "BIỂU TỔNG HỢP ĐĂNG KÝ THI ĐUA")
        self._put(3, 1, about)
        self._put(4, 1, self.values["chi_dan"])
        for row in range(1, _TOP):
            self.sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=self.last)

    def _header(self) -> None:
        for column, text in ((1, "STT"), (2, "Đơn vị"), (self.last, "Ngày nhận")):
            self._put(_TOP, column, text)
            self.sheet.merge_cells(
                start_row=_TOP, end_row=_TOP + 1, start_column=column, end_column=column
            )
        names = [*(item["ten"] for item in self.objects), "Cộng"]
        for column, name in zip(range(FIRST, self.last, 3), names, strict=True):
            self._put(_TOP, column, name)
            self.sheet.merge_cells(
                start_row=_TOP, end_row=_TOP, start_column=column, end_column=column + 2
            )
            for offset, part in enumerate(_PARTS):
                self._put(_TOP + 1, column + offset, part)

    def _unit(self, row: int, unit: Mapping[str, Any]) -> None:
        self._put(row, 1, unit["stt"])
        self._put(row, 2, unit["ten"])
        for column, cell in zip(range(FIRST, self.whole, 3), unit["o"], strict=True):
            self._put(row, column, _figure(cell["tong_so"]))
            self._put(row, column + 1, _figure(cell["dang_ky"]))
            self._share(row, column)
        totals = [self._at(row, column) for column in range(FIRST, self.whole, 3)]
        registered = [self._at(row, column + 1) for column in range(FIRST, self.whole, 3)]
        self._together(row, totals, registered)
        self._put(row, self.last, unit["ngay_nhan"] or None)
        self.sheet.cell(row, self.last).number_format = "dd/mm/yyyy"

    def _sums(self, row: int, stt: str, name: str, ranges: Sequence[tuple[int, int]]) -> None:
        """Write the sums of the rows in `ranges`: those of a group, or the groups' own sums."""
        self._put(row, 1, stt or None)
        self._put(row, 2, name)
        for column in range(FIRST, self.last, 3):
            for offset in (0, 1):
                cells = [self._range(column + offset, *rows) for rows in ranges]
                self._sum(row, column + offset, cells)
            self._share(row, column)

    def _together(self, row: int, totals: Iterable[str], registered: Iterable[str]) -> None:
        self._sum(row, self.whole, totals)
        self._sum(row, self.whole + 1, registered)
        self._share(row, self.whole)

    def _sum(self, row: int, column: int, cells: Iterable[str]) -> None:
        """Write a sum that is blank while no cell holds a number."""
        listed = ",".join(cells)
        self._compute(row, column, f'=IF(COUNT({listed})=0,"",SUM({listed}))')

    def _share(self, row: int, column: int) -> None:
        """Write what part of the objects is registered: `-` without any, blank if not known."""
        total, registered = self._at(row, column), self._at(row, column + 1)
        formula = (
            f'=IF(OR({total}="-",{total}=""),{total}&"",'
            f'IF({total}=0,"-",IF(ISNUMBER({registered}),{registered}/{total},{registered}&"")))'
        )
        self._compute(row, column + 2, formula)
        self.sheet.cell(row, column + 2).number_format = "0.0%"

    def _signers(self, row: int) -> None:
        middle = self.last // 2
        for column, end, text in (
            (1, middle, "NGƯỜI LẬP BIỂU"),
            (middle + 1, self.last, "THỦ TRƯỞNG ĐƠN VỊ"),
        ):
            self._put(row, column, text)
            self.sheet.merge_cells(start_row=row, end_row=row, start_column=column, end_column=end)

    def _look(self, end: int) -> None:
        """Set fonts, lines, widths and the page: landscape, as wide as the paper."""
        from openpyxl.styles import Alignment, Border, Font, Side
        from openpyxl.utils import get_column_letter

        side = Side(style="thin")
        sums = {_TOP, _TOP + 1, end, *self._group_rows()}
        known: dict[object, Any] = {}
        for row in self.sheet.iter_rows(min_row=1, max_row=end + 2, max_col=self.last):
            for cell in row:
                bold = cell.row < 4 or cell.row in sums or cell.row > end
                across = "left" if cell.column == 2 and _TOP + 1 < cell.row <= end else "center"
                inside = _TOP <= cell.row <= end
                look = bold, cell.row == 4, across, inside, cell.number_format
                if look in known:  # a style by its parts is looked up part by part, cell by cell
                    cell._style = copy(known[look])
                    continue
                cell.font = Font(name=_FONT, size=11, bold=bold, italic=cell.row == 4)
                cell.alignment = Alignment(across, "center", wrap_text=inside)
                if inside:
                    cell.border = Border(side, side, side, side)
                known[look] = cell._style
        for column in range(1, self.last + 1):
            width = {1: 5.0, 2: 26.0, self.last: 11.0}.get(column, 6.5)
            self.sheet.column_dimensions[get_column_letter(column)].width = width
        self.sheet.freeze_panes = self.sheet.cell(_TOP + 2, FIRST)
        self.sheet.print_title_rows = f"{_TOP}:{_TOP + 1}"
        self.sheet.page_setup.orientation = "landscape"
        self.sheet.page_setup.paperSize = 9
        self.sheet.page_setup.fitToWidth = 1
        self.sheet.page_setup.fitToHeight = 0
        self.sheet.sheet_properties.pageSetUpPr.fitToPage = True

    def _group_rows(self) -> Iterator[int]:
        row = _TOP + 2
        for group in self.values["nhom"]:
            yield row
            row += 1 + len(group["don_vi"])

    def _put(self, row: int, column: int, value: object) -> None:
        """Write a cell; a text is never taken for a formula."""
        cell = self.sheet.cell(row, column)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"

    def _compute(self, row: int, column: int, formula: str) -> None:
        self.sheet.cell(row, column).value = formula

    def _at(self, row: int, column: int) -> str:
        from openpyxl.utils import get_column_letter

        return f"{get_column_letter(column)}{row}"

    def _range(self, column: int, first: int, last: int) -> str:
        start, end = self._at(first, column), self._at(last, column)
        return start if first == last else f"{start}:{end}"


def _figure(text: str) -> object:
    """Return what a cell holds: a number, the text of any other, nothing for a blank."""
    amount = parse_amount(text)
    if amount is not None and not amount.unit and amount.comparator == "=":
        return int(amount.number) if amount.number == int(amount.number) else float(amount.number)
    return text or None
