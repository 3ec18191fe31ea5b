"""Chữ ký ở nửa phải, nơi nhận ở nửa trái.

Quyền hạn, chức vụ, họ tên người ký đặt ở nửa phải (ô 7), «Nơi nhận» đặt ở nửa trái, ngang hàng
với quyền hạn, chức vụ (ô 9b).

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7, II.9
Sai: chữ ký ở bên trái, nơi nhận ở bên phải
Đúng: bảng hai cột không kẻ khung: trái là nơi nhận, phải là chữ ký
Cách sửa: Đặt phần cuối trong bảng hai cột không kẻ khung, nơi nhận ở cột trái, chữ ký ở cột phải.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import sure
from kehoach.paper import Line, Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N403", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7, II.9"
)
INDENT = 40.0
"""Millimetres from the left margin: what is centred behind them stands in the right half."""

SIGNS = ("ky_thay_mat", "ky_chuc_vu", "ky_ho_ten")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield a signature at the left of the recipients, in their column, or in the middle."""
    signs = sure(paper, *SIGNS)
    recipients = sure(paper, "noi_nhan_de", "noi_nhan")
    wrong = [line for line in signs if any(_at_left(line, other) for other in recipients)]
    if wrong:
        message = N_("the signature must stand at the right of the recipients")
        yield RULE.found(wrong[0].where, message)
    middle = [line for line in signs if _in_the_middle(line)]
    if middle:
        message = N_("the signature must stand in the right half of the page")
        yield RULE.found(middle[0].where, message)


def _in_the_middle(line: Line) -> bool:
    """Return whether a line outside tables is centred between the margins."""
    layout = line.layout
    return line.spot.part == "body" and layout.align == "center" and layout.left < INDENT


def _at_left(sign: Line, recipient: Line) -> bool:
    """Return whether `sign` is in the same row of a table, and no further right."""
    one, other = sign.spot, recipient.spot
    same = one.part == other.part == "cell" and (one.table, one.row) == (other.table, other.row)
    return same and one.column <= other.column
