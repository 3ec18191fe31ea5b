"""Khổ giấy A4.

Văn bản trình bày trên khổ giấy A4, 210 mm x 297 mm, ở mọi phần (section) của tệp.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.1
Sai: khổ Letter, 215,9 mm x 279,4 mm
Đúng: khổ A4, 210 mm x 297 mm
Cách sửa: Layout › Size › A4; nếu tệp có nhiều phần thì chọn «Apply to: Whole document».
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import SLACK, millimetres, sections
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N101", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.1"
)
A4 = (210.0, 297.0)


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each section of another size, lying or standing."""
    for section in sections(paper):
        found = sorted((section.width, section.height))
        if any(abs(one - right) > SLACK for one, right in zip(found, A4, strict=True)):
            message = N_("the page is {width} x {height} mm instead of A4 (210 x 297 mm)")
            width, height = map(millimetres, found)
            yield RULE.found(section.where, message, width=width, height=height)
