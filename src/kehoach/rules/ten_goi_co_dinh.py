"""Tên gọi cố định của phong trào viết đúng từng chữ.

Tiêu chuẩn là “An toàn về an ninh, trật tự”, có dấu phẩy, trong ngoặc kép; «Tổ quốc» viết hoa;
phong trào là «toàn dân bảo vệ an ninh Tổ quốc» hoặc “Toàn dân bảo vệ an ninh Tổ quốc”.

Căn cứ: Thông tư số 124/2021/TT-BCA
Sai: «“an toàn về an ninh trật tự”», «an ninh tổ quốc», «“An toàn về ANTT”»
Đúng: «“An toàn về an ninh, trật tự”», «an ninh Tổ quốc»
Cách sửa: Viết lại như gợi ý; trong kế hoạch nên dùng {{ at }}, {{ bv_antq }}.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.spots import place

RULE = Rule("S107", Sees.WORDS, Severity.WARNING, "Thông tư số 124/2021/TT-BCA")

_STANDARD = "An toàn về an ninh, trật tự"
_SLIPS = (
    (
        re.compile(r"[“\"«]an toàn về (?:an ninh,? trật tự|ANTT)[”\"»]", re.IGNORECASE),
        f"“{_STANDARD}”",
    ),
    (
        re.compile(r"(?<=tiêu chuẩn )[Aa]n toàn về (?:an ninh,? trật tự|ANTT)(?!\w)"),
        f"“{_STANDARD}”",
    ),
    (re.compile(r"(?<!\w)[Aa]n ninh (?:tổ quốc|Tổ Quốc|tổ Quốc)(?!\w)"), "an ninh Tổ quốc"),
    (re.compile(r"(?<!\w)[Bb]ảo vệ (?:tổ quốc|Tổ Quốc|tổ Quốc)(?!\w)"), "bảo vệ Tổ quốc"),
    (re.compile(r"(?<!\w)[Tt]oàn dân bảo vệ ANTQ(?!\w)"), "toàn dân bảo vệ an ninh Tổ quốc"),
    (
        re.compile(r"(?<!\w)[Tt]oàn dân bảo vệ an ninh [Tt]rật [Tt]ự(?!\w)"),
        "toàn dân bảo vệ an ninh Tổ quốc",
    ),
    (re.compile(r"(?<!\w)Bảo Vệ An Ninh Tổ Quốc(?!\w)"), "bảo vệ an ninh Tổ quốc"),
)
_HINTS = re.compile(r"an ninh|bảo vệ|ANTT|ANTQ|An Ninh", re.IGNORECASE)


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield the names of the movement and its standard that are misspelt."""
    text = words.block.text
    if text.isupper() or not _HINTS.search(text):
        return
    for pattern, right in _SLIPS:
        for match in pattern.finditer(text):
            if match[0] != right:
                message = N_("«{written}» is called «{right}»")
                where = place(words.block, *match.span())
                yield RULE.found(where, message, written=match[0], right=right)
