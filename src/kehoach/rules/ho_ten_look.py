"""Họ tên người ký in thường, đậm, cỡ 13-14.

Họ và tên của người ký trình bày bằng chữ in thường, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm, canh
giữa so với quyền hạn, chức vụ.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7
Sai: «NGUYỄN VĂN A»
Đúng: «Nguyễn Văn A» in thường, đậm
Cách sửa: Gõ họ tên bằng chữ thường, đậm, cỡ chữ 13 hoặc 14, canh giữa.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import Diagnostic, Severity
from kehoach.looking import Look, misprinted, sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N404", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7"
)
LOOK = Look(sizes=(13, 14), bold=True, italic=False, caps=False, align="center")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each way in which họ tên người ký is not printed so."""
    yield from misprinted(RULE, "họ tên người ký", sure(paper, "ky_ho_ten"), LOOK)
