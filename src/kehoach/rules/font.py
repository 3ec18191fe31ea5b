"""Phông chữ Times New Roman.

Phông chữ tiếng Việt Times New Roman, bộ mã ký tự Unicode theo TCVN 6909:2001. Ký hiệu của phông
biểu tượng (dấu đầu dòng, ô đánh dấu) không thuộc quy tắc này.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.4
Sai: nội dung phông Calibri hoặc Arial
Đúng: toàn văn bản phông Times New Roman
Cách sửa: Bấm Ctrl+A, chọn phông Times New Roman; nếu còn chữ khác phông thì tìm bằng Find ›
Format › Font.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import is_old_font, letters_by
from kehoach.paper import Paper, Piece
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N104", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.4"
)
SYMBOLS = ("symbol", "wingdings", "webdings", "segoeuisymbol", "msgothic", "cambriamath", "dejavu")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each other font once, with the number of letters in it."""
    for font, (line, count) in letters_by(paper, _other).items():
        message = N_("{count} letters are in {font} instead of Times New Roman")
        yield RULE.found(line.where, message, font=font, count=count)


def _other(piece: Piece) -> str:
    """Return the piece's font when it is a text font of another name, old encodings apart."""
    name = piece.font.replace(" ", "").lower()
    known = not name or name.startswith(("timesnewroman", *SYMBOLS)) or is_old_font(piece.font)
    return "" if known else piece.font
