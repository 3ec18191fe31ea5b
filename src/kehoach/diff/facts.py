"""What changed in the facts of a plan: its targets, deadlines, quotas, criteria and the others.

A fact is compared as the words that are printed for it, so a date written another way is the same.
Recipients, signers and the head are found in the document: see `texts`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kehoach.align import Edit, Item, align, edits, words
from kehoach.diagnostic import Span
from kehoach.document import Run
from kehoach.figures import NOT_APPLICABLE, Figures
from kehoach.model import Grid
from kehoach.outline import Prose
from kehoach.plan import Plan
from kehoach.schema import Layer, Name, Record, Text, shapes_of
from kehoach.values import Day, Period
from kehoach.vocabulary import AWARDED, OBJECTS
from kehoach.words import Printer

COLLECTIONS = (
    "targets",
    "deadlines",
    "award_forms",
    "criteria",
    "phases",
    "duties",
    "terms",
    "refs",
)
"""Keys whose items are facts of their own, in the order of interest."""

PLAIN = ("unit", "year", "duration", "report_on", "draft", "scope", "units", "others", "template")
"""Facts of the whole plan; what its head prints is found there."""

ITEM = ""
"""The part of a fact that is the fact itself: a target's value, the day of a deadline."""

_ITSELF = {
    "targets": ("value",),
    "deadlines": ("before", "on", "within", "every"),
    "terms": (ITEM,),
}
_WHOLE, _FIGURES = "plan", "figures"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that is not what it was. `old` is None when it is new, `new` when it is gone.

    `group` is a key of the plan (`plan` for those of the whole plan, `figures` for those of a unit
    in its table), `id` the fact's own, `part` the key in it; `name` is what people call it when
    that is not its id.
    """

    group: str
    id: str
    part: str
    old: str | None
    new: str | None
    old_where: Span | None = None
    new_where: Span | None = None
    name: str = ""

    @property
    def edits(self) -> tuple[Edit, ...]:
        """Return the words that went and came."""
        return edits(words((Run(self.old or ""),)), words((Run(self.new or ""),)))


@dataclass(frozen=True, slots=True)
class _Entry:
    """A fact in its words, by part; prose has a part for each line."""

    parts: Mapping[str, str]
    prose: Mapping[str, tuple[str, ...]]
    span: Span | None
    name: str = ""

    @property
    def summary(self) -> str:
        lines = (line for prose in self.prose.values() for line in prose)
        return "; ".join(filter(None, [*self.parts.values(), *lines]))


def changed(old: Plan, new: Plan) -> tuple[Fact, ...]:
    """Return the facts that differ between two plans, group by group, in the order of the new."""
    found: list[Fact] = []
    for group in (*COLLECTIONS, _WHOLE, "forms", _FIGURES):
        found += _group(group, _entries(old, group), _entries(new, group))
    return tuple(found)


def _entries(plan: Plan, group: str) -> dict[str, _Entry]:
    printer = Printer(plan.facts)
    keys = plan.keys
    if group == _WHOLE:
        values = {name: getattr(keys, name) for name in PLAIN}
        spans = keys.spans
        return {n: _entry(v, n, printer, spans.get(n)) for n, v in values.items() if v is not None}
    if group == _FIGURES:
        return {row.unit.id: _row(row) for row in plan.figures.values()}
    if group == "forms":
        forms: dict[str, _Entry] = {}
        for form in keys.forms or ():
            name = form.use.text if form.use else ""
            by = f" ({form.by.text})" if form.by else ""
            id = f"{name}{by}" if name in forms else name
            forms[id] = _entry(form, group, printer, form.span)
        return forms
    items = getattr(keys, group) or {}
    return {id: _entry(item, f"{group}.{id}", printer, item.span) for id, item in items.items()}


def _row(row: Figures) -> _Entry:
    """Return what the table of the units says of one of them."""
    cells = {**row.targets, **row.totals, **row.personal}
    parts = {name: cell.text for name, cell in cells.items()}
    parts |= dict.fromkeys(row.dropped, NOT_APPLICABLE)
    where = min((cell.span for cell in cells.values()), default=None)
    return _Entry(parts, {}, where, row.unit.in_sentence)


def _entry(value: object, path: str, printer: Printer, span: Span | None) -> _Entry:
    """Return a fact in its words; `path` names it in the plan."""
    if not isinstance(value, Record):
        lines = {ITEM: _lines(value, printer)} if isinstance(value, Prose) else {}
        return _Entry({} if lines else {ITEM: _words(value, printer)}, lines, span)
    group = path.split(".")[0]
    own = _ITSELF.get(group, ())
    parts: dict[str, str] = {}
    prose: dict[str, tuple[str, ...]] = {}
    if group == "deadlines":
        parts[ITEM] = str(printer.value(f"{path}.words", value.span))
    for key, (attribute, _, _) in shapes_of(type(value)).items():
        found = getattr(value, attribute)
        if found is None or (group == "deadlines" and key in own):
            continue
        if isinstance(found, Prose):
            prose[key] = _lines(found, printer)
        else:
            parts[ITEM if key in own else key] = _words(found, printer)
    return _Entry(parts, prose, span)


def _words(value: Any, printer: Printer) -> str:
    """Return any value of a plan in its words."""
    if isinstance(value, Text):
        return printer.text(value)
    if isinstance(value, Day | Period):
        return value.words()
    if isinstance(value, Name):
        return OBJECTS.get(value.text) or AWARDED.get(value.text) or value.text
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, tuple):
        return ", ".join(_words(item, printer) for item in value)
    if isinstance(value, Prose):
        return "; ".join(_lines(value, printer))
    if isinstance(value, Grid | Layer):
        return ""
    if isinstance(value, Record):
        found = (getattr(value, name) for name, _, _ in shapes_of(type(value)).values())
        return "; ".join(_words(item, printer) for item in found if item is not None)
    return AWARDED.get(str(value)) or str(value)


def _lines(prose: Prose, printer: Printer) -> tuple[str, ...]:
    runs = (printer.runs(point.text.pieces, {}) for point in prose.points)
    return tuple("".join(run.text for run in line) for line in runs)


def _group(group: str, old: Mapping[str, _Entry], new: Mapping[str, _Entry]) -> Iterator[Fact]:
    """Yield what differs between the facts of a group; one under another id has a part `id`."""
    renamed = _renamed(old, new)
    for id, entry in new.items():
        before = old.get(id) or old.get(renamed.get(id, ""))
        if before is None:
            yield Fact(group, id, ITEM, None, entry.summary, None, entry.span, entry.name)
            continue
        if id in renamed:
            yield Fact(group, id, "id", renamed[id], id, before.span, entry.span)
        yield from _parts(group, id, before, entry)
    for id, entry in old.items():
        if id not in new and id not in renamed.values():
            yield Fact(group, id, ITEM, entry.summary, None, entry.span, None, entry.name)


def _renamed(old: Mapping[str, _Entry], new: Mapping[str, _Entry]) -> dict[str, str]:
    """Return new id → old id of the facts that say the same under another id, no other alike."""
    gone = {id: entry for id, entry in old.items() if id not in new}
    come = {id: entry for id, entry in new.items() if id not in old}
    found: dict[str, str] = {}
    for id, entry in come.items():
        same = [other for other, was in gone.items() if _same(was, entry)]
        twins = [other for other, now in come.items() if _same(now, entry)]
        if len(same) == len(twins) == 1:
            found[id] = same[0]
    return found


def _same(one: _Entry, other: _Entry) -> bool:
    return (one.parts, one.prose) == (other.parts, other.prose)


def _parts(group: str, id: str, old: _Entry, new: _Entry) -> Iterator[Fact]:
    where = old.span, new.span
    for part in dict.fromkeys([*new.parts, *old.parts]):
        before, after = old.parts.get(part), new.parts.get(part)
        if before != after:
            yield Fact(group, id, part, before, after, *where, new.name)
    for part in dict.fromkeys([*new.prose, *old.prose]):
        sides = [[_item(line) for line in side.prose.get(part, ())] for side in (old, new)]
        for pair in align(*sides):
            before = old.prose[part][pair.old] if pair.old is not None else None
            after = new.prose[part][pair.new] if pair.new is not None else None
            if before != after:
                yield Fact(group, id, part, before, after, *where)


def _item(line: str) -> Item:
    return Item(line, tuple(line.split()))
