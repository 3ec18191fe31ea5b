"""Values are written once: finds dates, percentages, quotas and symbols that a fact holds too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kehoach.diagnostic import N_, Diagnostic, Span, style
from kehoach.expression import Literal
from kehoach.facts import Facts, pieces
from kehoach.model import PlanKeys
from kehoach.tabular import TABLES
from kehoach.values import Day
from kehoach.words import Printer

_PROSE = ("scope", "preamble", "body", "closing", "recipients")


def repeated(keys: PlanKeys, facts: Facts) -> Iterator[Diagnostic]:
    """Yield a style finding for every stretch of prose in `keys` that says again what a fact says.

    A figure from a table of units is left out: that a unit's own is also typed in words that
    were written for all units is chance.
    """
    if not any(getattr(keys, name) for name in _PROSE):
        return
    known: dict[str, str] = {}
    for words, name in _known(facts.keys, facts):
        if words:
            known.setdefault(words, name)
    if not known:
        return
    longest_first = sorted(known, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w/.,-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w/-])")
    for name in _PROSE:
        prose = getattr(keys, name)
        for piece in pieces(prose) if prose else ():
            if isinstance(piece.segment, Literal):
                yield from _in_literal(piece.segment, pattern, known)


def _in_literal(
    literal: Literal, pattern: re.Pattern[str], known: Mapping[str, str]
) -> Iterator[Diagnostic]:
    for match in pattern.finditer(literal.text):
        message = N_("«{words}» is already a fact of the plan")
        hint = N_("write {{{{ {name} }}}}, so that a change is made in one place")
        where = _part(literal, match.start(), match.end())
        yield style("P060", where, message, hint, words=match[0], name=known[match[0]])


def _part(literal: Literal, start: int, end: int) -> Span:
    span = literal.span
    first = literal.columns[start] if literal.columns else span.column + start
    last = literal.columns[end - 1] + 1 if literal.columns else span.column + end
    return Span(span.path, span.line, first, span.line, last)


def _known(keys: PlanKeys, facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield (words as they would be typed, expression that prints them)."""
    printer = Printer(facts)
    for name, deadline in (keys.deadlines or {}).items():
        for part, day in (("before", deadline.before), ("on", deadline.on)):
            yield from _day(day, f"{name}.{part}")
    for name, target in (keys.targets or {}).items():
        value = target.value
        words = printer.text(value)
        if value and "%" in words and not value.unknown and not value.span.path.endswith(TABLES):
            yield words, name
    for name, award in (keys.award_forms or {}).items():
        words = printer.text(award.quota)
        if re.search(r"\d", words) and re.search(r"[^\W\d]", words):
            yield words, f"{name}.quota"
    for name, ref in (keys.refs or {}).items():
        if ref.no:
            yield printer.text(ref.no), name


def _day(day: Day | None, name: str) -> Iterator[tuple[str, str]]:
    if day and day.day:
        yield day.numeric(), f"{name} | ngay_so"
        yield day.long(), f"{name} | ngay"
