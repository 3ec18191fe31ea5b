"""Tiêu ngữ viết đúng từng chữ.

Tiêu ngữ là «Độc lập - Tự do - Hạnh phúc»: chữ cái đầu của mỗi cụm từ viết hoa, giữa các cụm từ
có gạch nối, trước và sau gạch nối có cách chữ.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1
Sai: «Độc lập-Tự do-Hạnh phúc»
Đúng: «Độc lập - Tự do - Hạnh phúc»
Cách sửa: Gõ lại đúng như câu trên; gạch nối là dấu «-» trên bàn phím, không phải gạch dài.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.vocabulary import TIEU_NGU

RULE = Rule(
    "N202", Sees.WORDS, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1"
)


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield a tiêu ngữ in other words or letters."""
    block = words.block
    written = " ".join(block.text.split())
    if block.role == "tieu_ngu" and written != TIEU_NGU:
        message = N_("the motto reads «{written}» instead of «{right}»")
        yield RULE.found(block.where, message, written=written, right=TIEU_NGU)
