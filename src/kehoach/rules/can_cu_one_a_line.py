"""Mỗi căn cứ một dòng.

Sau mỗi căn cứ phải xuống dòng; không viết hai căn cứ liền nhau trong một đoạn.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6
Sai: «Căn cứ Luật …; Căn cứ Nghị định …;» trên cùng một dòng
Đúng: mỗi căn cứ một dòng, cuối dòng có dấu chấm phẩy
Cách sửa: Đặt con trỏ trước chữ «Căn cứ» thứ hai, bấm Enter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import prose
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N303", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6"
)
_NEXT = re.compile(r"[;.,]\s+(?P<basis>Căn cứ [^;]{0,30})")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield a paragraph that holds two legal bases."""
    for line in prose(paper, "can_cu", "mo_dau"):
        match = _NEXT.search(line.text) if line.text.lstrip().startswith("Căn cứ") else None
        if match:
            message = N_("«{basis}…» begins a line of its own")
            yield RULE.found(line.where, message, basis=match["basis"])
