"""Viện dẫn «Điều …» có văn bản đi kèm.

Kế hoạch không chia thành điều. «Như Điều 3», «theo Điều 5» mà không nói của văn bản nào thường còn
sót lại từ một Quyết định đã dùng làm mẫu.

Căn cứ: Quy ước của kehoach
Sai: «- Như Điều 3;» ở Nơi nhận của một kế hoạch
Đúng: «- Như trên;», «theo Điều 5 của Luật Thi đua, khen thưởng»
Cách sửa: Bỏ đi, hoặc ghi rõ văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Text
from kehoach.wording.clauses import words_around
from kehoach.wording.spots import paragraphs, place

RULE = Rule("S113", Sees.TEXT, Severity.WARNING, "Quy ước của kehoach")

_ARTICLE = re.compile(r"(?<!\w)Điều \d{1,3}(?!\w)")
_OF = re.compile(
    r"Luật|Bộ luật|Pháp lệnh|Hiến pháp|Nghị|Quyết định|Thông tư|Quy chế|Quy định|Điều lệ|Chỉ thị|"
    r"Hướng dẫn|văn bản|Công ước|Hiệp định"
)
_OWN = re.compile(r"Điều \d{1,3}[.:]")


def check(text: Text) -> Iterator[Diagnostic]:
    """Yield the articles that belong to no document that is named."""
    blocks = list(paragraphs(text.document))
    if any(_OWN.match(block.text) for block in blocks):
        return
    for block in blocks:
        named = _OF.search(block.text)
        for match in _ARTICLE.finditer(block.text):
            if named and named.start() < match.start():
                break
            around = words_around(block.text, match.start())
            if not _OF.search(around):
                message = N_("«{article}» of which document?")
                yield RULE.found(place(block, *match.span()), message, article=match[0])
