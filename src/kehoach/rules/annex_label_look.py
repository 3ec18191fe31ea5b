"""«Phụ lục …» in thường, đậm, cỡ 14, canh giữa.

Từ «Phụ lục» và số thứ tự của phụ lục trình bày thành một dòng riêng, canh giữa, bằng chữ in
thường, cỡ chữ 14, kiểu chữ đứng, đậm.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1
Sai: «PHỤ LỤC I»
Đúng: «Phụ lục I» in thường, đậm, cỡ 14
Cách sửa: Gõ lại «Phụ lục I» bằng chữ thường, đậm, cỡ chữ 14, canh giữa.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import Diagnostic, Severity
from kehoach.looking import Look, misprinted, sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N506", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1"
)
LOOK = Look(sizes=(14, 14), bold=True, italic=False, caps=False, align="center")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each way in which «Phụ lục» is not printed so."""
    yield from misprinted(RULE, "«Phụ lục»", sure(paper, "phu_luc"), LOOK)
