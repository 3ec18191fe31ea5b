"""«Nơi nhận:» in nghiêng, đậm, cỡ 12, sát lề trái.

Từ «Nơi nhận:» trình bày trên một dòng riêng, ngang hàng với quyền hạn, chức vụ của người ký, sát
lề trái, bằng chữ in thường, cỡ chữ 12, kiểu chữ nghiêng, đậm.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9
Sai: «Nơi nhận:» in đứng, cỡ 14
Đúng: «Nơi nhận:» cỡ 12, nghiêng, đậm
Cách sửa: Chọn từ «Nơi nhận:», đặt cỡ chữ 12, đậm, nghiêng, canh trái.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import Diagnostic, Severity
from kehoach.looking import Look, misprinted, sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N406", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9"
)
LOOK = Look(sizes=(12, 12), bold=True, italic=True, caps=False, align="left")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each way in which «Nơi nhận:» is not printed so."""
    yield from misprinted(RULE, "«Nơi nhận:»", sure(paper, "noi_nhan_de"), LOOK)
