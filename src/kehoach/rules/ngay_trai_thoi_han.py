"""Ngày gõ trong lời văn không trái với thời hạn.

«trước ngày …» gõ thẳng trong câu nói về cùng việc với một thời hạn ở deadlines thì cùng ngày với
thời hạn ấy.

Căn cứ: Quy ước của kehoach
Sai: «gửi kế hoạch và bản đăng ký thi đua về Công an tỉnh trước ngày 20/01/2024» khi deadlines.nop
là 2024-01-15
Đúng: «… về Công an tỉnh {{ nop }}»
Cách sửa: Thay ngày bằng {{ id }} của thời hạn.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.document import Block
from kehoach.model import Deadline
from kehoach.rule import Draft, Rule, Sees
from kehoach.values import Day
from kehoach.wording.clauses import tells_of_past, words_around
from kehoach.wording.dates import Said, dates
from kehoach.wording.spots import in_text, is_typed, place
from kehoach.words import Printer

RULE = Rule("S211", Sees.PLAN, Severity.WARNING, "Quy ước của kehoach")

_LEAST = 4
"""So many words of a task in common make two sentences tell of one thing."""


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Yield the typed days that contradict the deadline of the same task."""
    printer = Printer(draft.plan.facts)
    due = [
        (name, day, set(printer.text(deadline.task).lower().split()))
        for name, deadline in (draft.plan.keys.deadlines or {}).items()
        if (day := _day(deadline)) and deadline.task
    ]
    for block in in_text(draft.document) if due else ():
        for said in dates(block.text):
            name = _contradicted(block, said, due) if is_typed(block, said.start) else ""
            if name:
                message = N_("{day} contradicts the deadline «{name}»")
                hint = N_("write {{{{ {name} }}}}")
                written = block.text[said.start : said.end]
                where = place(block, said.start, said.end)
                yield RULE.found(where, message, hint, day=written, name=name)


def _contradicted(block: Block, said: Said, due: list[tuple[str, Day, set[str]]]) -> str:
    """Return the name of the deadline that a date contradicts."""
    around = words_around(block.text, said.start).lower()
    before = block.text[: said.start].lower().rstrip()
    if said.day is None or not said.day.day or not before.endswith(("trước", "chậm nhất")):
        return ""
    words = set(around.replace(",", " ").split())
    for name, day, task in due:
        told = len(task & words) >= max(_LEAST, len(task) * 0.7)
        if told and not tells_of_past(around) and said.day.iso != day.iso:
            return name
    return ""


def _day(deadline: Deadline) -> Day | None:
    day = deadline.before or deadline.on
    return day if day and day.day else None
