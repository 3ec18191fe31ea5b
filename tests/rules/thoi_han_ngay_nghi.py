"""Cases of the rule thoi_han_ngay_nghi."""

from __future__ import annotations

from subjects import Bad, draft


def due(key: str, day: str):
    return draft(f"date: 2024-01\ndeadlines:\n  nop: {{{key}: {day}, task: gửi kế hoạch}}\n")


GOOD = {
    "a Monday": due("on", "2024-01-15"),
    "before a Saturday": due("before", "2024-01-20"),
    "a month": due("on", "2024-06"),
    "unknown": due("on", "'?'"),
    "a day swapped for Tết": due("on", "2024-05-04"),
}

BAD = {
    "the national day": Bad(due("on", "2024-09-02"), "2/9/2024"),
    "a Sunday": Bad(due("on", "2024-01-21"), "22/01/2024"),
    "the end of a stretch": Bad(due("within", "2024-01-15..2024-01-20"), "20/01/2024"),
}
