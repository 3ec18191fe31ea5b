"""Kế hoạch, quyết định không ghi «Kính gửi».

«Kính gửi:» chỉ dùng trong công văn và trong tờ trình, báo cáo gửi cấp trên. Kế hoạch, quyết định,
nghị quyết, chỉ thị, chương trình, đề án, phương án ghi nơi nhận ở cuối văn bản.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9
Sai: kế hoạch có dòng «Kính gửi: Ủy ban nhân dân các huyện»
Đúng: kế hoạch không có «Kính gửi», nơi nhận ghi ở cuối
Cách sửa: Xóa dòng «Kính gửi», đưa nơi nhận xuống mục «Nơi nhận:».
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import addressed, sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees
from kehoach.vietnamese import fold

RULE = Rule(
    "N224", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9"
)
TO_ALL = ("ke hoach", "quyet dinh", "nghi quyet", "chi thi", "chuong trinh", "de an", "phuong an")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield an addressee in a document of a type that has none."""
    types = [" ".join(fold(line.text).split()) for line in sure(paper, "ten_loai")]
    if any(name in TO_ALL for name in types):
        for line in addressed(paper)[:1]:
            message = N_("a document of this type has no «Kính gửi»: its recipients stand below")
            yield RULE.found(line.where, message)
