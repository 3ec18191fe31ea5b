"""How an edited paragraph is written: kept words as they stand in the plan, new ones escaped.

Several paragraphs of the base may have become one, and one several: they are compared as one text
in which a break is a word. Looks follow those of the edited file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kehoach.absorb.script import Part, new_part
from kehoach.absorb.steps import (
    BREAK,
    At,
    Comparison,
    Look,
    Prints,
    Step,
    Unclear,
    joined,
    start_of,
)
from kehoach.absorb.unfold import Stretch, Unfolded
from kehoach.document import ANNEX, FOOT, HEAD, Run, join

NEW = "new__"
"""How the names of new footnotes begin, before they get a number that is free."""

_PLAIN_LOOK = (*HEAD, *FOOT, *ANNEX)


@dataclass(frozen=True, slots=True)
class Demand:
    """What a print, or fixed words, should say now: those of the run `run` of a base block.

    `spans` say where in the edited paragraphs it differs, and what stood there: put back, it is
    as if the print had not been touched.
    """

    block: int
    run: int
    was: str
    now: str
    spans: tuple[tuple[int, int, str], ...] = ()

    @property
    def key(self) -> tuple[int, int]:
        """Return which print it is."""
        return self.block, self.run


@dataclass(slots=True)
class Rewrite:
    """What the edited paragraphs are made of: a list of parts each, and what else must change.

    `notes` pairs the call of a footnote with its new words, None for one that went; `added` are
    the footnotes of new calls, which stand as `[^new__0]`, `[^new__1]` … in the parts.
    """

    lines: list[list[Part]] = field(default_factory=lambda: [[]])
    demands: list[Demand] = field(default_factory=list)
    notes: list[tuple[Stretch, tuple[Run, ...] | None]] = field(default_factory=list)
    added: list[tuple[Run, ...]] = field(default_factory=list)
    dropped: set[tuple[int, int]] = field(default_factory=set)
    """Prints that are not there any more."""


def rewrite(
    old: Sequence[tuple[int, Unfolded]],
    new: Sequence[tuple[Run, ...]],
    prints: Prints | None = None,
) -> Rewrite:
    """Return how paragraphs of the base, each with its number, became the edited ones.

    Raises `Unclear`.
    """
    return _Writer(old, new, prints or Prints()).run()


def rewritten(old: tuple[int, Unfolded], new: Sequence[Run]) -> Rewrite:
    """Return how a paragraph is written that says something else altogether.

    Raises `Unclear` when words of the programme stood in it.
    """
    block, unfolded = old
    if any(s.text and s.script is None for s in unfolded.stretches):
        raise Unclear
    made = rewrite([], [tuple(new)])
    made.notes = [(stretch, None) for stretch in unfolded.stretches if stretch.note]
    made.dropped = {(block, s.run) for s in unfolded.stretches if not s.typed and not s.note}
    return made


class _Writer:
    def __init__(
        self,
        old: Sequence[tuple[int, Unfolded]],
        new: Sequence[tuple[Run, ...]],
        prints: Prints,
    ) -> None:
        self.text = Comparison(old, new, prints)
        self.made = Rewrite()
        self.stripped = {
            block: (True, True)
            if unfolded.block.role in _PLAIN_LOOK
            else (unfolded.block.role.endswith("_td"), False)
            for block, unfolded in old
        }
        self.notes = [place for place in self.text.places if place.stretch.note]
        self.changes: dict[At, list[tuple[int, int, str]]] = {}
        self.spans: dict[At, list[tuple[int, int, str]]] = {}
        self.done: set[At] = set()

    def run(self) -> Rewrite:
        """Return what was written."""
        for step in self.text.decided():
            self._take(step)
        self._pass(10**9)
        for place, changes in self.changes.items():
            self._demand(place, changes)
        return self.made

    def _take(self, step: Step) -> None:
        if step.same:
            for i, j in zip(range(*step.old), range(*step.new), strict=True):
                self._keep(i, j)
        elif step.place:
            now = "".join(word.text for word in self.text.new[step.new[0] : step.new[1]])
            place = step.place
            change = (step.start - place.start, step.end - place.start, now)
            self.changes.setdefault(place, []).append(change)
            first = start_of(self.text.new, step.new[0])
            was = "".join(word.text for word in self.text.old[slice(*step.old)])
            self.spans.setdefault(place, []).append((first, first + len(now), was))
            self._print(place, None)
        else:
            self._replace(step)

    def _keep(self, i: int, j: int) -> None:
        """Put a kept word down as it is written."""
        word, look = self.text.old[i], self.text.new_looks[j]
        self._pass(word.start)
        if word.text == BREAK:
            self.made.lines.append([])
            return
        if word.note is not None:
            self._call(self.notes.pop(0), None)
            return
        given = None if look == self.text.looks[i] else look
        end = word.start + len(word.text)
        for place in self.text.places:
            start, stop = max(place.start, word.start), min(place.end, end)
            if start >= stop:
                continue
            if place.key in self.text.loose:
                self.made.dropped.add(place.key)
                text = place.stretch.text[start - place.start : stop - place.start]
                self._add(new_part(text, *look))
            elif place.stretch.typed:
                self._add(self._typed(place, start, stop, given))
            else:
                self._print(place, given)

    def _typed(self, place: At, start: int, stop: int, given: Look | None) -> Part:
        script = place.stretch.script
        assert script is not None
        first = place.stretch.offset - place.start
        part = script.part(place.stretch.piece, first + start, first + stop)
        return part if given is None else replace(part, bold=given[0], italic=given[1])

    def _print(self, place: At, given: Look | None) -> None:
        if place in self.done:
            return
        self.done.add(place)
        if place.stretch.script is not None and place.stretch.expression is not None:
            part = place.stretch.script.part(place.stretch.piece, 0, 1)
            bold, italic = given or (part.bold, part.italic)
            self._add(replace(part, bold=bold, italic=italic))

    def _pass(self, start: int) -> None:
        """Put down what prints nothing and stands before `start`."""
        for place in self.text.places:
            empty = place.start == place.end and not place.stretch.note
            if empty and place.start <= start:
                self._print(place, None)

    def _replace(self, step: Step) -> None:
        """Put new words down in the place of typed ones and of prints that go with them."""
        prints = {place for place in self.text.overlapped(step) if not place.stretch.typed}
        self.done |= prints
        self.made.dropped |= {place.key for place in prints}
        gone = [
            self.notes.pop(0) for word in self.text.old[slice(*step.old)] if word.note is not None
        ]
        stripped, own = self._stripped(step)
        for number in range(*step.new):
            word, look = self.text.new[number], self.text.new_looks[number]
            bold, italic = (own[n] if stripped[n] else look[n] for n in (0, 1))
            if word.text == BREAK:
                self.made.lines.append([])
            elif word.note is None:
                self._add(new_part(word.text, bold, italic))
            elif gone:
                self._call(gone.pop(0), word.note)
            else:
                self._add(Part(f"[^{NEW}{len(self.made.added)}]", typed=False))
                self.made.added.append(word.note)
        self.made.notes += [(place.stretch, None) for place in gone]

    def _stripped(self, step: Step) -> tuple[Look, Look]:
        """Return which looks a paragraph does not show, and those written where a step is."""
        near = [p for p in self.text.places if p.start <= step.start <= p.end and p.stretch.script]
        if not near:
            return (False, False), (False, False)
        inside = next((p for p in near if p.start <= step.start < p.end), near[0])
        script = inside.stretch.script
        assert script is not None
        piece = script.pieces[inside.stretch.piece] if script.pieces else None
        own = (piece.bold, piece.italic) if piece else (False, False)
        return self.stripped[inside.block], own

    def _call(self, place: At, now: tuple[Run, ...] | None) -> None:
        stretch = place.stretch
        if stretch.script is not None:
            part = stretch.script.part(stretch.piece, 0, 1)
            self._add(replace(part, bold=False, italic=False))
        if now is not None:
            self.made.notes.append((stretch, now))

    def _add(self, part: Part) -> None:
        self.made.lines[-1].append(part)

    def _demand(self, place: At, changes: list[tuple[int, int, str]]) -> None:
        was, now, at = place.stretch.text, "", 0
        for start, end, text in changes:
            now += was[at:start] + text
            at = end
        now += was[at:]
        if BREAK in now:
            raise Unclear
        spans = tuple(self.spans[place])
        self.made.demands.append(Demand(*place.key, was, now, spans))


def reverted(new: Sequence[Sequence[Run]], demands: Iterable[Demand]) -> list[tuple[Run, ...]]:
    """Return edited paragraphs as they would be had the prints of `demands` not been touched."""
    spans = sorted((span for demand in demands for span in demand.spans), reverse=True)
    runs = joined(new)
    for start, end, was in spans:
        runs = list(_spliced(runs, start, end, was))
    made: list[list[Run]] = [[]]
    for run in runs:
        head, *rest = run.text.split(BREAK)
        made[-1].append(replace(run, text=head))
        made += [[replace(run, text=text)] for text in rest]
    return [join(paragraph) for paragraph in made]


def _spliced(runs: Iterable[Run], start: int, end: int, was: str) -> Iterator[Run]:
    at = 0
    for run in runs:
        first, last = max(start - at, 0), min(end - at, len(run.text))
        here = 0 <= start - at < max(len(run.text), 1) or (was and start == at + len(run.text))
        if run.note is not None or (first >= last and not here):
            yield run
        else:
            yield replace(run, text=run.text[:first] + was + run.text[max(last, first) :])
            was = ""
        at += len(run.text)
    if was:
        yield Run(was)
