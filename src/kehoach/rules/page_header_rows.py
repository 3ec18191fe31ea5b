"""Hàng tiêu đề của bảng lặp lại ở mỗi trang.

Bảng dài quá một trang phải in lại hàng tiêu đề ở đầu mỗi trang tiếp theo.

Căn cứ: quy ước trình bày
Sai: trang 5 chỉ có số liệu, không có hàng tiêu đề.
Đúng: hàng «STT, Đơn vị, Chỉ tiêu» đứng đầu phần bảng ở trang 5.
Cách sửa: Chọn hàng tiêu đề, bật Repeat Header Rows; trong kế hoạch, khai báo header của bảng.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.document import Row, Table
from kehoach.printed import Printed, packed
from kehoach.rule import Rule, Sees

RULE = Rule("N805", Sees.PAGES, Severity.WARNING, "quy ước trình bày")


def check(printed: Printed) -> Iterator[Diagnostic]:
    """Yield each page on which a table goes on without its header rows."""
    blocks = printed.document.blocks if printed.document else ()
    for table in (block.table for block in blocks if block.table):
        header = [words for row in table.rows if row.header for words in _cells(row)]
        for number in _later_pages(printed, table) if header else ():
            words = printed.pages[number - 1].words
            missing = [cell for cell in header if cell not in words]
            if missing:
                message = N_("a table goes on here without its header row")
                yield RULE.found(printed.place(number), message)


def _later_pages(printed: Printed, table: Table) -> range:
    """Return the pages after the first on which rows of `table` stand, told by their words."""
    rows = ("".join(_cells(row)) for row in table.rows if not row.header)
    found = [pages for words in rows if len(pages := printed.pages_with(words)) == 1]
    if not found:
        return range(0)
    return range(found[0][0] + 1, found[-1][0] + 1)


def _cells(row: Row) -> list[str]:
    return [text for cell in row.cells if (text := packed(" ".join(b.text for b in cell.blocks)))]
