"""Values that can be read but not be meant, such as a year with a digit too many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, error, warning
from kehoach.model import PlanKeys
from kehoach.values import parse_amount

FIRST_YEAR, LAST_YEAR = 1945, 2100
WHOLE = 100
"""Per cent of what there is."""

_COMPUTED = "\ufffc"
"""What stands for an expression in the typed words of a text."""

_NUMBER = re.compile(r"\d+[^\W\d_]?|(?:\d+[^\W\d_]?|[ .…]*)/[^\s-]+(?:-[^\s-]+)+")
"""A number alone, or the whole of number and symbol (Phụ lục I, Nghị định 30/2020/NĐ-CP)."""


def check(keys: PlanKeys) -> Iterator[Diagnostic]:
    """Yield every year, number and share that cannot be meant."""
    yield from _year(keys)
    yield from _number(keys)
    yield from _shares(keys)


def _year(keys: PlanKeys) -> Iterator[Diagnostic]:
    if keys.year is not None and not FIRST_YEAR <= keys.year <= LAST_YEAR:
        message = N_("the year {year} cannot be meant")
        hint = N_("a year has four digits: {first} to {last}")
        limits = {"first": FIRST_YEAR, "last": LAST_YEAR}
        yield error("P023", keys.spans["year"], message, hint, year=keys.year, **limits)


def _number(keys: PlanKeys) -> Iterator[Diagnostic]:
    if keys.number is None or keys.number.unknown:
        return
    number = keys.number.marked.literal
    if number and _COMPUTED not in number and not _NUMBER.fullmatch(number):
        message = N_("«{number}» is not the number of a document")
        hint = N_("write the digits alone, as 12, or the whole symbol, as 10/KH-BCĐ-CAT")
        yield error("P024", keys.number.span, message, hint, number=number)


def _shares(keys: PlanKeys) -> Iterator[Diagnostic]:
    """Yield the targets that want more objects than there are."""
    for target in (keys.targets or {}).values():
        literal = target.value.marked.literal if target.value and target.of else None
        amount = parse_amount(literal) if literal else None
        if target.value and amount and amount.unit.startswith("%") and amount.number > WHOLE:
            message = N_("{value} is more than all of what is counted")
            hint = N_("correct the number, or leave «of» out when it is not a share of objects")
            yield warning("P025", target.value.span, message, hint, value=literal)
