"""What each paragraph of a file of any maker is: by its words, its look and its place.

Styles of ours need none of this: see `guess.sure`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kehoach.document import ANNEX, KINDS, PLAIN, Block, Run
from kehoach.endings import END
from kehoach.importer import body, foot, head
from kehoach.importer.guess import ANNEX_HEAD, Guess
from kehoach.importer.shape import cells_of, line_block, lines_of
from kehoach.ooxml.foreign import Grid, Item, Paragraph, flat
from kehoach.roles.confidence import LIKELY, PLAUSIBLE
from kehoach.roles.words import GOES_WITH, head_role, is_authority, plain

_ANNEX = re.compile(r"phu luc( so)?( [ivx]+| \d+| [a-z])?[:.]?")
_HEAD = 40
"""Items among which the name of the type is looked for."""


def guess(items: Sequence[Item]) -> list[Guess]:
    """Return a guess for each paragraph and table, in the order of a document."""
    items = [item for item in items if isinstance(item, Grid) or any(flat([item]))]
    top, rest = _parted_head(items)
    annex = next((i for i, item in enumerate(rest) if _opens_annex(item)), len(rest))
    main, annexes = rest[:annex], rest[annex:]
    end = _text_end(main)
    start = _outline_start(main[:end])
    bold = _has_bold_headings(main[start:end])
    made = [*body.preamble(main[:start]), *body.Reader(bold_headings=bold).guesses(main[start:end])]
    return [*top, *_closed(made), *foot.foot(main[end:]), *_annexes(annexes)]


def _text_end(items: Sequence[Item]) -> int:
    """Return where the foot begins: after `./.`, at «Nơi nhận:», or where somebody signs."""
    ended = (i + 1 for i, item in enumerate(items) if _ends(item))
    begun = (i for i, item in enumerate(items) if foot.begins(item))
    return min(next(ended, len(items)), next(begun, len(items)))


def _ends(item: Item) -> bool:
    return isinstance(item, Paragraph) and item.text.rstrip().endswith(END)


def _closed(made: list[Guess]) -> list[Guess]:
    """Return the text, its last paragraph as the closing one when it has no marker."""
    if len(made) < 2 or made[-1].role != PLAIN or made[-2].role not in (PLAIN, *KINDS.values()):
        return made
    last = made[-1]
    return [*made[:-1], replace(last, block=replace(last.block, role="ket"))]


def _parted_head(items: Sequence[Item]) -> tuple[list[Guess], Sequence[Item]]:
    """Return the guesses for the head, and what comes after it."""
    for number, item in enumerate(items[:_HEAD]):
        lines = list(_head_lines(item))
        at = next((i for i, line in enumerate(lines) if head.is_type(line.text)), None)
        if at is None:
            continue
        above = [line for before in items[:number] for line in _head_lines(before)]
        after = list(items[number + 1 :])
        below = [*lines[at:], *(line for item in after[:8] for line in _title_lines(item))]
        found, used = head.title(below)
        rest = _skipped(after, used - len(lines[at:]), below[used : len(lines[at:])])
        return [*head.head([*above, *lines[:at]]), *found], rest
    return _headless(items)


def _headless(items: Sequence[Item]) -> tuple[list[Guess], Sequence[Item]]:
    """Return the guesses for the lines that look like a head where no type is named."""
    found: list[Guess] = []
    for number, item in enumerate(items[:_HEAD]):
        lines = list(_head_lines(item))
        if not all(head_role(line.text) for line in lines):
            return found, items[number:]
        found += head.head(lines)
    return found, items[len(found) :]


def _skipped(items: Sequence[Item], count: int, left: Sequence[Paragraph]) -> list[Item]:
    """Return `items` without their first `count` lines, after what is `left` of one before."""
    rest = list(items)
    while count > 0 and rest:
        lines = list(_title_lines(rest.pop(0)))
        left, count = lines[count:], count - len(lines)
    return [*left, *rest]


def _head_lines(item: Item) -> Iterator[Paragraph]:
    """Yield the lines of an item of the head; what stands side by side is parted."""
    for paragraph in flat([item]):
        for line in lines_of(paragraph):
            yield from (cell for cell in cells_of(line) if cell.text.strip())


def _title_lines(item: Item) -> list[Paragraph]:
    return [] if isinstance(item, Grid) else list(lines_of(item))


def _outline_start(items: Sequence[Item]) -> int:
    """Return where the preamble ends: after «như sau:», or before the first number or heading."""
    for number, item in enumerate(items):
        if isinstance(item, Grid) or item.heading or body.is_marked(item, ("I.", "A.", "1.")):
            return number
        if re.search(r"(nhu sau|sau day) ?:$", plain(item.text)):
            return number + 1
    return 0


def _has_bold_headings(items: Iterable[Item]) -> bool:
    numbered = [
        item
        for item in items
        if isinstance(item, Paragraph) and body.is_marked(item, ("1.", "1.1."))
    ]
    return any(item.bold for item in numbered)


def _opens_annex(item: Item) -> bool:
    if isinstance(item, Grid):
        return False
    first = next(lines_of(item), None)
    return first is not None and bool(_ANNEX.fullmatch(plain(first.text)))


def _annexes(items: Sequence[Item]) -> Iterator[Guess]:
    """Yield the guesses for each annex: label, title, what it goes with, text, signers."""
    starts = [number for number, item in enumerate(items) if _opens_annex(item)]
    for start, end in zip(starts, [*starts[1:], len(items)], strict=False):
        yield from _annex(items[start:end])


def _annex(items: Sequence[Item]) -> Iterator[Guess]:
    opening, rest = _title_lines(items[0]), list(items[1:])
    while rest and (lines := _annex_title(rest[0])):
        opening += lines
        del rest[0]
    lies = isinstance(items[0], Paragraph) and items[0].landscape
    label = line_block(ANNEX[0], opening[0])
    yield Guess(Block(ANNEX[0], label.runs, landscape=lies, where=label.where), LIKELY, ANNEX_HEAD)
    titled = [line for line in opening[1:] if not GOES_WITH.match(plain(line.text))]
    if titled:
        words = " ".join(" ".join(line.text.split()) for line in titled)
        yield Guess(Block(ANNEX[1], (Run(words),), where=titled[0].where), PLAUSIBLE)
    yield from (
        Guess(line_block(ANNEX[2], line), LIKELY) for line in opening[1:] if line not in titled
    )
    end = next((i for i, item in enumerate(rest) if _signs(item)), len(rest))
    bold = _has_bold_headings(rest[:end])
    yield from body.Reader(bold_headings=bold).guesses(rest[:end])
    yield from foot.signer([line for p in flat(rest[end:]) for line in lines_of(p)])


def _annex_title(item: Item) -> list[Paragraph]:
    """Return the lines of an item that belong to the title of an annex."""
    if isinstance(item, Grid) or body.is_marked(item, ("I.", "A.", "1.", "-")):
        return []
    titled = item.align == "center" or item.bold or GOES_WITH.match(plain(item.text))
    return list(lines_of(item)) if titled else []


def _signs(item: Item) -> bool:
    return isinstance(item, Paragraph) and is_authority(item.text)
