"""Số lượng khen thưởng gõ trong lời văn không trái với award_forms.

Số gõ thẳng trong câu nói về một hình thức khen thưởng của một cấp thì bằng quota của hình thức ấy.

Căn cứ: Quy ước của kehoach
Sai: «Tặng 03 “Cờ thi đua” của Chủ tịch UBND tỉnh» khi quota là 02
Đúng: «Tặng {{ co_tinh.quota }} …»
Cách sửa: Thay số bằng {{ id.quota }}.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.document import Block
from kehoach.rule import Draft, Rule, Sees
from kehoach.values import parse_amount
from kehoach.wording.awards import Given, given
from kehoach.wording.awards import key as key_of
from kehoach.wording.spots import in_text, is_typed, place
from kehoach.words import Printer

RULE = Rule("S212", Sees.PLAN, Severity.WARNING, "Quy ước của kehoach")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Yield the typed numbers of an award that contradict its quota."""
    quotas = _quotas(draft)
    for block in in_text(draft.document) if quotas else ():
        yield from (found for told in given(block.text) for found in _told(block, told, quotas))


def _told(
    block: Block, told: Given, quotas: dict[tuple[str, str], tuple[str, int]]
) -> Iterator[Diagnostic]:
    name, quota = quotas.get(told.key[:2], ("", told.number))
    if quota != told.number and is_typed(block, told.start):
        message = N_("{number} contradicts the quota of «{name}», {quota}")
        hint = N_("write {{{{ {name}.quota }}}}")
        words: dict[str, object] = {"number": told.number, "name": name, "quota": quota}
        yield RULE.found(place(block, told.start, told.end), message, hint, **words)


def _quotas(draft: Draft) -> dict[tuple[str, str], tuple[str, int]]:
    """Return id and quota of the awards that have one number, by form and giver."""
    printer = Printer(draft.plan.facts)
    found: dict[tuple[str, str], tuple[str, int]] = {}
    twice = set()
    for name, award in (draft.plan.keys.award_forms or {}).items():
        amount = parse_amount(printer.text(award.quota))
        key = key_of(printer.text(award.form), printer.text(award.by))
        twice |= {key} & set(found)
        if amount and key[0] and key[1]:
            found[key] = name, int(amount.number)
    return {key: value for key, value in found.items() if key not in twice}
