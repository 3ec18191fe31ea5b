"""Chữ đầu câu viết hoa.

Viết hoa chữ cái đầu của một câu: khi xuống dòng và sau dấu chấm. Không xét dòng đi tiếp một câu
còn dở, nơi nhận, ô của bảng.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục II
Sai: «… cấp mình. phát động phong trào …»
Đúng: «… cấp mình. Phát động phong trào …»
Cách sửa: Viết hoa chữ cái đầu, hoặc thay dấu chấm bằng dấu phẩy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.letters import LOWER
from kehoach.wording.spots import place

RULE = Rule("N606", Sees.WORDS, Severity.STYLE, "Nghị định 30/2020/NĐ-CP, Phụ lục II")

_AFTER = re.compile(
    rf"(?:(?<=[{LOWER}]{{2}}\. )|(?<= [àáảãạởớờợỗồổốộôơâăêưéèẻẽẹíìỉĩịúùủũụýỳỷỹỵ]\. ))"
    rf"(?<!v\. )(?<!tr\. )[{LOWER}]"
)
_FIRST = re.compile(rf"[{LOWER}]")
_BEGINS = frozenset({"muc", "khoan", "khoan_2", "khoan_3", "diem", "muc_td", "khoan_td", "gach"})


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield the sentences that begin with a small letter."""
    block = words.block
    if block.role not in _BEGINS and block.role not in ("doan", "mo_dau", "ket"):
        return
    if block.role in _BEGINS and _FIRST.match(block.text):
        yield RULE.found(place(block, 0, 1), N_("the line begins with a small letter"))
    for match in _AFTER.finditer(block.text):
        yield RULE.found(place(block, *match.span()), N_("the sentence begins with a small letter"))
