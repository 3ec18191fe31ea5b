"""What each unit below is given: its figures, the table that hands them out, and their sums."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kehoach import figures, layers, units
from kehoach.diagnostic import N_, Diagnostic, Span, error, warning
from kehoach.expression import Literal
from kehoach.figures import NOT_APPLICABLE, Figure, Figures
from kehoach.layers import Fetch
from kehoach.markup import Marked, Piece
from kehoach.model import Column, Grid, PlanKeys, Target
from kehoach.schema import Name, Text
from kehoach.tabular import TABLES
from kehoach.units import Level, Unit
from kehoach.values import UNKNOWN_MARK, parse_amount
from kehoach.vietnamese import slug
from kehoach.vocabulary import OBJECTS

BY_UNIT = "targets_by_unit"
"""The table of an annex that is made from the figures: a row a unit, a column a target."""

LEVELS: tuple[Level, ...] = ("district", "commune")

Given = Mapping[str, Figures]
"""Unit code → its figures."""


def below(unit: Unit, on: date) -> tuple[Unit, ...]:
    """Return the units right below: districts while there are any, else communes."""
    found = (units.children(unit, level, on) for level in LEVELS)
    return next((children for children in found if children), ())


def read(
    keys: PlanKeys, unit: Unit | None, on: date | None, fetch: Fetch, sources: dict[str, bytes]
) -> tuple[Given, list[Diagnostic]]:
    """Return the figures of each unit below, from the table named by `units:` of the plan.

    The table's bytes are added to `sources`.
    """
    name = keys.units
    if name is None or unit is None or on is None:
        return {}, []
    path = layers.within(name.span.path, name.text)
    if path is None:
        message = N_("«{name}» leads out of the working folder")
        hint = N_("name a file below the folder of the plan")
        return {}, [error("P010", name.span, message, hint, name=name.text)]
    try:
        data = sources[path] = fetch(path)
    except OSError as fault:
        message = N_("the file {path} cannot be read: {reason}")
        hint = N_("check the name of the file")
        reason = fault.strerror or type(fault).__name__
        return {}, [error("P012", name.span, message, hint, path=path, reason=reason)]
    given, findings = figures.read(
        data, path, keys.targets or (), lambda id: units.find(id, on, unit)
    )
    findings += figures.missing(below(unit, on), given, name.span)
    return given, [*findings, *_sums(keys, given, below(unit, on))]


def ended(
    keys: PlanKeys, unit: Unit | None, on: date | None, report_on: date | None
) -> Iterator[Diagnostic]:
    """Yield the units below that are there on the plan's day and gone when returns are counted."""
    if unit is None or on is None or report_on is None or keys.report_on is None:
        return
    where = keys.report_on.span or keys.span
    for child in below(unit, on):
        if not child.stands(report_on):
            after = ", ".join(later.in_sentence for later in units.successors(child))
            message = N_("{unit} is not there any more when returns are counted")
            hint = N_("what it registers is counted by {after}")
            words = {"unit": child.in_sentence, "after": after}
            yield warning("P087", where, message, hint, **words)


def applies(target: Target, unit: Unit) -> bool:
    """Return whether a target is meant for `unit`: it names no units, or this one or its kind."""
    named = {name.text for name in target.where or ()}
    return not named or bool(named & {unit.id, unit.base, slug(unit.kind)})


def shares(
    keys: PlanKeys, given: Given, dropped: frozenset[str] = frozenset()
) -> Callable[[Unit], Figures]:
    """Return what gives a unit's figures: targets not meant for it dropped, its share not known.

    A number that a table shares out among units is never given whole to one that has no figure
    of its own; a percentage holds for everyone. `dropped` are the targets dropped above it.
    """
    targets = keys.targets or {}
    columns = {name for figures in given.values() for name in figures.targets}
    blank = {
        name: Figure(UNKNOWN_MARK, target.value.span if target.value else target.span)
        for name, target in targets.items()
        if _is_shared(name, target, columns)
    }

    def row_of(unit: Unit) -> Figures:
        row = given.get(unit.code, Figures(unit))
        strange = {name for name, target in targets.items() if not applies(target, unit)}
        gone = row.dropped | strange | dropped
        unknown = {name: blank[name] for name in blank if name not in {*row.targets, *gone}}
        return replace(row, targets=row.targets | unknown, dropped=gone)

    return row_of


def _is_shared(name: str, target: Target, columns: Container[str]) -> bool:
    value = target.value
    if value is None or value.unknown or "%" in value.marked.literal:
        return False
    return name in columns or value.span.path.endswith(TABLES)


def with_tables(keys: PlanKeys, unit: Unit | None, on: date | None, given: Given) -> PlanKeys:
    """Return the keys with each annex that hands out targets given its table."""
    if unit is None or on is None:
        return keys
    annexes = keys.annexes or ()
    if not any(_is_by_unit(annex.table) for annex in annexes):
        return keys
    made = tuple(
        replace(annex, table=_grid(keys, below(unit, on), given, annex.table.span))
        if isinstance(annex.table, Name) and _is_by_unit(annex.table)
        else annex
        for annex in annexes
    )
    return replace(keys, annexes=made)


def without_tables(keys: PlanKeys) -> PlanKeys:
    """Return the keys without the annexes that hand out targets: a copy has nobody to give to."""
    annexes = tuple(annex for annex in keys.annexes or () if not _is_by_unit(annex.table))
    return keys if annexes == (keys.annexes or ()) else replace(keys, annexes=annexes)


def _is_by_unit(table: object) -> bool:
    return isinstance(table, Name) and table.text == BY_UNIT


def _grid(keys: PlanKeys, rows: Iterable[Unit], given: Given, span: Span) -> Grid:
    targets = keys.targets or {}
    columns = [
        Column(span=span, title=_text("STT", span), width=1, align="center"),
        Column(span=span, title=_text("Đơn vị", span), width=5, align="left"),
    ]
    columns += [
        Column(span=target.span, title=_title(target), width=3, align="center")
        for target in targets.values()
    ]
    row_of = shares(keys, given)
    cells = [
        (
            _text(str(number), span),
            _text(unit.in_sentence[:1].upper() + unit.in_sentence[1:], span),
            *(_cell(name, target, row, span) for name, target in targets.items()),
        )
        for number, unit in enumerate(rows, 1)
        for row in (row_of(unit),)
    ]
    return Grid(span=span, columns=tuple(columns), rows=tuple(cells))


def _title(target: Target) -> Text:
    if target.title:
        return target.title
    names = ", ".join(OBJECTS.get(name.text, name.text) for name in target.of or ())
    words = f"{names[:1].upper()}{names[1:]}"
    return _text(words, target.span)


def _cell(name: str, target: Target, row: Figures, span: Span) -> Text:
    """Return a unit's own figure, else the plan's; `-` where the target does not apply."""
    if name in row.dropped:
        return _text(NOT_APPLICABLE, span)
    if name in row.targets:
        return _text(row.targets[name].text, row.targets[name].span)
    return target.value or _text("", span)


def _sums(keys: PlanKeys, given: Given, rows: Iterable[Unit]) -> Iterator[Diagnostic]:
    """Yield the targets that count things whose figures by unit do not add up to the plan's."""
    units_below = list(rows)
    for name, target in (keys.targets or {}).items():
        whole = parse_amount(target.value.marked.literal) if target.value else None
        if whole is None or "%" in whole.unit:
            continue
        parts = [_number(given[unit.code], name) for unit in units_below if unit.code in given]
        if len(parts) < len(units_below) or None in parts or not parts:
            continue
        total = sum((part for part in parts if part is not None), Decimal(0))
        if total != whole.number:
            message = N_("the figures of the units add up to {total}, the plan says {whole}")
            hint = N_("correct the table or the value of «{name}»")
            where = target.value.span if target.value else target.span
            words = {"total": total, "whole": whole.number, "name": name}
            yield warning("P086", where, message, hint, **words)


def _number(row: Figures, name: str) -> Decimal | None:
    """Return a unit's figure as a number, 0 where the target does not apply, None without one."""
    if name in row.dropped:
        return Decimal(0)
    amount = parse_amount(row.targets[name].text) if name in row.targets else None
    return amount.number if amount else None


def _text(words: str, span: Span) -> Text:
    pieces = (Piece(Literal(words, span, ()), span=span),) if words else ()
    return Text(Marked(pieces, span), span)
