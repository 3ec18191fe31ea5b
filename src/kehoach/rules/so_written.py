"""«Số:» và số của văn bản viết đúng.

Từ «Số» viết thường, sau có dấu hai chấm liền ngay; số nhỏ hơn 10 ghi thêm số 0 phía trước. Dự
thảo để trống số thì không sao.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3
Sai: «Số : 5/KH-UBND»
Đúng: «Số: 05/KH-UBND»
Cách sửa: Gõ lại «Số: » rồi đến số có hai chữ số.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N214", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3"
)
_NUMBER = re.compile(r"(?P<word>\w+(?:\s*:)?)\s*(?P<number>\d*)")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield a number without its word as the decree has it, or without its zero."""
    for line in sure(paper, "so_ky_hieu"):
        match = _NUMBER.match(line.printed.strip())
        if not match:
            continue
        if match["word"] != "Số:":
            message = N_("write «Số:» instead of «{written}»")
            yield RULE.found(line.where, message, written=match["word"])
        if len(match["number"]) == 1:
            message = N_("a number below 10 has a zero before it: «{right}», not «{written}»")
            number = match["number"]
            yield RULE.found(line.where, message, written=number, right=f"0{number}")
