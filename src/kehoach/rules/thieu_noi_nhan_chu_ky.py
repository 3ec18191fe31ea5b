"""Văn bản có nơi nhận, có dòng lưu, có chức vụ người ký.

Cuối văn bản có «Nơi nhận», dòng cuối là «- Lưu: VT, …», bên phải là quyền hạn, chức vụ của người
ký. Họ tên còn trống ở bản dự thảo thì không xét. Biên bản, hợp đồng, bản ghi nhớ, bản thỏa thuận do
những người có mặt cùng lập và giữ, nên không đòi phải có nơi nhận.

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

_KEPT_BY_PARTIES = ("biên bản", "hợp đồng", "bản ghi nhớ", "bản thỏa thuận", "bản thoả thuận")
"""Types drawn up among those present: whoever signs has a copy, so nobody need be sent one."""


def check(text: Text) -> Iterator[Diagnostic]:
    """Yield what the end of a document lacks."""
    blocks = text.document.blocks
    if not any(block.role in ("ten_loai", "so_ky_hieu") for block in blocks):
        return
    parties = any(
        block.role == "ten_loai" and block.text.strip().lower().startswith(_KEPT_BY_PARTIES)
        for block in blocks
    )
    recipients = [b for b in blocks if b.role == "noi_nhan" and b.text.strip()]
    last = blocks[-1]
    if not recipients and not parties:
        yield RULE.found(place(last, 0, 0), N_("the document has no recipients"))
    elif recipients and not any(block.text.lstrip("- ").startswith("Lưu") for block in recipients):
        message = N_("the recipients do not say where a copy is kept")
        yield RULE.found(
            place(recipients[-1], 0, 1), message, N_("add «- Lưu: VT, …» as the last line")
        )
    if not any(block.role in ("ky_thay_mat", "ky_chuc_vu") for block in blocks):
        yield RULE.found(place(last, 0, 0), N_("the document does not say who signs it"))
