"""Lề trang theo quy định.

Lề trên và lề dưới 20-25 mm, lề trái 30-35 mm, lề phải 15-20 mm, ở mọi phần (section) của tệp.
Phần nằm ngang được tính theo chiều giấy hoặc theo chiều chữ.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.3
Sai: lề trái 25,4 mm (mặc định của Word)
Đúng: lề trên 20 mm, dưới 20 mm, trái 30 mm, phải 15 mm
Cách sửa: Layout › Margins › Custom Margins, nhập các số trên, chọn «Apply to: Whole document».
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.looking import SMALL, millimetres, sections
from kehoach.paper import Paper, Section
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N103", Sees.PAPER, Severity.ERROR, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.3"
)
SHORT, LONG, BOUND = (15, 20), (20, 25), (30, 35)
SIDES = (
    ("top", N_("the top margin is {found} mm instead of {right} mm")),
    ("bottom", N_("the bottom margin is {found} mm instead of {right} mm")),
    ("left", N_("the left margin is {found} mm instead of {right} mm")),
    ("right", N_("the right margin is {found} mm instead of {right} mm")),
)
STANDING = (LONG, LONG, BOUND, SHORT)
LYING = ((BOUND, SHORT, LONG, LONG), (SHORT, BOUND, LONG, LONG))
"""The same edges of the sheet, turned either way."""


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each margin outside its range, once where sections have it alike."""
    told = set()
    for section in sections(paper):
        if section.landscape and any(not list(_outside(section, turned)) for turned in LYING):
            continue
        for message, found, right in _outside(section, STANDING):
            if (message, found) not in told:
                told.add((message, found))
                yield RULE.found(section.where, message, found=found, right=right)


def _outside(
    section: Section, ranges: tuple[tuple[int, int], ...]
) -> Iterator[tuple[str, str, str]]:
    for (side, message), (low, high) in zip(SIDES, ranges, strict=True):
        found = abs(getattr(section, side))
        if not low - SMALL <= found <= high + SMALL:
            yield message, millimetres(found), f"{low}-{high}"
