"""Ai được giao việc thì có trong nơi nhận.

Mỗi cơ quan ở duties.who có trong nơi nhận, bằng tên hay bằng nhóm: «các sở, ban, ngành» là mọi sở,
«UBND các huyện, thành phố» là mọi huyện, «đoàn thể» là Mặt trận và các đoàn thể.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9
Sai: duties giao «Đài Phát thanh và Truyền hình», nơi nhận chỉ có «UBND các xã»
Đúng: Nơi nhận có «Các sở, ban, ngành, đoàn thể tỉnh»
Cách sửa: Thêm cơ quan ấy vào recipients.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Draft, Rule, Sees
from kehoach.wording.duties import bodies, unreached
from kehoach.words import Printer

RULE = Rule(
    "S208", Sees.PLAN, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9"
)


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Yield the bodies with a duty that the plan is not sent to."""
    lines = [block.text for block in draft.document.blocks if block.role == "noi_nhan"]
    issuer = draft.plan.keys.issuer
    printer = Printer(draft.plan.facts)
    if not lines:
        return
    own = [printer.text(name) for name in (issuer.full, issuer.short) if name] if issuer else []
    for duty in (draft.plan.keys.duties or {}).values():
        for body in bodies(printer.text(duty.who)) if duty.who else ():
            if body not in own and unreached(body, ";".join(lines)):
                message = N_("{body} has a duty, but is not among the recipients")
                yield RULE.found(duty.who.span if duty.who else duty.span, message, body=body)
