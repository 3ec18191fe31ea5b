"""What refers to what in a plan: names in expressions, ids of facts, headings and footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from kehoach.diagnostic import N_, Diagnostic, Span, error, nearest, warning
from kehoach.facts import MOST_COMPARED, Facts, pieces, reads, texts
from kehoach.include import circles, faults
from kehoach.model import PlanKeys
from kehoach.outline import Prose
from kehoach.schema import Name, Text
from kehoach.values import Day
from kehoach.vietnamese import slug
from kehoach.vocabulary import OBJECTS

_OBJECTS = (*OBJECTS, "tap_the", "ca_nhan")
Texts = Sequence[Text | Prose]

_TIMES = ("before", "on", "within", "every")


def check(keys: PlanKeys, facts: Facts) -> Iterator[Diagnostic]:
    """Yield everything in `keys` that refers to what is not there, and what is not known yet.

    `keys` may be a part of the plan's, all of which `facts` has.
    """
    every = list(texts(keys))
    if not facts.keys.abstract:
        yield from _names(every, facts)
    yield from _references(keys, facts.keys)
    if keys.body or keys.sections:
        yield from _outline(facts.keys)
    yield from _footnotes(every)
    yield from _includes(keys, every, facts)
    yield from _timeless(keys)
    yield from _unknowns(keys, every)


def _names(every: Texts, facts: Facts) -> Iterator[Diagnostic]:
    """Yield every name in an expression that means nothing."""
    for path, where in reads(every):
        fault = facts.missing(path, where)
        if fault:
            yield fault


def _references(keys: PlanKeys, plan: PlanKeys) -> Iterator[Diagnostic]:
    """Yield every id that refers to a deadline, a legal basis, a table or an object not there."""
    deadlines, tables = _ids(plan, "deadlines"), _ids(plan, "tables")
    refs, criteria = _ids(plan, "refs"), _ids(plan, "criteria")
    for holder in (keys.targets, keys.duties):
        for item in (holder or {}).values():
            yield from _known(item.due, deadlines, "deadlines")
    for form in keys.forms or ():
        yield from _known(form.due, deadlines, "deadlines")
    for ref in (keys.refs or {}).values():
        yield from _known(ref.replaced_by, refs, "refs")
    for annex in keys.annexes or ():
        if isinstance(annex.table, Name):
            yield from _known(annex.table, tables, "tables")
    for award in (keys.award_forms or {}).values():
        for name in award.criteria or ():
            yield from _known(name, criteria, "criteria")
    for target in (keys.targets or {}).values():
        message = N_("«{name}» is not something that is counted")
        yield from _objects(target.of, plan, message)
    for deadline in (keys.deadlines or {}).values():
        message = N_("«{name}» is nobody whom a deadline can bind")
        yield from _objects(deadline.who, plan, message)


def _objects(names: Sequence[Name] | None, keys: PlanKeys, message: str) -> Iterator[Diagnostic]:
    """Yield every name that is neither an object, nor a term of the plan."""
    own = {} if keys.terms is None else keys.terms
    for name in names or ():
        if name.text in _OBJECTS or name.text in own or {"terms", name.text} & keys.unread:
            continue
        known, plain = [*_OBJECTS, *islice(own, MOST_COMPARED)], slug(name.text)
        best = plain if plain in known else nearest(plain, known)
        hint = N_("did you mean {best}?") if best else N_("it is one of: {known}")
        words = {"name": name.text, "best": best, "known": ", ".join(known)}
        yield error("P021", name.span, message, hint, **words)


def _ids(keys: PlanKeys, collection: str) -> set[str] | None:
    """Return the ids of a collection, None when it could not be read."""
    given = {*(getattr(keys, collection) or ()), *keys.unread}
    return None if collection in keys.unread else given


def _known(name: Name | None, known: set[str] | None, where: str) -> Iterator[Diagnostic]:
    if name is None or known is None or name.text in known:
        return
    best = nearest(name.text, sorted(known)) if len(known) <= MOST_COMPARED else ""
    hint = N_("did you mean {best}?") if best else N_("put it under {where}")
    message = N_("there is no «{name}» under {where}")
    yield error("P021", name.span, message, hint, name=name.text, where=where, best=best)


def _outline(keys: PlanKeys) -> Iterator[Diagnostic]:
    """Yield heading ids used twice and sections that are not there."""
    ids: dict[str, Span] = {}
    for point in keys.body.points if keys.body else ():
        braces = point.text.braces
        if braces.id in ids and braces.id_span:
            message = N_("the id «{name}» already names the heading on line {line}")
            line = ids[braces.id].line
            hint = N_("give one of the two another id")
            yield error("O010", braces.id_span, message, hint, name=braces.id, line=line)
        elif braces.id and braces.id_span:
            ids[braces.id] = braces.id_span
    for name, prose in (keys.sections or {}).items():
        where = prose.span if prose else keys.spans.get("sections", keys.span)
        yield from (
            replace(fault, code="O011") for fault in _known(Name(name, where), set(ids), "body")
        )


def _footnotes(every: Texts) -> Iterator[Diagnostic]:
    """Yield footnotes without a text or without a call, and calls where none may stand."""
    for text in every:
        yield from _notes(text) if isinstance(text, Prose) else _no_notes(text)


def _includes(keys: PlanKeys, every: Texts, facts: Facts) -> Iterator[Diagnostic]:
    """Yield what is wrong where a line stands for a collection or for other prose."""
    yield from circles(keys, facts)
    for text in every:
        if isinstance(text, Prose):
            yield from faults(text, facts)


def _timeless(keys: PlanKeys) -> Iterator[Diagnostic]:
    """Yield every deadline that says no time, or more than one."""
    for deadline in (keys.deadlines or {}).values():
        given = [time for time in _TIMES if getattr(deadline, time) is not None]
        if len(given) + len(deadline.unread.intersection(_TIMES)) != 1:
            message = N_("a deadline says one time")
            hint = N_("write one of before, on, within and every")
            yield error("P022", deadline.span, message, hint)


def _no_notes(text: Text) -> Iterator[Diagnostic]:
    for piece in text.pieces:
        if piece.note and piece.span:
            message = N_("a footnote cannot stand here")
            hint = N_("footnotes belong into texts of several lines, such as body")
            yield error("O014", piece.span, message, hint)


def _notes(prose: Prose) -> Iterator[Diagnostic]:
    called = {piece.note: piece for piece in pieces(prose) if piece.note}
    for name, piece in called.items():
        if name not in prose.notes and piece.span:
            message = N_("the footnote {name} has no text")
            hint = N_("add a line «[^{name}]: …» to the same text")
            yield error("O012", piece.span, message, hint, name=name)
    for name, marked in prose.notes.items():
        if name not in called:
            message = N_("nothing calls the footnote {name}")
            hint = N_("write [^{name}] where it belongs, or remove it")
            yield warning("O013", marked.span, message, hint, name=name)


def _unknowns(keys: PlanKeys, every: Texts) -> Iterator[Diagnostic]:
    """Yield a warning for every `?`: what the writer has yet to find out."""
    for text in every:
        if isinstance(text, Text) and text.unknown:
            yield _unknown(text.span)
    for span in _unknown_days(keys):
        yield _unknown(span)


def _unknown(where: Span) -> Diagnostic:
    hint = N_("write the value in place of «?» as soon as it is known")
    return warning("P050", where, N_("not known yet: printed as dots"), hint)


def _unknown_days(keys: PlanKeys) -> Iterator[Span]:
    for collection in (keys.deadlines, keys.phases, keys.refs):
        for item in (collection or {}).values():
            for value in vars(item).values():
                if isinstance(value, Day) and not value.known and value.span:
                    yield value.span
    for day in (keys.date, keys.report_on):
        if day and not day.known and day.span:
            yield day.span
