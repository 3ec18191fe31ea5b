"""Văn bản được viện dẫn ra đời trước văn bản viện dẫn.

Một văn bản không thể căn cứ vào văn bản ban hành sau ngày của chính nó. Chỗ chỉ biết tháng hoặc
năm thì xét đến hết tháng, hết năm ấy.

Căn cứ: Quy ước của kehoach
Sai: «theo Quyết định số 12/QĐ-UBND ngày 15/5/2024» trong văn bản ngày 05/01/2024
Đúng: «theo Quyết định số 12/QĐ-UBND ngày 15/5/2023»
Cách sửa: Tra lại ngày của văn bản được viện dẫn.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.citations import citations
from kehoach.wording.dates import latest
from kehoach.wording.spots import is_typed, place

RULE = Rule("S106", Sees.WORDS, Severity.WARNING, "Quy ước của kehoach")


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield the typed citations of documents of a later day; `refs` have a rule of their own."""
    for found in citations(words.block.text) if words.date else ():
        if not found.date or not words.date or not is_typed(words.block, found.start):
            continue
        if datetime.date(*found.date.first) > latest(words.date):
            message = N_("{number} is of {day}, after this document")
            where = place(words.block, found.start, found.end)
            written, day = found.symbol.written, found.date.numeric()
            yield RULE.found(where, message, number=written, day=day)
