"""Where an edited paragraph differs from what the plan printed, source by source.

Words are compared without their looks. A difference that runs across a value is cut into smaller
ones, so that each touches one print or none, or takes prints away whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from kehoach.absorb.unfold import Stretch, Unfolded, starts_of
from kehoach.align import Edit, Word, common, edits, words
from kehoach.document import Run
from kehoach.values import parse_amount

BREAK = "\u2029"
"""Stands between two paragraphs that are compared as one text."""

Look = tuple[bool, bool]
"""Bold, italic."""


class Unclear(Exception):
    """An edit runs across words with different sources, and nobody can say which got what."""


@dataclass(frozen=True, slots=True)
class Prints:
    """How prints are taken, each by its block and run.

    What is `loose` gives way to the words that stand there now; words put in right before or
    after what is `sticky` are its own.
    """

    loose: Set[tuple[int, int]] = frozenset()
    sticky: Set[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class At:
    """A stretch of the text that is compared: where it is, and the block that it is of."""

    stretch: Stretch
    start: int
    end: int
    block: int

    @property
    def key(self) -> tuple[int, int]:
        """Return its block and its run."""
        return self.block, self.stretch.run


@dataclass(frozen=True, slots=True)
class Step:
    """Words `old` of the base, from character `start`, and `new` ones of the edited text."""

    old: tuple[int, int]
    new: tuple[int, int]
    start: int
    end: int
    same: bool
    place: At | None = None


class Comparison:
    """The words of paragraphs of the base and of the edited ones, and the prints among them."""

    def __init__(
        self,
        old: Sequence[tuple[int, Unfolded]],
        new: Sequence[tuple[Run, ...]],
        prints: Prints,
    ) -> None:
        self.loose = prints.loose
        self.places: list[At] = []
        at = 0
        for block, unfolded in old:
            starts = starts_of(unfolded.stretches)
            for stretch, start in zip(unfolded.stretches, starts, strict=False):
                self.places.append(At(stretch, at + start, at + start + len(stretch.text), block))
            at += starts[-1] + 1
        self.old, self.looks = _bare_words(joined([unfolded.runs for _, unfolded in old]))
        self.new, self.new_looks = _bare_words(joined(new))
        self.sticky = prints.sticky | set(_beside_fixed(self.places))

    def decided(self) -> Iterator[Step]:
        """Yield the steps from the one text to the other. Raises `Unclear`."""
        made: Iterable[Edit] = edits(self.old, self.new)
        for step in self._steps(_rotated(made) if self.sticky else made, (0, 0)):
            yield from self._decided(step)

    def overlapped(self, step: Step) -> list[At]:
        """Return the places of which a step covers something."""
        return [p for p in self.places if p.start < step.end and step.start < p.end]

    def _steps(self, made: Iterable[Edit], begin: tuple[int, int]) -> Iterator[Step]:
        i, j = begin
        for edit in made:
            old, new = (i, i + len(edit.old)), (j, j + len(edit.new))
            start = start_of(self.old, i)
            length = sum(len(word.text) for word in edit.old)
            yield Step(old, new, start, start + length, edit.same)
            i, j = old[1], new[1]

    def _decided(self, step: Step) -> list[Step]:
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

    def _simple(self, step: Step) -> Step | None:
        """Return the step when one source answers for it, with its place when it is a print."""
        prints = self._touched(step)
        if not prints:
            return step
        place = prints[0]
        if len(prints) > 1 or not (place.start <= step.start and step.end <= place.end):
            return None
        gone = (step.start, step.end) == (place.start, place.end) and step.new[0] == step.new[1]
        return step if gone and self._can_go(place, step) else replace(step, place=place)

    def _touched(self, step: Step) -> list[At]:
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

    def _is_inside(self, place: At, at: int) -> bool:
        """Return whether words put in at a place are put into a print."""
        if place.key in self.sticky:
            return place.start <= at <= place.end
        return place.start < at < place.end

    def _can_go(self, place: At, step: Step) -> bool:
        stretch = place.stretch
        covered = step.start <= place.start and place.end <= step.end
        return covered and stretch.script is not None and stretch.expression is not None

    def _fine(self, step: Step) -> Iterator[Step]:
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

    def _alike(self, parts: Iterable[Step], prints: Sequence[At]) -> bool:
        """Return whether every print is still there, changed to something of its own kind."""
        kept = {place for part in parts if part.same for place in self.overlapped(part)}
        changed = {part.place: part for part in parts if part.place}
        return all(
            place in kept or (place in changed and self._same_shape(changed[place], place))
            for place in prints
        )

    def _same_shape(self, step: Step, place: At) -> bool:
        now = "".join(word.text for word in self.new[step.new[0] : step.new[1]])
        amounts = parse_amount(place.stretch.text) and parse_amount(now)
        return bool(amounts) and len(now.split()) == len(place.stretch.text.split())


def _beside_fixed(places: Sequence[At]) -> Iterator[tuple[int, int]]:
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


def start_of(found: Sequence[Word], index: int) -> int:
    """Return where word `index` begins, or the last one ends."""
    if index < len(found):
        return found[index].start
    return found[-1].start + len(found[-1].text) if found else 0


def joined(paragraphs: Sequence[Sequence[Run]]) -> list[Run]:
    made: list[Run] = []
    for number, runs in enumerate(paragraphs):
        made += [Run(BREAK)] if number else []
        made += runs
    return made


def _bare_words(runs: Iterable[Run]) -> tuple[list[Word], list[Look]]:
    """Return words without their looks, and the look of each."""
    found = words(runs)
    bare = [replace(word, bold=False, italic=False) for word in found]
    return bare, [(word.bold, word.italic) for word in found]
