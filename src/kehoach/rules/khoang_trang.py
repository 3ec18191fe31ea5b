"""Khoảng cách giữa chữ và dấu câu.

Giữa hai chữ có một khoảng cách; trước dấu phẩy, chấm, chấm phẩy, hai chấm không có, sau các dấu ấy
thì có; trong ngày tháng không có. Chỗ trống chờ ghi số, ngày thì không xét.

Căn cứ: Quy ước của kehoach
Sai: «xã , phường», «phong trào thi đua», «ngày10 /3/2026»
Đúng: «xã, phường», «phong trào thi đua», «ngày 10/3/2026»
Cách sửa: Bỏ bớt hoặc thêm khoảng cách.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.letters import LOWER, UPPER
from kehoach.wording.spots import is_text, place

RULE = Rule("S112", Sees.WORDS, Severity.STYLE, "Quy ước của kehoach")

_LETTER = f"{LOWER}{UPPER}"
_FAULTS = (
    (
        re.compile(
            rf"(?<=[{_LETTER}\d,;.])(?<!số)(?<!ngày)(?<!tháng)(?<!năm)(?<!năm 20)"
            rf"(?<!ố:)  +(?=[{_LETTER}“(])"
        ),
        N_("two spaces"),
    ),
    (re.compile(rf"(?<=[{_LETTER}\d%)”]) +(?=[,;:.](?:\s|$))"), N_("a space before a mark")),
    (re.compile(rf"(?<=[{LOWER}])[,;:](?=[{_LETTER}])"), N_("no space after a mark")),
    (re.compile(r"(?<!\w)(?:ngày|tháng|năm)\d+"), N_("no space before the number")),
    (re.compile(r"(?<=\d) +/ *(?=\d)|(?<=\d)/ +(?=\d)"), N_("a space inside a date")),
    (re.compile(r"[(“] +(?=\w)|(?<=\w) +[)”]"), N_("a space inside brackets or quotation marks")),
)
_ANY = re.compile("|".join(pattern.pattern for pattern, _ in _FAULTS))


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield the gaps that are too wide, too narrow or in the wrong place."""
    block = words.block
    if not is_text(block) or not _ANY.search(block.text):
        return
    for pattern, message in _FAULTS:
        for match in pattern.finditer(block.text):
            yield RULE.found(place(block, *match.span()), message)
