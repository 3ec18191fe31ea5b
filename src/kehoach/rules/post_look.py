"""Quyền hạn, chức vụ người ký in hoa, đậm, cỡ 13-14.

Quyền hạn, chức vụ của người ký trình bày bằng chữ in hoa, cỡ chữ từ 13 đến 14, kiểu chữ đứng,
đậm, canh giữa.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7
Sai: «Trưởng ban» in thường
Đúng: «TRƯỞNG BAN» in hoa, đậm
Cách sửa: Chọn các dòng quyền hạn, chức vụ, in hoa, đậm, cỡ chữ 13 hoặc 14, canh giữa.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import Diagnostic, Severity
from kehoach.looking import Look, misprinted, sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N402", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7"
)
LOOK = Look(sizes=(13, 14), bold=True, italic=False, caps=True, align="center")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each way in which quyền hạn, chức vụ is not printed so."""
    yield from misprinted(
        RULE,
        "quyền hạn, chức vụ",
        sure(paper, "ky_thay_mat", "ky_chuc_vu", "ky_chuc_danh"),
        LOOK,
    )
