"""Có địa danh, dấu phẩy, rồi đến ngày.

Trước «ngày … tháng … năm …» là địa danh nơi cơ quan ban hành đóng trụ sở, viết một lần, sau có
dấu phẩy.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.4
Sai: «ngày 05 tháng 01 năm 2024», «Thái Bình ngày …», «Thái Bình, Thái Bình, ngày …»
Đúng: «Thái Bình, ngày 05 tháng 01 năm 2024»
Cách sửa: Gõ địa danh và một dấu phẩy trước chữ «ngày».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N218", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.4"
)


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield a line whose place is missing, stands twice, or has no comma after it."""
    for line in sure(paper, "dia_danh_ngay"):
        before, day, _ = line.text.partition("ngày")
        names = [name.strip() for name in before.split(",")]
        if day and (message := _fault(before.strip(), names)):
            yield RULE.found(line.where, message, place=names[0])


def _fault(before: str, names: list[str]) -> str:
    if not before:
        return N_("no place stands before the date")
    if not before.endswith(","):
        return N_("no comma stands between place and date")
    said = [name for name in names if re.search(r"\w", name)]
    return N_("the place «{place}» stands twice") if len(set(said)) < len(said) else ""
