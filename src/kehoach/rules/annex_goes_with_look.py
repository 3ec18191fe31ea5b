"""Dòng «(Kèm theo …)» in nghiêng, cỡ 13-14, canh giữa.

Thông tin chỉ dẫn kèm theo văn bản trên mỗi phụ lục trình bày canh giữa phía dưới tên phụ lục,
bằng chữ in thường, cỡ chữ từ 13 đến 14, kiểu chữ nghiêng.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1
Sai: «(Kèm theo Kế hoạch …)» in đứng, đậm
Đúng: «(Kèm theo Kế hoạch …)» in nghiêng, không đậm
Cách sửa: Chọn dòng đó, bấm Ctrl+I cho nghiêng, bỏ đậm, cỡ chữ 13 hoặc 14, canh giữa.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import Diagnostic, Severity
from kehoach.looking import Look, misprinted, sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N510", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1"
)
LOOK = Look(sizes=(13, 14), bold=False, italic=True, caps=False, align="center")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each way in which «(Kèm theo …)» is not printed so."""
    yield from misprinted(RULE, "«(Kèm theo …)»", sure(paper, "phu_luc_kem"), LOOK)
