"""Các đoạn cách nhau ít nhất 6 pt.

Khoảng cách giữa các đoạn văn tối thiểu là 6 pt. Quy tắc tính cả khoảng cách sau đoạn trên và
trước đoạn dưới.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6
Sai: các đoạn Before 0 pt, After 0 pt
Đúng: các đoạn Before 0 pt, After 6 pt
Cách sửa: Chọn toàn bộ nội dung, Paragraph › Spacing › After › 6 pt; bỏ chọn «Don't add space
between paragraphs of the same style».
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import HEADINGS, PROSE, points, prose, told_once
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N308", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6"
)
LEAST = 6.0
"""Points."""


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield, once, the paragraphs that stand too near the one above."""
    near = [
        (lower, gap)
        for upper, lower in pairwise(prose(paper, *PROSE, *HEADINGS))
        if lower.where.paragraph - upper.where.paragraph <= 1
        and (gap := upper.layout.after + lower.layout.before) < LEAST
    ]
    if near:
        lines = [line for line, _ in near]
        message = N_("{name}: {found} pt above a paragraph, at least 6 pt are right")
        yield from told_once(RULE, "nội dung", lines, message, found=points(near[0][1]))
