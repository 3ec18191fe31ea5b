"""What an expression printed, character by character: which fact's own words each one is.

The plan's printer runs once more with texts that carry marks, characters that no plan may hold,
around the words that were typed and the dates that were written out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kehoach.diagnostic import Span
from kehoach.document import Run
from kehoach.expression import Expression, Literal
from kehoach.facts import Facts
from kehoach.filters import display
from kehoach.markup import Marked, Piece
from kehoach.model import Deadline, Phase, Ref, Target
from kehoach.schema import Text
from kehoach.values import DOTS, Day, Period
from kehoach.words import Printer

_OPEN, _MOST, _CLOSE = 0xF0000, 0xFFF0, "\U0010fffd"


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of the value at `span`; `which` end of a period it is, None for a date alone."""

    span: Span
    which: int | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    """A value that prints as it is written, or as dots while it is not known."""

    span: Span


Source = Literal | Dated | Whole


@dataclass(frozen=True, slots=True)
class Inner:
    """Characters of a print with one source, from character `start` of it; None for fixed words."""

    text: str
    source: Source | None
    start: int = 0


def trace(facts: Facts, expression: Expression, printed: str) -> tuple[Inner, ...]:
    """Return what `printed` is made of; one fixed piece when it cannot be told."""
    for everything in (False, True):
        for long in (False, True):
            tracer = _Tracer(facts, everything, long)
            found = tuple(tracer.inner(expression))
            text = "".join(inner.text for inner in found)
            if len(text) >= len(printed) and text[: len(printed)].casefold() == printed.casefold():
                return tuple(_as_printed(found, printed))
    return (Inner(printed, None),)


def _as_printed(found: Iterable[Inner], printed: str) -> Iterator[Inner]:
    at = 0
    for inner in found:
        text = printed[at : at + len(inner.text)]
        if text:
            yield replace(inner, text=text)
        at += len(inner.text)


class _Marked(str):
    """Words with marks, equal to the words without them."""

    def __eq__(self, other: object) -> bool:
        return _bare(self) == (_bare(other) if isinstance(other, _Marked) else other)

    def __hash__(self) -> int:
        return hash(_bare(self))

    def startswith(self, *given: Any) -> bool:
        """Return whether the words begin so."""
        return _bare(self).startswith(*given)


class _Day(Day):
    """A date that prints with a mark."""

    tracer: _Tracer
    which: int | None

    def _of(self, text: str) -> str:
        return str(self.tracer.mark(text, Dated(self.span or Span("", 0, 0), self.which)))

    def numeric(self) -> str:
        """Return the date in figures."""
        return self._of(Day.numeric(self))

    def words(self) -> str:
        """Return the date with its word."""
        return self._of(f"{self._word()} {Day.numeric(self)}")

    def long(self) -> str:
        """Return the date in words."""
        return self._of(Day.long(self))

    def cited(self, long: bool = False) -> str:
        """Return the date as a citation gives it."""
        return self._of(Day.cited(replace_day(self), long))


def replace_day(day: Day) -> Day:
    """Return a date without marks."""
    return Day(day.year, day.quarter, day.month, day.day, day.span)


class _Tracer(Printer):
    """Prints with marks."""

    def __init__(self, facts: Facts, cited: bool, long: bool) -> None:
        super().__init__(facts)
        self.sources: list[Source] = []
        self.long_dates = long
        self.cited = cited

    def inner(self, expression: Expression) -> Iterator[Inner]:
        """Yield what an expression prints, by source."""
        text = display(self._evaluate(expression))
        open_: list[Source] = []
        words, counts = "", {}  # type: ignore[var-annotated]
        for character in text:
            number = ord(character) - _OPEN
            if character != _CLOSE and not 0 <= number < _MOST:
                words += character
                continue
            if words:
                source = open_[-1] if open_ else None
                yield Inner(words, source, counts.get(id(source), 0))
                counts[id(source)] = counts.get(id(source), 0) + len(words)
                words = ""
            if character == _CLOSE:
                del open_[-1:]
            else:
                open_.append(self.sources[number])
                counts[id(open_[-1])] = 0
        if words:
            yield Inner(words, open_[-1] if open_ else None)

    def mark(self, text: str, source: Source) -> _Marked:
        """Return `text` between marks of `source`."""
        self.sources.append(source)
        return _Marked(f"{chr(_OPEN + (len(self.sources) - 1) % _MOST)}{text}{_CLOSE}")

    def runs(self, pieces: Iterable[Piece], notes: Mapping[str, Marked]) -> tuple[Run, ...]:
        """Return pieces as runs with marks; footnotes have no place inside a value."""
        made = []
        for piece in pieces:
            if isinstance(piece.segment, Literal):
                made.append(Run(self.mark(piece.segment.text, piece.segment)))
            elif piece.segment:
                made.append(Run(display(self._evaluate(piece.segment))))
        return tuple(made)

    def line(self, text: Text) -> tuple[Run, ...]:
        """Return a text as marked runs."""
        if text.unknown:
            return (Run(self.mark(DOTS, Whole(text.span))),)
        return self.runs(text.pieces, {})

    def text(self, text: Text | tuple[Text, ...] | None) -> str:
        """Return a text in marked words."""
        if isinstance(text, Text):
            return _Marked("".join(run.text for run in self.line(text)))
        return _Marked(super().text(text))

    def cite(self, ref: Ref) -> str:
        """Return a legal basis in full, or short when all have been cited."""
        return self.brief(ref) if self.cited else self.full(ref)

    def value(self, path: str, where: Span) -> Any:
        """Return a value whose words and dates print with marks."""
        found = self.facts.find(path)
        text = found.value if isinstance(found, Target) else found
        if isinstance(text, Text) and not text.unknown:
            segments = [piece.segment for piece in text.pieces]
            if len(segments) == 1 and isinstance(segments[0], Literal):
                return self.text(text)  # the printer takes it as it was typed
        return self._dated(super().value(path, where))

    def _evaluate(self, expression: Expression) -> object:
        if expression.is_path:
            path = expression.reads[0]
            found = self.facts.find(path)
            text = found.value if isinstance(found, Target) else found
            if isinstance(text, Text) and text.unknown:
                return self.mark(DOTS, Whole(text.span))
            span = self.facts.keys.spans.get(path)
            if isinstance(found, int) and span:
                return self.mark(str(found), Whole(span))
        return super()._evaluate(expression)

    def _deadline(self, deadline: Deadline) -> str:
        return super()._deadline(self._with_days(deadline))

    def _phase(self, phase: Phase, name: str) -> str:
        return super()._phase(phase if name == "name" else self._with_days(phase), name)

    def _date(self, ref: Ref) -> str:
        return super()._date(self._with_days(ref))

    def _with_days(self, record: Any) -> Any:
        names = ("before", "on", "within", "start", "end", "date")
        found = {name: self._dated(getattr(record, name, None)) for name in names}
        return replace(record, **{name: day for name, day in found.items() if day is not None})

    def _dated(self, value: Any, which: int | None = None) -> Any:
        if isinstance(value, Period):
            ends = self._dated(value.start, 0), self._dated(value.end, 1)
            return Period(*ends, value.span)
        if not isinstance(value, Day) or isinstance(value, _Day):
            return value
        made = _Day(value.year, value.quarter, value.month, value.day, value.span)
        object.__setattr__(made, "tracer", self)
        object.__setattr__(made, "which", which)
        return made


def _bare(text: str) -> str:
    return "".join(
        character
        for character in str.__str__(text)
        if character != _CLOSE and not 0 <= ord(character) - _OPEN < _MOST
    )
