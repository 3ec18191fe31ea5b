"""Chữ đúng bảng mã Unicode, không lẫn chữ giống nhau.

Chữ «Ð» của tiếng Iceland trông như «Đ», chữ Nga «а», «о» trông như chữ Việt, dấu cách không bề
rộng thì không thấy; chúng làm tìm kiếm, sắp xếp, so sánh sai. Bộ mã là Unicode theo TCVN
6909:2001.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.2
Sai: «QÐ-UBND» với chữ Ð U+00D0
Đúng: «QĐ-UBND» với chữ Đ U+0110
Cách sửa: Gõ lại chữ ấy bằng bộ gõ tiếng Việt, bảng mã Unicode.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.spots import place

RULE = Rule(
    "S122", Sees.WORDS, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.2"
)

_STRANGE = re.compile(
    "[\u00d0\u00f0\u0189\u0430-\u044f\u0410-\u042f\u200b\ufeff\u00ad\ufffd\ue000-\uf8ff]+"
)
_SYMBOLS = re.compile("[\uf000-\uf0ff]+")
"""Letters of symbol fonts, such as the box and the bullet of Wingdings."""


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield the letters that only look like Vietnamese ones, or are not seen at all."""
    text = words.block.text
    if text.isascii():
        return
    for match in _STRANGE.finditer(text):
        if not _SYMBOLS.fullmatch(match[0]):
            message = N_("«{letters}» is no Vietnamese letter: {codes}")
            codes = " ".join(f"U+{ord(letter):04X}" for letter in match[0])
            where = place(words.block, *match.span())
            yield RULE.found(where, message, letters=match[0], codes=codes)
