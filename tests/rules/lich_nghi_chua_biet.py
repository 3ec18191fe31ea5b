"""Cases of the rule lich_nghi_chua_biet."""

from __future__ import annotations

from subjects import Bad, draft


def due(day: str):
    return draft(f"date: 2024-01\ndeadlines:\n  nop: {{on: {day}, task: gửi kế hoạch}}\n")


GOOD = {
    "a known year": due("2024-09-04"),
    "far from a holiday": due("2030-07-15"),
    "the holiday itself is another rule's": due("2030-09-02"),
}

BAD = {"the day after a holiday": Bad(due("2030-09-04"), "2030")}
