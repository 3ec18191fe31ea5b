"""Facts found in the words of a document, and lines with `{{ id }}` in their place.

A fact is taken only where printing it gives back the very same words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kehoach.facts import COLLECTIONS
from kehoach.importer.lines import Line, Part
from kehoach.importer.patterns import Found, awards, citations, deadlines, targets
from kehoach.importer.references import Reference, gather, replaced

_TAKEN = {
    *COLLECTIONS,
    *("year", "date", "report_on", "number", "title", "duration", "type", "issuer", "attached"),
    *("scope", "preamble", "closing", "unit", "parent"),
}
"""Names that no id may be."""

_WORDS = 60


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact under its id in a collection of the plan; `why`, in Vietnamese, stands above it.

    The keys in `bare` hold dates and ids, all others words.
    """

    collection: str
    id: str
    keys: Mapping[str, str] = field(default_factory=dict)
    why: str = ""
    bare: frozenset[str] = frozenset()

    def is_bare(self, key: str) -> bool:
        """Return whether the value of `key` is a date, a period or a list of ids, not words."""
        return key in self.bare


class Finder:
    """Finds the facts of a document, part by part in the order of its pages."""

    def __init__(self, taken: Sequence[str]) -> None:
        """No fact gets an id in `taken`."""
        self.facts: dict[str, Fact] = {}
        self._taken = {*_TAKEN, *taken}
        self._references: dict[tuple[str, str], tuple[str, Reference]] = {}
        self._cited: set[str] = set()

    def look(self, lines: Sequence[Line], *, long_dates: bool) -> None:
        """Gather the legal bases that `lines` cite, each as fully as it is cited anywhere."""
        for line in lines:
            for part in _plain(line):
                basis = long_dates and line.block.role == "can_cu"
                for reference in gather(citations(part.text, long_dates=basis)):
                    self._keep(reference, part.text)

    def put(self, lines: Sequence[Line], *, long_dates: bool, counted: bool) -> list[Line]:
        """Return the lines with facts in place; targets are looked for where it is `counted`."""
        made = []
        for line in lines:
            basis = long_dates and line.block.role == "can_cu"
            parts: list[Part] = []
            for part in line.parts:
                if part.note is not None or part.expression or not part.text:
                    parts.append(part)
                else:
                    parts += _split(part, self._found(part.text, basis, counted))
            made.append(replace(line, parts=tuple(parts)))
        return made

    def used(self, lines: Sequence[Line]) -> list[Fact]:
        """Return the facts that `lines` print, those of a collection together."""
        names = {
            part.expression.split(".")[0].split(" ")[0]
            for line in lines
            for part in line.parts
            if part.expression
        }
        kept = [fact for fact in self.facts.values() if fact.id in names]
        return sorted(kept, key=lambda fact: COLLECTIONS.index(fact.collection))

    def _found(self, text: str, long_dates: bool, counted: bool) -> list[tuple[int, int, str]]:
        """Return (start, end, expression) for each stretch that a fact prints, none overlapping."""
        spans = list(self._citations(text, long_dates))
        finders = (awards, deadlines, targets) if counted else (deadlines,)
        for finder in finders:
            for found in finder(text):
                if all(found.end <= start or found.start >= end for start, end, _ in spans):
                    spans += self._expressions(found, text)
        return sorted(spans)

    def _citations(self, text: str, long_dates: bool) -> Iterator[tuple[int, int, str]]:
        for citation in citations(text, long_dates=long_dates):
            known = self._references.get((citation.type, citation.no))
            if known:
                name, reference = known
                rest = text[citation.start :]
                length, part = replaced(reference, rest, long_dates, name in self._cited)
                if part in ("", "full") and length:
                    self._cited.add(name)
                if length:
                    expression = f"{name}.{part}" if part else name
                    yield citation.start, citation.start + length, expression

    def _expressions(self, found: Found, text: str) -> Iterator[tuple[int, int, str]]:
        fact = self._fact(found, text)
        yield found.start, found.end, f"{fact.id}{found.suffix}"
        if found.quota and fact.keys.get("quota") == found.quota:
            start = text.index(found.quota, found.end)
            yield start, start + len(found.quota), f"{fact.id}.quota"

    def _fact(self, found: Found, text: str) -> Fact:
        """Return the fact of these keys: a known one, or a new one."""
        same = (
            fact
            for fact in self.facts.values()
            if fact.collection == found.collection and _agree(fact.keys, found)
        )
        fact = next(same, None)
        name = fact.id if fact else self._new(found.name)
        keys = {**found.keys, **(fact.keys if fact else {})}
        why = fact.why if fact else _why(text, found.start)
        self.facts[name] = Fact(found.collection, name, keys, why, found.bare)
        return self.facts[name]

    def _keep(self, reference: Reference, text: str) -> None:
        key = reference.type, reference.no
        name, known = self._references.get(key, ("", None))
        if known is None or len(reference.keys) > len(known.keys):
            name = name or self._new(reference.name)
            self._references[key] = name, reference
            why = _why(text, max(text.find(reference.brief), 0))
            self.facts[name] = Fact("refs", name, reference.keys, why, frozenset({"date"}))

    def _new(self, name: str) -> str:
        number, free = 1, name
        while free in self._taken:
            number += 1
            free = f"{name}_{number}"
        self._taken.add(free)
        return free


def _agree(keys: Mapping[str, str], found: Found) -> bool:
    """Return whether a fact with `keys` is the one that was found: same name, same words."""
    return all(keys.get(key) == found.keys[key] for key in found.identity)


def _plain(line: Line) -> Iterator[Part]:
    yield from (part for part in line.parts if part.note is None and not part.expression)


def _split(part: Part, spans: Sequence[tuple[int, int, str]]) -> list[Part]:
    made, at = [], 0
    for start, end, expression in spans:
        made.append(replace(part, text=part.text[at:start]))
        made.append(replace(part, text="", expression=expression))
        at = end
    made.append(replace(part, text=part.text[at:]))
    return [piece for piece in made if piece.text or piece.expression]


def _why(text: str, start: int) -> str:
    """Return the comment of a fact: the words around it."""
    words = text[max(start - 20, 0) : start + _WORDS].strip()
    return f"đoán từ: … {words} …"
