"""Không dùng phông chữ mã cũ (TCVN3, VNI).

Văn bản dùng bộ mã ký tự Unicode theo TCVN 6909:2001. Phông «.Vn…» và «VNI-…» là của bộ mã TCVN3,
VNI: máy không có phông đó sẽ không đọc được.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.4
Sai: nội dung phông .VnTime
Đúng: nội dung phông Times New Roman, mã Unicode
Cách sửa: Chuyển mã sang Unicode (UniKey › Công cụ, hoặc `kehoach import`) rồi đặt phông Times New
Roman.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import is_old_font, letters_by
from kehoach.paper import Paper, Piece
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N105", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.4"
)


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each font of an old encoding once."""
    for font, (line, count) in letters_by(paper, _old).items():
        message = N_("{count} letters are in {font}, a font of an encoding before Unicode")
        hint = N_("convert the text to Unicode first, then choose Times New Roman")
        yield RULE.found(line.where, message, hint, font=font, count=count)


def _old(piece: Piece) -> str:
    return piece.font if is_old_font(piece.font) else ""
