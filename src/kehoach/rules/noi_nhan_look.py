"""Các nơi nhận cỡ 11, chữ đứng.

Tên các cơ quan, tổ chức, cá nhân nhận văn bản trình bày bằng chữ in thường, cỡ chữ 11, kiểu chữ
đứng.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9
Sai: danh sách nơi nhận cỡ 12
Đúng: danh sách nơi nhận cỡ 11, đứng
Cách sửa: Chọn các dòng dưới «Nơi nhận:», đặt cỡ chữ 11, bỏ đậm và nghiêng.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import Diagnostic, Severity
from kehoach.looking import Look, misprinted, sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N407", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9"
)
LOOK = Look(sizes=(11, 11), bold=False, italic=False, align="left")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each way in which nơi nhận is not printed so."""
    yield from misprinted(RULE, "nơi nhận", sure(paper, "noi_nhan"), LOOK)
