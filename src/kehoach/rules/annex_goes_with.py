"""Phụ lục ghi rõ kèm theo văn bản nào.

Mỗi phụ lục có thông tin chỉ dẫn kèm theo văn bản: «(Kèm theo Kế hoạch số … ngày … tháng … năm …
của …)» đặt dưới tên phụ lục.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1
Sai: phụ lục chỉ có tên
Đúng: «(Kèm theo Kế hoạch số 05/KH-BCĐ ngày 05 tháng 01 năm 2024 của Ban Chỉ đạo 138)»
Cách sửa: Thêm dòng «(Kèm theo …)» dưới tên phụ lục.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.document import ANNEX
from kehoach.looking import SURE
from kehoach.paper import Line, Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N509", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1"
)
OPENING = 8
"""Lines of an annex among which the words are looked for."""


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each annex that does not say what it goes with."""
    for opening in () if paper.party else _openings(paper):
        label, *below = opening
        said = any("kèm theo" in line.text.lower() for line in below)
        if label.confidence >= SURE and not said and ANNEX[2] not in {line.role for line in below}:
            yield RULE.found(label.where, N_("the annex does not say what it goes with"))


def _openings(paper: Paper) -> Iterator[tuple[Line, ...]]:
    """Yield the first lines of each annex."""
    starts = [number for number, line in enumerate(paper.lines) if line.role == ANNEX[0]]
    for start, end in pairwise([*starts, len(paper.lines)]):
        yield paper.lines[start : min(end, start + OPENING)]
