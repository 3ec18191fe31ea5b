"""Ngày và cơ quan của văn bản được viện dẫn đúng với văn bản ấy.

Quy tắc này biết ngày và cơ quan ban hành của những văn bản Trung ương thường được viện dẫn trong
phong trào, như Nghị quyết 51-NQ/TW là của Bộ Chính trị.

Căn cứ: Quy ước của kehoach
Sai: «Nghị quyết số 51-NQ/TW ngày 05/9/2019 của Ban Chấp hành Trung ương Đảng»
Đúng: «Nghị quyết số 51-NQ/TW ngày 05/9/2019 của Bộ Chính trị»
Cách sửa: Sửa ngày hoặc tên cơ quan theo văn bản gốc.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.bases import known, same_body
from kehoach.wording.citations import citations
from kehoach.wording.dates import in_figures
from kehoach.wording.spots import place

RULE = Rule("S105", Sees.WORDS, Severity.WARNING, "Quy ước của kehoach")


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield the citations of known documents with another date or body than theirs."""
    for found in citations(words.block.text):
        basis = known(found)
        if basis is None:
            continue
        where = place(words.block, found.start, found.end)
        if not same_body(found.by, basis.by):
            message = N_("{number} is of {right}, not of {written}")
            told = {"number": basis.number, "right": basis.by, "written": found.by}
            yield RULE.found(where, message, **told)
        if found.date and found.date.day and found.date.iso != basis.date.isoformat():
            message = N_("{number} is of the day {right}, not of {written}")
            right, written = in_figures(basis.date), found.date.numeric()
            yield RULE.found(where, message, number=basis.number, right=right, written=written)
