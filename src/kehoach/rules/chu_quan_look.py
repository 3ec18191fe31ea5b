"""Cơ quan chủ quản in hoa, không đậm, cỡ 12-13.

Tên cơ quan, tổ chức chủ quản trực tiếp trình bày bằng chữ in hoa, cỡ chữ từ 12 đến 13, kiểu chữ
đứng, không đậm, canh giữa trên tên cơ quan ban hành.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.2
Sai: tên cơ quan chủ quản in đậm
Đúng: tên cơ quan chủ quản in hoa, đứng, không đậm; tên cơ quan ban hành bên dưới mới đậm
Cách sửa: Chọn dòng tên cơ quan chủ quản, bấm Ctrl+B để bỏ đậm, đặt cỡ chữ 12 hoặc 13.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import Diagnostic, Severity
from kehoach.looking import Look, misprinted, sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N208", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.2"
)
LOOK = Look(sizes=(12, 13), bold=False, italic=False, caps=True, align="center")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each way in which cơ quan chủ quản is not printed so."""
    yield from misprinted(RULE, "cơ quan chủ quản", sure(paper, "co_quan_chu_quan"), LOOK)
