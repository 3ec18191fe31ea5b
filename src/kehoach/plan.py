"""A plan with its layers merged and its values typed: everything that can be known of it before
a word is printed.

After `load` without errors: every key is known and typed, ids are unique, every name in an
expression and every id that refers to something exists, the unit was there on the plan's date,
tables are read, and no text refers to itself.
"""

from __future__ import annotations

import datetime
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kehoach import layers, tabular, units
from kehoach.diagnostic import N_, Diagnostic, Span, error, has_errors, in_order, nearest, warning
from kehoach.expression import Literal
from kehoach.facts import Facts, clashes, pieces, reads, texts
from kehoach.json_schema import json_schema as schema_of
from kehoach.layers import Fetch
from kehoach.markup import Marked, Piece
from kehoach.model import Grid, PlanKeys
from kehoach.outline import Prose
from kehoach.schema import Name, Reader, Text
from kehoach.source import Mapping as Node
from kehoach.source import Scalar
from kehoach.units import Unit
from kehoach.values import Day
from kehoach.vocabulary import OBJECTS
from kehoach.written_once import repeated

SCHEMA_ID = "kehoach/plan.schema.json"


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan ready to be composed. `sources` gives the bytes of each file that it came from."""

    path: str
    keys: PlanKeys
    root: Node
    sources: Mapping[str, bytes]
    unit: Unit | None
    facts: Facts

    @property
    def type(self) -> str:
        """Return the type of document, which is also the name of its template."""
        return self.keys.template.text if self.keys.template else self.keys.type or "ke-hoach"

    @property
    def abstract(self) -> bool:
        """Return whether the file is a base for others and never a document itself."""
        return bool(self.keys.abstract)


def load(path: str, fetch: Fetch) -> tuple[Plan | None, list[Diagnostic]]:
    """Return the plan at `path` of the working folder, or None, and all that is wrong with it.

    `fetch` gives a file's bytes by its path and raises OSError.
    """
    stack, findings = layers.load(path, fetch)
    if stack is None:
        return None, findings
    if not posixpath.basename(path).endswith((".yaml", ".yml")):
        where = Span(path, 1, 1, 1, 1)
        findings.append(warning("P013", where, N_("the name of a plan ends in .yaml")))
    abstract = _is_abstract(stack.root)
    reader = Reader(layer=PlanKeys, partial=abstract)
    keys: PlanKeys = reader.read(stack.root, PlanKeys)
    findings += reader.findings
    sources = dict(stack.sources)
    keys, found = _with_tables(keys, fetch, sources)
    findings += found
    unit, found = _unit(keys)
    findings += found
    extra: dict[str, object] = {"unit": unit} if unit else {}
    facts = Facts(keys, extra)
    findings += clashes(keys)
    if not abstract:
        findings += _names(keys, facts)
    findings += _references(keys)
    findings += _outline(keys)
    findings += _unknowns(keys)
    if not has_errors(findings):
        findings += repeated(keys, facts)
    return Plan(path, keys, stack.root, sources, unit, facts), in_order(findings)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a plan file."""
    return schema_of(PlanKeys, "Kế hoạch", SCHEMA_ID)


def day_of(day: Day | None) -> datetime.date | None:
    """Return the last day that a date of a plan can mean, or None for an unknown one."""
    return datetime.date(*day.last) if day and day.known else None


def _is_abstract(root: Node) -> bool:
    node = root.get("abstract")
    return isinstance(node, Scalar) and node.text.lower() in ("true", "yes")


def _unit(keys: PlanKeys) -> tuple[Unit | None, list[Diagnostic]]:
    on = day_of(keys.date)
    if keys.unit is None or on is None:
        return None, []
    found = units.find(keys.unit.text, on)
    if found:
        return found, []
    message, hint, words = units.why_missing(keys.unit.text, on)
    return None, [error("P040", keys.unit.span, message, hint, **words)]


def _names(keys: PlanKeys, facts: Facts) -> Iterator[Diagnostic]:
    """Yield every name in an expression that means nothing."""
    for path, where in reads(keys):
        fault = facts.missing(path, where)
        if fault:
            yield fault


def _references(keys: PlanKeys) -> Iterator[Diagnostic]:
    """Yield every id that refers to a deadline, a legal basis, a table or an object not there."""
    deadlines, tables = set(keys.deadlines or ()), set(keys.tables or ())
    for holder in (keys.targets, keys.duties):
        for item in (holder or {}).values():
            yield from _known(item.due, deadlines, "deadlines")
    for form in keys.forms or ():
        yield from _known(form.due, deadlines, "deadlines")
    for ref in (keys.refs or {}).values():
        yield from _known(ref.replaced_by, set(keys.refs or ()), "refs")
    for annex in keys.annexes or ():
        if isinstance(annex.table, Name):
            yield from _known(annex.table, tables, "tables")
    for award in (keys.award_forms or {}).values():
        for name in award.criteria or ():
            yield from _known(name, set(keys.criteria or ()), "criteria")
    objects = {*OBJECTS, *(keys.terms or ()), "tap_the", "ca_nhan"}
    for target in (keys.targets or {}).values():
        for name in target.of or ():
            yield from _known(name, objects, "terms")
    for deadline in (keys.deadlines or {}).values():
        for name in deadline.who or ():
            yield from _known(name, objects, "terms")


def _known(name: Name | None, known: set[str], where: str) -> Iterator[Diagnostic]:
    if name is None or name.text in known:
        return
    best = nearest(name.text, known)
    hint = N_("did you mean {best}?") if best else N_("put it under {where}")
    message = N_("there is no «{name}» under {where}")
    yield error("P021", name.span, message, hint, name=name.text, where=where, best=best)


def _outline(keys: PlanKeys) -> Iterator[Diagnostic]:
    """Yield heading ids used twice, sections that are not there, footnotes without a text."""
    ids: dict[str, Span] = {}
    for point in keys.body.points if keys.body else ():
        braces = point.text.braces
        if braces.id in ids and braces.id_span:
            message = N_("the id «{name}» already names the heading on line {line}")
            line = ids[braces.id].line
            yield error("O010", braces.id_span, message, name=braces.id, line=line)
        elif braces.id and braces.id_span:
            ids[braces.id] = braces.id_span
    for name in keys.sections or {}:
        where = keys.spans.get("sections", keys.span)
        yield from (
            replace(fault, code="O011") for fault in _known(Name(name, where), set(ids), "body")
        )
    for text in texts(keys):
        if isinstance(text, Prose):
            yield from _notes(text)


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


def _unknowns(keys: PlanKeys) -> Iterator[Diagnostic]:
    """Yield a warning for every `?`: what the writer has yet to find out."""
    for text in texts(keys):
        if isinstance(text, Text) and text.unknown:
            yield warning("P050", text.span, N_("not known yet: printed as dots"))
    for span in _unknown_days(keys):
        yield warning("P050", span, N_("not known yet: printed as dots"))


def _unknown_days(keys: PlanKeys) -> Iterator[Span]:
    for collection in (keys.deadlines, keys.phases, keys.refs):
        for item in (collection or {}).values():
            for value in vars(item).values():
                if isinstance(value, Day) and not value.known and value.span:
                    yield value.span
    for day in (keys.date, keys.report_on):
        if day and not day.known and day.span:
            yield day.span


def _with_tables(
    keys: PlanKeys, fetch: Fetch, sources: dict[str, bytes]
) -> tuple[PlanKeys, list[Diagnostic]]:
    """Return the keys with every table's rows taken from its file."""
    findings: list[Diagnostic] = []
    tables = {
        name: _table(grid, fetch, sources, findings) for name, grid in (keys.tables or {}).items()
    }
    annexes = tuple(
        replace(annex, table=_table(annex.table, fetch, sources, findings))
        if isinstance(annex.table, Grid)
        else annex
        for annex in keys.annexes or ()
    )
    changed: dict[str, Any] = {"tables": tables} if keys.tables else {}
    if keys.annexes:
        changed["annexes"] = annexes
    return (replace(keys, **changed) if changed else keys), findings


def _table(grid: Grid, fetch: Fetch, sources: dict[str, bytes], findings: list[Diagnostic]) -> Grid:
    width = len(grid.columns or ())
    if grid.file is None:
        for row in (*(grid.header or ()), *(grid.rows or ())):
            if len(row) != width and row:
                message = N_("the row has {count} cells, the table {width} columns")
                hint = N_("merge with ^ (the cell above) and < (the cell to the left)")
                where = row[0].span
                findings.append(error("P031", where, message, hint, count=len(row), width=width))
        return grid
    path = layers.within(grid.file.span.path, grid.file.text)
    if path is None:
        message = N_("«{name}» leads out of the working folder")
        findings.append(error("P010", grid.file.span, message, name=grid.file.text))
        return grid
    try:
        data = sources[path] = fetch(path)
    except OSError as fault:
        message = N_("the file {path} cannot be read: {reason}")
        reason = fault.strerror or type(fault).__name__
        findings.append(error("P012", grid.file.span, message, path=path, reason=reason))
        return grid
    rows, found = tabular.read(data, path)
    findings += found
    if rows and len(rows[0]) != width:
        message = N_("the row has {count} cells, the table {width} columns")
        where = Span(path, 1, 1, 1, 2)
        findings.append(error("P031", where, message, count=len(rows[0]), width=width))
    return replace(grid, rows=tuple(_cells(row, path, at) for at, row in enumerate(rows, 1)))


def _cells(row: Iterable[str], path: str, number: int) -> tuple[Text, ...]:
    """Return a row of a table file as plain texts: nothing in it is markup or an expression."""
    cells = []
    for column, text in enumerate(row, 1):
        span = Span(path, number, column, number, column + 1)
        pieces_ = (Piece(Literal(text, span, ()), span=span),) if text else ()
        cells.append(Text(Marked(pieces_, span), span))
    return tuple(cells)
