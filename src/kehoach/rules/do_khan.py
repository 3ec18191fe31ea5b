"""Mức độ khẩn in hoa, đậm, đóng khung.

Các từ «HỎA TỐC», «THƯỢNG KHẨN», «KHẨN» trình bày bằng chữ in hoa, cỡ chữ từ 13 đến 14, kiểu chữ
đứng, đậm, đặt cân đối trong khung hình chữ nhật viền đơn.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.2
Sai: «KHẨN» không có khung
Đúng: «KHẨN» đậm, cỡ 13, trong khung
Cách sửa: Chọn từ đó, đậm, cỡ chữ 13 hoặc 14, rồi Home › Borders › Outside Borders.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import Look, misprinted, sure
from kehoach.paper import Line, Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N225", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.2"
)
LOOK = Look(sizes=(13, 14), bold=True, italic=False, caps=True)


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield an urgency that is printed otherwise, or has no frame around it."""
    lines = sure(paper, "do_khan")
    yield from misprinted(RULE, "mức độ khẩn", lines, LOOK)
    for line in lines:
        if not _is_boxed(paper, line):
            yield RULE.found(line.where, N_("the urgency has no frame around it"))


def _is_boxed(paper: Paper, line: Line) -> bool:
    """Return whether a line has a border, or a text box or a table to itself."""
    if line.strokes or line.spot.part == "box":
        return True
    same = [one for one in paper.lines if one.spot.table == line.spot.table]
    return line.spot.part == "cell" and len(same) == 1
