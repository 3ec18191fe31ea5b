"""Who fills a form: units, registrants, the issuer itself, or whoever a blank is handed on to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath

from kehoach import units
from kehoach.copies import Copy
from kehoach.figures import Figures
from kehoach.form.registrants import Registrant, folder
from kehoach.form.words import HANDED_ON, LEVELS, OTHERS, OWN
from kehoach.model import Form
from kehoach.plan import Plan
from kehoach.units import Unit
from kehoach.words import Printer

ROOT = PurePosixPath("dang-ky")
"""Folder of the forms that belong to no unit."""


@dataclass(frozen=True, slots=True)
class Filler:
    """Who fills a form, where it goes, and what is known of them.

    `name` stands in a sentence, `head` and `over` at the top of the paper; all three are empty
    for a blank that is handed on. `plan` is the unit's copy, or the plan where there is none.
    """

    folder: PurePosixPath
    id: str
    plan: Plan
    name: str = ""
    head: str = ""
    over: str = ""
    place: str = ""
    unit: Unit | None = None
    kind: str = ""
    totals: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Circle:
    """A plan and everybody that its forms can go to, by what its tables say of them."""

    plan: Plan
    copies: Sequence[Copy]
    rows: Mapping[str, Figures]
    registrants: Sequence[Registrant]
    on: date

    def fillers(self, form: Form, by: str) -> Iterator[Filler]:
        """Yield those who fill `form`, each once, in the order of the units."""
        if form.parties:
            printer = Printer(self.plan.facts)
            yield from (self.party(printer.text(text)) for text in form.parties)
        elif by in LEVELS:
            yield from self._units(by)
        elif by == OTHERS:
            yield from map(self.registrant, self.registrants)
        elif by in HANDED_ON:
            yield from (_blank(filler) for filler in self._lowest())
        elif by in OWN:
            yield self.issuer()

    def party(self, words: str) -> Filler:
        """Return the unit with an id, or the body that `words` name."""
        unit = units.find(words, self.on, self.plan.unit)
        if unit:
            copy = next((copy for copy in self.copies if copy.unit.code == unit.code), None)
            return self._copy(copy) if copy else self._unit(unit)
        given = next((item for item in self.registrants if item.name == words), None)
        return self.registrant(given or Registrant(folder(words), words))

    def registrant(self, given: Registrant) -> Filler:
        """Return a registrant of `others:` as a filler; a sở stands under its Ủy ban nhân dân."""
        above = self.plan.unit.in_sentence if self.plan.unit else ""
        over = f"Ủy ban nhân dân {above}" if given.name.startswith("Sở ") and above else ""
        return Filler(
            ROOT / given.id,
            given.id,
            self.plan,
            given.name,
            given.name,
            given.over or over,
            given.place or self._place(),
            kind=given.kind,
            totals=given.totals,
        )

    def issuer(self) -> Filler:
        """Return the body that issues the plan, for the forms that it fills itself."""
        own = self.plan.keys.issuer
        printer = Printer(self.plan.facts)
        over, name = (printer.text(own.over), printer.text(own.name)) if own else ("", "")
        full = printer.text(own.short or own.full or own.name) if own else ""
        return Filler(ROOT, "", self.plan, full, name, over, self._place())

    def all_units(self) -> Iterator[Filler]:
        """Yield the units right below the plan's own, which its summary lists."""
        level = next((level for level in LEVELS if [*self._units(level)]), "")
        yield from self._units(level) if level else ()

    def _units(self, level: str) -> Iterator[Filler]:
        found = [copy for copy in self.copies if copy.unit.level == level]
        if found:
            yield from map(self._copy, found)
        elif self.copies and level == "commune":
            yield from (_blank(self._copy(copy)) for copy in self.copies)
        elif not self.copies and self.plan.unit and level in ("district", "commune"):
            wanted: units.Level = "district" if level == "district" else "commune"
            yield from map(self._unit, units.children(self.plan.unit, wanted, self.on))

    def _lowest(self) -> Iterator[Filler]:
        """Yield the units that hand a blank on, and the issuer where there are no copies."""
        level = next((n for n in ("commune", "district") if self._has(n)), "")
        found = [copy for copy in self.copies if copy.unit.level == level]
        yield from map(self._copy, found) if found else (self.issuer(),)

    def _has(self, level: str) -> bool:
        return any(copy.unit.level == level for copy in self.copies)

    def _copy(self, copy: Copy) -> Filler:
        own = copy.plan.keys.issuer
        printer = Printer(copy.plan.facts)
        full = printer.text(own.short or own.full or own.name) if own else copy.unit.in_sentence
        if copy.unit.name not in full:
            full = f"{full} {copy.unit.name}"
        name, over = (printer.text(own.name), printer.text(own.over)) if own else ("", "")
        return self._of(copy.unit, copy.plan, _cased(full, self.issuer().name), name, over)

    def _unit(self, unit: Unit) -> Filler:
        name = f"Ủy ban nhân dân {unit.in_sentence}"
        return self._of(unit, self.plan, name, name, "")

    def _of(self, unit: Unit, plan: Plan, name: str, head: str, over: str) -> Filler:
        row = self.rows.get(unit.code)
        totals = {id: cell.text for id, cell in row.totals.items()} if row else {}
        where = PurePosixPath(unit.id)
        return Filler(where, unit.id, plan, name, head, over, unit.place, unit, unit.level, totals)

    def _place(self) -> str:
        own = self.plan.keys.issuer
        given = Printer(self.plan.facts).text(own.place) if own else ""
        return given or (self.plan.unit.place if self.plan.unit else "")


def _blank(filler: Filler) -> Filler:
    """Return a filler of whom only the unit is known through which the blank comes."""
    return Filler(filler.folder, filler.id, filler.plan, unit=filler.unit, kind="")


def _cased(name: str, model: str) -> str:
    """Return `name`, its beginning written as in `model` where the two are alike but for case."""
    same = 0
    while name[: same + 1].lower() == model[: same + 1].lower() and same < min(
        len(name), len(model)
    ):
        same += 1
    return model[:same] + name[same:]
