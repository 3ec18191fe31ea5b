"""Văn bản nhiều trang có số trang.

Số trang được đánh từ số 1 bằng chữ số Ả Rập, không hiển thị ở trang thứ nhất. Văn bản dài hơn một
trang mà không có số trang là sai.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.7
Sai: văn bản 5 trang không đánh số
Đúng: từ trang 2 có số trang ở giữa lề trên
Cách sửa: Insert › Page Number › Top of Page › Plain Number 2, chọn «Different First Page».
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import height, sections
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N501", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.7"
)
SURELY = 1.05
"""Pages of text that are more than one, however its lines break."""


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield a paper of several pages without a page number."""
    pages = sections(paper)
    if not pages or any(section.numbers for section in pages):
        return
    first = pages[0]
    broken = any(line.new_page for line in paper.lines[1:])
    if broken or height(paper) > SURELY * (first.height - first.top - first.bottom):
        yield RULE.found(first.where, N_("a document of several pages has no page numbers"))
