"""Dòng cách dòng từ đơn đến 1,5.

Khoảng cách giữa các dòng tối thiểu là dòng đơn, tối đa là 1,5 lines. Cách dòng đặt cố định bằng
điểm (Exactly) không xét.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6
Sai: cách dòng 2,0 (Double) hoặc 0,9
Đúng: cách dòng 1,0 đến 1,5
Cách sửa: Chọn toàn bộ nội dung, Paragraph › Line spacing › Single hoặc 1.5 lines.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import HEADINGS, PROSE, points, prose, told_once
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N309", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6"
)
LEAST, MOST, EASE = 1.0, 1.5, 0.01
"""Multiples of single spacing, and by how much a spacing may be off."""


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield, once, the paragraphs whose lines are too near or too far from each other."""
    off = [
        (line, spacing)
        for line in prose(paper, *PROSE, *HEADINGS, "can_cu")
        if (spacing := line.layout.spacing) is not None
        and not LEAST - EASE <= spacing <= MOST + EASE
    ]
    if off:
        message = N_("{name}: line spacing {found} instead of 1 to 1.5")
        lines = [line for line, _ in off]
        yield from told_once(RULE, "nội dung", lines, message, found=points(off[0][1]))
