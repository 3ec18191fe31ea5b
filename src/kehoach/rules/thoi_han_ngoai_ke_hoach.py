"""Thời hạn nằm trong thời gian thực hiện kế hoạch.

Mỗi thời hạn ở deadlines không sớm hơn ngày của kế hoạch và không muộn hơn ngày cuối của duration.
Ngày của kế hoạch hay của thời hạn chưa biết thì không xét.

Căn cứ: Quy ước của kehoach
Sai: «nop: {before: 2023-01-15, …}» trong kế hoạch ngày 05/01/2024, thực hiện năm 2024
Đúng: «nop: {before: 2024-01-15, …}»
Cách sửa: Sửa ngày của thời hạn, hoặc sửa duration.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.draft_facts import span_of_deadline
from kehoach.rule import Draft, Rule, Sees

RULE = Rule("S201", Sees.PLAN, Severity.WARNING, "Quy ước của kehoach")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Yield the deadlines before the plan's own day or after its end."""
    keys = draft.plan.keys
    issued = keys.date.first if keys.date and keys.date.known else None
    period = keys.duration if keys.duration and keys.duration.known else None
    for name, deadline in (keys.deadlines or {}).items():
        first, last, where = span_of_deadline(deadline)
        if where is None:
            continue
        if issued and last < issued:
            message = N_("the deadline «{name}» is over before the plan is issued")
            yield RULE.found(where, message, name=name)
        elif period and first > period.end.last:
            message = N_("the deadline «{name}» comes after the end of the plan, {end}")
            yield RULE.found(where, message, name=name, end=period.end.words())
