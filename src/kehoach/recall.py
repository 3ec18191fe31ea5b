"""What was printed once and is the same words again as long as all that it read is the same.

Copies of a plan share nearly all of their text. What a line, a row or a heading reads while it is
printed is written down beside what came out; another copy takes that over, the very same object,
when its facts give the very same values.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

from kehoach.diagnostic import Span
from kehoach.facts import Facts

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")
Pairs: TypeAlias = tuple[tuple[K, V], ...]

MOST = 3000
"""So many things are remembered, far more than the lines of one plan."""


@dataclass(slots=True)
class _Printed:
    """What came out, and all that it depends on, nothing when it `is_free`.

    `source` is kept so that its id stays its own.
    """

    source: object
    context: object
    reads: Pairs[str, object]
    asked: Pairs[Span, bool]
    cited: tuple[Span, ...]
    is_free: bool = False
    value: Any = None


Memory = dict[int, _Printed]
"""What was printed of an object, by its id."""


@dataclass(slots=True)
class Recall:
    """What one document takes from those printed before it, in the order of its lines.

    The first citation of a legal basis is in full, so those cited so far matter.
    """

    facts: Facts
    memory: Memory = field(default_factory=dict)
    _cited: set[Span] = field(default_factory=set)
    _asked: dict[Span, bool] = field(default_factory=dict)
    _cites: set[Span] = field(default_factory=set)

    def is_cited(self, where: Span) -> bool:
        """Return whether a legal basis has been cited before."""
        known = where in self._cited
        self._asked.setdefault(where, known)
        return known

    def cite(self, where: Span) -> None:
        """Note that a legal basis is cited."""
        self._cited.add(where)
        self._cites.add(where)

    def once(self, source: object, context: object, make: Callable[[], T], faults: list[Any]) -> T:
        """Return what `make` prints of `source`, or what it printed before if that still holds.

        `context` is what besides facts and citations decides what comes out. Whatever adds to
        `faults` is printed anew each time.
        """
        known = self.memory.get(id(source))
        if known is not None and known.context == context:
            if known.is_free:
                return known.value  # type: ignore[no-any-return]
            if self._holds(known):
                self._note(known)
                return known.value  # type: ignore[no-any-return]
        outer, before = (self.facts.watched, self._asked, self._cites), len(faults)
        self.facts.watched, self._asked, self._cites = {}, {}, set()
        try:
            value = make()
        finally:
            reads, asked = tuple(self.facts.watched.items()), tuple(self._asked.items())
            made = _Printed(source, context, reads, asked, tuple(self._cites))
            self.facts.watched, self._asked, self._cites = outer
            self._note(made)
        if len(faults) == before:
            if len(self.memory) >= MOST:
                self.memory.clear()
            made.value, made.is_free = value, not (reads or asked or made.cited)
            self.memory[id(source)] = made
        return value

    def _holds(self, known: _Printed) -> bool:
        first, cited = self.facts.first, self._cited
        for name, value in known.reads:
            if first(name) is not value:
                return False
        return not known.asked or all((where in cited) == was for where, was in known.asked)

    def _note(self, known: _Printed) -> None:
        """Let what is being printed around this depend on the same."""
        if known.reads and self.facts.watched is not None:
            self.facts.watched.update(known.reads)
        for where, was in known.asked:
            self._asked.setdefault(where, was)
        for where in known.cited:
            self.cite(where)
