"""Không còn «?» trong số liệu.

«?» là chưa biết: in ra dòng chấm để ghi tay. Trước khi ban hành thì quyết định từng chỗ. Số và
ngày của văn bản còn trống ở bản dự thảo thì không xét.

Căn cứ: Quy ước của kehoach
Sai: «kdc_dat: {value: ’?’}»
Đúng: «kdc_dat: {value: trên 80%}»
Cách sửa: Ghi con số, ngày, lời văn đã quyết định.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.draft_facts import unknown
from kehoach.facts import COLLECTIONS
from kehoach.rule import Draft, Rule, Sees

RULE = Rule("S213", Sees.PLAN, Severity.WARNING, "Quy ước của kehoach")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Yield the values of facts that are not decided yet."""
    keys = draft.plan.keys
    for collection in COLLECTIONS:
        for name, fact in (getattr(keys, collection) or {}).items():
            for part, where in unknown(fact):
                message = N_("«{name}» is not decided: {part}")
                yield RULE.found(where, message, name=name, part=part)
