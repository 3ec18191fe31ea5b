"""Tên gọi cố định của phong trào viết đúng từng chữ.

Tiêu chuẩn là “An toàn về an ninh, trật tự”, có dấu phẩy, trong ngoặc kép; «Tổ quốc» viết hoa;
phong trào là «toàn dân bảo vệ an ninh Tổ quốc» hoặc “Toàn dân bảo vệ an ninh Tổ quốc”.

Căn cứ: Thông tư số 124/2021/TT-BCA
Sai: «“an toàn về an ninh trật tự”», «an ninh tổ quốc», «“An toàn về ANTT”»
Đúng: «“An toàn về an ninh, trật tự”», «an ninh Tổ quốc»
Cách sửa: Viết lại như gợi ý; trong kế hoạch nên dùng {{ at }}, {{ bv_antq }}.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.slips import slip, slips_in
from kehoach.wording.spots import place

RULE = Rule("S107", Sees.WORDS, Severity.WARNING, "Thông tư số 124/2021/TT-BCA")

_STANDARD = "“An toàn về an ninh, trật tự”"
_MOVEMENT = "toàn dân bảo vệ an ninh Tổ quốc"
_SAFE = r"[Aa]n toàn về (?:an ninh,? trật tự|ANTT)"
_NAMES = (
    slip("n toàn về", rf"[“\"«]{_SAFE}[”\"»]", _STANDARD),
    slip("n toàn về", rf"(?<=tiêu chuẩn ){_SAFE}", _STANDARD),
    slip("ninh tổ|ninh Tổ Q", "[Aa]n ninh (?:tổ [Qq]uốc|Tổ Quốc)", "an ninh Tổ quốc"),
    slip("vệ tổ|vệ Tổ Q", "[Bb]ảo vệ (?:tổ [Qq]uốc|Tổ Quốc)", "bảo vệ Tổ quốc"),
    slip("ANTQ", '(?<=[“"«])[Tt]oàn dân bảo vệ ANTQ(?=[”"»])', _MOVEMENT),
    slip("vệ an ninh ", "[Tt]oàn dân bảo vệ an ninh [Tt]rật [Tt]ự", _MOVEMENT),
    slip("Bảo Vệ", "Bảo Vệ An Ninh Tổ Quốc", "bảo vệ an ninh Tổ quốc"),
)


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield the names of the movement and its standard that are misspelt."""
    for match, right in slips_in(words.block.text, _NAMES):
        message = N_("«{written}» is called «{right}»")
        where = place(words.block, *match.span())
        yield RULE.found(where, message, written=match[0], right=right)
