"""Các đợt thi đua nằm trong thời gian của kế hoạch và không chồng nhau.

Mỗi đợt ở phases bắt đầu và kết thúc trong duration, bắt đầu không muộn hơn kết thúc, và đợt sau
bắt đầu khi đợt trước đã xong.

Căn cứ: Quy ước của kehoach
Sai: «dot_2: {from: 2025-02-04, to: 2025-08-31}» khi duration kết thúc ngày 19/8/2025
Đúng: «dot_2: {from: 2025-02-04, to: 2025-08-19}»
Cách sửa: Sửa ngày của đợt hoặc duration.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.model import Phase
from kehoach.rule import Draft, Rule, Sees
from kehoach.values import Period

RULE = Rule("S204", Sees.PLAN, Severity.WARNING, "Quy ước của kehoach")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Yield the phases outside the plan, turned round, or over one another."""
    before: tuple[str, Period] | None = None
    for name, phase in (draft.plan.keys.phases or {}).items():
        period = _period(phase)
        if period is None:
            continue
        yield from _outside(name, phase, period, draft.plan.keys.duration)
        if before and period.start.first <= before[1].end.first:
            message = N_("the phase «{name}» begins before «{other}» is over")
            where = (phase.start and phase.start.span) or phase.span
            yield RULE.found(where, message, name=name, other=before[0])
        before = name, period


def _outside(name: str, phase: Phase, period: Period, whole: Period | None) -> Iterator[Diagnostic]:
    if period.start.first > period.end.last:
        message = N_("the phase «{name}» ends before it begins")
        yield RULE.found(period.end.span or phase.span, message, name=name)
    if whole is None or not whole.known:
        return
    for day in (period.start, period.end):
        if day.last < whole.start.first or day.first > whole.end.last:
            message = N_("the phase «{name}» lies outside the plan: {day}")
            yield RULE.found(day.span or phase.span, message, name=name, day=day.words())


def _period(phase: Phase) -> Period | None:
    start, end = phase.start, phase.end
    return Period(start, end) if start and end and start.known and end.known else None
