"""Chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm.

Khi xuống dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm. Quy tắc bỏ qua tiêu đề, các cấp gạch đầu
dòng lùi sâu hơn và đoạn lùi bằng phím Tab.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6
Sai: đoạn nội dung không lùi đầu dòng, hoặc lùi 2 cm
Đúng: đoạn nội dung lùi đầu dòng 1,27 cm
Cách sửa: Chọn các đoạn, Paragraph › Special › First line › 1,27 cm.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.document import PLAIN
from kehoach.looking import SLACK, millimetres, prose, told_once, wraps
from kehoach.paper import Line, Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N307", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6"
)
RIGHT = (10.0, 12.7)
"""Millimetres."""

OUTER = ("mo_dau", PLAIN, "ket", "khoan", "dieu")
"""Roles that are never set deeper than the first row of the text."""


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield, once for each indent, the paragraphs of several rows that begin elsewhere."""
    found: dict[str, list[Line]] = {}
    for line in prose(paper):
        begins = line.layout.left + line.layout.first
        deep = begins > RIGHT[0] and line.role not in OUTER
        wrong = all(abs(begins - right) > SLACK for right in RIGHT)
        if wrong and not deep and not line.text[:1].isspace() and wraps(paper, line):
            found.setdefault(millimetres(begins), []).append(line)
    for where, lines in found.items():
        message = N_("{name}: the first row begins {found} mm from the left, not 10 or 12.7 mm")
        yield from told_once(RULE, "nội dung", lines, message, found=where)
