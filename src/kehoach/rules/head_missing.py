"""Phần đầu văn bản đủ thành phần.

Văn bản hành chính phải có Quốc hiệu và Tiêu ngữ, tên cơ quan ban hành, số và ký hiệu, địa danh và
thời gian ban hành; văn bản có tên loại phải có trích yếu. Số và ngày được để trống khi còn là dự
thảo. Biểu mẫu, đơn, danh sách không có số và cơ quan ban hành thì không thuộc quy tắc này.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II
Sai: văn bản có số, ký hiệu nhưng không có Quốc hiệu
Đúng: đủ các ô 1, 2, 3, 4 và 5 của sơ đồ bố trí
Cách sửa: Bổ sung thành phần còn thiếu, hoặc chép phần đầu từ một văn bản mẫu.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import is_official, is_typed
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N201", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II"
)
NEEDED = {
    "quoc_hieu": "Quốc hiệu",
    "tieu_ngu": "Tiêu ngữ",
    "co_quan_ban_hanh": "tên cơ quan ban hành",
    "so_ky_hieu": "số, ký hiệu",
    "dia_danh_ngay": "địa danh, ngày tháng năm",
}


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each part that the head of an issued document lacks."""
    if not is_official(paper):
        return
    there = {line.role for line in (*paper.lines, *paper.strays)}
    missing = [name for role, name in NEEDED.items() if role not in there]
    if is_typed(paper) and "trich_yeu" not in there:
        missing.append("trích yếu")
    for name in missing:
        yield RULE.found(paper.lines[0].where, N_("the head has no {name}"), name=name)
