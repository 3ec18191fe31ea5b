"""Which parts of two versions belong together: blocks, rows, cells, and the words in them.

First the longest common subsequence, which is exact; then, in each gap that it leaves, the chain
of pairs with the greatest sum of similarities, of those more than half alike; what is left may have
moved. Everything here is pure and knows nothing of files.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kehoach.document import ANNEX, FOOT, HEAD, Block, Document, Row, Run, Table, canonical, join

ALIKE = 0.5
"""Two texts belong together when they are more alike than this (0 to 1, by words in order)."""

MOVED = 0.7
"""How alike two texts must be to count as one that moved, when they are not the same."""

SHORTEST_MOVE = 5
"""Words that a text must have to be recognised elsewhere after it was changed, too."""

_LARGEST = 4_000_000
"""Pairs that are compared in one gap; in a longer one each text looks at its neighbourhood."""
_MATRIX = 400_000_000
"""Bits that an exact alignment may take; beyond them only equal beginnings and ends count."""
_LONGEST = 2_000
"""Words of a text that its likeness is judged by."""

_LONE = (*HEAD, *(role for role in FOOT if role != "noi_nhan"), *ANNEX)
"""Roles whose blocks say one thing each: old and new belong together whatever they say."""

_MARKS = "\u0300-\u036f"
WORD = re.compile(
    rf"\d+(?:[.,/:-]\d+)*%?(?![\w{_MARKS}])|[\w{_MARKS}]+|[ \u00a0]+|.[{_MARKS}]*", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Item:
    """A thing to be aligned: the same as another when `key` is, like it when `words` are.

    Items of different `group`s never belong together; `lone` ones of a group always may.
    """

    key: Hashable
    words: tuple[str, ...] = field(compare=False)
    group: str = ""
    lone: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Indices of what belongs together: without `new` it was deleted, without `old` inserted."""

    old: int | None
    new: int | None
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a number, a space or a sign in one look; a footnote is a word without text.

    `start` counts the characters of the paragraph before it.
    """

    text: str
    bold: bool = False
    italic: bool = False
    note: tuple[Run, ...] | None = None
    start: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of the old text and what stands for them in the new one; equal when kept."""

    old: tuple[Word, ...]
    new: tuple[Word, ...]

    @property
    def same(self) -> bool:
        """Return whether nothing was changed."""
        return self.old == self.new


def blocks(old: Sequence[Block], new: Sequence[Block]) -> tuple[Pair, ...]:
    """Return the pairs of two texts, as `align` does; a label that was counted is no difference."""
    return align([block_item(block) for block in old], [block_item(block) for block in new])


def rows(old: Table, new: Table) -> tuple[Pair, ...]:
    """Return the pairs of the rows of two tables, as `align` does."""
    return align([_row_item(row) for row in old.rows], [_row_item(row) for row in new.rows])


def cells(old: Row, new: Row) -> tuple[Pair, ...]:
    """Return the pairs of the cells of two rows: by column when the columns are as many."""
    if len(old.cells) == len(new.cells):
        return tuple(Pair(at, at) for at in range(len(old.cells)))
    alone = [[replace(row, cells=(cell,)) for cell in row.cells] for row in (old, new)]
    return align(*([_row_item(row) for row in one] for one in alone))


def block_item(block: Block) -> Item:
    """Return a block as a thing to be aligned."""
    if block.table:
        texts = (inner.text for row in block.table.rows for c in row.cells for inner in c.blocks)
        return Item(_canonical(block), _plain(" ".join(texts)), "bang")
    lone = block.role in _LONE
    group = block.role if lone or block.role == "noi_nhan" else ""
    return Item(_canonical(block), _plain(block.text), group, lone)


def align(old: Sequence[Item], new: Sequence[Item]) -> tuple[Pair, ...]:
    """Return pairs that name each index of both sides once.

    They stand in the order of `new`, a deleted item after what it followed; a pair that `moved`
    stands at its new place. The pairs that did not move keep the order of `old`, too.
    """
    kept = in_place(old, new)
    return tuple(_ordered(kept, dict(_moves(old, new, kept)), len(old), len(new)))


def in_place(old: Sequence[Item], new: Sequence[Item]) -> list[tuple[int, int]]:
    """Return the index pairs of what belongs together and has not moved, rising on both sides."""
    kept = common([item.key for item in old], [item.key for item in new])
    return sorted([*kept, *_likely(old, new, kept)])


def words(runs: Iterable[Run]) -> tuple[Word, ...]:
    """Return the words of a paragraph in order; their texts put together are its text.

    They depend on its looks, not on how it is divided into runs.
    """
    found: list[Word] = []
    start = 0
    for run in join(runs):
        if run.note is not None:
            found.append(Word("", note=run.note, start=start))
        for match in WORD.finditer(run.text):
            found.append(Word(match[0], run.bold, run.italic, None, start + match.start()))
        start += len(run.text)
    return tuple(found)


def edits(old: Sequence[Word], new: Sequence[Word]) -> tuple[Edit, ...]:
    """Return how one text became the other: kept and changed stretches in turn.

    What stands between two changes and holds no word, a space or a comma, is part of them.
    """
    made: list[Edit] = []
    before = (0, 0)
    for i, j in [*common(old, new), (len(old), len(new))]:
        changed = Edit(tuple(old[before[0] : i]), tuple(new[before[1] : j]))
        made += [changed] if changed.old or changed.new else []
        kept = Edit(tuple(old[i : i + 1]), tuple(new[j : j + 1]))
        made += [kept] if kept.old else []
        before = (i + 1, j + 1)
    return tuple(_smooth(_gathered(made)))


def _gathered(made: Iterable[Edit]) -> Iterator[Edit]:
    """Yield neighbours of one kind as one."""
    last: Edit | None = None
    for edit in made:
        if last and last.same == edit.same:
            last = Edit(last.old + edit.old, last.new + edit.new)
            continue
        if last:
            yield last
        last = edit
    if last:
        yield last


def _smooth(made: Iterable[Edit]) -> Iterator[Edit]:
    """Yield the edits, a kept stretch without a word joined to the changes on both its sides."""
    found = list(made)
    joined: list[Edit] = []
    for at, edit in enumerate(found):
        between = 0 < at < len(found) - 1 and edit.same and not any(map(_counts, edit.old))
        after = at > 1 and bool(joined) and not joined[-1].same and not edit.same
        if between or after:
            joined[-1] = Edit(joined[-1].old + edit.old, joined[-1].new + edit.new)
        else:
            joined.append(edit)
    return iter(joined)


def _counts(word: Word) -> bool:
    return word.note is not None or any(character.isalnum() for character in word.text)


def _canonical(block: Block) -> Hashable:
    marker = block.marker
    bare = replace(marker, label="") if marker and not marker.kept else marker
    return canonical(Document((replace(block, marker=bare),)))


def _row_item(row: Row) -> Item:
    key = canonical(Document((Block("bang", table=Table((row,))),)))
    text = " ".join(block.text for cell in row.cells for block in cell.blocks)
    return Item(key, _plain(text), "dau" if row.header else "")


def _plain(text: str) -> tuple[str, ...]:
    return tuple(found for found in WORD.findall(text) if not found.isspace())


def common(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return the index pairs of the longest common subsequence."""
    return [(i + n, j + n) for i, j, size in stretches(old, new) for n in range(size)]


def stretches(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int, int]]:
    """Return the longest common subsequence as (start in `old`, start in `new`, length)."""
    from rapidfuzz.distance import LCSseq

    # Numbers stand for the keys: sequences are compared by hash, and numbers have no equal hashes.
    numbers: dict[Hashable, int] = {}
    a, b = ([numbers.setdefault(key, len(numbers)) for key in side] for side in (old, new))
    if len(a) * len(b) > _MATRIX:
        return _ends(a, b)
    equal = (code for code in LCSseq.opcodes(a, b) if code.tag == "equal")
    return [(c.src_start, c.dest_start, c.src_end - c.src_start) for c in equal]


def _ends(a: Sequence[int], b: Sequence[int]) -> list[tuple[int, int, int]]:
    """Return the equal beginning and the equal end."""
    most = min(len(a), len(b))
    head = next((n for n in range(most) if a[n] != b[n]), most)
    rest = most - head
    tail = next((n for n in range(rest) if a[-1 - n] != b[-1 - n]), rest)
    return [(0, 0, head), (len(a) - tail, len(b) - tail, tail)]


def _likely(
    old: Sequence[Item], new: Sequence[Item], kept: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of what is alike in the gaps between the `kept` ones."""
    ends = [*kept, (len(old), len(new))]
    starts = [(-1, -1), *kept]
    gaps = [
        (range(start[0] + 1, end[0]), range(start[1] + 1, end[1]))
        for start, end in zip(starts, ends, strict=True)
    ]
    gaps = [(left, right) for left, right in gaps if left and right]
    code = _coded([old[i] for left, _ in gaps for i in left], [new[j] for _, r in gaps for j in r])
    for left, right in gaps:
        yield from _chain(_candidates(old, new, left, right, code))


def _coded(old: Sequence[Item], new: Sequence[Item]) -> dict[tuple[str, ...], str]:
    """Return each text as a string with one character a word, which is compared fastest."""
    numbers: dict[str, int] = {}
    code: dict[tuple[str, ...], str] = {}
    for item in (*old, *new):
        if item.words not in code:
            found = (numbers.setdefault(w, len(numbers)) for w in item.words[:_LONGEST])
            # Past the surrogates; more words than characters wrap around, which does no harm.
            code[item.words] = "".join(chr(0xE000 + n % 0x100000) for n in found)
    return code


def _candidates(
    old: Sequence[Item],
    new: Sequence[Item],
    left: Sequence[int],
    right: Sequence[int],
    code: dict[tuple[str, ...], str],
    least: float = ALIKE,
) -> Iterator[tuple[int, int, float]]:
    """Yield (old, new, likeness) of the pairs of a group that are more than `least` alike."""
    from rapidfuzz import process
    from rapidfuzz.distance import Indel

    groups: dict[str, list[int]] = defaultdict(list)
    for j in right:
        groups[new[j].group].append(j)
    texts = {group: [code[new[j].words] for j in found] for group, found in groups.items()}
    for number, i in enumerate(left):
        item, others = old[i], groups.get(old[i].group, [])
        near = _near(number, len(left), len(others))
        choices = texts.get(item.group, [])[near]
        cutoff = 0.0 if item.lone and least == ALIKE else least
        found = process.extract(
            code[item.words],
            choices,
            scorer=Indel.normalized_similarity,
            score_cutoff=cutoff,
            limit=None,
        )
        for _, likeness, at in found:
            if likeness > least or cutoff < least:
                yield i, others[near][at], max(likeness, 0.01)


def _near(at: int, count: int, others: int) -> slice:
    """Return which of the `others` number `at` of `count` is compared with: all when few."""
    wide = max(1, _LARGEST // count)
    if others <= wide:
        return slice(0, others)
    start = min(max(0, at * others // count - wide // 2), others - wide)
    return slice(start, start + wide)


def _chain(candidates: Iterable[tuple[int, int, float]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs, rising on both sides, whose likenesses have the greatest sum.

    Dynamic programming over the candidates alone, the best sum up to an index kept in a tree.
    """
    found = sorted(candidates, key=lambda c: (c[0], -c[1]))
    places = {j: at for at, j in enumerate(sorted({j for _, j, _ in found}), 1)}
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(places) + 1)
    previous: list[int] = []
    for number, (_, j, likeness) in enumerate(found):
        total, last = 0.0, -1
        at = places[j] - 1
        while at > 0:
            total, last = max((total, last), tree[at])
            at &= at - 1
        previous.append(last)
        at = places[j]
        while at < len(tree):
            tree[at] = max(tree[at], (total + likeness, number))
            at += at & -at
    end = max(tree)[1]
    while end >= 0:
        yield found[end][:2]
        end = previous[end]


def _moves(
    old: Sequence[Item], new: Sequence[Item], kept: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield (new, old) of what stands elsewhere now, the same or nearly; each index once."""
    left = sorted(set(range(len(old))) - {i for i, _ in kept})
    right = sorted(set(range(len(new))) - {j for _, j in kept})
    if not left or not right:
        return
    there: dict[Hashable, list[int]] = defaultdict(list)
    for i in reversed(left):
        there[old[i].key].append(i)
    gone: set[int] = set()
    come: set[int] = set()
    for j in right:
        if new[j].words and there[new[j].key]:
            i = there[new[j].key].pop()
            gone.add(i)
            come.add(j)
            yield j, i
    long = [i for i in left if i not in gone and len(old[i].words) >= SHORTEST_MOVE]
    free = [j for j in right if j not in come and len(new[j].words) >= SHORTEST_MOVE]
    best = sorted(_candidates(old, new, long, free, _coded(old, new), MOVED), key=lambda c: -c[2])
    for i, j, _ in best:
        if i not in gone and j not in come:
            gone.add(i)
            come.add(j)
            yield j, i


def _ordered(
    kept: Sequence[tuple[int, int]], moved: dict[int, int], count: int, others: int
) -> Iterator[Pair]:
    away = set(moved.values())
    before = (-1, -1)
    for i, j in [*kept, (count, others)]:
        yield from (Pair(n, None) for n in range(before[0] + 1, i) if n not in away)
        for n in range(before[1] + 1, j):
            yield Pair(moved.get(n), n, n in moved)
        if i < count:
            yield Pair(i, j)
        before = (i, j)
