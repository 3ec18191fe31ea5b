"""Quốc hiệu in hoa, đậm, cỡ 12-13.

Quốc hiệu trình bày bằng chữ in hoa, cỡ chữ từ 12 đến 13, kiểu chữ đứng, đậm, canh giữa trong phần
bên phải đầu trang thứ nhất.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1
Sai: Quốc hiệu cỡ 14, hoặc không đậm
Đúng: Quốc hiệu cỡ 12 hoặc 13, đứng, đậm
Cách sửa: Chọn dòng Quốc hiệu, đặt cỡ chữ 12 hoặc 13, bấm Ctrl+B cho đậm, Ctrl+E để canh giữa.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import Diagnostic, Severity
from kehoach.looking import Look, misprinted, sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N204", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1"
)
LOOK = Look(sizes=(12, 13), bold=True, italic=False, caps=True, align="center")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each way in which Quốc hiệu is not printed so."""
    yield from misprinted(RULE, "Quốc hiệu", sure(paper, "quoc_hieu"), LOOK)
