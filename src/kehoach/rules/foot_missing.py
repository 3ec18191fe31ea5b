"""Phần cuối văn bản đủ thành phần.

Cuối văn bản phải có quyền hạn, chức vụ, họ tên người ký và nơi nhận. Dự thảo để trống họ tên thì
không sao.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II
Sai: văn bản không có «Nơi nhận»
Đúng: phần cuối có «Nơi nhận:» bên trái, người ký bên phải
Cách sửa: Bổ sung thành phần còn thiếu.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import is_official, main
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N410", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II"
)
NEEDED = (
    (("noi_nhan_de", "noi_nhan"), N_("the foot names no recipients: «Nơi nhận:»")),
    (("ky_thay_mat", "ky_chuc_vu", "ky_ho_ten"), N_("the foot says nobody who signs")),
)


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield what the foot of an issued document lacks."""
    if not is_official(paper):
        return
    lines = main(paper)
    there = {line.role for line in (*lines, *paper.strays)}
    for roles, message in NEEDED:
        if not there.intersection(roles):
            yield RULE.found(lines[-1].where, message)
