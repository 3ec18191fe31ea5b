"""A form on its way to whoever fills it: what every form says at its head and its foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.form.fillers import Filler
from kehoach.form.words import HEADS
from kehoach.model import Form
from kehoach.plan import Plan
from kehoach.values import Day
from kehoach.vocabulary import TYPES
from kehoach.words import Printer

Values = dict[str, object]
"""What a form prints: texts, lists and dicts by name. An empty text prints as a dotted line."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form on its way to one filler: `plan` is the plan that asks for it."""

    plan: Plan
    form: Form
    name: str
    filler: Filler
    to: str
    due: str
    by: str = ""
    parties: Sequence[Filler] = ()

    @property
    def printer(self) -> Printer:
        """Return a printer of the plan that the filler has in hand."""
        return Printer(self.filler.plan.facts)


def citation(plan: Plan) -> str:
    """Return how a form cites the plan: type, number, day, body, title; dots where not known."""
    printer, keys = Printer(plan.facts), plan.keys
    _, code, word = TYPES[keys.type or "ke-hoach"]
    issuer = keys.issuer
    number = printer.text(keys.number)
    symbol = printer.text(issuer.symbol) if issuer else ""
    number = number.zfill(2) if number.isdecimal() else number or "……"
    number = number if "/" in number else f"{number}/{code}-{symbol}"
    when = (keys.date or Day(None)).cited()
    body = printer.text(issuer.short or issuer.full or issuer.name) if issuer else ""
    about = printer.text(keys.title)
    return f"{word} số {number} {when} của {body} về {about[:1].lower()}{about[1:]}"


def common(sheet: Sheet) -> Values:
    filler, plan = sheet.filler, sheet.plan
    who = filler.name or sheet.by
    above = filler.unit.in_sentence if filler.unit and not filler.name else ""
    return {
        "co_quan": filler.head.upper(),
        "co_quan_chu_quan": filler.over.upper(),
        "dia_danh": filler.place,
        "don_vi": filler.name,
        "qua_don_vi": above,
        "nam": str(plan.keys.year or ""),
        "ke_hoach": citation(plan),
        "kinh_gui": sheet.to or "……………………………",
        "gui_den": sheet.to,
        "noi_nhan": " ".join(filter(None, [sheet.to or "……………………", sheet.due])),
        "han": sheet.due,
        "chi_dan": _instruction(who, sheet),
        "ky": [*signs(filler.head)],
        "ho_ten_ky": "",
    }


def _instruction(who: str, sheet: Sheet) -> str:
    """Return who fills the form, whom it goes to and by when, in brackets."""
    sent = " ".join(filter(None, ["gửi", sheet.to, sheet.due])) if sheet.to or sheet.due else ""
    return f"({', '.join(filter(None, [f'{who} lập' if who else '', sent]))})"


def signs(head: str) -> Sequence[str]:
    for start, lines in HEADS.items():
        if head.lower().startswith(start):
            return lines
    return ("THỦ TRƯỞNG ĐƠN VỊ",)
