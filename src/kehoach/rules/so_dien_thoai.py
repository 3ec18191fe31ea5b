"""Văn bản gửi rộng rãi không mang số điện thoại di động cá nhân.

Kế hoạch đi đến hàng trăm nơi nhận; đầu mối liên hệ ghi bằng số máy cơ quan, không ghi số di động
của một người.

Căn cứ: Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15
Sai: «liên hệ đồng chí A, số 0912 345 678»
Đúng: «liên hệ Phòng Xây dựng phong trào, số máy trực 0227.3831.xxx»
Cách sửa: Thay bằng số máy cơ quan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.slips import has
from kehoach.wording.spots import place

RULE = Rule("S110", Sees.WORDS, Severity.WARNING, "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15")

_MOBILE = re.compile(r"(?<![\d/.,-])(?:\+84[ .]?|0)[35789]\d(?:[ .-]?\d){7}(?![\d/]|[.,]\d)")
_NEEDLES = ("+84", "03", "05", "07", "08", "09")


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield the numbers that are those of mobile phones."""
    text = words.block.text
    for match in _MOBILE.finditer(text) if has(text, _NEEDLES) else ():
        message = N_("{number} looks like somebody's own telephone number")
        yield RULE.found(place(words.block, *match.span()), message, number=match[0])
