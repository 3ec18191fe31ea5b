"""Mỗi phụ lục bắt đầu ở trang riêng.

Số trang của phụ lục được đánh riêng, vì thế mỗi phụ lục bắt đầu ở một trang mới.

Căn cứ: Quy ước của kehoach
Sai: «Phụ lục I» nối ngay dưới chữ ký
Đúng: «Phụ lục I» ở đầu trang mới
Cách sửa: Đặt Section Break (Next Page), hoặc bấm Ctrl+Enter, trước «Phụ lục».
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.document import ANNEX
from kehoach.looking import SURE
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule("N511", Sees.PAPER, Severity.WARNING, "Quy ước của kehoach")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each annex that goes on where the lines above it end."""
    for above, line in pairwise(() if paper.party else paper.lines):
        begins = line.new_page or line.section != above.section
        if line.role == ANNEX[0] and line.confidence >= SURE and not begins:
            yield RULE.found(line.where, N_("the annex does not begin on a page of its own"))
