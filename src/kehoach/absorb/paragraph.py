"""How an edited paragraph is written: kept words as they stand in the plan, new ones escaped.

Several paragraphs of the base may have become one, and one several: they are compared as one text
in which a break is a word. Words are compared without their looks, which follow those of the
edited file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import pairwise

from kehoach.absorb.script import Part, new_part
from kehoach.absorb.unfold import Stretch, Unfolded, starts_of
from kehoach.align import Edit, Word, common, edits, words
from kehoach.document import ANNEX, FOOT, HEAD, Run, join
from kehoach.values import parse_amount

BREAK = "\u2029"
NEW = "new__"
"""How the names of new footnotes begin, before they get a number that is free."""

_PLAIN_LOOK = (*HEAD, *FOOT, *ANNEX)
_Look = tuple[bool, bool]


class Unclear(Exception):
    """An edit runs across words with different sources, and nobody can say which got what."""


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


@dataclass(frozen=True, slots=True)
class Prints:
    """How prints are taken, each by its block and run.

    What is `loose` gives way to the words that stand there now; words put in right before or
    after what is `sticky` are its own.
    """

    loose: Set[tuple[int, int]] = frozenset()
    sticky: Set[tuple[int, int]] = frozenset()


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


@dataclass(frozen=True, slots=True)
class _At:
    """A stretch of the text that is compared: where it is, and the block that it is of."""

    stretch: Stretch
    start: int
    end: int
    block: int

    @property
    def key(self) -> tuple[int, int]:
        return self.block, self.stretch.run


@dataclass(frozen=True, slots=True)
class _Step:
    """Words `old` of the base, from character `start`, and `new` ones of the edited text."""

    old: tuple[int, int]
    new: tuple[int, int]
    start: int
    end: int
    same: bool
    place: _At | None = None


def rewrite(
    old: Sequence[tuple[int, Unfolded]],
    new: Sequence[tuple[Run, ...]],
    prints: Prints | None = None,
) -> Rewrite:
    """Return how paragraphs of the base, each with its number, became the edited ones.

    Raises `Unclear`.
    """
    return _Writer(old, new, prints or Prints()).run()


class _Writer:
    def __init__(
        self,
        old: Sequence[tuple[int, Unfolded]],
        new: Sequence[tuple[Run, ...]],
        prints: Prints,
    ) -> None:
        self.loose = prints.loose
        self.made = Rewrite()
        self.places: list[_At] = []
        before = _joined([unfolded.runs for _, unfolded in old])
        at = 0
        for block, unfolded in old:
            starts = starts_of(unfolded.stretches)
            for stretch, start in zip(unfolded.stretches, starts, strict=False):
                self.places.append(_At(stretch, at + start, at + start + len(stretch.text), block))
            at += starts[-1] + 1
        self.stripped = {
            block: (True, True)
            if unfolded.block.role in _PLAIN_LOOK
            else (unfolded.block.role.endswith("_td"), False)
            for block, unfolded in old
        }
        self.old, self.looks = _bare_words(before)
        self.new, self.new_looks = _bare_words(_joined(new))
        self.notes = [place for place in self.places if place.stretch.note]
        self.sticky = prints.sticky | set(_beside_fixed(self.places))
        self.changes: dict[_At, list[tuple[int, int, str]]] = {}
        self.spans: dict[_At, list[tuple[int, int, str]]] = {}
        self.done: set[_At] = set()

    def run(self) -> Rewrite:
        made: Iterable[Edit] = edits(self.old, self.new)
        for step in self._steps(_rotated(made) if self.sticky else made, (0, 0)):
            for part in self._decided(step):
                self._take(part)
        self._pass(10**9)
        for place, changes in self.changes.items():
            self._demand(place, changes)
        return self.made

    def _steps(self, made: Iterable[Edit], begin: tuple[int, int]) -> Iterator[_Step]:
        i, j = begin
        for edit in made:
            old, new = (i, i + len(edit.old)), (j, j + len(edit.new))
            start = _start(self.old, i)
            length = sum(len(word.text) for word in edit.old)
            yield _Step(old, new, start, start + length, edit.same)
            i, j = old[1], new[1]

    def _decided(self, step: _Step) -> list[_Step]:
        """Return a step as it is, or cut so that each part touches one print or none."""
        if step.same:
            return [step]
        simple = self._simple(step)
        if simple:
            return [simple]
        fine = list(self._fine(step))
        parts = [part if part.same else self._simple(part) for part in fine]
        prints = self._touched(step)
        whole = all(self._can_go(place, step) for place in prints)
        done = [part for part in parts if part is not None]
        if len(done) == len(parts) and (not whole or self._alike(done, prints)):
            return done
        if whole:
            return [step]
        raise Unclear

    def _simple(self, step: _Step) -> _Step | None:
        """Return the step when one source answers for it, with its place when it is a print."""
        prints = self._touched(step)
        if not prints:
            return step
        place = prints[0]
        if len(prints) > 1 or not (place.start <= step.start and step.end <= place.end):
            return None
        gone = (step.start, step.end) == (place.start, place.end) and step.new[0] == step.new[1]
        return step if gone and self._can_go(place, step) else replace(step, place=place)

    def _touched(self, step: _Step) -> list[_At]:
        """Return the prints and fixed words of which a step changes something."""
        inside = step.start == step.end
        return [
            place
            for place in self.places
            if not place.stretch.typed
            and not place.stretch.note
            and place.key not in self.loose
            and (
                self._is_inside(place, step.start)
                if inside
                else place.start < step.end and step.start < place.end
            )
        ]

    def _is_inside(self, place: _At, at: int) -> bool:
        """Return whether words put in at a place are put into a print."""
        if place.key in self.sticky:
            return place.start <= at <= place.end
        return place.start < at < place.end

    def _can_go(self, place: _At, step: _Step) -> bool:
        stretch = place.stretch
        covered = step.start <= place.start and place.end <= step.end
        return covered and stretch.script is not None and stretch.expression is not None

    def _fine(self, step: _Step) -> Iterator[_Step]:
        """Yield the step in the smallest parts, every kept word for itself."""
        old = self.old[step.old[0] : step.old[1]]
        new = self.new[step.new[0] : step.new[1]]
        made: list[Edit] = []
        before = (0, 0)
        for i, j in [*common(old, new), (len(old), len(new))]:
            if before != (i, j):
                made.append(Edit(tuple(old[before[0] : i]), tuple(new[before[1] : j])))
            if i < len(old):
                made.append(Edit((old[i],), (new[j],)))
            before = (i + 1, j + 1)
        return self._steps((e for e in made if e.old or e.new), (step.old[0], step.new[0]))

    def _alike(self, parts: Iterable[_Step], prints: Sequence[_At]) -> bool:
        """Return whether every print is still there, changed to something of its own kind."""
        kept = {place for part in parts if part.same for place in self._overlapped(part)}
        changed = {part.place: part for part in parts if part.place}
        return all(
            place in kept or (place in changed and self._same_shape(changed[place], place))
            for place in prints
        )

    def _same_shape(self, step: _Step, place: _At) -> bool:
        now = "".join(word.text for word in self.new[step.new[0] : step.new[1]])
        return bool(parse_amount(place.stretch.text)) == bool(parse_amount(now)) and (
            len(now.split()) == len(place.stretch.text.split())
        )

    def _overlapped(self, step: _Step) -> list[_At]:
        return [p for p in self.places if p.start < step.end and step.start < p.end]

    def _take(self, step: _Step) -> None:
        if step.same:
            for i, j in zip(range(*step.old), range(*step.new), strict=True):
                self._keep(i, j)
        elif step.place:
            now = "".join(word.text for word in self.new[step.new[0] : step.new[1]])
            place = step.place
            change = (step.start - place.start, step.end - place.start, now)
            self.changes.setdefault(place, []).append(change)
            first = _start(self.new, step.new[0])
            was = "".join(word.text for word in self.old[slice(*step.old)])
            self.spans.setdefault(place, []).append((first, first + len(now), was))
            self._print(place, None)
        else:
            self._replace(step)

    def _keep(self, i: int, j: int) -> None:
        """Put a kept word down as it is written."""
        word, look = self.old[i], self.new_looks[j]
        self._pass(word.start)
        if word.text == BREAK:
            self.made.lines.append([])
            return
        if word.note is not None:
            self._call(self.notes.pop(0), None)
            return
        given = None if look == self.looks[i] else look
        end = word.start + len(word.text)
        for place in self.places:
            start, stop = max(place.start, word.start), min(place.end, end)
            if start >= stop:
                continue
            if place.key in self.loose:
                self.made.dropped.add(place.key)
                text = place.stretch.text[start - place.start : stop - place.start]
                self._add(new_part(text, *look))
            elif place.stretch.typed:
                self._add(self._typed(place, start, stop, given))
            else:
                self._print(place, given)

    def _typed(self, place: _At, start: int, stop: int, given: _Look | None) -> Part:
        script = place.stretch.script
        assert script is not None
        first = place.stretch.offset - place.start
        part = script.part(place.stretch.piece, first + start, first + stop)
        return part if given is None else replace(part, bold=given[0], italic=given[1])

    def _print(self, place: _At, given: _Look | None) -> None:
        if place in self.done:
            return
        self.done.add(place)
        if place.stretch.script is not None and place.stretch.expression is not None:
            part = place.stretch.script.part(place.stretch.piece, 0, 1)
            bold, italic = given or (part.bold, part.italic)
            self._add(replace(part, bold=bold, italic=italic))

    def _pass(self, start: int) -> None:
        """Put down what prints nothing and stands before `start`."""
        for place in self.places:
            empty = place.start == place.end and not place.stretch.note
            if empty and place.start <= start:
                self._print(place, None)

    def _replace(self, step: _Step) -> None:
        """Put new words down in the place of typed ones and of prints that go with them."""
        prints = {place for place in self._overlapped(step) if not place.stretch.typed}
        self.done |= prints
        self.made.dropped |= {place.key for place in prints}
        gone = [self.notes.pop(0) for word in self.old[slice(*step.old)] if word.note is not None]
        stripped, own = self._stripped(step)
        for number in range(*step.new):
            word, look = self.new[number], self.new_looks[number]
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

    def _stripped(self, step: _Step) -> tuple[_Look, _Look]:
        """Return which looks a paragraph does not show, and those written where a step is."""
        near = [p for p in self.places if p.start <= step.start <= p.end and p.stretch.script]
        if not near:
            return (False, False), (False, False)
        inside = next((p for p in near if p.start <= step.start < p.end), near[0])
        script = inside.stretch.script
        assert script is not None
        piece = script.pieces[inside.stretch.piece] if script.pieces else None
        own = (piece.bold, piece.italic) if piece else (False, False)
        return self.stripped[inside.block], own

    def _call(self, place: _At, now: tuple[Run, ...] | None) -> None:
        stretch = place.stretch
        if stretch.script is not None:
            part = stretch.script.part(stretch.piece, 0, 1)
            self._add(replace(part, bold=False, italic=False))
        if now is not None:
            self.made.notes.append((stretch, now))

    def _add(self, part: Part) -> None:
        self.made.lines[-1].append(part)

    def _demand(self, place: _At, changes: list[tuple[int, int, str]]) -> None:
        was, now, at = place.stretch.text, "", 0
        for start, end, text in changes:
            now += was[at:start] + text
            at = end
        now += was[at:]
        if BREAK in now:
            raise Unclear
        spans = tuple(self.spans[place])
        self.made.demands.append(Demand(*place.key, was, now, spans))


def _beside_fixed(places: Sequence[_At]) -> Iterator[tuple[int, int]]:
    """Yield the prints beside words that the programme sets: nothing else can be put in there."""
    if not any(place.stretch.script for place in places):
        yield from (place.key for place in places if place.stretch.expression is not None)
    for one, other in pairwise(places):
        for here, there in ((one, other), (other, one)):
            fixed = there.stretch.script is None and there.stretch.expression is None
            if here.stretch.expression is not None and fixed and not there.stretch.note:
                yield here.key


def _rotated(made: Iterable[Edit]) -> Iterator[Edit]:
    """Yield edits so that words put in come before the space that they stand beside."""
    found = list(made)
    for at in range(1, len(found)):
        before, here = found[at - 1], found[at]
        space = here.new[-1:] if not here.old else ()
        if before.same and space and space[0].text == " " == before.old[-1].text:
            found[at - 1] = Edit(before.old[:-1], before.new[:-1])
            found[at] = Edit((), (*before.new[-1:], *here.new[:-1]))
            kept = Edit(before.old[-1:], space)
            after = found[at + 1 : at + 2]
            if after:
                found[at + 1] = Edit(kept.old + after[0].old, kept.new + after[0].new)
            else:
                found.append(kept)
    return (edit for edit in found if edit.old or edit.new)


def reverted(new: Sequence[Sequence[Run]], demands: Iterable[Demand]) -> list[tuple[Run, ...]]:
    """Return edited paragraphs as they would be had the prints of `demands` not been touched."""
    spans = sorted((span for demand in demands for span in demand.spans), reverse=True)
    runs = _joined(new)
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


def _start(found: Sequence[Word], index: int) -> int:
    """Return where word `index` begins, or the last one ends."""
    if index < len(found):
        return found[index].start
    return found[-1].start + len(found[-1].text) if found else 0


def _joined(paragraphs: Sequence[Sequence[Run]]) -> list[Run]:
    made: list[Run] = []
    for number, runs in enumerate(paragraphs):
        made += [Run(BREAK)] if number else []
        made += runs
    return made


def _bare_words(runs: Iterable[Run]) -> tuple[list[Word], list[_Look]]:
    """Return words without their looks, and the look of each."""
    found = words(runs)
    bare = [replace(word, bold=False, italic=False) for word in found]
    return bare, [(word.bold, word.italic) for word in found]
