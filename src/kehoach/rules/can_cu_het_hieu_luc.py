"""Văn bản được viện dẫn đang có hiệu lực.

Một văn bản là căn cứ từ ngày có hiệu lực đến khi bị thay thế. Quy tắc này biết những văn bản Trung
ương thường gặp trong phong trào; không xét chỗ nói đến việc thay thế, sửa đổi, bãi bỏ.

Căn cứ: Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15
Sai: «theo Thông tư số 23/2012/TT-BCA» (năm 2024)
Đúng: «theo Thông tư số 124/2021/TT-BCA»
Cách sửa: Viện dẫn văn bản thay thế.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.bases import known
from kehoach.wording.citations import citations, nested
from kehoach.wording.dates import in_figures, latest
from kehoach.wording.spots import is_typed, place

RULE = Rule(
    "S104", Sees.WORDS, Severity.WARNING, "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15"
)

_CHANGED = re.compile(r"thay thế|sửa đổi|bổ sung|bãi bỏ|hết hiệu lực|thay cho|trước đây")


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield the typed citations of known documents that do not hold on the document's day."""
    text, day = words.block.text, words.date
    if day is None:
        return
    for found in citations(text):
        basis = known(found)
        before = text[max(found.start - 80, 0) : found.start]
        if not is_typed(words.block, found.start):
            continue
        if basis is None or _CHANGED.search(before) or nested(text, found):
            continue
        where = place(words.block, found.start, found.number + len(found.symbol.written))
        if basis.until and basis.until <= day:
            message = N_("{number} does not hold from {until} on: {now} took its place")
            until = in_figures(basis.until)
            told = {"number": basis.number, "until": until, "now": basis.replaced_by or "…"}
            yield RULE.found(where, message, **told)
        elif basis.start and latest(day) < basis.start and words.block.role == "can_cu":
            message = N_("{number} takes effect on {start}, after this document")
            start = in_figures(basis.start)
            yield RULE.found(where, message, number=basis.number, start=start)
