"""Không còn dấu hỏi, chữ giữ chỗ trong văn bản.

Dấu «?», «xx», «XXX», «…%» là chỗ người soạn để lại để điền sau; văn bản ban hành thì phải có chữ,
số thật. Chỗ chấm của biểu mẫu thì không xét.

Căn cứ: Quy ước của kehoach
Sai: «?% khu dân cư», «trước ngày xx/01/2024»
Đúng: «80% khu dân cư», «trước ngày 15/01/2024»
Cách sửa: Điền chữ, số còn thiếu.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.slips import has
from kehoach.wording.spots import place

RULE = Rule("S111", Sees.WORDS, Severity.WARNING, "Quy ước của kehoach")

_LEFT = re.compile(
    r"(?<![\w/?=])\?+(?=\s|%|[,;.)]|$)|\(\?+\)|(?<!\w)(?:[xX]{2,3}|\?{1,2})(?=%|/\d)|\d/[xX]{2}/\d"
    r"|(?<!\w)(?:TODO|TBD|xxx+|XXX+)(?!\w)"
)
_MARKS = ("?", "xx", "XX", "TODO", "TBD")


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield what stands for words that are not known yet."""
    text = words.block.text
    for match in _LEFT.finditer(text) if has(text, _MARKS) else ():
        message = N_("«{mark}» is still to be filled in")
        yield RULE.found(place(words.block, *match.span()), message, mark=match[0])
