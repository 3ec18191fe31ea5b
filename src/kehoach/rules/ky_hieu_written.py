"""Ký hiệu viết hoa, không cách chữ.

Giữa số và ký hiệu có dấu gạch chéo (/), giữa các nhóm chữ viết tắt có dấu gạch nối (-), không
cách chữ; ký hiệu viết bằng chữ in hoa. Chữ thường trong tên viết tắt như TTg, TTr, CTr, QyĐ là
đúng.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3
Sai: «Số: 05 / KH - UBND», «Số: 05/kh-ubnd»
Đúng: «Số: 05/KH-UBND»
Cách sửa: Xóa khoảng cách quanh dấu «/», «-» và gõ ký hiệu bằng chữ in hoa.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N215", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3"
)
_GAP = re.compile(r"\d\s+/|/\s+\w|\w\s+[-–]|[-–]\s+\w|\w–\w")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield a symbol with gaps, long dashes or small letters."""
    for line in sure(paper, "so_ky_hieu"):
        written = line.printed.partition("(")[0].partition(":")[2].strip()
        _, slash, symbol = written.partition("/")
        if _GAP.search(written):
            message = N_("no gaps and only short dashes in «{written}»")
            yield RULE.found(line.where, message, written=written)
        small = [group for group in re.split(r"[\W\d_]+", symbol) if _is_small(group)]
        if slash and small:
            message = N_("«{written}» is written in capitals")
            yield RULE.found(line.where, message, written=small[0])


def _is_small(group: str) -> bool:
    """Return whether letters are typed as a word is, not shortened as `TTg` or `QyĐ` are."""
    return len(group) > 1 and group[1:].islower()
