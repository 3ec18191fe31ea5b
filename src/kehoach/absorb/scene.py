"""What is known while an edited file is absorbed: the base, its texts, and what is compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kehoach.absorb.changes import Base, Decision
from kehoach.absorb.edits import Edit
from kehoach.absorb.files import Files
from kehoach.absorb.holders import Container, Holders
from kehoach.absorb.hunks import Compared, compare
from kehoach.absorb.rebuild import Built, rebuilt
from kehoach.absorb.script import Script
from kehoach.absorb.unfold import Unfolded, unfold
from kehoach.diagnostic import Span
from kehoach.document import FIXED, Block, Document, join


@dataclass(slots=True)
class Scene:
    """The base and the edited document, side by side; nothing is unfolded or built twice."""

    base: Base
    compared: Compared
    files: Files
    holders: Holders
    _unfolded: dict[int, Unfolded] = field(default_factory=dict)
    _built: dict[tuple[Edit, ...], Built] = field(default_factory=dict)

    def built(self, edits: Iterable[Edit]) -> Built:
        """Return the plan and the document that edited sources make, None when they make none."""
        key = tuple(sorted(edits, key=lambda edit: (edit.path, edit.start, edit.end)))
        if key not in self._built:
            self._built[key] = rebuilt(key, self.files, self.base)
        return self._built[key]

    def unfolded(self, number: int) -> Unfolded:
        """Return a block of the base in its stretches."""
        if number not in self._unfolded:
            self._unfolded[number] = unfold(self.compared.base[number], self.holders)
        return self._unfolded[number]

    def line(self, number: int) -> tuple[Container, Script] | None:
        """Return the line of prose that a block of the base is, None when it is made of others."""
        return line_of(self.compared.base[number], self.unfolded(number), self.holders)

    def stands(self, number: int) -> tuple[Container, Script] | None:
        """Return the line of prose that a block of the base stands for, be it an include."""
        where = self.compared.base[number].where
        return self.holders.line(where) if isinstance(where, Span) else None


def line_of(block: Block, unfolded: Unfolded, holders: Holders) -> tuple[Container, Script] | None:
    """Return the line of prose whose words a block prints."""
    if not isinstance(block.where, Span):
        return None
    found = holders.line(block.where)
    home = unfolded.home
    if found is None or (home is not None and home.written != found[1].written):
        return None
    alone = home is None and any(stretch.text for stretch in unfolded.stretches)
    return None if alone else found


def scene(base: Base, edited: Document, decided: Decision | None = None) -> Scene:
    """Return what is known of a base and a file edited since."""
    files = Files(base.fetch)
    blocks = [block for block in edited.blocks if block.role != FIXED]
    compared = _compared(base, blocks, decided or Decision())
    return Scene(base, compared, files, Holders(files, base.plan))


def again(before: Scene, decided: Decision) -> Scene:
    """Return a scene as it is after what was decided about the edited blocks."""
    compared = _compared(before.base, before.compared.edited, decided)
    return Scene(before.base, compared, before.files, before.holders, _built=before._built)


def _compared(base: Base, blocks: Sequence[Block], decided: Decision) -> Compared:
    made = list(blocks)
    for number in decided.kept:
        marker = made[number].marker
        if marker:
            made[number] = replace(made[number], marker=replace(marker, kept=True))
    for number in decided.spaced:
        runs = (replace(run, text=_spaced(run.text)) for run in made[number].runs)
        made[number] = replace(made[number], runs=join(runs))
    return compare(base.document, Document(tuple(made)))


def _spaced(text: str) -> str:
    return " ".join(line.strip(" ") for line in text.split("\n")) if "\n" in text else text
