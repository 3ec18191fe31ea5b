"""Ngày, tháng, năm viết đủ chữ số.

Thời gian ban hành viết đầy đủ «ngày … tháng … năm …»; ngày nhỏ hơn 10 và tháng 1, 2 ghi thêm số 0
phía trước, các tháng khác không ghi. Dự thảo để trống ngày thì không sao.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.4
Sai: «ngày 5 tháng 03 năm 2024»
Đúng: «ngày 05 tháng 3 năm 2024», «ngày 05 tháng 01 năm 2024»
Cách sửa: Gõ lại ngày, tháng, năm theo cách viết ở trên.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N217", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.4"
)
_DATE = re.compile(
    r"ngày\s{0,40}(?P<day>\d{0,4})\W{0,40}?(?:tháng|/)"
    r"\s{0,40}(?P<month>\d{0,4})\W{0,40}?(?:năm|/)\s{0,40}(?P<year>\d{0,4})",
    re.IGNORECASE,
)
_GLUED = re.compile(r"[^\W\d]\d|\d[^\W\d]")
_PADDED = {"day": 10, "month": 3, "year": 0}
"""A number below this has a zero before it."""


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield a date with a zero too many or too few, with slashes, or without gaps."""
    for line in sure(paper, "dia_danh_ngay"):
        match = _DATE.search(line.text)
        if not match:
            continue
        right = {name: _number(match[name], below) for name, below in _PADDED.items()}
        glued = "/" in match[0] or _GLUED.search(match[0])
        if glued or any(match[name] != number for name, number in right.items()):
            said = {name: number or "…" for name, number in right.items()}
            message = N_("write «ngày {day} tháng {month} năm {year}», not «{written}»")
            yield RULE.found(line.where, message, written=" ".join(match[0].split()), **said)


def _number(digits: str, below: int) -> str:
    """Return a number as the decree has it, empty for a blank."""
    return f"{int(digits):0{2 if int(digits) < below else 1}d}" if digits else ""
