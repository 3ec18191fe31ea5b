"""What was printed once and is the same words again as long as all that it read is the same.

Copies of a plan share nearly all of their text. What a line, a row or a heading reads while it is
printed is written down beside what came out; another copy takes that over, the very same object,
when its facts give the very same values. Of a series of lines it prints those anew that read a
value which is another one now.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias, TypeVar

from kehoach.diagnostic import Span
from kehoach.facts import Facts

S = TypeVar("S")
T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")
Pairs: TypeAlias = tuple[tuple[K, V], ...]

MOST = 3000
"""So many things are remembered, far more than the lines of one plan."""


@dataclass(slots=True)
class _Needs:
    """What something printed depends on: values by name, and whether bases had been cited.

    `cited` are the bases that it cites itself.
    """

    reads: Mapping[str, object]
    asked: Pairs[Span, bool]
    cited: tuple[Span, ...]


_NOTHING = _Needs({}, (), ())


@dataclass(slots=True)
class _Printed:
    """What came out of `source`, which is kept so that its id stays its own."""

    source: object
    context: object
    needs: _Needs
    value: Any
    is_free: bool


@dataclass(slots=True)
class _Series:
    """What came out of the lines of `source`, and by name which of them read it.

    Lines in `citing` cite, or ask what has been cited before them.
    """

    source: Sequence[Any]
    context: object
    needs: _Needs
    values: tuple[Any, ...]
    readers: dict[str, set[int]]
    citing: dict[int, _Needs]


@dataclass(slots=True)
class Memory:
    """What was printed of an object, and of the lines of one, by its id."""

    printed: dict[int, _Printed] = field(default_factory=dict)
    series: dict[int, _Series] = field(default_factory=dict)

    def clear(self) -> None:
        """Forget everything."""
        self.printed.clear()
        self.series.clear()

    def trim(self) -> None:
        """Forget everything once it is too much."""
        if len(self.printed) + len(self.series) >= MOST:
            self.clear()


@dataclass(slots=True)
class Recall:
    """What one document takes from those printed before it, in the order of its lines.

    The first citation of a legal basis is in full, so those cited so far matter.
    """

    facts: Facts
    memory: Memory = field(default_factory=Memory)
    _cited: set[Span] = field(default_factory=set)
    _asked: dict[Span, bool] = field(default_factory=dict)
    _cites: dict[Span, None] = field(default_factory=dict)

    def is_cited(self, where: Span) -> bool:
        """Return whether a legal basis has been cited before."""
        known = where in self._cited
        self._asked.setdefault(where, known)
        return known

    def cite(self, where: Span) -> None:
        """Note that a legal basis is cited."""
        self._cited.add(where)
        self._cites[where] = None

    def once(self, source: object, context: object, make: Callable[[], T], faults: list[Any]) -> T:
        """Return what `make` prints of `source`, or what it printed before if that still holds.

        `context` is what besides facts and citations decides what comes out. Whatever adds to
        `faults` is printed anew each time.
        """
        known = self.memory.printed.get(id(source))
        if known is not None and known.context == context:
            if known.is_free:
                return known.value  # type: ignore[no-any-return]
            if self._holds(known.needs):
                self._note(known.needs)
                return known.value  # type: ignore[no-any-return]
        before = len(faults)
        value, needs = self._watched(make)
        if len(faults) == before:
            self.memory.trim()
            is_free = not (needs.reads or needs.asked or needs.cited)
            self.memory.printed[id(source)] = _Printed(source, context, needs, value, is_free)
        return value

    def series(
        self,
        source: Sequence[S],
        context: object,
        make: Callable[[S], T],
        faults: list[Any],
    ) -> tuple[T, ...]:
        """Return what `make` prints of each line of `source`, as `once` would print it.

        When citations are as they were, only the lines are printed that read what has changed.
        """
        known = self.memory.series.get(id(source))
        if known is None or known.context != context or not self._as_cited(known.needs):
            return self._all(source, context, make, faults)
        first = self.facts.first
        new = {
            name: value
            for name, old in known.needs.reads.items()
            if (value := first(name)) is not old
        }
        if new and not self._renew(known, new, make, faults):
            return self._all(source, context, make, faults)
        self._note(known.needs)
        return known.values

    def _renew(
        self,
        known: _Series,
        new: Mapping[str, object],
        make: Callable[[Any], Any],
        faults: list[Any],
    ) -> bool:
        """Print the lines that read what is `new`; return whether the others need not be."""
        start, before = (self._cited, self._asked, self._cites), len(faults)
        values, reads = list(known.values), {**known.needs.reads, **new}
        for at in sorted(set[int]().union(*(known.readers[name] for name in new))):
            self._cited, self._asked, self._cites = _cited_until(known, at, start[0]), {}, {}
            values[at], needs = self._watched(make, known.source[at])
            self._cited, self._asked, self._cites = start
            cites = known.citing.get(at, _NOTHING)
            if (needs.asked, needs.cited) != (cites.asked, cites.cited) or len(faults) > before:
                del faults[before:]
                return False
            for name in needs.reads:
                known.readers.setdefault(name, set()).add(at)
            reads.update(needs.reads)
        known.values, known.needs = tuple(values), replace(known.needs, reads=reads)
        return True

    def _all(
        self, source: Sequence[S], context: object, make: Callable[[S], T], faults: list[Any]
    ) -> tuple[T, ...]:
        """Print all lines of a series and remember them, unless there are faults."""
        before = len(faults)
        made = [self._watched(make, line) for line in source]
        values = tuple([value for value, _ in made])
        if len(faults) > before:
            return values
        readers: dict[str, set[int]] = {}
        reads: dict[str, object] = {}
        asked: dict[Span, bool] = {}
        cited: dict[Span, None] = {}
        for at, (_, needs) in enumerate(made):
            reads.update(needs.reads)
            for name in needs.reads:
                readers.setdefault(name, set()).add(at)
            for where, was in needs.asked:
                if where not in cited:
                    asked.setdefault(where, was)
            cited.update(dict.fromkeys(needs.cited))
        citing = {at: needs for at, (_, needs) in enumerate(made) if needs.asked or needs.cited}
        whole = _Needs(reads, tuple(asked.items()), tuple(cited))
        self.memory.trim()
        self.memory.series[id(source)] = _Series(source, context, whole, values, readers, citing)
        return values

    def _watched(self, make: Callable[..., T], *line: Any) -> tuple[T, _Needs]:
        """Return what is printed and what that depends on."""
        outer = self.facts.watched, self._asked, self._cites
        self.facts.watched, self._asked, self._cites = {}, {}, {}
        try:
            value = make(*line)
        finally:
            needs = _Needs(self.facts.watched, tuple(self._asked.items()), tuple(self._cites))
            self.facts.watched, self._asked, self._cites = outer
            self._note(needs)
        return value, needs

    def _holds(self, needs: _Needs) -> bool:
        first = self.facts.first
        for name, value in needs.reads.items():
            if first(name) is not value:
                return False
        return self._as_cited(needs)

    def _as_cited(self, needs: _Needs) -> bool:
        cited = self._cited
        return not needs.asked or all((where in cited) == was for where, was in needs.asked)

    def _note(self, needs: _Needs) -> None:
        """Let what is being printed around this depend on the same."""
        if needs.reads and self.facts.watched is not None:
            self.facts.watched.update(needs.reads)
        for where, was in needs.asked:
            self._asked.setdefault(where, was)
        for where in needs.cited:
            self.cite(where)


def _cited_until(known: _Series, at: int, start: set[Span]) -> set[Span]:
    """Return what has been cited before a line of a series that begins after `start`."""
    before = (needs.cited for place, needs in known.citing.items() if place < at)
    return start.union(*before) if at in known.citing else set(start)
