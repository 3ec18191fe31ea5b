"""Ký hiệu viết liền, «/» sau số và năm, «-» giữa các nhóm chữ.

Giữa số và ký hiệu là dấu gạch chéo, giữa các nhóm chữ là dấu gạch nối, không cách chữ; năm đủ bốn
chữ số. Văn bản của Đảng viết theo kiểu của Đảng: 48-CT/TW.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3
Sai: «731/QĐ- UBND», «18/20202QĐ-UBND», «48/CT/TW», «48/CT-TW»
Đúng: «731/QĐ-UBND», «18/2020/QĐ-UBND», «48-CT/TW»
Cách sửa: Viết lại như gợi ý, sau khi tra văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.citations import citations
from kehoach.wording.spots import place
from kehoach.wording.symbols import KNOWN

RULE = Rule(
    "N703", Sees.WORDS, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3"
)


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield the symbols that are not written as their kind is."""
    for found in citations(words.block.text):
        written, right = found.symbol.written, found.symbol.right
        if written == right or not (found.kind or found.symbol.code in KNOWN):
            continue
        # Gaps in the number of the document itself are N215's, which sees how the file looks.
        if words.block.role == "so_ky_hieu" and " " in written:
            continue
        message = N_("the symbol «{written}» is written «{right}»")
        where = place(words.block, found.number, found.number + len(written))
        yield RULE.found(where, message, written=written, right=right)
