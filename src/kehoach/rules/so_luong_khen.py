"""Số lượng khen thưởng nêu ở các chỗ khớp nhau.

Cùng một hình thức khen thưởng của cùng một cấp cho cùng đối tượng thì mọi chỗ ghi một số lượng.

Căn cứ: Quy ước của kehoach
Sai: «Tặng 02 “Cờ thi đua xuất sắc”» và «“Cờ thi đua xuất sắc” cho 03 tập thể»
Đúng: Cả hai chỗ ghi 02
Cách sửa: Sửa cho khớp; trong kế hoạch viết {{ id.quota }}.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Text
from kehoach.wording.awards import Given, given
from kehoach.wording.spots import in_text, place

RULE = Rule("S119", Sees.TEXT, Severity.WARNING, "Quy ước của kehoach")


def check(text: Text) -> Iterator[Diagnostic]:
    """Yield the numbers of an award that differ from the one told first."""
    first: dict[tuple[str, str, str], Given] = {}
    for block in in_text(text.document):
        for told in given(block.text):
            before = first.setdefault(told.key, told)
            if before.number != told.number:
                message = N_("{number} {form} here, {before} before")
                where = place(block, told.start, told.end)
                words: dict[str, object] = {
                    "number": told.number,
                    "form": told.key[0],
                    "before": before.number,
                }
                yield RULE.found(where, message, "", **words)
