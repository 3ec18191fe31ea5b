"""Trích yếu công văn in thường, không đậm, cỡ 12-13.

Trích yếu của công văn đứng sau chữ «V/v», bằng chữ in thường, cỡ chữ từ 12 đến 13, kiểu chữ đứng,
không đậm, canh giữa dưới số và ký hiệu.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.5
Sai: «V/v …» in đậm hoặc cỡ 14
Đúng: «V/v …» cỡ 12 hoặc 13, đứng, không đậm
Cách sửa: Chọn dòng «V/v …», đặt cỡ chữ 12 hoặc 13, bỏ đậm và nghiêng, canh giữa.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import Diagnostic, Severity
from kehoach.looking import Look, misprinted, sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N222", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.5"
)
LOOK = Look(sizes=(12, 13), bold=False, italic=False, caps=False, align="center")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each way in which trích yếu công văn is not printed so."""
    yield from misprinted(RULE, "trích yếu công văn", sure(paper, "ve_viec"), LOOK)
