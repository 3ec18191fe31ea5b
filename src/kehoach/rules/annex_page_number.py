"""Mỗi phụ lục đánh số trang riêng.

Số trang của phụ lục được đánh số riêng theo từng phụ lục, bắt đầu từ số 1.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1
Sai: phụ lục đánh số trang nối tiếp văn bản chính
Đúng: mỗi phụ lục là một phần (section), số trang bắt đầu từ 1
Cách sửa: Đặt Section Break (Next Page) trước phụ lục, rồi Format Page Numbers › Start at: 1.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.document import ANNEX
from kehoach.looking import sections, sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N505", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1"
)


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each annex whose pages go on counting those before it."""
    pages = sections(paper)
    if not any(section.numbers for section in pages):
        return
    before = {id(line): above for above, line in zip(paper.lines, paper.lines[1:], strict=False)}
    for line in sure(paper, ANNEX[0]):
        above = before.get(id(line))
        if above and (above.section == line.section or pages[line.section].restart != 1):
            yield RULE.found(line.where, N_("the pages of this annex are not counted from 1"))
