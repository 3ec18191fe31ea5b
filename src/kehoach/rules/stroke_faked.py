"""Đường kẻ được vẽ, không gõ hay gạch chân.

Đường kẻ dưới Tiêu ngữ, tên cơ quan và trích yếu là đường kẻ ngang, nét liền; không thay bằng gạch
chân (underline) hay dãy dấu «-», «_».

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1, II.2, II.5
Sai: «-------» dưới trích yếu; Tiêu ngữ gạch chân
Đúng: đường kẻ vẽ bằng Shapes hoặc đường viền (border) của đoạn
Cách sửa: Xóa dấu gạch hoặc bỏ gạch chân (Ctrl+U), rồi kẻ bằng Insert › Shapes › Line.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N211",
    Sees.PAPER,
    Severity.WARNING,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1, II.2, II.5",
)
NAMES = {
    "tieu_ngu": "Tiêu ngữ",
    "co_quan_ban_hanh": "tên cơ quan ban hành",
    "trich_yeu": "trích yếu",
}
MADE = {
    "typed": N_("the line below {name} is typed, not drawn"),
    "underline": N_("{name} is underlined instead of a line drawn below"),
}


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each of the three places whose line is made of characters or of underlining."""
    for role, name in NAMES.items():
        lines = sure(paper, role)
        strokes = [stroke for line in lines for stroke in line.strokes]
        faked = [MADE[stroke.made] for stroke in strokes if stroke.made in MADE]
        if faked and not any(stroke.drawn for stroke in strokes):
            yield RULE.found(lines[-1].where, faked[0], name=name)
