"""Lịch nghỉ lễ, hoán đổi ngày làm việc của năm ấy chưa công bố.

Thời hạn ở gần Tết, ngày lễ của một năm mà kehoach chưa biết lịch hoán đổi thì có thể rơi vào ngày
nghỉ bù. Xem lại khi Thủ tướng Chính phủ thông báo.

Căn cứ: Bộ luật Lao động số 45/2019/QH14, Điều 112
Sai: «on: 2030-02-01», sát Tết Canh Tuất
Đúng: «on: 2030-01-15»
Cách sửa: Chọn ngày xa kỳ nghỉ, hoặc kiểm tra lại khi có thông báo.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.draft_facts import exact_days
from kehoach.rule import Draft, Rule, Sees

RULE = Rule("S203", Sees.PLAN, Severity.WARNING, "Bộ luật Lao động số 45/2019/QH14, Điều 112")

_NEAR = 4
"""Days around a holiday among which others are swapped."""


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Yield the working days near a holiday of a year whose swapped days are not known."""
    from kehoach.working_days import KNOWN, day_off

    for name, day in exact_days(draft.plan.keys):
        date = datetime.date(*day.first)
        if date.year <= KNOWN or not day.span or day_off(date):
            continue
        around = (date + datetime.timedelta(days=n) for n in range(-_NEAR, _NEAR + 1))
        if any(_is_holiday(one) for one in around):
            message = N_(
                "the deadline «{name}» is near a holiday; swapped days of {year} are not known"
            )
            yield RULE.found(day.span, message, name=name, year=date.year)


def _is_holiday(day: datetime.date) -> bool:
    from kehoach.working_days import day_off

    return bool(day_off(day)) and day_off(day) not in ("thứ Bảy", "Chủ nhật")
