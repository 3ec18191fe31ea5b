"""Nội dung văn bản chữ đứng.

Nội dung văn bản trình bày bằng chữ in thường, kiểu chữ đứng. Quy tắc báo cả đoạn in nghiêng; vài
từ in nghiêng, ghi chú và câu trong ngoặc thì không.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6
Sai: cả một đoạn nội dung in nghiêng
Đúng: đoạn nội dung in đứng; chỉ căn cứ ban hành in nghiêng
Cách sửa: Chọn các đoạn đó, bấm Ctrl+I để bỏ nghiêng.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.document import PLAIN
from kehoach.looking import prose, share, told_once
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N305", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6"
)
ROLES = (PLAIN, "khoan", "khoan_2", "khoan_3", "gach", "cong", "ket")
LONG = 60
"""Characters of a paragraph that is more than a remark."""

_ASIDE = re.compile(r"\W*(ghi chú|lưu ý|chú thích)\b|[(*“\"]", re.IGNORECASE)


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield, once, the long paragraphs that are wholly italic."""
    slanted = [
        line
        for line in prose(paper, *ROLES)
        if len(line.text) > LONG and share(line, "italic") == 1 and not _ASIDE.match(line.text)
    ]
    yield from told_once(RULE, "nội dung", slanted, N_("{name}: a whole paragraph is italic"))
