"""Dòng cuối nơi nhận là «Lưu: VT, …».

Dòng cuối cùng của nơi nhận gồm chữ «Lưu», dấu hai chấm, chữ viết tắt «VT» (Văn thư cơ quan), dấu
phẩy, chữ viết tắt đơn vị soạn thảo, kết thúc bằng dấu chấm.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9
Sai: «- Lưu VT.», «- Lưu: HS.»
Đúng: «- Lưu: VT, CAT.»
Cách sửa: Gõ lại dòng cuối theo mẫu «- Lưu: VT, <đơn vị soạn thảo>.».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N409", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9"
)
_NAMED = re.compile(r"\W*Lưu\b", re.IGNORECASE)
_KEPT = re.compile(r"\W*Lưu: ?VT\b")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield a line «Lưu» written otherwise; that there is none, another rule says."""
    for line in sure(paper, "noi_nhan"):
        if _NAMED.match(line.text) and not _KEPT.match(line.text):
            yield RULE.found(line.where, N_("this recipient reads «- Lưu: VT, …»"))
