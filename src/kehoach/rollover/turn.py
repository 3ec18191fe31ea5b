"""A plan on its way into another year: what all steps of the move know and write to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from kehoach.diagnostic import Diagnostic, Span
from kehoach.plan import Plan
from kehoach.rollover.outdated import Base
from kehoach.rollover.sheet import Sheet
from kehoach.rollover.span import Years
from kehoach.source import Scalar
from kehoach.units import Unit


@dataclass(slots=True)
class Turn:
    """The move of `plan` to the file at `path`.

    `unit` is what the plan's unit is in the new year, None when nobody can tell; `no_districts`
    that its districts are gone. `then` and `on` are the days of the two plans; `ended` tells of
    the refs that are not in force on the second. `file` gives the name in the new plan of a file
    that the plan names under a key.
    """

    plan: Plan
    path: str
    years: Years
    then: date
    on: date
    unit: Unit | None
    no_districts: bool
    sheet: Sheet
    ended: Mapping[str, Base]
    file: Callable[[str, Scalar], str]
    _told: dict[tuple[str, object], Diagnostic] = field(default_factory=dict)

    @property
    def before(self) -> str:
        """Return how notes call the old year."""
        return f"năm {self.years.old}"

    def note(self, node: Scalar, words: str) -> None:
        """Put a comment above the line on which a value begins."""
        self.sheet.note(node.span.line, words)

    def findings(self) -> list[Diagnostic]:
        """Return what was told, each where it stands in the new file."""
        return [
            replace(found, where=self.sheet.now(self.path, found.where.line))
            for found in self._told.values()
            if isinstance(found.where, Span)
        ]

    def tell(self, found: Diagnostic) -> None:
        """Take down a finding at a line of the old file, once for the last of its arguments."""
        key = next(reversed([*found.args.values()]), "")
        self._told.setdefault((found.code, key), found)

    def at(self, line: int) -> Span:
        """Return the place of a line of the old file."""
        return Span(self.plan.path, line, 1)
