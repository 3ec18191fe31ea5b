"""Số thứ tự của mục, khoản, điểm liền nhau.

Số, chữ đứng đầu các đoạn tiếp nối nhau, không nhảy cóc, không lặp lại, và mang đúng số của đoạn
cấp trên. Thứ tự chữ cái của điểm là a, b, c, d, đ, e, g, h, i, k …; đánh số lại từ đầu thì không
sao.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6
Sai: «1.2.1., 1.2.2., 2.2.3.»; «a) … b) … b) …»; «1. … 2. … 4. …»
Đúng: «1.2.1., 1.2.2., 1.2.3.»; «a) … b) … c) …»
Cách sửa: Đánh lại số ở chỗ báo; nếu số ấy nhắc đến ở nơi khác thì sửa cả nơi đó.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Text
from kehoach.wording.markers import Fault, slips
from kehoach.wording.spots import marker_place

RULE = Rule(
    "N351", Sees.TEXT, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6"
)

_MESSAGES = {
    Fault.TWICE: N_("the label {label} stands twice"),
    Fault.SKIPPED: N_("the label {label} skips what comes before it"),
    Fault.STRANGER: N_("the label {label} does not belong to the point above it"),
    Fault.NO_LETTER: N_("the label {label} is none that lists are counted with"),
}


def check(text: Text) -> Iterator[Diagnostic]:
    """Yield the labels that do not follow from those before them."""
    for slip in slips(text.document.blocks):
        if slip.fault in _MESSAGES and slip.block.marker:
            label = slip.block.marker.label
            where = marker_place(slip.block)
            hint = N_("write {right}")
            yield RULE.found(where, _MESSAGES[slip.fault], hint, label=label, right=slip.right)
