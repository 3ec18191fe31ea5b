"""Cơ quan, đơn vị đã có vào ngày của văn bản.

Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở có tên từ Luật ngày 28/11/2023; cấp xã là xã,
phường, đặc khu từ năm 2025; một số bộ, sở mới có từ năm 2025. Văn bản ghi ngày sớm hơn mà đã giao
việc cho họ thì ngày hoặc tên sai.

Căn cứ: Luật số 30/2023/QH15, Nghị quyết số 176/2025/QH15
Sai: «UBND các xã, phường, đặc khu» trong văn bản năm 2024
Đúng: «UBND các xã, phường, thị trấn»
Cách sửa: Sửa ngày của văn bản hoặc tên cơ quan.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.ended import LATER
from kehoach.wording.slips import has
from kehoach.wording.spots import place

RULE = Rule(
    "S123", Sees.WORDS, Severity.WARNING, "Luật số 30/2023/QH15, Nghị quyết số 176/2025/QH15"
)


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield the bodies that were not there yet, each once."""
    text, day = words.block.text, words.date
    for body in LATER if day else ():
        match = body.pattern.search(text) if has(text, body.needles) else None
        if match and day and day < body.since:
            message = N_("{body} was not there before {since}")
            told = {"body": match[0], "since": str(body.since.year)}
            yield RULE.found(place(words.block, *match.span()), message, **told)
