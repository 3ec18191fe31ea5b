"""Năm, ngày, thời gian và trích yếu của kế hoạch khớp nhau.

year là năm của phong trào: nằm trong duration; ngày ký ở năm ấy hoặc năm trước; năm gõ thẳng ở
title là một năm của duration.

Căn cứ: Quy ước của kehoach
Sai: «year: 2024» với «duration: 2023-01..2023-12»
Đúng: «duration: 2024-01..2024-12»
Cách sửa: Sửa khóa còn mang năm cũ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Draft, Rule, Sees
from kehoach.words import Printer

RULE = Rule("S209", Sees.PLAN, Severity.WARNING, "Quy ước của kehoach")

_YEAR = re.compile(r"(?<!\w)năm ((?:19|20)\d{2})(?!\d)")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Yield what names another year than the plan's own."""
    keys = draft.plan.keys
    if keys.year is None:
        return
    first = last = keys.year
    if keys.duration and keys.duration.known:
        first, last = keys.duration.start.first[0], keys.duration.end.last[0]
        if not first <= keys.year <= last:
            message = N_("the plan is of {year}, its duration is not: {words}")
            where = keys.duration.span or keys.spans.get("duration")
            yield RULE.found(where, message, year=keys.year, words=keys.duration.words())
    if keys.date and keys.date.year and not keys.year - 1 <= keys.date.year <= keys.year:
        message = N_("the plan is of {year}, its date of {other}")
        where = keys.date.span or keys.spans.get("date")
        yield RULE.found(where, message, year=keys.year, other=keys.date.year)
    for said in _YEAR.findall(Printer(draft.plan.facts).text(keys.title)):
        if not first <= int(said) <= last and int(said) != keys.year:
            message = N_("the plan is of {year}, its title of {other}")
            yield RULE.found(keys.spans.get("title"), message, year=keys.year, other=said)
