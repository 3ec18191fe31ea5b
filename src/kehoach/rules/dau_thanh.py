"""Một văn bản chỉ dùng một cách đặt dấu thanh: «hòa» hoặc «hoà».

Cả hai cách đều đúng, nhưng trộn lẫn trong một văn bản thì tìm kiếm, so sánh sẽ sót. Báo ở chỗ đầu
tiên viết theo cách ít dùng hơn trong văn bản.

Căn cứ: Quy ước của kehoach
Sai: «xã hội hoá» và «tự hòa giải» trong một văn bản
Đúng: «xã hội hóa» và «tự hòa giải»
Cách sửa: Thay hết theo một cách.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.document import Block
from kehoach.rule import Rule, Sees, Text
from kehoach.wording.letters import LOWER, UPPER
from kehoach.wording.quotes import is_quoted
from kehoach.wording.spots import paragraphs, place

RULE = Rule("S109", Sees.TEXT, Severity.STYLE, "Quy ước của kehoach")

_OLD = re.compile(r"(?:[òóỏõọÒÓỎÕỌ][aeAE]|(?<![qQ])[ùúủũụÙÚỦŨỤ][yY])(?!\w)")
_NEW = re.compile(r"[àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ](?!\w)(?<=[oO].|[uU][ỳýỷỹỵỲÝỶỸỴ])(?<![qQ]..)")
_NAME = re.compile(rf"[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+)+")
_WORD = re.compile(r"\w*$")


def check(text: Text) -> Iterator[Diagnostic]:
    """Yield the first word whose tone mark stands where the document mostly does not set it."""
    blocks = list(paragraphs(text.document))
    old, new = _found(blocks, _OLD), _found(blocks, _NEW)
    if not old or not new:
        return
    fewer = new if len(new) <= len(old) else old
    block, match = fewer[0]
    start = match.start() - len((_WORD.search(block.text[: match.start()]) or match)[0])
    message = N_("«{written}» sets its tone mark unlike most of the document: {count} such words")
    where = place(block, start, match.end())
    yield RULE.found(where, message, written=block.text[start : match.end()], count=len(fewer))


def _is_name(text: str, at: int) -> bool:
    """Return whether the word at a place is part of a name: names keep their own way."""
    return any(match.start() <= at < match.end() for match in _NAME.finditer(text))


def _found(blocks: list[Block], pattern: re.Pattern[str]) -> list[tuple[Block, re.Match[str]]]:
    """Return the places where a pattern stands outside quotations."""
    return [
        (block, match)
        for block in blocks
        for match in pattern.finditer(block.text)
        if not is_quoted(block.text, match.start()) and not _is_name(block.text, match.start())
    ]
