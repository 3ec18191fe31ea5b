"""Chỉ tiêu có đối tượng và con số.

Mỗi chỉ tiêu ở targets nói rõ đếm cái gì (of) và đạt bao nhiêu (value có số, hoặc «?» khi chưa
quyết), thì mới đăng ký, tổng hợp được.

Căn cứ: Quy ước của kehoach
Sai: «kdc: {value: cao}»
Đúng: «kdc: {value: trên 80%, of: [khu_dan_cu], count: dat}»
Cách sửa: Thêm of, ghi con số.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Draft, Rule, Sees
from kehoach.values import parse_amount
from kehoach.words import Printer

RULE = Rule("S205", Sees.PLAN, Severity.WARNING, "Quy ước của kehoach")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Yield the targets that nobody can count."""
    printer = Printer(draft.plan.facts)
    for name, target in (draft.plan.keys.targets or {}).items():
        if not target.of:
            message = N_("the target «{name}» does not say what is counted")
            hint = N_("add of: [khu_dan_cu], or another object")
            yield RULE.found(target.span, message, hint, name=name)
        value = target.value
        if value and not value.unknown and parse_amount(printer.text(value)) is None:
            message = N_("the target «{name}» has no number")
            yield RULE.found(value.span, message, name=name)
