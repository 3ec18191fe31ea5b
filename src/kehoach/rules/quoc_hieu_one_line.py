"""Quốc hiệu nằm trọn trên một dòng.

Quốc hiệu dài 88 mm ở cỡ 12, 96 mm ở cỡ 13; cột bên phải hẹp hơn thì Word ngắt Quốc hiệu thành hai
dòng.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1
Sai: Quốc hiệu xuống dòng ở chữ «VIỆT NAM»
Đúng: Quốc hiệu trên một dòng
Cách sửa: Kéo rộng cột bên phải của bảng phần đầu, đặt lề ô (cell margin) bằng 0, hoặc giảm cỡ chữ
còn 12.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import length, millimetres, room, sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N206", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1"
)
SMALLEST, LARGEST = 12.0, 13.0
"""Points."""

TIGHT = 0.5
"""Millimetres by which the words may be longer: less than the layout of a word processor shows."""


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield a Quốc hiệu that is longer than its column is wide."""
    for line in sure(paper, "quoc_hieu"):
        # Letters that are too big are another rule's: they may fit once they are as they should.
        size = max(piece.size for piece in line.worded)
        scale = SMALLEST / size if size > LARGEST else 1.0
        found, wide = length(line) * scale, room(paper, line)
        if line.room is not None and found > wide + TIGHT:
            message = N_("Quốc hiệu is {found} mm long, its column {room} mm wide")
            yield RULE.found(line.where, message, found=millimetres(found), room=millimetres(wide))
