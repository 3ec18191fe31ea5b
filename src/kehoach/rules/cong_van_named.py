"""Công văn không ghi tên loại.

Công văn không có tên loại: trích yếu «V/v …» đặt dưới số, ký hiệu. Văn bản không có tên loại phải
ghi «Kính gửi:».

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.5
Sai: dòng «CÔNG VĂN» giữa trang; công văn không có «Kính gửi»
Đúng: «V/v đăng ký thi đua năm 2024» dưới số, ký hiệu; «Kính gửi: …»
Cách sửa: Xóa dòng «CÔNG VĂN», chuyển trích yếu xuống dưới số và ký hiệu, thêm «Kính gửi:».
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import addressed, sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees
from kehoach.vietnamese import fold

RULE = Rule(
    "N223", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.5"
)


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield a công văn that names its type, or that names neither its type nor an addressee."""
    named = sure(paper, "ten_loai")
    for line in named:
        if " ".join(fold(line.text).split()) == "cong van":
            yield RULE.found(line.where, N_("a công văn does not name its type"))
    subject = sure(paper, "ve_viec")
    if subject and not paper.of("ten_loai") and not addressed(paper):
        yield RULE.found(subject[0].where, N_("a công văn says to whom it goes: «Kính gửi: …»"))
