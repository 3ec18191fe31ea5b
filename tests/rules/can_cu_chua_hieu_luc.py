"""Cases of the rule can_cu_chua_hieu_luc."""

from __future__ import annotations

from subjects import Bad, draft

REFS = "refs:\n  moi: {type: Nghị định, no: 98/2023/NĐ-CP, date: 2023-12-31, from: 2024-03-01}\n"


def citing(day: str):
    return draft(f"date: {day}\n{REFS}body: |\n  I. Một\n  1. Theo {{{{ moi }}}}.\n")


GOOD = {
    "holds": citing("2024-03-01"),
    "the year only": citing("2024"),
    "not issued is another rule's": citing("2023-12-01"),
}

BAD = {"not yet": Bad(citing("2024-02-20"), "takes effect on 01/3/2024")}
