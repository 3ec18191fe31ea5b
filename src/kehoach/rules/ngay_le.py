"""Ngày lễ viết hoa: «Quốc khánh», «Tết».

Tên ngày lễ, ngày kỷ niệm viết hoa chữ cái đầu; chữ «Tết» viết hoa khi một mình nó thay cho tết
Nguyên đán.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục II
Sai: «kỷ niệm ngày quốc khánh 02/9», «trong dịp tết»
Đúng: «kỷ niệm ngày Quốc khánh 02/9», «trong dịp Tết»
Cách sửa: Viết hoa chữ cái đầu.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.letters import UPPER
from kehoach.wording.slips import has
from kehoach.wording.spots import is_text, place

RULE = Rule("N604", Sees.WORDS, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục II")

_HOLIDAY = re.compile(
    rf"(?<!\w)(?:quốc khánh|(?<=dịp )tết(?! [{UPPER}])|(?<=nghỉ )tết(?! [{UPPER}])"
    rf"|(?<=đón )tết(?! [{UPPER}])|[Nn]guyên Đán|cách mạng tháng Tám|cách mạng Tháng Tám)(?!\w)"
)
_NEEDLES = ("quốc khánh", " tết", "guyên Đán", "cách mạng ")


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield the holidays that are not written as the decree has them."""
    block = words.block
    if not has(block.text, _NEEDLES) or not is_text(block):
        return
    for match in _HOLIDAY.finditer(block.text):
        right = "Nguyên đán" if match[0].lower() == "nguyên đán" else _capital(match[0])
        message = N_("the holiday is written «{right}»")
        yield RULE.found(place(block, *match.span()), message, right=right)


def _capital(name: str) -> str:
    return (name[0].upper() + name[1:]).replace("Tháng", "tháng")
