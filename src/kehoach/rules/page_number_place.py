"""Số trang ở giữa lề trên.

Số trang đặt canh giữa theo chiều ngang trong phần lề trên của văn bản.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.7
Sai: số trang ở cuối trang, hoặc ở góc phải
Đúng: số trang ở giữa lề trên
Cách sửa: Xóa số trang cũ, Insert › Page Number › Top of Page › Plain Number 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import sections
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N503", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.7"
)


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield page numbers below the text or not in the middle, each kind once."""
    numbers = [number for section in sections(paper) for number in section.numbers]
    below = [number for number in numbers if number.part == "footer"]
    aside = [number for number in numbers if number.align != "center"]
    if below:
        yield RULE.found(below[0].where, N_("the page number stands below the text, not above it"))
    if aside:
        yield RULE.found(aside[0].where, N_("the page number is not centred"))
