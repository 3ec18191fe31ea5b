"""Mỗi phụ lục đánh số trang riêng.

Số trang của phụ lục được đánh số riêng theo từng phụ lục, bắt đầu từ số 1.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1
Sai: phụ lục đánh số trang nối tiếp văn bản chính
Đúng: mỗi phụ lục là một phần (section), số trang bắt đầu từ 1
Cách sửa: Đặt Section Break (Next Page) trước phụ lục, rồi Format Page Numbers › Start at: 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.document import ANNEX
from kehoach.looking import SURE, sections
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N505", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1"
)


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each annex on a page of its own that goes on counting the pages before it."""
    pages = sections(paper)
    if not any(section.numbers for section in pages):
        return
    for above, line in pairwise(paper.lines):
        same = above.section == line.section
        opens = line.role == ANNEX[0] and line.confidence >= SURE and (line.new_page or not same)
        if opens and (same or pages[line.section].restart != 1):
            yield RULE.found(line.where, N_("the pages of this annex are not counted from 1"))
