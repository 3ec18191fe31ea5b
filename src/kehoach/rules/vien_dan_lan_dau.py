"""Viện dẫn lần đầu ghi đầy đủ, lần sau ghi gọn.

Lần đầu nhắc đến một văn bản ghi tên loại, số, ký hiệu, ngày, cơ quan và trích yếu; từ lần thứ hai
chỉ ghi tên loại và số. Không xét văn bản nằm trong trích yếu của một văn bản khác.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6
Sai: «theo Kế hoạch số 55/KH-UBND; …», «… Quyết định số 16/2022/QĐ-UBND ngày 01/8/2022 của UBND
tỉnh» hai lần
Đúng: «theo Kế hoạch số 55/KH-UBND ngày 10/4/2023 của UBND tỉnh về …»
Cách sửa: Ghi thêm ở lần đầu, bỏ bớt ở lần sau; trong kế hoạch thì khai ở refs và viết {{ id }}.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Text
from kehoach.wording.citations import citations, nested
from kehoach.wording.spots import in_text, place

RULE = Rule(
    "S114", Sees.TEXT, Severity.STYLE, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6"
)


def check(text: Text) -> Iterator[Diagnostic]:
    """Yield the first citations that lack something, and the full ones that come later."""
    seen: set[str] = set()
    for block in in_text(text.document):
        for found in citations(block.text):
            number = found.symbol.right
            law = found.symbol.parts[0].startswith("QH")
            if law or block.role == "can_cu" or not found.kind or nested(block.text, found):
                seen.add(number)
                continue
            where = place(block, found.start, found.end)
            if number in seen and found.full and found.title:
                message = N_("{number} was cited in full before: type and number are enough")
                yield RULE.found(where, message, number=found.symbol.written)
            elif number not in seen and not found.dated and "…" not in found.title:
                message = N_("{number} is cited for the first time: give its date, body and title")
                yield RULE.found(where, message, number=found.symbol.written)
            seen.add(number)
