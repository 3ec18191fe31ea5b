"""What a plan of last year names that is no more: legal bases, its unit, the district level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kehoach import units
from kehoach.model import Ref
from kehoach.rollover.span import numeric
from kehoach.units import Unit
from kehoach.values import Day
from kehoach.wording.citations import in_citation
from kehoach.wording.ended import BODIES, DISTRICTS, NO_DISTRICTS
from kehoach.wording.quotes import is_quoted


@dataclass(frozen=True, slots=True)
class Gone:
    """Something that ended on a day, in Vietnamese, and what there is instead, if known."""

    what: str
    since: date
    now: str = ""

    @property
    def words(self) -> str:
        """Return the sentence that a note tells."""
        instead = f"; nay là {self.now}" if self.now else ""
        return f"{self.what} không còn từ {numeric(self.since)}{instead}"


@dataclass(frozen=True, slots=True)
class Base:
    """A legal basis that is not in force any more, and the id of what is there instead, if any."""

    name: str
    until: Day | None
    successor: str

    @property
    def words(self) -> str:
        """Return the sentence that a note tells."""
        ends = f" từ {self.until.numeric()}" if self.until and self.until.known else ""
        instead = f"thay bằng {{{{ {self.successor} }}}}" if self.successor else ""
        return f"{self.name} hết hiệu lực{ends}; {instead or 'tìm văn bản thay thế'}"


def bases(refs: Mapping[str, Ref], on: date) -> dict[str, Base]:
    """Return the refs that are no longer in force on a day, by id."""
    return {
        id: Base(_name(ref), ref.until, _successor(id, refs, on))
        for id, ref in refs.items()
        if _ended(ref, on) or (ref.replaced_by and ref.until is None)
    }


def _successor(id: str, refs: Mapping[str, Ref], on: date) -> str:
    """Return the id of what replaced a ref, or replaced that, and is in force; else none."""
    seen: set[str] = set()
    while id in refs and id not in seen and (_ended(refs[id], on) or not seen):
        seen.add(id)
        later = refs[id].replaced_by
        id = later.text if later else ""
    return id


def _ended(ref: Ref, on: date) -> bool:
    return ref.until is not None and ref.until.known and date(*ref.until.first) <= on


def _name(ref: Ref) -> str:
    said = [text.marked.literal for text in (ref.type, ref.no) if text]
    return " ".join(said)


def no_districts(was: Unit | None, then: date, unit: Unit | None, on: date) -> bool:
    """Return whether the districts that a unit had `then` are no more on the day `on`."""
    had = bool(was and units.children(was, "district", then))
    return had and not (unit and units.children(unit, "district", on))


def cites(text: str, id: str) -> bool:
    """Return whether an expression in a line of plan text reads the id."""
    return any(re.search(rf"\b{id}\b", inner) for inner in re.findall(r"\{\{(.*?)\}\}", text))


def now(unit: Unit, on: date) -> Unit | None:
    """Return the one unit that `unit` went into by a day; None when there are several."""
    found: tuple[Unit, ...] = (unit,)
    while any(not each.stands(on) for each in found):
        later = [after for each in found for after in units.successors(each)]
        if not later or tuple(later) == found:
            return None
        found = tuple(dict.fromkeys(later))
    return found[0] if len(found) == 1 else None


def bodies(text: str, then: date, on: date) -> Iterator[Gone]:
    """Yield what a line of text names that was there `then` and is not on the day `on`."""
    for body in BODIES:
        named = next(_named(text, body.pattern), "") if then < body.on <= on else ""
        if named:
            yield Gone(named, body.on, body.now)
    if then < NO_DISTRICTS <= on and (kinds := {*map(str.lower, _named(text, DISTRICTS))}):
        yield Gone(", ".join(sorted(kinds)), NO_DISTRICTS)


def _named(text: str, pattern: re.Pattern[str]) -> Iterator[str]:
    """Yield the names that a text gives, those in titles of documents and quotations left out."""
    for match in pattern.finditer(text):
        if not is_quoted(text, match.start()) and not in_citation(text, match.start()):
            yield match[0]
