"""Tiêu đề mục «I.» in hoa, đậm.

Tiêu đề của mục đánh số La Mã trình bày bằng chữ in hoa, kiểu chữ đứng, đậm, cỡ chữ như nội dung.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6
Sai: «I. Mục tiêu, yêu cầu» in thường
Đúng: «I. MỤC TIÊU, YÊU CẦU» in hoa, đậm
Cách sửa: Chọn dòng tiêu đề, bấm Ctrl+Shift+A để in hoa, Ctrl+B cho đậm.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import Diagnostic, Severity
from kehoach.looking import Look, misprinted, prose
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N310", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6"
)
LOOK = Look(bold=True, italic=False, caps=True)


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each way in which tiêu đề mục is not printed so."""
    yield from misprinted(RULE, "tiêu đề mục", prose(paper, "muc_td"), LOOK)
