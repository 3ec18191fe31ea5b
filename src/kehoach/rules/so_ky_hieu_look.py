"""Số, ký hiệu cỡ 13, đứng, không đậm.

Số và ký hiệu của văn bản trình bày cỡ chữ 13, kiểu chữ đứng, không đậm, canh giữa dưới tên cơ
quan ban hành.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3
Sai: số, ký hiệu in đậm hoặc cỡ 14
Đúng: số, ký hiệu cỡ 13, đứng, không đậm
Cách sửa: Chọn dòng «Số: …», đặt cỡ chữ 13, bỏ đậm và nghiêng, canh giữa.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import Diagnostic, Severity
from kehoach.looking import Look, misprinted, sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N213", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3"
)
LOOK = Look(sizes=(13, 13), bold=False, italic=False, align="center")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each way in which số, ký hiệu is not printed so."""
    yield from misprinted(RULE, "số, ký hiệu", sure(paper, "so_ky_hieu"), LOOK)
