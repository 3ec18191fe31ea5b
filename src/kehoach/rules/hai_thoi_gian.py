"""Thời gian thực hiện nêu ở các chỗ khớp nhau.

Một kế hoạch có một thời gian thực hiện. Hai chỗ cùng nói «Thời gian …: từ … đến …» mà khác nhau
thì một chỗ sai; các đợt, giai đoạn nằm trong thời gian ấy thì không xét.

Căn cứ: Quy ước của kehoach
Sai: «Thời gian: từ tháng 01/2024 đến tháng 12/2024» và «phong trào thi đua từ tháng 01/2024 đến
tháng 11/2024»
Đúng: Hai chỗ cùng ghi «từ tháng 01/2024 đến tháng 12/2024»
Cách sửa: Sửa cho khớp; trong kế hoạch viết {{ duration }}.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Text
from kehoach.values import Period
from kehoach.wording.periods import whole_periods
from kehoach.wording.spots import place

RULE = Rule("S116", Sees.TEXT, Severity.WARNING, "Quy ước của kehoach")


def check(text: Text) -> Iterator[Diagnostic]:
    """Yield the periods that are told of the whole and are not the first one told."""
    first: Period | None = None
    for block, said in whole_periods(text.document):
        first = first or said.period
        if (said.period.start.first, said.period.end.last) != (first.start.first, first.end.last):
            message = N_("{period} differs from {first}, told before")
            told = {"period": said.period.words(), "first": first.words()}
            yield RULE.found(place(block, said.start, said.end), message, **told)
