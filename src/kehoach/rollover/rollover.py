"""A plan as the draft for another year: moved where that is plain, marked where it is not.

The file keeps its comments, its order and its quotes. Every place that somebody has to look at
gets a comment above it, `# [2025] …`; what is decided each year becomes `?`, its old value in one.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from kehoach import allotment, tabular, units
from kehoach.absorb.files import Files
from kehoach.diagnostic import N_, Diagnostic, Place, Span, error, has_errors, in_order, warning
from kehoach.layers import Fetch, within
from kehoach.plan import Plan, day_of, load
from kehoach.rollover import outdated, tables
from kehoach.rollover.keys import take
from kehoach.rollover.sheet import Sheet
from kehoach.rollover.span import shifted, years
from kehoach.rollover.turn import Turn
from kehoach.source import Line, Scalar

_SCHEMA = re.compile(r"#\s*yaml-language-server:\s*\$schema=(\S+)")


@dataclass(frozen=True, slots=True)
class Rolled:
    """The files of the new plan by their paths, the plan itself last, and how many notes it has."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    notes: int = 0


def rolled(old: str, path: str, year: int, fetch: Fetch) -> tuple[Rolled | None, list[Diagnostic]]:
    """Return the plan at `old` as one at `path` for another year, or None and why there is none.

    Paths are those of the working folder. Findings about the new plan point into its text. The
    plan that is rolled over may have no errors; the new one has those that the new year brings.
    """
    plan, findings = load(old, fetch)
    if plan is None or has_errors(findings):
        return None, findings
    refused = _refusal(plan, year)
    if refused:
        return None, [refused]
    moved = _Moved(plan, path, year, fetch)
    made = moved.rolled()
    again, found = load(path, lambda name: made.files.get(name) or fetch(name))
    errors = (fault for fault in found if has_errors([fault]))
    return (made if again else None), in_order([*moved.findings(), *errors])


def _refusal(plan: Plan, year: int) -> Diagnostic | None:
    where = Place(plan.path)
    if plan.abstract:
        return error("K003", where, N_("a base plan belongs to no year: extend it instead"))
    if plan.keys.year == year:
        return error("K002", where, N_("the plan is of the year {year} already"), year=year)
    return None


class _Moved:
    """A plan while it is moved."""

    def __init__(self, plan: Plan, path: str, year: int, fetch: Fetch) -> None:
        keys = plan.keys
        self._plan, self._path, self._fetch = plan, path, fetch
        self._years = years(keys.year or year, year, keys.duration)
        then = day_of(keys.date) or date(self._years.old, 12, 31)
        day = shifted(keys.date, self._years.step) if keys.date else None
        self._on = day_of(day) or date(year, 12, 31)
        self._unit = outdated.now(plan.unit, self._on) if plan.unit else None
        self._sheet = Sheet(Files(fetch), plan.path, year)
        self._turn = Turn(
            plan,
            path,
            self._years,
            then,
            self._on,
            self._unit,
            outdated.no_districts(plan.unit, then, self._unit, self._on),
            self._sheet,
            outdated.bases(keys.refs or {}, self._on),
            self._file,
        )
        self._tables: dict[str, bytes] = {}

    def rolled(self) -> Rolled:
        """Return the files of the new plan, itself last."""
        for placed in self._sheet.files.nodes(self._plan.path):
            take(self._turn, placed)
        self._head()
        files = {**self._tables, self._path: self._sheet.text.encode()}
        return Rolled(files, self._sheet.count)

    def findings(self) -> list[Diagnostic]:
        """Return what was found while the plan was moved."""
        return [*self._turn.findings(), *self._inherited()]

    def _inherited(self) -> Iterator[Diagnostic]:
        """Yield the layers below whose figures and dates the new plan takes over as they are."""
        layers: dict[str, list[str]] = {}
        for group in ("targets", "award_forms", "deadlines", "phases"):
            for id, item in (getattr(self._plan.keys, group) or {}).items():
                if item.span.path != self._plan.path and re.search(r"\d", self._said(item.span)):
                    layers.setdefault(item.span.path, []).append(id)
        for path, ids in layers.items():
            message = N_("{path} gives figures or dates, which stay as they are: {names}")
            hint = N_("look whether they hold for the new year, too")
            yield warning("K017", Place(path), message, hint, path=path, names=", ".join(ids))

    def _said(self, span: Span) -> str:
        text = self._fetch(span.path).decode("utf-8", "replace")
        return "\n".join(text.splitlines()[span.line - 1 : span.end_line])

    def _head(self) -> None:
        """Say above the first key where the file comes from, and set right where its schema is."""
        first = self._sheet.line(1)
        schema = _SCHEMA.match(first)
        if schema:
            name = self._beside(schema[1])
            self._sheet.replace(Line(first, Span(self._plan.path, 1, 1)), *schema.span(1), name)
        mark = self._sheet.prefix.strip()
        words = f"lập từ {self._plan.path}; dưới mỗi dòng “{mark}” có chỗ cần xem lại"
        self._sheet.note(2 if schema else 1, words)

    def _beside(self, name: str) -> str:
        """Return the path of a file, named from the old plan's folder, from that of the new one."""
        old, new = posixpath.dirname(self._plan.path), posixpath.dirname(self._path)
        return name if old == new else posixpath.relpath(posixpath.join(old, name), new)

    def _file(self, key: str, node: Scalar) -> str:
        if key != "units" or within(node.span.path, node.text) is None:
            return self._beside(node.text)
        path = within(node.span.path, node.text) or ""
        data = self._fetch(path)
        rows, _ = tabular.read(data, path)
        unit, years_ = self._unit, (self._years.old, self._years.new)
        name = tables.name(path, years_, posixpath.dirname(self._path))
        below = allotment.below(unit, self._on) if unit else ()
        made, lost = tables.rolled(rows, lambda id: units.find(id, self._on, unit), below)
        self._tables[name] = tables.written(made, data)
        if lost:
            message = N_("units of the table that are no more: {names}")
            hint = N_("their rows are left out; those that are there now have empty ones")
            self._turn.tell(warning("K015", node.span, message, hint, names=", ".join(lost)))
        return posixpath.basename(name)
