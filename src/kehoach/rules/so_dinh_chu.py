"""Sau số thứ tự có cách chữ.

Số, chữ đứng đầu một đoạn cách lời văn một khoảng; dính liền thì số ấy không thành số của danh sách
nào.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6
Sai: «I.MỤC TIÊU», «1.Phạm vi», «a)Đối với tập thể»
Đúng: «I. MỤC TIÊU», «1. Phạm vi», «a) Đối với tập thể»
Cách sửa: Thêm một khoảng cách sau dấu chấm hoặc dấu ngoặc.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity, Span
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.letters import LOWER, UPPER
from kehoach.wording.spots import is_text, place

RULE = Rule(
    "N353", Sees.WORDS, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6"
)

_STUCK = re.compile(
    rf"(?:[IVX]{{1,4}}\.|\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}\.|[a-zđ]\))(?=[{UPPER}][{UPPER}{LOWER}])"
)


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield a marker that the words follow at once; in plans the outline says so already."""
    block = words.block
    if block.marker or isinstance(block.where, Span) or not is_text(block):
        return
    match = _STUCK.match(block.text)
    if match:
        message = N_("no space after «{marker}»")
        yield RULE.found(place(block, *match.span()), message, marker=match[0])
