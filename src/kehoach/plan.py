"""A plan with its layers merged and its values typed: everything that can be known of it before
a word is printed.

After `load` without errors: every key is known and typed, ids are unique, every name in an
expression and every id that refers to something exists, the unit was there on the plan's date,
tables are read, and no text refers to itself.
"""

from __future__ import annotations

import datetime
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kehoach import allotment, layers, links, sense, tables, units
from kehoach.diagnostic import N_, Diagnostic, Span, error, has_errors, in_order, warning
from kehoach.facts import Facts, clashes
from kehoach.include import expand
from kehoach.json_schema import json_schema as schema_of
from kehoach.layers import Fetch
from kehoach.model import PlanKeys, Ref
from kehoach.outline import miscounted
from kehoach.recall import Memory
from kehoach.schema import Memo, Reader, shapes_of
from kehoach.sections import with_sections
from kehoach.source import Mapping as Node
from kehoach.source import Scalar
from kehoach.units import Unit
from kehoach.values import Day
from kehoach.written_once import repeated

MOST = 20_000
"""So many values are kept: those of some hundred plans."""

SCHEMA_ID = "urn:kehoach:plan"


@dataclass(frozen=True, slots=True)
class Shared:
    """What plans have in common: the values that nodes were read as, and lines that were printed.

    Nodes are the same from plan to plan where these extend one file.
    """

    memo: Memo = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)

    def trim(self) -> None:
        """Forget everything when it has become too much."""
        if len(self.memo) > MOST:
            self.memo.clear()


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan ready to be composed.

    `layers` are the files that it was laid together from, the lowest first, `root` what they make
    laid over one another; `sources` gives the bytes of each file. `figures` are those of the units
    below. Lines that tell of a `dropped` target are left out.
    """

    path: str
    keys: PlanKeys
    root: Node
    layers: tuple[Node, ...]
    sources: Mapping[str, bytes]
    unit: Unit | None
    facts: Facts
    figures: allotment.Given = field(default_factory=dict)
    dropped: frozenset[str] = frozenset()
    shared: Shared = field(default_factory=Shared, compare=False, repr=False)

    @property
    def type(self) -> str:
        """Return the type of document, which is also the name of its template."""
        return self.keys.template.text if self.keys.template else self.keys.type or "ke-hoach"

    @property
    def abstract(self) -> bool:
        """Return whether the file is a base for others and never a document itself."""
        return bool(self.keys.abstract)


@dataclass(frozen=True, slots=True)
class Handed:
    """What a plan hands down to a copy: its nodes and unit, what it cites, figures, targets that
    it is without.

    `like` is a copy that was checked in full: only what this one does not share with it is new.
    """

    root: Node
    unit: Unit
    parent: Ref
    figures: allotment.Given
    dropped: frozenset[str]
    like: Plan | None


def load(
    path: str, fetch: Fetch, shared: Shared | None = None
) -> tuple[Plan | None, list[Diagnostic]]:
    """Return the plan at `path` of the working folder, or None, and all that is wrong with it.

    `fetch` gives a file's bytes by its path and raises OSError. What is `shared` is taken from
    plans before and left for those after.
    """
    stack, findings = layers.load(path, fetch)
    if stack is None:
        return None, in_order(findings)
    if has_errors(findings):
        return None, in_order([*findings, *_elsewhere(stack, findings)])
    if not posixpath.basename(path).endswith((".yaml", ".yml")):
        where = Span(path, 1, 1, 1, 1)
        findings.append(warning("P013", where, N_("the name of a plan ends in .yaml")))
    common = shared or Shared()
    common.trim()
    plan, found = assemble(path, stack.layers, dict(stack.sources), fetch, common)
    return plan, in_order(findings + found)


def assemble(
    path: str,
    chain: tuple[Node, ...],
    sources: dict[str, bytes],
    fetch: Fetch,
    shared: Shared,
    handed: Handed | None = None,
) -> tuple[Plan, list[Diagnostic]]:
    """Return the plan that the layers of `chain`, the lowest first, make together.

    A copy takes what is `handed` down; a plan of its own looks its unit and the figures of the
    units below it up. Table files are added to `sources`.
    """
    root = handed.root if handed else layers.merged(chain)
    like = handed.like if handed else None
    reader = Reader(
        layer=PlanKeys, partial=_is_abstract(root), memo=shared.memo, learn=like is None
    )
    keys: PlanKeys = reader.read(root, PlanKeys)
    findings = list(reader.findings)
    keys, found = tables.with_files(keys, fetch, sources, shared.memo)
    findings += found
    on = day_of(keys.date)
    if handed:
        unit: Unit | None = handed.unit
        given, keys = handed.figures, allotment.without_tables(keys)
    else:
        unit, found = _unit(keys)
        findings += found
        given, found = allotment.read(keys, unit, on, fetch, sources)
        findings += [*found, *allotment.ended(keys, unit, on, day_of(keys.report_on))]
    keys = allotment.with_tables(keys, unit, on, given)
    extra: dict[str, object] = {"unit": unit, "parent": handed.parent if handed else None}
    facts = Facts(keys, extra)
    findings += _faults(facts, like)
    dropped = handed.dropped if handed else frozenset()
    plan = Plan(path, keys, root, chain, sources, unit, facts, given, dropped, shared)
    return plan, findings


def _faults(facts: Facts, like: Plan | None) -> list[Diagnostic]:
    """Return what is wrong with a plan, but for what it shares with `like`, which was looked at."""
    shared = like is not None and facts.alike(like.facts)
    keys = _new(facts.keys, like.keys) if like and shared else facts.keys
    findings = [] if shared else list(clashes(keys))
    findings += links.check(keys, facts)
    endless = any(found.code == "E022" for found in findings)
    findings += _miscounted(keys, facts, endless)
    findings += sense.check(keys)
    if not has_errors(findings):
        findings += repeated(keys, facts)
    return findings


def _new(keys: PlanKeys, like: PlanKeys) -> PlanKeys:
    """Return what of `keys` is not the very same in `like`."""
    new: dict[str, Any] = {}
    for name, _, _ in shapes_of(PlanKeys).values():
        value, other = getattr(keys, name), getattr(like, name)
        if value is not None and value is not other:
            both = isinstance(value, dict) and isinstance(other, dict)
            new[name] = _differing(value, other) if both else value
    return PlanKeys(span=keys.span, spans=keys.spans, unread=keys.unread, **new)


def _differing(value: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    return {name: item for name, item in value.items() if item is not other.get(name)}


def _elsewhere(stack: layers.Stack, known: list[Diagnostic]) -> list[Diagnostic]:
    """Return what is wrong with keys and values on the lines that `known` says nothing of."""
    root = layers.merged(stack.layers)
    reader = Reader(layer=PlanKeys, partial=_is_abstract(root) or not stack.whole)
    reader.read(root, PlanKeys)
    places = {(f.where.path, f.where.line) for f in known if isinstance(f.where, Span)}
    spans = ((f, f.where) for f in reader.findings if isinstance(f.where, Span))
    return [found for found, span in spans if (span.path, span.line) not in places]


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a plan file."""
    return schema_of(PlanKeys, "Kế hoạch", SCHEMA_ID)


def day_of(day: Day | None) -> datetime.date | None:
    """Return the last day that a date of a plan can mean, or None for an unknown one."""
    return datetime.date(*day.last) if day and day.known else None


def _miscounted(keys: PlanKeys, facts: Facts, endless: bool) -> Iterator[Diagnostic]:
    """Yield every typed number that is not the one that will be printed.

    In a plan whose prose is `endless` what would be included is not looked at.
    """
    plan = facts.keys
    is_new = plan.body and (keys.body or keys.sections)
    body = with_sections(plan.body, plan.sections or {}) if plan.body and is_new else []
    annexes = (annex.body for annex in keys.annexes or ())
    rest = (keys.preamble, keys.closing, keys.recipients, *annexes)
    for points in (body, *(prose.points for prose in rest if prose)):
        yield from miscounted(points if endless else expand(points, facts))


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
