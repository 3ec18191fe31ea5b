"""Số trang trên trang in.

Trang đầu không hiện số; các trang sau được đánh số liên tục. Mỗi phụ lục được đánh số riêng.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.6
Sai: trang đầu hiện số 1.
Đúng: trang đầu không có số, trang thứ hai hiện số 2.
Cách sửa: Bật Different First Page và chèn số trang vào đầu trang.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.printed import Printed
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N807", Sees.PAGES, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.6"
)
_ANNEX = "phụlục"


def check(printed: Printed) -> Iterator[Diagnostic]:
    """Yield each page whose number is not the one that follows."""
    count = 0
    for number, page in enumerate(printed.pages, start=1):
        opens = number == 1 or page.words.casefold().startswith(_ANNEX)
        count = 1 if opens else count + 1
        expected = "" if count == 1 else str(count)
        if page.number and not expected:
            message = N_("this page shows its number, {number}; a first page shows none")
            yield RULE.found(printed.place(number), message, number=page.number)
        elif page.number != expected:
            message = N_("this page shows «{found}», not {expected}")
            yield RULE.found(printed.place(number), message, found=page.number, expected=expected)
