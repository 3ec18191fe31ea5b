"""Không còn cấp huyện và thị trấn từ ngày 01/7/2025.

Từ ngày 01/7/2025 chính quyền địa phương có hai cấp: tỉnh; xã, phường, đặc khu. Văn bản sau ngày đó
không giao việc cho huyện, quận, thị xã, thị trấn. Không xét chỗ ghi «(cũ)», trích dẫn, viện dẫn,
kể lại việc đã qua.

Căn cứ: Luật Tổ chức chính quyền địa phương số 72/2025/QH15
Sai: «Ủy ban nhân dân các huyện, thị xã» (năm 2026)
Đúng: «Ủy ban nhân dân các xã, phường, đặc khu»; «huyện Quỳnh Phụ (cũ)»
Cách sửa: Thay bằng đơn vị cấp xã, hoặc ghi «(cũ)» nếu nhắc lại đơn vị đã hết.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.ended import DISTRICTS, NO_DISTRICTS, gone
from kehoach.wording.spots import place

RULE = Rule(
    "S101", Sees.WORDS, Severity.WARNING, "Luật Tổ chức chính quyền địa phương số 72/2025/QH15"
)


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield the first unit of the district level that a paragraph names after it ended."""
    if words.date is None or words.date < NO_DISTRICTS:
        return
    for match in gone(words.block.text, DISTRICTS, NO_DISTRICTS):
        message = N_("there is no {kind} from 01/7/2025 on")
        hint = N_("name the communes, or write «(cũ)»")
        where = place(words.block, *match.span())
        yield RULE.found(where, message, hint, kind=match[0].lower())
        return
