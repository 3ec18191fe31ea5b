"""Cases of the rule thoi_han_ngoai_ke_hoach."""

from __future__ import annotations

from subjects import Bad, draft

PLAN = "date: 2024-01-05\nduration: 2024-01..2024-12\n"


def due(key: str, day: str, more: str = PLAN):
    return draft(f"{more}deadlines:\n  nop: {{{key}: {day}, task: gửi kế hoạch}}\n")


GOOD = {
    "inside": due("before", "2024-01-15"),
    "the last day": due("on", "2024-12-31"),
    "the month of the plan": due("before", "2024-01-20", "date: 2024-01\n"),
    "unknown": due("before", "'?'"),
    "recurring": due("every", "hằng quý"),
    "a quarter": due("on", "2024-Q4"),
}

BAD = {
    "last year": Bad(due("before", "2023-01-15"), "before the plan is issued"),
    "next year": Bad(due("on", "2025-01-15"), "after the end of the plan"),
    "a stretch": Bad(due("within", "2025-02..2025-03"), "after the end"),
}
