"""Văn bản ở refs đã có hiệu lực vào ngày của kế hoạch.

Văn bản đã ban hành nhưng ngày có hiệu lực (from) ở sau ngày của kế hoạch thì chưa làm căn cứ được;
trong lời văn có thể nhắc để chuẩn bị thực hiện.

Căn cứ: Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15
Sai: «Căn cứ {{ nd_152 }};» trong kế hoạch ngày 20/6/2025
Đúng: «Căn cứ {{ nd_98 }};»
Cách sửa: Viện dẫn văn bản đang có hiệu lực.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.draft_facts import cited_on
from kehoach.rule import Draft, Rule, Sees

RULE = Rule(
    "S207", Sees.PLAN, Severity.WARNING, "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15"
)


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Yield the citations of what was issued but does not hold yet on the day of the plan."""
    for ref, name, where, day in cited_on(draft.plan, draft.document):
        issued = not ref.date or not ref.date.known or ref.date.first <= day.last
        if issued and ref.start and ref.start.known and ref.start.first > day.last:
            message = N_("{basis} takes effect on {day}, after this plan")
            yield RULE.found(where, message, basis=name, day=ref.start.numeric())
