"""Trang thứ nhất không hiện số trang.

Số trang không hiển thị ở trang thứ nhất.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.7
Sai: số 1 ở đầu trang thứ nhất
Đúng: trang thứ nhất không có số; trang sau là số 2
Cách sửa: Bấm đúp vào lề trên, chọn «Different First Page», xóa số ở trang thứ nhất.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import sections
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N502", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.7"
)


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield a page number that shows on the first page."""
    for section in sections(paper)[:1]:
        pages = "first" if section.title_page else "default"
        shown = [number for number in section.numbers if number.pages == pages]
        if shown:
            yield RULE.found(shown[0].where, N_("the first page shows its number"))
