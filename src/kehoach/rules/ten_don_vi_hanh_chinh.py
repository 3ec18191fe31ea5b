"""Chữ «tỉnh», «huyện» viết thường giữa câu; «Thành phố Hồ Chí Minh», «Quận 1» viết hoa.

Danh từ chung đứng trước tên riêng viết thường: tỉnh Nam Định. Viết hoa khi tên là con số, tên
người, tên sự kiện (Quận 1, Phường Điện Biên Phủ), và ở Thành phố Hồ Chí Minh, Thủ đô Hà Nội.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục II
Sai: «trên địa bàn Tỉnh Nam Định», «thành phố Hồ Chí Minh», «quận 1»
Đúng: «trên địa bàn tỉnh Nam Định», «Thành phố Hồ Chí Minh», «Quận 1»
Cách sửa: Đổi chữ cái đầu của danh từ chung.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.letters import LOWER, UPPER
from kehoach.wording.slips import has
from kehoach.wording.spots import is_text, place

RULE = Rule("N601", Sees.WORDS, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục II")

_SMALL = re.compile(
    rf"(?<=[{LOWER}] )(?:Tỉnh|Huyện|Thị xã|Thị trấn|Thành phố(?! Hồ Chí Minh))"
    rf"(?= [{UPPER}][{LOWER}])"
)
_CAPITAL = re.compile(
    r"(?<!\w)(?:thành phố(?= Hồ Chí Minh)|thủ đô(?= Hà Nội)|(?:quận|phường)(?= \d))"
)
_NEEDLES = ("Tỉnh ", "Huyện ", "Thị ", "Thành ", "phố Hồ", "thủ đô", "quận ", "phường ")


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield the common nouns of units whose first letter is of the wrong size."""
    block = words.block
    text = block.text
    if not has(text, _NEEDLES) or not is_text(block):
        return
    found = [(match, match[0].lower()) for match in _SMALL.finditer(text)]
    found += [(match, match[0].capitalize()) for match in _CAPITAL.finditer(text)]
    for match, right in found:
        message = N_("«{written}» is written «{right}» here")
        where = place(block, *match.span())
        yield RULE.found(where, message, written=match[0], right=right)
