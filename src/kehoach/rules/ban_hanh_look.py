"""Cơ quan ban hành in hoa, đậm, cỡ 12-13.

Tên cơ quan, tổ chức ban hành văn bản trình bày bằng chữ in hoa, cỡ chữ từ 12 đến 13, kiểu chữ
đứng, đậm, canh giữa dưới tên cơ quan chủ quản.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.2
Sai: tên cơ quan ban hành không đậm
Đúng: tên cơ quan ban hành in hoa, đứng, đậm
Cách sửa: Chọn dòng tên cơ quan ban hành, bấm Ctrl+B cho đậm, đặt cỡ chữ 12 hoặc 13, canh giữa.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import Diagnostic, Severity
from kehoach.looking import Look, misprinted, sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N209", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.2"
)
LOOK = Look(sizes=(12, 13), bold=True, italic=False, caps=True, align="center")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each way in which cơ quan ban hành is not printed so."""
    yield from misprinted(RULE, "cơ quan ban hành", sure(paper, "co_quan_ban_hanh"), LOOK)
