"""Nội dung văn bản cỡ chữ 13-14.

Nội dung văn bản, kể cả tiêu đề các mục, trình bày cỡ chữ từ 13 đến 14. Chữ trong bảng, biểu và
chú thích cuối trang không thuộc quy tắc này.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6
Sai: nội dung cỡ 12 hoặc 15
Đúng: nội dung cỡ 14
Cách sửa: Chọn toàn bộ nội dung, đặt cỡ chữ 13 hoặc 14.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import Diagnostic, Severity
from kehoach.looking import HEADINGS, PROSE, Look, misprinted, prose
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N304", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6"
)
LOOK = Look(sizes=(13, 14))


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each way in which nội dung is not printed so."""
    yield from misprinted(RULE, "nội dung", prose(paper, *PROSE, *HEADINGS), LOOK)
