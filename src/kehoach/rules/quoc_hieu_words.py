"""Quốc hiệu viết đúng từng chữ.

Quốc hiệu là «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM», giữa các chữ một khoảng cách. «HÒA» hay «HOÀ»
đều được.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1
Sai: «CỘNG HÒA XÃ HỘI CHỦ NGHỈA VIỆT NAM», «… VIỆTNAM»
Đúng: «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM»
Cách sửa: Gõ lại đúng như câu trên.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees
from kehoach.vocabulary import QUOC_HIEU

RULE = Rule(
    "N205", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1"
)


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield a Quốc hiệu in other words, the place of its tone mark apart."""
    for line in sure(paper, "quoc_hieu"):
        written = " ".join(line.text.split())
        if written.upper().replace("HOÀ", "HÒA") != QUOC_HIEU:
            message = N_("Quốc hiệu reads «{written}» instead of «{right}»")
            yield RULE.found(line.where, message, written=written, right=QUOC_HIEU)
