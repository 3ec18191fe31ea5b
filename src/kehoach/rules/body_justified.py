"""Nội dung canh đều hai lề.

Nội dung văn bản được canh đều cả hai lề. Quy tắc chỉ xét những đoạn dài hơn một dòng.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6
Sai: đoạn nội dung canh trái, mép phải so le
Đúng: đoạn nội dung canh đều hai lề
Cách sửa: Chọn toàn bộ nội dung, bấm Ctrl+J.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import prose, told_once, wraps
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N306", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6"
)


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield, once, the paragraphs of several rows that are not justified."""
    ragged = [line for line in prose(paper) if line.layout.align != "both" and wraps(paper, line)]
    yield from told_once(RULE, "nội dung", ragged, N_("{name}: must be justified"))
