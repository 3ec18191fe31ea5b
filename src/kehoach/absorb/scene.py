"""What is known while an edited file is absorbed: the base, its texts, and what is compared."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field, replace

from kehoach.absorb.changes import Base
from kehoach.absorb.files import Files
from kehoach.absorb.holders import Container, Holders
from kehoach.absorb.hunks import Compared, compare
from kehoach.absorb.script import Script
from kehoach.absorb.unfold import Unfolded, unfold
from kehoach.diagnostic import Span
from kehoach.document import FIXED, Block, Document


@dataclass(slots=True)
class Scene:
    """The base and the edited document, side by side; paragraphs are unfolded once."""

    base: Base
    compared: Compared
    files: Files
    holders: Holders
    _unfolded: dict[int, Unfolded] = field(default_factory=dict)

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


def scene(base: Base, edited: Document, kept: Set[int] = frozenset()) -> Scene:
    """Return what is known of a base and a file edited since.

    The labels of the blocks `kept`, by their number, count as typed to stay.
    """
    files = Files(base.fetch)
    blocks = [block for block in edited.blocks if block.role != FIXED]
    for number in kept:
        marker = blocks[number].marker
        if marker:
            blocks[number] = replace(blocks[number], marker=replace(marker, kept=True))
    compared = compare(base.document, Document(tuple(blocks)))
    return Scene(base, compared, files, Holders(files, base.plan))
