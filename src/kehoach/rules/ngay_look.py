"""Địa danh, ngày tháng năm in nghiêng, cỡ 13-14.

Địa danh và thời gian ban hành văn bản trình bày trên một dòng với số, ký hiệu, bằng chữ in
thường, cỡ chữ từ 13 đến 14, kiểu chữ nghiêng, canh giữa dưới Quốc hiệu và Tiêu ngữ.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.4
Sai: dòng địa danh, ngày tháng in đứng
Đúng: «Thái Bình, ngày 05 tháng 01 năm 2024» in nghiêng
Cách sửa: Chọn dòng địa danh, ngày tháng, bấm Ctrl+I cho nghiêng, bỏ đậm, đặt cỡ chữ 13 hoặc 14,
canh giữa.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import Diagnostic, Severity
from kehoach.looking import Look, misprinted, sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N216", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.4"
)
LOOK = Look(sizes=(13, 14), bold=False, italic=True, caps=False, align="center")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each way in which địa danh, ngày tháng năm is not printed so."""
    yield from misprinted(RULE, "địa danh, ngày tháng năm", sure(paper, "dia_danh_ngay"), LOOK)
