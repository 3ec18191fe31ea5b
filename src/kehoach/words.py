"""Facts and texts as words on paper: evaluates expressions, cites legal bases, writes dates.

A printer goes through a document once, from its head to its end: a legal basis is printed in
full the first time it is cited and short after that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from kehoach.diagnostic import N_, Diagnostic, Span, error
from kehoach.document import Run
from kehoach.expression import Expression, Literal, evaluate
from kehoach.facts import Facts, Part
from kehoach.filters import Uncomputable, display
from kehoach.markup import Marked, Piece
from kehoach.model import Award, Criteria, Deadline, Duty, Grid, Phase, Ref, Target
from kehoach.outline import Prose
from kehoach.recall import Memory, Recall, S, T
from kehoach.schema import Name, Record, Text
from kehoach.values import DOTS, UNKNOWN_MARK, Day, parse_amount
from kehoach.vocabulary import AWARDED, OBJECTS, TYPES

MAX_WORK = 5_000_000
"""How much the expressions of a document may print: a character counts 1, an evaluation 50."""

MAX_DEPTH = 50
"""So many texts may stand inside one another."""

_UNNUMBERED = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")


class Printer:
    """Prints texts of one document, in their order. `findings` gathers what cannot be printed."""

    def __init__(self, facts: Facts, memory: Memory | None = None) -> None:
        """Take the facts to print, and what printers of like documents remember."""
        self.facts = facts
        self.findings: list[Diagnostic] = []
        self.long_dates = False
        self._recall = Recall(facts, Memory() if memory is None else memory)
        self._open: list[str] = []
        self._spent = 0

    def once(self, source: object, context: object, make: Callable[[], T]) -> T:
        """Return what `make` prints of `source`: see `Recall.once`."""
        return self._recall.once(source, (context, self.long_dates), make, self.findings)

    def series(self, source: Sequence[S], context: object, make: Callable[[S], T]) -> tuple[T, ...]:
        """Return what `make` prints of each line of `source`: see `Recall.series`."""
        return self._recall.series(source, (context, self.long_dates), make, self.findings)

    def runs(self, pieces: Iterable[Piece], notes: Mapping[str, Marked]) -> tuple[Run, ...]:
        """Return the pieces as runs, each with the segment that it came from."""
        runs = []
        for piece in pieces:
            if piece.note:
                note = notes.get(piece.note)
                runs.append(Run("", note=self.runs(note.pieces, {}) if note else ()))
            elif isinstance(piece.segment, Literal):
                runs.append(Run(piece.segment.text, piece.bold, piece.italic, None, piece.segment))
            elif piece.segment:
                text = display(self._evaluate(piece.segment))
                runs.append(Run(text, piece.bold, piece.italic, None, piece.segment))
        return tuple(runs)

    def line(self, text: Text) -> tuple[Run, ...]:
        """Return a text as runs, dots when it is not known."""
        if not text.unknown:
            return self.runs(text.pieces, {})
        return (Run(DOTS, origin=Literal(DOTS, text.span, ())),)

    def text(self, text: Text | tuple[Text, ...] | None) -> str:
        """Return a text in its words, empty when there is none, dots when it is not known."""
        if text is None:
            return ""
        if isinstance(text, tuple):
            return " ".join(self.text(line) for line in text)
        typed = _typed(text)
        if typed is not None:
            return DOTS if typed == UNKNOWN_MARK else typed
        return "".join(run.text for run in self.line(text))

    def value(self, path: str, where: Span) -> Any:
        """Return what an expression computes with when it reads `path`."""
        found = self.facts.find(path)
        typed = _typed(found)
        if typed is not None:
            return typed if self._afforded(typed, where) else ""
        if path in self._open:
            message = N_("«{name}» refers to itself: {chain}")
            chain = " → ".join([*self._open[self._open.index(path) :], path])
            hint = N_("write the words themselves in one of them")
            self.findings.append(error("E022", where, message, hint, name=path, chain=chain))
            return ""
        if self._spent > MAX_WORK:
            return ""
        if len(self._open) >= MAX_DEPTH:
            message = N_("the texts of this plan use one another deeper than {most} levels")
            hint = N_("write the words themselves in one of them")
            self.findings.append(error("E023", where, message, hint, most=MAX_DEPTH))
            return ""
        self._open.append(path)
        try:
            value = self._value(found, path, where)
        finally:
            self._open.pop()
        return value if self._afforded(value, where) else ""

    def _afforded(self, value: object, where: Span) -> bool:
        """Return whether the document may still take `value`; texts may not grow without end."""
        had = self._spent
        self._spent += 50 + (len(value) if isinstance(value, str) else 0)
        if had <= MAX_WORK < self._spent:
            message = N_("the texts of this plan use one another too often to be printed")
            hint = N_("look for an id whose text repeats another id many times")
            self.findings.append(error("E023", where, message, hint))
        return self._spent <= MAX_WORK

    def _evaluate(self, expression: Expression) -> object:
        if expression.is_path:
            value = self.value(expression.reads[0], expression.places[0])
            return DOTS if _is_unknown(value) else value
        values = {
            path: self.value(path, where)
            for path, where in zip(expression.reads, expression.places, strict=True)
        }
        if any(_is_unknown(value) for value in values.values()):
            return DOTS
        try:
            return evaluate(expression, values)
        except Uncomputable as fault:
            found = error("E010", expression.span, fault.template, fault.hint, **fault.words)
            self.findings.append(found)
            return ""

    def _value(self, found: object, path: str, where: Span) -> Any:
        if isinstance(found, Text):
            return self.text(found)
        if isinstance(found, Target):
            return self._record(found, path, where)
        if isinstance(found, Name):
            return self._named(found, where)
        if isinstance(found, Part):
            return self._part(found)
        if isinstance(found, Ref):
            return self.cite(found)
        if isinstance(found, Prose) and _is_one_line(found):
            return "".join(run.text for run in self.runs(found.points[0].text.pieces, {}))
        if isinstance(found, dict | Prose | Grid):
            message = N_("«{name}» stands on a line of its own")
            hint = N_("write it after a marker, with nothing else: «- {{{{ {name} }}}}»")
            self.findings.append(error("E021", where, message, hint, name=path))
            return ""
        if isinstance(found, tuple) and found and isinstance(found[0], Text):
            return self.text(found)
        if isinstance(found, tuple) and all(isinstance(item, Name | str) for item in found):
            return ", ".join(str(self._named(item, where)) for item in found)
        return self._record(found, path, where)

    def _named(self, name: Name | str, where: Span) -> Any:
        """Return the words of an id: what it refers to, or what it counts."""
        word = name.text if isinstance(name, Name) else name
        known = OBJECTS.get(word) or AWARDED.get(word)
        if known or self.facts.find(word) is None or isinstance(name, str):
            return known or word
        return self.value(word, where)

    def _record(self, found: Any, path: str, where: Span) -> Any:
        if isinstance(found, Target):
            return self.text(found.value)
        if isinstance(found, Award | Deadline | Phase):
            return self._part(Part(found, "words"))
        if isinstance(found, Criteria):
            return self.text(found.title)
        if isinstance(found, Duty):
            return self.text(found.task)
        if isinstance(found, Record | tuple):
            message = N_("«{name}» has parts: one of them can be printed")
            hint = N_("write a part after a dot: {known}")
            known = ", ".join(f"{path}.{part}" for part in sorted(self.facts.parts(path)))
            self.findings.append(error("E024", where, message, hint, name=path, known=known))
            return ""
        if isinstance(found, str):
            return TYPES[found][2] if found in TYPES else self._named(found, where)
        return getattr(found, "in_sentence", found)

    def _part(self, part: Part) -> Any:
        of = part.of
        if isinstance(of, Ref):
            return self.full(of) if part.name == "full" else self.brief(of)
        if isinstance(of, Target):
            amount = parse_amount(self.text(of.value))
            if part.name == "number":
                return float(amount.number) if amount else UNKNOWN_MARK
            return amount.unit if amount else ""
        if isinstance(of, Phase):
            return self._phase(of, part.name)
        if isinstance(of, Deadline):
            return self._deadline(of)
        if isinstance(of, Award):
            by = self.text(of.by)
            return f"{self.text(of.form)} của {by}" if by else self.text(of.form)
        return getattr(of, part.name)

    def _phase(self, phase: Phase, name: str) -> str:
        if name == "quoted":
            theme = self.text(phase.theme)
            return theme if theme.startswith(("“", '"', "«")) else f"“{theme}”"
        if name == "name":
            self.facts.find("phases")
            phases = list((self.facts.keys.phases or {}).values())
            return f"Đợt {phases.index(phase) + 1}"
        start, end = phase.start or Day(None), phase.end or Day(None)
        return f"từ {start.words()} đến {end.words()}"

    def _deadline(self, deadline: Deadline) -> str:
        if deadline.before:
            return f"trước {deadline.before.words()}"
        if deadline.on:
            return deadline.on.words()
        if deadline.within:
            return deadline.within.words()
        return self.text(deadline.every)

    def cite(self, ref: Ref) -> str:
        """Return the full citation of a legal basis the first time, its short one after that."""
        if self._recall.is_cited(ref.span):
            return self.brief(ref)
        return self.full(ref)

    def full(self, ref: Ref) -> str:
        """Return type, number, date, body and title, as Mẫu 1.4 of the decree cites a basis.

        A law carries neither number nor body: its name and its date.
        """
        self._recall.cite(ref.span)
        kind, title = self.text(ref.type), self.text(ref.title)
        date = self._date(ref)
        if kind in _UNNUMBERED:
            return " ".join(filter(None, [kind, title, date]))
        parts = [kind, f"số {self.text(ref.no)}" if ref.no else "", date]
        parts += [f"của {self.text(ref.by)}" if ref.by else "", title]
        return " ".join(filter(None, parts))

    def brief(self, ref: Ref) -> str:
        """Return how a legal basis is called once it has been cited in full."""
        if ref.short:
            return self.text(ref.short)
        kind = self.text(ref.type)
        if kind in _UNNUMBERED or not ref.no:
            return " ".join(filter(None, [kind, self.text(ref.title)]))
        return f"{kind} số {self.text(ref.no)}"

    def _date(self, ref: Ref) -> str:
        day = ref.date
        if day is None:
            return ""
        if ref.no:
            return day.cited(self.long_dates)
        return day.long() if self.long_dates and day.day else day.words()


def _typed(found: object) -> str | None:
    """Return the words of a text or target as typed; None when there is something to print in it.

    Nearly all that is computed with are such figures.
    """
    text = found.value if isinstance(found, Target) else found
    if not isinstance(text, Text):
        return None
    pieces = text.marked.pieces
    only = pieces[0].segment if len(pieces) == 1 else None
    return only.text if isinstance(only, Literal) else None


def _is_one_line(prose: Prose) -> bool:
    """Return whether prose can stand inside a sentence: one line, no marker, no footnote."""
    return len(prose.points) == 1 and not prose.points[0].kind and not prose.notes


def _is_unknown(value: object) -> bool:
    return value == UNKNOWN_MARK or (isinstance(value, Day) and not value.known)
