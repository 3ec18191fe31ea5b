"""Mỗi căn cứ kết thúc bằng dấu chấm phẩy, căn cứ cuối bằng dấu chấm.

Mỗi căn cứ đứng một dòng, cuối dòng có dấu chấm phẩy; dòng cuối cùng kết thúc bằng dấu chấm, hoặc
dấu chấm phẩy khi câu còn nối sang «… ban hành Kế hoạch như sau:».

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6
Sai: «Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022,»
Đúng: «Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;»
Cách sửa: Thay dấu ở cuối dòng.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Text
from kehoach.wording.spots import place

RULE = Rule(
    "N355", Sees.TEXT, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6"
)


def check(text: Text) -> Iterator[Diagnostic]:
    """Yield the legal bases that end in another mark."""
    blocks = text.document.blocks
    for block, following in zip_longest(blocks, blocks[1:]):
        words = block.text.rstrip()
        if block.role != "can_cu" or not words:
            continue
        last = following is None or following.role != "can_cu"
        if words.endswith(";") or (last and words.endswith((".", ":"))):
            continue
        message = N_("this legal basis does not end in «{mark}»")
        mark = "." if last else ";"
        yield RULE.found(place(block, len(words) - 1, len(words)), message, mark=mark)
