"""Trang nằm ngang chỉ dùng cho bảng, biểu.

Văn bản trình bày theo chiều dài của khổ A4; chỉ phần có bảng, biểu hoặc phụ lục mới được trình
bày theo chiều rộng.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.2
Sai: cả văn bản đặt trang ngang
Đúng: văn bản trang dọc, riêng phần có bảng hoặc phụ lục đặt trang ngang
Cách sửa: Layout › Orientation › Portrait cho phần không có bảng.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.document import ANNEX, FOOT, HEAD
from kehoach.looking import sections
from kehoach.paper import Line, Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N102", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.2"
)


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each section on its side that has words, but neither a table nor an annex."""
    annexed = False
    for number, section in enumerate(sections(paper)):
        lines = [line for line in paper.lines if line.section == number]
        annexed = annexed or any(line.role == ANNEX[0] for line in lines)
        if section.landscape and lines and not annexed and not any(map(_is_tabled, lines)):
            message = N_("the page lies on its side, but has no table and is no annex")
            yield RULE.found(section.where, message)


def _is_tabled(line: Line) -> bool:
    """Return whether a line stands in a table that is more than a frame of head or foot."""
    return line.spot.part == "cell" and line.role not in (*HEAD, *FOOT, "noi_nhan_de", "ve_viec")
