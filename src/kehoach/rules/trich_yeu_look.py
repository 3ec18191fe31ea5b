"""Trích yếu in thường, đứng, đậm, canh giữa, cỡ 13-14.

Trích yếu nội dung của văn bản có tên loại trình bày bằng chữ in thường, cỡ chữ từ 13 đến 14, kiểu
chữ đứng, đậm, canh giữa ngay dưới tên loại. In nghiêng là thói quen sai.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.5
Sai: trích yếu in nghiêng
Đúng: trích yếu in đứng, đậm, cỡ 14
Cách sửa: Chọn trích yếu, bấm Ctrl+I để bỏ nghiêng, Ctrl+B cho đậm, đặt cỡ chữ 13 hoặc 14, canh
giữa.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import Diagnostic, Severity
from kehoach.looking import Look, misprinted, sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N220", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.5"
)
LOOK = Look(sizes=(13, 14), bold=True, italic=False, caps=False, align="center")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each way in which trích yếu is not printed so."""
    yield from misprinted(RULE, "trích yếu", sure(paper, "trich_yeu"), LOOK)
