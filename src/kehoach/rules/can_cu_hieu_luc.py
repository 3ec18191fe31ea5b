"""Văn bản ở refs đã ban hành và còn hiệu lực vào ngày của kế hoạch.

Kế hoạch không thể viện dẫn văn bản ban hành sau mình, hay văn bản đã hết hiệu lực (until). Chỉ xét
văn bản được viện dẫn trong kế hoạch; đã hết hiệu lực mà cần nhắc thì ghi bằng lời văn.

Căn cứ: Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15
Sai: «theo {{ tt_23 }}» trong kế hoạch năm 2024
Đúng: «theo {{ tt_124 }}»
Cách sửa: Viện dẫn văn bản thay thế (replaced_by).
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.draft_facts import cited_on
from kehoach.model import Ref
from kehoach.rule import Draft, Rule, Sees
from kehoach.words import Printer

RULE = Rule(
    "S206", Sees.PLAN, Severity.ERROR, "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15"
)


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Yield the citations of what is not there yet, or no longer, on the day of the plan."""
    for ref, name, where, day in cited_on(draft.plan, draft.document):
        if ref.date and ref.date.known and ref.date.first > day.last:
            message = N_("{basis} is of {day}, after this plan")
            said = ref.date.numeric()
            yield RULE.found(where, message, basis=name, day=said)
        elif ref.until and ref.until.known and ref.until.first <= day.first:
            message = N_("{basis} does not hold from {day} on")
            now = _replacement(draft, ref)
            hint = N_("cite {now}") if now else N_("leave it out, or tell of it in words")
            said = ref.until.numeric()
            yield RULE.found(where, message, hint, basis=name, day=said, now=now)


def _replacement(draft: Draft, ref: Ref) -> str:
    """Return how the document is called that took the place of `ref`."""
    refs = draft.plan.keys.refs or {}
    found = refs.get(ref.replaced_by.text) if ref.replaced_by else None
    return Printer(draft.plan.facts).brief(found) if found else ""
