"""Quốc hiệu ở bên phải, ngang hàng với tên cơ quan.

Theo sơ đồ bố trí, tên cơ quan ban hành và số, ký hiệu ở nửa trái (ô 2, ô 3); Quốc hiệu, Tiêu ngữ
và địa danh, ngày tháng ở nửa phải (ô 1, ô 4), ngang hàng từng đôi.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục IV
Sai: Quốc hiệu đứng một mình giữa trang, tên cơ quan ở dòng dưới
Đúng: tên cơ quan bên trái, Quốc hiệu bên phải, trong bảng hai cột không kẻ khung
Cách sửa: Đặt phần đầu trong bảng hai cột không kẻ khung: trái là tên cơ quan và số, phải là Quốc
hiệu và ngày.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import is_official, sure
from kehoach.paper import Line, Paper, Spot
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N203", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục IV"
)


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield a head whose halves do not stand side by side, the issuer at the left."""
    if not is_official(paper):
        return
    left = sure(paper, "co_quan_chu_quan", "co_quan_ban_hanh")
    right = sure(paper, "quoc_hieu", "tieu_ngu")
    if _apart(left, right):
        message = N_("the issuer's name must stand at the left of Quốc hiệu, in line with it")
        yield RULE.found(right[0].where, message)
    number, day = sure(paper, "so_ky_hieu"), sure(paper, "dia_danh_ngay")
    if _apart(number, day):
        message = N_("the number must stand at the left of place and date, in line with them")
        yield RULE.found(number[0].where, message)


def _apart(left: list[Line], right: list[Line]) -> bool:
    """Return whether no line of `left` stands beside and before one of `right`, for all we know."""
    return bool(left and right) and not any(_beside(a, b) for a in left for b in right)


def _beside(left: Line, right: Line) -> bool:
    """Return whether two lines share a table or a paragraph, or cannot be told apart."""
    one, other = left.spot, right.spot
    if "box" in (one.part, other.part):
        return True
    if one.part == other.part == "cell":
        return _before(one, other)
    here, there = left.where.paragraph, right.where.paragraph
    return one.part == other.part and (here == there or not here or not there)


def _before(one: Spot, other: Spot) -> bool:
    return one.table == other.table and one.column < other.column
