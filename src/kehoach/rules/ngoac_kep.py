"""Dấu ngoặc mở rồi đóng.

Mỗi dấu ngoặc kép, ngoặc đơn mở ra thì đóng lại trong cùng một đoạn.

Căn cứ: Quy ước của kehoach
Sai: «““Thi đua lập thành tích …»
Đúng: «“Thi đua lập thành tích …”»
Cách sửa: Thêm hoặc bỏ dấu ngoặc.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.spots import is_text, place

RULE = Rule("S118", Sees.WORDS, Severity.STYLE, "Quy ước của kehoach")

_PAIRS = (("“", "”"), ("(", ")"), ("«", "»"))
_ITEM = re.compile(r"(?:^|[\s(;,])(?:\d{1,2}|[a-zđ]|[ivx]+)\)")


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield the marks that are opened and never closed, or the other way round."""
    text = words.block.text
    if not is_text(words.block):
        return
    for first, last in _PAIRS:
        if text.count(first) == text.count(last):
            continue
        at = _odd(text, first, last)
        if at >= 0 and not (last == ")" and _ITEM.search(text)):
            message = N_("«{mark}» has no other half")
            yield RULE.found(place(words.block, at, at + 1), message, mark=text[at])


def _odd(text: str, first: str, last: str) -> int:
    """Return the place of the first mark without its other half, -1 when there is none."""
    opened: list[int] = []
    for at, character in enumerate(text):
        if character == first:
            opened.append(at)
        elif character == last:
            if not opened:
                return at
            opened.pop()
    return opened[0] if opened else -1
