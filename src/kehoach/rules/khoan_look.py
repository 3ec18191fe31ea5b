"""Tiêu đề khoản «1.» in thường, đậm.

Khoản có tiêu đề thì số thứ tự và tiêu đề đứng trên một dòng riêng, bằng chữ in thường, kiểu chữ
đậm, cỡ chữ như nội dung.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6
Sai: «1. MỤC TIÊU» in hoa ở cấp khoản
Đúng: «1. Mục tiêu» in thường, đậm
Cách sửa: Chọn dòng tiêu đề, bấm Ctrl+B cho đậm; nếu đang in hoa thì bấm Ctrl+Shift+A hoặc gõ lại
bằng chữ thường.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kehoach.diagnostic import Diagnostic, Severity
from kehoach.document import PLAIN
from kehoach.looking import Look, misprinted, prose
from kehoach.paper import Line, Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N311", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6"
)
LOOK = Look(bold=True, caps=False)
BELOW = (PLAIN, "khoan_2", "diem", "gach")
SHORT = 100
"""Characters of a line that can be a title."""


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each way in which tiêu đề khoản is not printed so."""
    titled = prose(paper, "khoan_td")
    plain = _titles(paper) if titled else []
    yield from misprinted(RULE, "tiêu đề khoản", [*titled, *plain], LOOK)


def _titles(paper: Paper) -> list[Line]:
    """Return the points that are titles by their words: short, not ended, and with points below."""
    return [
        line
        for line, below in pairwise(prose(paper))
        if line.role == "khoan"
        and below.role in BELOW
        and len(line.text) < SHORT
        and line.text.rstrip()[-1:].isalnum()
    ]
