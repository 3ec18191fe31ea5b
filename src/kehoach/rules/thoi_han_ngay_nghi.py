"""Thời hạn rơi vào ngày làm việc.

Ngày nộp, ngày tổ chức rơi vào thứ Bảy, Chủ nhật hay ngày lễ thì không có ai nhận; «trước ngày X»
mà X là ngày nghỉ vẫn đúng nên không xét. Lịch nghỉ tính theo thông báo hằng năm của Thủ tướng
Chính phủ.

Căn cứ: Bộ luật Lao động số 45/2019/QH14, Điều 111, Điều 112
Sai: «on: 2024-09-02», ngày Quốc khánh
Đúng: «on: 2024-09-04»
Cách sửa: Dời sang ngày làm việc gần nhất.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.draft_facts import exact_days
from kehoach.rule import Draft, Rule, Sees
from kehoach.values import Day

RULE = Rule(
    "S202", Sees.PLAN, Severity.WARNING, "Bộ luật Lao động số 45/2019/QH14, Điều 111, Điều 112"
)


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Yield the deadlines on which nobody works."""
    for name, day in exact_days(draft.plan.keys):
        why = _day_off(day)
        if why and day.span:
            message = N_("the deadline «{name}» falls on a day off: {day}, {why}")
            hint = N_("the next working day is {next}")
            told = {"name": name, "day": day.numeric(), "why": why, "next": _next(day)}
            yield RULE.found(day.span, message, hint, **told)


def _day_off(day: Day) -> str:
    from kehoach.working_days import day_off

    return day_off(datetime.date(*day.first))


def _next(day: Day) -> str:
    from kehoach.working_days import working_day

    found = working_day(datetime.date(*day.first))
    return Day(found.year, None, found.month, found.day).numeric()
