"""Tên phụ lục in hoa, đậm, cỡ 13-14, canh giữa.

Tên phụ lục trình bày canh giữa, bằng chữ in hoa, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1
Sai: «Biểu giao chỉ tiêu» in thường
Đúng: «BIỂU GIAO CHỈ TIÊU» in hoa, đậm
Cách sửa: Chọn tên phụ lục, in hoa, đậm, cỡ chữ 13 hoặc 14, canh giữa.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import Diagnostic, Severity
from kehoach.looking import Look, misprinted, sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N508", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1"
)
LOOK = Look(sizes=(13, 14), bold=True, italic=False, caps=True, align="center")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each way in which tên phụ lục is not printed so."""
    yield from misprinted(RULE, "tên phụ lục", sure(paper, "phu_luc_ten"), LOOK)
