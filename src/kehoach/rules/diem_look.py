"""Điểm «a)» in thường, chữ đứng.

Thứ tự các điểm dùng chữ cái tiếng Việt, sau có dấu ngoặc đơn; điểm trình bày bằng chữ in thường,
kiểu chữ đứng.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6
Sai: cả điểm «a) …» in nghiêng
Đúng: «a) …» in đứng
Cách sửa: Chọn điểm đó, bấm Ctrl+I để bỏ nghiêng.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import Diagnostic, Severity
from kehoach.looking import Look, misprinted, prose
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N312", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6"
)
LOOK = Look(italic=False, caps=False)


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each way in which điểm is not printed so."""
    yield from misprinted(RULE, "điểm", prose(paper, "diem", "diem_td"), LOOK)
