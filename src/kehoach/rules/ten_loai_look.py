"""Tên loại in hoa, đậm, canh giữa, cỡ 13-14.

Tên loại văn bản trình bày bằng chữ in hoa, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm, canh giữa
theo chiều ngang văn bản.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.5
Sai: «KẾ HOẠCH» cỡ 16
Đúng: «KẾ HOẠCH» cỡ 14, đứng, đậm, canh giữa
Cách sửa: Chọn dòng tên loại, đặt cỡ chữ 13 hoặc 14, đậm, bỏ nghiêng, canh giữa.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import Diagnostic, Severity
from kehoach.looking import Look, misprinted, sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N219", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.5"
)
LOOK = Look(sizes=(13, 14), bold=True, italic=False, caps=True, align="center")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each way in which tên loại is not printed so."""
    yield from misprinted(RULE, "tên loại", sure(paper, "ten_loai"), LOOK)
