"""Văn bản có nơi nhận, có dòng lưu, có chức vụ người ký.

Cuối văn bản có «Nơi nhận», dòng cuối là «- Lưu: VT, …», bên phải là quyền hạn, chức vụ của người
ký. Họ tên còn trống ở bản dự thảo thì không xét.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7, II.9
Sai: Nơi nhận không có dòng «Lưu»
Đúng: «- Lưu: VT, NC.»
Cách sửa: Thêm phần còn thiếu.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Text
from kehoach.wording.spots import place

RULE = Rule(
    "S115",
    Sees.TEXT,
    Severity.WARNING,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7, II.9",
)


def check(text: Text) -> Iterator[Diagnostic]:
    """Yield what the end of a document lacks."""
    blocks = text.document.blocks
    if not any(block.role in ("ten_loai", "so_ky_hieu") for block in blocks):
        return
    recipients = [b for b in blocks if b.role == "noi_nhan" and b.text.strip()]
    last = blocks[-1]
    if not recipients:
        yield RULE.found(place(last, 0, 0), N_("the document has no recipients"))
    elif not any(block.text.lstrip("- ").startswith("Lưu") for block in recipients):
        message = N_("the recipients do not say where a copy is kept")
        yield RULE.found(
            place(recipients[-1], 0, 1), message, N_("add «- Lưu: VT, …» as the last line")
        )
    if not any(block.role in ("ky_thay_mat", "ky_chuc_vu") for block in blocks):
        yield RULE.found(place(last, 0, 0), N_("the document does not say who signs it"))
