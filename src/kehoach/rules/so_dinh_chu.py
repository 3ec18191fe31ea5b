"""Sau số thứ tự có cách chữ.

Số, chữ đứng đầu một đoạn cách lời văn một khoảng; dính liền thì số ấy không thành số của danh sách
nào.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6
Sai: «I.MỤC TIÊU», «1.Phạm vi», «a)Đối với tập thể»
Đúng: «I. MỤC TIÊU», «1. Phạm vi», «a) Đối với tập thể»
Cách sửa: Thêm một khoảng cách sau dấu chấm hoặc dấu ngoặc.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import HEADINGS, PROSE, prose
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees
from kehoach.wording.letters import LOWER, UPPER

RULE = Rule(
    "N353", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6"
)

_STUCK = re.compile(
    rf"\s*(?P<marker>[IVX]{{1,4}}\.|\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}\.|[a-zđ]\))"
    rf"(?=[{UPPER}][{UPPER}{LOWER}])"
)


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield a typed marker that the words follow at once; in plans the outline says so already."""
    for line in prose(paper, *PROSE, *HEADINGS):
        match = None if line.automatic else _STUCK.match(line.text)
        if match:
            yield RULE.found(line.where, N_("no space after «{marker}»"), marker=match["marker"])
