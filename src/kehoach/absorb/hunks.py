"""What belongs together in a document and its edited copy: kept, changed, new, gone, moved.

A paragraph that was cut in two or put together with its neighbour is one hunk.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from kehoach.align import Pair, block_item, blocks, common
from kehoach.document import ANNEX, FIXED, FOOT, HEAD, Block, Document, canonical

_MOST_OF = 0.5
"""How many of a paragraph's words must have come from its neighbour."""


@dataclass(frozen=True, slots=True)
class Hunk:
    """Blocks of the base, and those of the edited file that stand in their place, by number.

    One that is written `anew` has hardly a word of what stood there.
    """

    base: tuple[int, ...]
    edited: tuple[int, ...]
    moved: bool = False
    anew: bool = False

    @property
    def subject(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return what a decision calls it."""
        return self.base, self.edited


@dataclass(frozen=True, slots=True)
class Slot:
    """A place of the document: a block of the base, of the edited file, or of both.

    Without a `hunk` both are the same. Blocks of a hunk stand at their new or at their old place.
    """

    base: int | None
    edited: int | None
    hunk: int | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """The blocks of both sides, the hunks, and the slots in order."""

    base: tuple[Block, ...]
    edited: tuple[Block, ...]
    hunks: tuple[Hunk, ...]
    slots: tuple[Slot, ...]

    def wanted(self, taken: Collection[int]) -> list[tuple[Block, Slot]]:
        """Return the document that has the hunks `taken` alone, with the slot of each block."""
        made = []
        for slot in self.slots:
            use = slot.hunk is None or slot.hunk in taken
            if use and slot.edited is not None:
                made.append((self.edited[slot.edited], slot))
            elif not use and slot.base is not None:
                made.append((self.base[slot.base], slot))
        return made


def compare(base: Document, edited: Document) -> Compared:
    """Return the hunks of two documents; a number that only counts otherwise is none."""
    old = tuple(block for block in base.blocks if block.role != FIXED)
    new = tuple(block for block in edited.blocks if block.role != FIXED)
    pairs = list(blocks(old, new))
    hunks: list[Hunk] = []
    owner: dict[tuple[str, int], int] = {}
    for group in _groups(pairs, old, new):
        before = tuple(p.old for p in group if p.old is not None)
        after = tuple(p.new for p in group if p.new is not None)
        if len(group) == 1 and not group[0].moved and _same(group[0], old, new):
            continue
        for i in before:
            owner["old", i] = len(hunks)
        for j in after:
            owner["new", j] = len(hunks)
        anew = len(group) == 2 and all(None in (pair.old, pair.new) for pair in group)
        hunks.append(Hunk(before, after, any(p.moved for p in group), anew))
    return Compared(old, new, tuple(hunks), tuple(_slots(pairs, owner)))


def _same(pair: Pair, old: Sequence[Block], new: Sequence[Block]) -> bool:
    if pair.old is None or pair.new is None:
        return False
    return _key(old[pair.old]) == _key(new[pair.new])


def _key(block: Block) -> object:
    marker = block.marker
    bare = replace(marker, label="") if marker and not marker.kept else marker
    return canonical(Document((replace(block, marker=bare),)))


def _slots(pairs: Sequence[Pair], owner: dict[tuple[str, int], int]) -> list[Slot]:
    slots: list[Slot] = []
    left: list[tuple[int, int]] = []
    for pair in pairs:
        hunk = owner.get(("new", pair.new)) if pair.new is not None else None
        if hunk is None and pair.old is not None:
            hunk = owner.get(("old", pair.old))
        if pair.moved and pair.old is not None and hunk is not None:
            left.append((pair.old, hunk))
            slots.append(Slot(None, pair.new, hunk))
        else:
            slots.append(Slot(pair.old, pair.new, hunk))
    for i, hunk in sorted(left):
        at = next((n + 1 for n, slot in enumerate(slots) if slot.base == i - 1), 0)
        slots.insert(at, Slot(i, None, hunk))
    return slots


def _groups(
    pairs: Sequence[Pair], old: Sequence[Block], new: Sequence[Block]
) -> Iterator[list[Pair]]:
    """Yield the pairs, those of a paragraph that was cut or joined together."""
    groups: list[list[Pair]] = []
    for pair in pairs:
        last = groups[-1] if groups else None
        if last and _joins(last, pair, old, new):
            last.append(pair)
        else:
            groups.append([pair])
    yield from _written_anew(groups, old, new)


def _written_anew(
    groups: Sequence[list[Pair]], old: Sequence[Block], new: Sequence[Block]
) -> Iterator[list[Pair]]:
    """Yield the groups, one paragraph that went and one that came in its place as one."""
    at = 0
    while at < len(groups):
        around = [*groups[max(at - 1, 0) : at], *groups[at + 2 : at + 3]]
        here, after = groups[at], groups[at + 1] if at + 1 < len(groups) else []
        alone = all(None not in (pair.old, pair.new) for group in around for pair in group)
        gone, come = (here[0].old, after[0].new) if len(here) == len(after) == 1 else (None, None)
        same = (
            gone is not None
            and come is not None
            and here[0].new is None
            and after[0].old is None
            and _is_text(old[gone])
            and old[gone].role == new[come].role
        )
        yield [*here, *after] if same and alone else here
        at += 2 if same and alone else 1


def _joins(group: Sequence[Pair], pair: Pair, old: Sequence[Block], new: Sequence[Block]) -> bool:
    """Return whether a pair goes on with what the pairs of `group` began."""
    both = [*group, pair]
    if any(p.moved for p in both):
        return False
    before = [old[p.old] for p in both if p.old is not None]
    after = [new[p.new] for p in both if p.new is not None]
    cut = len(before) == 1 and len(after) == len(both)
    put = len(after) == 1 and len(before) == len(both)
    if not (cut or put) or not all(_is_text(block) for block in (*before, *after)):
        return False
    one, parts = (before[0], after) if cut else (after[0], before)
    return _made_of(one, parts)


def _is_text(block: Block) -> bool:
    return block.table is None and block.role not in (*HEAD, *FOOT[1:], *ANNEX)


def _made_of(one: Block, parts: Sequence[Block]) -> bool:
    """Return whether each of `parts` is for the most part a stretch of `one`, one after another."""
    whole = block_item(one).words
    texts = [block_item(part).words for part in parts]
    owners = [number for number, words in enumerate(texts) for _ in words]
    joined = [word for words in texts for word in words]
    found = [owners[j] for _, j in common(whole, joined)]
    return all(
        len(words) > 0 and found.count(number) > _MOST_OF * len(words) + (len(words) < 4)
        for number, words in enumerate(texts)
    )
