"""What rules ask of a plan's facts: days of deadlines, and bases that it cites."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import Span
from kehoach.document import Document
from kehoach.expression import Expression
from kehoach.model import Deadline, PlanKeys, Ref
from kehoach.plan import Plan
from kehoach.values import Day
from kehoach.wording.spots import paragraphs
from kehoach.words import Printer

Date = tuple[int, int, int]


def span_of_deadline(deadline: Deadline) -> tuple[Date, Date, Span | None]:
    """Return the first and the last day that a deadline means, and its place.

    No place where it has no known day.
    """
    for day in (deadline.before, deadline.on):
        if day and day.known:
            return day.first, day.last, day.span or deadline.span
    if deadline.within and deadline.within.known:
        period = deadline.within
        return period.start.first, period.end.last, period.span or deadline.span
    return (0, 1, 1), (0, 1, 1), None


def exact_days(keys: PlanKeys) -> Iterator[tuple[str, Day]]:
    """Yield id and day of the deadlines that fall on a known day: `on`, and the end of `within`."""
    for name, deadline in (keys.deadlines or {}).items():
        for day in (deadline.on, deadline.within and deadline.within.end):
            if isinstance(day, Day) and day.known and day.day:
                yield name, day


def cited_on(plan: Plan, document: Document) -> Iterator[tuple[Ref, str, Span, Day]]:
    """Yield the bases that the text of a plan cites by id: each, its name, the place, and the day
    of the plan. None where that is not known.
    """
    day = plan.keys.date
    if day is None or not day.known:
        return
    printer = Printer(plan.facts)
    for ref, where in cited(plan, document):
        yield ref, printer.brief(ref), where, day


def cited(plan: Plan, document: Document) -> Iterator[tuple[Ref, Span]]:
    """Yield the legal bases that the text of a plan cites by id, each time with the place."""
    refs = plan.keys.refs or {}
    for block in paragraphs(document) if refs else ():
        for run in block.runs:
            if isinstance(run.origin, Expression):
                for path in run.origin.reads:
                    name = path.removeprefix("refs.").split(".")[0]
                    if name in refs:
                        yield refs[name], run.origin.span
