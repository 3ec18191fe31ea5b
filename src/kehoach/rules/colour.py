"""Chữ màu đen.

Văn bản in chữ màu đen; chữ đỏ, xanh thường là chỗ đánh dấu khi soạn thảo còn sót lại, hoặc liên
kết (hyperlink).

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.4
Sai: một đoạn chữ đỏ còn sót lại
Đúng: toàn văn bản chữ đen
Cách sửa: Bấm Ctrl+A, Home › Font Color › Automatic; liên kết thì bấm chuột phải › Remove
Hyperlink.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import letters_by
from kehoach.paper import Paper, Piece
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N106", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.4"
)
DARK = 0x40
"""The brightest part of a colour that prints as black."""


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each other colour once, with the number of letters in it."""
    for colour, (line, count) in letters_by(paper, _colour).items():
        message = N_("{count} letters are of the colour #{colour} instead of black")
        yield RULE.found(line.where, message, colour=colour, count=count)


def _colour(piece: Piece) -> str:
    """Return the piece's colour when it is known and not black."""
    digits = piece.colour.removeprefix("#")
    try:
        parts = bytes.fromhex(digits)
    except ValueError:
        return ""
    return digits.upper() if len(parts) == 3 and max(parts) > DARK else ""
