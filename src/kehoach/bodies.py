"""The bodies that issue plans: which one issues a unit's copy, and how it cites the one above."""

from __future__ import annotations

from collections.abc import Callable

from kehoach.diagnostic import Span
from kehoach.expression import Literal
from kehoach.markup import Marked, Piece
from kehoach.model import Ref
from kehoach.plan import Plan
from kehoach.schema import Text
from kehoach.units import Unit
from kehoach.vocabulary import TYPES
from kehoach.words import Printer

_BOARD, _POLICE = "ban chỉ đạo", "công an"
_COMMITTEES = ("ủy ban nhân dân", "uỷ ban nhân dân", "ubnd")


def has_successor(parent: Plan) -> bool:
    """Return whether a unit below has a body of the kind that issues the plan."""
    issuer = Printer(parent.facts).text(parent.keys.issuer.name) if parent.keys.issuer else ""
    return issuer.lower().startswith((_BOARD, _POLICE, *_COMMITTEES))


def issuer_of(parent: Plan) -> Callable[[Unit], dict[str, object]]:
    """Return what gives a unit's body of the same kind as the parent's, as keys of `issuer`.

    That is a committee, a board or the police one level down.
    """
    printer, issuer = Printer(parent.facts), parent.keys.issuer
    name = printer.text(issuer.name) if issuer else ""
    symbol = printer.text(issuer.symbol) if issuer else ""
    bare = [
        _bare(printer.text(text), parent.unit)
        for text in ((issuer.full, issuer.short) if issuer else ())
    ]

    def made(unit: Unit) -> dict[str, object]:
        where = unit.in_sentence
        common: dict[str, object] = {"place": unit.place, "symbol": symbol}
        if name.lower().startswith(_BOARD) and issuer:
            full, short = bare[0] or bare[1] or name, bare[1] or bare[0] or name
            own = {"over": f"Ủy ban nhân dân {where}", "name": _bare(name, parent.unit)}
            return {**common, **own, "full": f"{full} {where}", "short": f"{short} {unit.kind}"}
        if name.lower().startswith(_COMMITTEES):
            body = f"Ủy ban nhân dân {where}"
            short = f"UBND {unit.kind}"
            return {**common, "over": None, "name": body, "full": body, "short": short}
        if name.lower().startswith(_POLICE):
            body = f"Công an {where}"
            return {**common, "over": name, "name": body, "full": body, "short": body}
        return common

    return made


def _bare(name: str, unit: Unit | None) -> str:
    """Return a body's name without the unit at its end: `Ban Chỉ đạo 138 tỉnh` without `tỉnh`."""
    for end in (unit.in_sentence, unit.kind) if unit else ():
        if name.lower().endswith(f" {end.lower()}"):
            return name[: -len(end)].rstrip()
    return name


def citation(parent: Plan) -> Ref:
    """Return the parent as a legal basis that a copy cites: what it was issued with, if anything.

    A plan that is attached to a decision carries no number of its own.
    """
    printer = Printer(parent.facts)
    keys, span = parent.keys, parent.keys.span
    if keys.attached:
        with_ = keys.attached
        return Ref(span=span, type=with_.type, no=with_.no, date=with_.date, by=with_.by)
    issuer = keys.issuer
    _, code, word = TYPES[keys.type or "ke-hoach"]
    number = printer.text(keys.number)
    symbol = printer.text(issuer.symbol) if issuer else ""
    number = number.zfill(2) if number.isdecimal() else number or "……"
    no = number if "/" in number else f"{number}/{code}-{symbol}"
    body = (issuer.short or issuer.full or issuer.name) if issuer else None
    about = printer.text(keys.title)
    return Ref(
        span=span,
        type=_text(word, span),
        no=_text(no, span),
        date=keys.date,
        by=_text(_in_full(printer.text(body), parent.unit), span),
        title=_text(f"về {about[:1].lower()}{about[1:]}", span),
    )


def _in_full(body: str, unit: Unit | None) -> str:
    """Return a body as a citation names it: below a province, which one of its kind it is."""
    if body.startswith("UBND "):
        body = body.replace("UBND", "Ủy ban nhân dân", 1)
    if unit is None or unit.level == "province" or unit.name in body:
        return body
    return f"{body} {unit.name}"


def _text(text: str, span: Span) -> Text:
    pieces = (Piece(Literal(text, span, ()), span=span),) if text else ()
    return Text(Marked(pieces, span), span)
