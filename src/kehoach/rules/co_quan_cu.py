"""Cơ quan, lực lượng còn tồn tại vào ngày của văn bản.

Bảo vệ dân phố và Công an xã bán chuyên trách kết thúc ngày 01/7/2024; Công an cấp huyện và những
Bộ đã hợp nhất kết thúc ngày 01/3/2025. Văn bản sau ngày đó giao việc cho cơ quan thay thế.

Căn cứ: Luật số 30/2023/QH15, Nghị quyết số 176/2025/QH15
Sai: «Công an các huyện, thành phố» (tháng 4/2025), «Ban bảo vệ dân phố» (năm 2025)
Đúng: «Công an cấp xã», «lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở»
Cách sửa: Thay bằng cơ quan, lực lượng hiện nay.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.dates import in_figures
from kehoach.wording.ended import BODIES, gone
from kehoach.wording.spots import place

RULE = Rule(
    "S103", Sees.WORDS, Severity.WARNING, "Luật số 30/2023/QH15, Nghị quyết số 176/2025/QH15"
)


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield the bodies that ended before the day of the document, each once."""
    text, day = words.block.text, words.date
    if day is None:
        return
    for body in BODIES:
        named = gone(text, body.pattern, body.on) if body.needle in text else iter(())
        match = next(named, None) if body.on <= day else None
        if match:
            message = N_("{body} ended on {on}: there is {now} now")
            told = {"body": match[0], "on": in_figures(body.on), "now": body.now}
            yield RULE.found(place(words.block, *match.span()), message, **told)
