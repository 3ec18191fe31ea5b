"""Căn cứ ban hành in nghiêng, cỡ 13-14.

Căn cứ ban hành văn bản trình bày bằng chữ in thường, kiểu chữ nghiêng, cỡ chữ từ 13 đến 14.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6
Sai: căn cứ in đứng
Đúng: *Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;* in nghiêng
Cách sửa: Chọn các dòng căn cứ, bấm Ctrl+I cho nghiêng, đặt cỡ chữ 13 hoặc 14.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import Diagnostic, Severity
from kehoach.looking import Look, misprinted, prose
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N301", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6"
)
LOOK = Look(sizes=(13, 14), bold=False, italic=True, caps=False)


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each way in which căn cứ is not printed so."""
    yield from misprinted(RULE, "căn cứ", prose(paper, "can_cu"), LOOK)
