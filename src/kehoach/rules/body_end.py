"""Nội dung kết thúc bằng «./.».

Theo các mẫu trình bày văn bản hành chính, dòng cuối của nội dung kết thúc bằng dấu «./.» liền sau
chữ cuối.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III
Sai: «… tổ chức thực hiện.»
Đúng: «… tổ chức thực hiện./.»
Cách sửa: Thay dấu chấm ở cuối đoạn cuối cùng bằng «./.».
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.document import FOOT
from kehoach.looking import PROSE, SURE, is_official, main
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule("N315", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục III")
END = "./."


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield a text that ends otherwise; a table at its end needs no mark."""
    lines = main(paper)
    signed = (n for n, line in enumerate(lines) if line.role in (*FOOT, "noi_nhan_de"))
    end = next(signed, 0)
    if not end or not is_official(paper):
        return
    last = lines[end - 1]
    told = last.role in PROSE and last.spot.part == "body" and last.confidence >= SURE
    if told and not last.text.rstrip().endswith(END):
        yield RULE.found(last.where, N_("the text does not end in «./.»"))
