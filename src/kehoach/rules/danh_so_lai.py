"""Danh sách đánh số lại giữa chừng.

Một danh sách đang đến 3. lại bắt đầu từ 1. mà không có tiêu đề hay đoạn nào ở giữa thì người đọc
khó biết «khoản 1» nào được nhắc đến.

Căn cứ: Quy ước của kehoach
Sai: «1. … 2. … 3. … 1. …»
Đúng: «1. … 2. … 3. … 4. …», hoặc một tiêu đề đứng trước 1.
Cách sửa: Đánh tiếp số, hoặc thêm tiêu đề cho danh sách mới.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Text
from kehoach.wording.markers import Fault, slips
from kehoach.wording.spots import marker_place

RULE = Rule("N352", Sees.TEXT, Severity.STYLE, "Quy ước của kehoach")


def check(text: Text) -> Iterator[Diagnostic]:
    """Yield the labels with which a list begins again for no visible reason."""
    for slip in slips(text.document.blocks):
        if slip.fault is Fault.AGAIN and slip.block.marker:
            message = N_("the list begins again at {label}")
            hint = N_("go on with {right}, or put a heading above")
            label = slip.block.marker.label
            yield RULE.found(marker_place(slip.block), message, hint, label=label, right=slip.right)
