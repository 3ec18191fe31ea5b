"""Tiêu ngữ in thường, đậm, cỡ 13-14.

Tiêu ngữ trình bày bằng chữ in thường, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm và canh giữa dưới
Quốc hiệu.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1
Sai: Tiêu ngữ cỡ 12 hoặc in nghiêng
Đúng: Tiêu ngữ cỡ 13 hoặc 14, đứng, đậm
Cách sửa: Chọn dòng Tiêu ngữ, đặt cỡ chữ 13 hoặc 14, đậm, bỏ nghiêng, canh giữa.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kehoach.diagnostic import Diagnostic, Severity
from kehoach.looking import Look, misprinted, sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N207", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1"
)
LOOK = Look(sizes=(13, 14), bold=True, italic=False, caps=False, align="center")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each way in which Tiêu ngữ is not printed so."""
    for line in sure(paper, "tieu_ngu"):
        # Words typed in capitals are the rule's of its words.
        look = replace(LOOK, caps=None) if line.text.isupper() else LOOK
        yield from misprinted(RULE, "Tiêu ngữ", [line], look)
