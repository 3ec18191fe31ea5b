"""Căn cứ ghi đầy đủ số, ngày, cơ quan, tên văn bản; Luật, Pháp lệnh không ghi số và cơ quan.

Căn cứ ban hành ghi tên loại, số, ký hiệu, cơ quan ban hành, ngày tháng năm và trích yếu; riêng
Luật, Pháp lệnh chỉ ghi tên và ngày. Phần còn để «……» chờ điền thì không xét.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6
Sai: «Căn cứ Thông tư số 124/2021/TT-BCA;», «Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15;»
Đúng: «Căn cứ Thông tư số 124/2021/TT-BCA ngày 28 tháng 12 năm 2021 của Bộ Công an quy định về …;»,
«Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;»
Cách sửa: Ghi thêm phần còn thiếu; với Luật thì bỏ số.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.citations import Citation, citations, nested
from kehoach.wording.spots import place

RULE = Rule(
    "N356", Sees.WORDS, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6"
)

_DOTS = "…"


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield what a legal basis lacks, or a law has too much."""
    text = words.block.text
    if words.block.role != "can_cu" or _DOTS in text or not text.startswith("Căn cứ"):
        return
    for found in citations(text):
        where = place(words.block, found.start, found.end)
        if found.symbol.parts[0].startswith("QH"):
            message = N_("a law is cited by its name and date, without «{number}»")
            yield RULE.found(where, message, number=found.symbol.written)
        elif found.kind and not nested(text, found) and (lacks := _lacks(found)):
            message = N_("the legal basis {number} lacks its {lacks}")
            yield RULE.found(where, message, number=found.symbol.written, lacks=lacks)


def _lacks(found: Citation) -> str:
    """Return the first part that a citation lacks, empty for a full one."""
    if not found.dated:
        return N_("date")
    if not found.by:
        return N_("body")
    return "" if found.title else N_("title")
