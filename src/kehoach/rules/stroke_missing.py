"""Có đường kẻ dưới Tiêu ngữ, tên cơ quan và trích yếu.

Dưới Tiêu ngữ, dưới tên cơ quan ban hành và dưới trích yếu của văn bản có tên loại có đường kẻ
ngang, nét liền.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1, II.2, II.5
Sai: không kẻ đường dưới trích yếu
Đúng: đường kẻ ngang, nét liền, cân đối dưới trích yếu
Cách sửa: Insert › Shapes › Line, giữ phím Shift khi kẻ; hoặc đặt đường viền (border) của đoạn.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import main, sure
from kehoach.paper import Line, Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N210",
    Sees.PAPER,
    Severity.ERROR,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1, II.2, II.5",
)
NEAR = {
    "tieu_ngu": ("Tiêu ngữ", ("quoc_hieu", "dia_danh_ngay")),
    "co_quan_ban_hanh": ("tên cơ quan ban hành", ("co_quan_chu_quan", "so_ky_hieu")),
    "trich_yeu": ("trích yếu", ("ten_loai", "can_cu", "mo_dau")),
}
"""Role → its name, and the roles around it to which a drawn line may be anchored as well."""


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each of the three places that has no line below, drawn or faked."""
    top = _strokes(sure(paper, "tieu_ngu", "co_quan_ban_hanh"))
    for role, (name, near) in NEAR.items():
        own = sure(paper, role)
        around = [line for line in main(paper) if line.role in near]
        both = role != "trich_yeu" and top > 1
        if own and not _strokes(own) and not _strokes(around) and not both:
            yield RULE.found(own[-1].where, N_("no line is drawn below {name}"), name=name)


def _strokes(lines: list[Line]) -> int:
    return sum(len(line.strokes) for line in lines)
