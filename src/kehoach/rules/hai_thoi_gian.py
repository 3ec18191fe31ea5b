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

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Text
from kehoach.values import Period
from kehoach.wording.citations import in_citation
from kehoach.wording.clauses import words_around
from kehoach.wording.dates import periods
from kehoach.wording.quotes import is_quoted
from kehoach.wording.spots import in_text, place

RULE = Rule("S116", Sees.TEXT, Severity.WARNING, "Quy ước của kehoach")

_WHOLE = re.compile(
    r"(?:^[Tt]hời gian(?: thi đua| thực hiện| phát động| triển khai| tổ chức)?[^:;.]{0,30}: ?"
    r"|(?:[Pp]hong trào|[Kk]ế hoạch|[Cc]uộc vận động)[^:;.“”]{0,60}"
    r"(?:thực hiện|diễn ra|tổ chức|phát động|bắt đầu|kéo dài|tiến hành) )"
    r"[^:;.]{0,20}$"
)
_PART = re.compile(r"(?<!\w)(?:[Đđ]ợt|[Gg]iai đoạn|[Bb]ước|[Cc]ao điểm|[Qq]uý)(?!\w)")


def check(text: Text) -> Iterator[Diagnostic]:
    """Yield the periods that are told of the whole and are not the first one told."""
    first: Period | None = None
    for block in in_text(text.document):
        for said in periods(block.text):
            before = block.text[: said.start]
            if not _WHOLE.search(before) or _PART.search(words_around(block.text, said.start)):
                continue
            if is_quoted(block.text, said.start) or in_citation(block.text, said.start):
                continue
            first = first or said.period
            if (said.period.start.first, said.period.end.last) != (
                first.start.first,
                first.end.last,
            ):
                message = N_("{period} differs from {first}, told before")
                where = place(block, said.start, said.end)
                told = {"period": said.period.words(), "first": first.words()}
                yield RULE.found(where, message, **told)
