"""Con số gõ trong lời văn không trái với chỉ tiêu.

Tỷ lệ gõ thẳng trong lời văn, nói về cùng đối tượng và cùng việc với một chỉ tiêu ở targets, thì
bằng chỉ tiêu ấy. Kết quả năm trước không xét; 100% đăng ký và 80% đạt là hai chỉ tiêu.

Căn cứ: Quy ước của kehoach
Sai: «trên 75% khu dân cư đạt tiêu chuẩn …» khi targets.kdc là «trên 80%»
Đúng: «{{ kdc }} khu dân cư đạt tiêu chuẩn …»
Cách sửa: Thay số bằng {{ id }} của chỉ tiêu.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.document import Block
from kehoach.model import Target
from kehoach.rule import Draft, Rule, Sees
from kehoach.values import Amount, parse_amount
from kehoach.wording.clauses import tells_of_past, words_around
from kehoach.wording.counted import about, objects
from kehoach.wording.percents import Share, shares
from kehoach.wording.spots import in_text, is_typed, place
from kehoach.words import Printer

RULE = Rule("S210", Sees.PLAN, Severity.WARNING, "Quy ước của kehoach")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Yield the typed shares that contradict a target of the same objects and the same count."""
    printer = Printer(draft.plan.facts)
    told = (
        (n, t, parse_amount(printer.text(t.value)))
        for n, t in (draft.plan.keys.targets or {}).items()
    )
    known = [(n, t, amount) for n, t, amount in told if amount and amount.unit.startswith("%")]
    for block in in_text(draft.document) if known else ():
        for share in shares(block.text):
            name = _contradicted(block, share, known) if is_typed(block, share.start) else ""
            if name:
                message = N_("{number}% contradicts the target «{name}»")
                hint = N_("write {{{{ {name} }}}}")
                where = place(block, share.start, share.end)
                yield RULE.found(where, message, hint, number=share.number, name=name)


def _contradicted(block: Block, share: Share, known: list[tuple[str, Target, Amount]]) -> str:
    """Return the name of the target that a share contradicts, empty when one of them agrees."""
    if tells_of_past(words_around(block.text, share.start)):
        return ""
    counted = objects(share.words)
    alike = [
        (name, amount)
        for name, target, amount in known
        if counted & {name.text for name in target.of or ()}
        and about(share.words) == (target.count.text if target.count else "")
    ]
    agreed = any(amount.number == share.number for _, amount in alike)
    return "" if agreed or not alike else alike[0][0]
