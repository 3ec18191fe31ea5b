"""A plan with its layers merged and its values typed: everything that can be known of it before
a word is printed.

After `load` without errors: every key is known and typed, ids are unique, every name in an
expression and every id that refers to something exists, the unit was there on the plan's date,
tables are read, and no text refers to itself.
"""

from __future__ import annotations

import datetime
import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kehoach import layers, links, tabular, units
from kehoach.diagnostic import N_, Diagnostic, Span, error, has_errors, in_order, warning
from kehoach.expression import Literal
from kehoach.facts import Facts, clashes
from kehoach.json_schema import json_schema as schema_of
from kehoach.layers import Fetch
from kehoach.markup import Marked, Piece
from kehoach.model import Grid, PlanKeys, Ref
from kehoach.schema import Reader, Text
from kehoach.source import Mapping as Node
from kehoach.source import Scalar
from kehoach.units import Unit
from kehoach.values import Day
from kehoach.written_once import repeated

SCHEMA_ID = "kehoach/plan.schema.json"


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan ready to be composed.

    `layers` are the files that it was laid together from, the lowest first; `sources` gives the
    bytes of each file. Lines that tell of a `dropped` target are left out.
    """

    path: str
    keys: PlanKeys
    layers: tuple[Node, ...]
    sources: Mapping[str, bytes]
    unit: Unit | None
    facts: Facts
    dropped: frozenset[str] = frozenset()

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
    plan, found = assemble(path, stack.layers, dict(stack.sources), fetch)
    return plan, in_order(findings + found)


def assemble(
    path: str,
    chain: tuple[Node, ...],
    sources: dict[str, bytes],
    fetch: Fetch,
    unit: Unit | None = None,
    parent: Ref | None = None,
    dropped: frozenset[str] = frozenset(),
) -> tuple[Plan, list[Diagnostic]]:
    """Return the plan that the layers of `chain`, the lowest first, make together.

    A copy is given its `unit`, the citation of its `parent` and the targets that do not apply to
    it; a plan of its own looks its unit up. Table files are added to `sources`.
    """
    root = layers.merged(chain)
    reader = Reader(layer=PlanKeys, partial=_is_abstract(root))
    keys: PlanKeys = reader.read(root, PlanKeys)
    findings = list(reader.findings)
    keys, found = _with_tables(keys, fetch, sources)
    findings += found
    if unit is None:
        unit, found = _unit(keys)
        findings += found
    extra: dict[str, object] = {"unit": unit, "parent": parent}
    facts = Facts(keys, extra)
    findings += clashes(keys)
    findings += links.check(keys, facts)
    if not has_errors(findings):
        findings += repeated(keys, facts)
    return Plan(path, keys, chain, sources, unit, facts, dropped), findings


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
