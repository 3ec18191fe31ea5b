"""Cases of the rule can_cu_hieu_luc."""

from __future__ import annotations

from subjects import Bad, draft

REFS = (
    "refs:\n"
    "  cu: {type: Thông tư, no: 23/2012/TT-BCA, date: 2012-04-27, until: 2022-02-10,"
    " replaced_by: moi}\n"
    "  moi: {type: Thông tư, no: 124/2021/TT-BCA, date: 2021-12-28, from: 2022-02-10}\n"
)


def citing(name: str, day: str = "2024-01-05"):
    return draft(f"date: {day}\n{REFS}body: |\n  I. Một\n  1. Theo {{{{ {name} }}}}.\n")


GOOD = {
    "holds": citing("moi"),
    "held then": citing("cu", "2019-01-15"),
    "not cited": draft(f"date: 2024-01-05\n{REFS}"),
    "the month only": citing("moi", "2021-12"),
    "the year only": citing("cu", "2022"),
}

BAD = {
    "no longer": Bad(citing("cu"), "cite Thông tư số 124/2021/TT-BCA"),
    "not yet": Bad(citing("moi", "2019-01-15"), "after this plan"),
}
