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
from kehoach.wording.slips import has
from kehoach.wording.spots import is_text, place

RULE = Rule("S112", Sees.WORDS, Severity.STYLE, "Quy ước của kehoach")

_LETTER = f"{LOWER}{UPPER}"
_BLANKS = r"(?<!số)(?<!ngày)(?<!tháng)(?<!năm)(?<!năm 20)(?<!ố:)"
"""What comes before a gap that is to be filled in by hand."""

_FAULTS = (
    (("  ",), rf"(?<=[{_LETTER}\d,;.]){_BLANKS}  +(?=[{_LETTER}“(])", N_("two spaces")),
    (
        (" ,", " ;", " :", " ."),
        rf"(?<=[{_LETTER}\d%)”]) +(?=[,;:.](?:\s|$))",
        N_("a space before a mark"),
    ),
    ((",", ";", ":"), rf"[,;:](?<=[{LOWER}].)(?=[{_LETTER}])", N_("no space after a mark")),
    (("ngày", "tháng", "năm"), r"(?:ngày|tháng|năm)(?=\d)", N_("no space before the number")),
    ((" /", "/ "), r"(?<=\d) +/ *(?=\d)|(?<=\d)/ +(?=\d)", N_("a space inside a date")),
    (
        ("( ", "“ ", " )", " ”"),
        r"[(“] +(?=\w)|(?<=\w) +[)”]",
        N_("a space inside brackets or quotation marks"),
    ),
)
_COMPILED = tuple((needles, re.compile(pattern), said) for needles, pattern, said in _FAULTS)


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield the gaps that are too wide, too narrow or in the wrong place."""
    block = words.block
    text = block.text
    if not is_text(block):
        return
    for needles, pattern, message in _COMPILED:
        if has(text, needles):
            for match in pattern.finditer(text):
                yield RULE.found(place(block, *match.span()), message)
