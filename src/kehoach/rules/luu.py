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
_KEPT = re.compile(r"\W*Lưu: ?VT\b")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield recipients whose last line does not say who keeps the document."""
    lines = sure(paper, "noi_nhan")
    if not lines:
        return
    kept = [line for line in lines if "lưu" in line.text.lower()]
    last = kept[-1] if kept else lines[-1]
    if not _KEPT.match(last.text):
        message = N_("the last recipient reads «- Lưu: VT, …»")
        yield RULE.found(last.where, message)
