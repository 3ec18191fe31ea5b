"""Số thứ tự được giữ nguyên bằng dấu «=».

Số viết sau dấu = in ra đúng như gõ và không được đánh lại, nên khi thêm bớt đoạn nó dễ thành sai.
Quy tắc này chỉ nhắc những chỗ ấy.

Căn cứ: Quy ước của kehoach
Sai: «=2.2.3. Đối với cá nhân»
Đúng: «1.2.3. Đối với cá nhân»
Cách sửa: Bỏ dấu = để máy đánh số; giữ lại nếu đúng là văn bản phải in số ấy.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity, Span
from kehoach.rule import Rule, Sees, Text
from kehoach.wording.spots import marker_place

RULE = Rule("N354", Sees.TEXT, Severity.STYLE, "Quy ước của kehoach")


def check(text: Text) -> Iterator[Diagnostic]:
    """Yield the labels of a plan that are kept as they were typed."""
    for block in text.document.blocks:
        if block.marker and block.marker.kept and isinstance(block.where, Span):
            label = block.marker.label
            yield RULE.found(
                marker_place(block), N_("the label {label} is kept as typed"), label=label
            )
