"""Random edits of documents, of every kind that a draft sees between two versions."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from kehoach.document import FOOT, HEAD, Block, Cell, Document, Marker, Row, Run, Table
from strategies import numbered

WORDS = [
    "thôn",
    "xã",
    "phường",
    "tổ",
    "80%",
    "15/01/2024",
    "“An toàn”",
    "&",
    "<b>",
    "Ủy\u00a0ban,",
    "rà soát",
]
Edit = Callable[[list[Block], random.Random], bool]
"""Changes the blocks in hand; returns whether there was anything to change."""


def edited(document: Document, kinds: Sequence[str], chance: random.Random) -> Document:
    """Return `document` after one edit of each of `kinds`, its points numbered anew."""
    blocks = list(document.blocks)
    for kind in kinds:
        assert EDITS[kind](blocks, chance), kind
    return Document(tuple(renumbered(blocks)))


def renumbered(blocks: Sequence[Block]) -> list[Block]:
    """Return `blocks` with the labels of counted points as they follow one another."""
    counted = [i for i, block in enumerate(blocks) if block.marker and not block.marker.kept]
    kinds = [block.marker.kind for block in blocks if block.marker and not block.marker.kept]
    made = list(blocks)
    for i, marker in zip(counted, numbered((kind, False) for kind in kinds), strict=True):
        own = made[i].marker
        assert own
        made[i] = replace(made[i], marker=Marker(own.kind, marker.label))
    return [_settled(block) for block in made]


def _settled(block: Block) -> Block:
    """Return a block whose marker and role agree in kind: 1.1. without a 1. is no point."""
    if block.marker and not block.marker.kept and not _possible(block.marker):
        return replace(block, role="doan", marker=None)
    return block


def _possible(marker: Marker) -> bool:
    parts = marker.label.rstrip(".").split(".")
    return marker.kind not in ("1.1.", "1.1.1.") or len(parts) == marker.kind.count("1")


def phrase(chance: random.Random, least: int = 2, most: int = 12) -> str:
    """Return some words."""
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(least, most)))


def _texts(blocks: Sequence[Block]) -> list[int]:
    """Return where the paragraphs of the text are that have words."""
    outside = (*HEAD, *FOOT)
    return [i for i, b in enumerate(blocks) if b.role not in outside and b.text.strip()]


def _in_runs(block: Block, change: Callable[[str], str]) -> Block:
    """Return `block` with the words of its longest run changed."""
    at = max(range(len(block.runs)), key=lambda i: len(block.runs[i].text))
    runs = list(block.runs)
    runs[at] = replace(runs[at], text=change(runs[at].text))
    return replace(block, runs=tuple(runs))


def _other_words(text: str, chance: random.Random) -> str:
    found = list(re.finditer(r"\S+", text))
    if not found:
        return phrase(chance)
    match = chance.choice(found)
    put = chance.choice([chance.choice(WORDS), match[0] + " " + chance.choice(WORDS), ""])
    return text[: match.start()] + put + text[match.end() :] or "x"


def word(blocks: list[Block], chance: random.Random) -> bool:
    """Put another word, one more or one less into a paragraph."""
    at = chance.choice(_texts(blocks))
    blocks[at] = _in_runs(blocks[at], lambda text: _other_words(text, chance))
    return True


def sentence(blocks: list[Block], chance: random.Random) -> bool:
    """Write a paragraph anew, or a sentence more, bold or not."""
    at = chance.choice(_texts(blocks))
    more = Run(f" {phrase(chance)}.", chance.random() < 0.3, chance.random() < 0.2)
    kept = blocks[at].runs if chance.random() < 0.5 else ()
    blocks[at] = replace(blocks[at], runs=(*kept, more))
    return True


def insert(blocks: list[Block], chance: random.Random) -> bool:
    """Put in a paragraph of the kind of its neighbour, sometimes with a footnote."""
    at = chance.choice(_texts(blocks))
    note = (Run("", note=(Run(phrase(chance)),)),) if chance.random() < 0.2 else ()
    one = blocks[at]
    role = one.role if one.role not in ("ket", "phu_luc") else "doan"
    blocks.insert(at + 1, Block(role, (Run(phrase(chance)), *note), one.marker))
    return True


def delete(blocks: list[Block], chance: random.Random) -> bool:
    """Take out one paragraph or several in a row."""
    at = chance.choice(_texts(blocks))
    count = chance.choice((1, 1, 1, 3))
    gone = [i for i in range(at, min(at + count, len(blocks))) if i in _texts(blocks)]
    if len(_texts(blocks)) - len(gone) < 3:
        return False
    for i in reversed(gone):
        del blocks[i]
    return True


def move(blocks: list[Block], chance: random.Random) -> bool:
    """Put a paragraph elsewhere."""
    there = [i for i in _texts(blocks) if blocks[i].role not in ("phu_luc", "ket")]
    one = blocks.pop(chance.choice(there))
    blocks.insert(chance.choice(_texts(blocks)), one)
    return True


def split(blocks: list[Block], chance: random.Random) -> bool:
    """Make two paragraphs of one."""
    at = max(_texts(blocks), key=lambda i: (len(blocks[i].text) > 20, chance.random()))
    one = blocks[at]
    whole = one.text
    half = max(whole.find(" ", len(whole) // 2), len(whole) // 2, 1)
    blocks[at] = replace(one, runs=(Run(whole[:half] or "x"),))
    role = "doan" if one.role in ("ket", "phu_luc") else one.role
    blocks.insert(at + 1, Block(role, (Run(whole[half:].strip() or "y"),), one.marker))
    return True


def merge(blocks: list[Block], chance: random.Random) -> bool:
    """Make one paragraph of two."""
    near = [
        i
        for i in _texts(blocks)
        if i + 1 in _texts(blocks) and blocks[i + 1].role not in ("phu_luc", "ket")
    ]
    if not near:
        return False
    at = chance.choice(near)
    after = blocks.pop(at + 1)
    blocks[at] = replace(blocks[at], runs=(*blocks[at].runs, Run(" "), *after.runs))
    return True


def _tables(blocks: list[Block], chance: random.Random) -> tuple[int, Table]:
    """Return a table and its place; a document without one gets one."""
    there = [i for i, block in enumerate(blocks) if block.table and block.table.rows]
    if not there:
        at = chance.choice(_texts(blocks)) + 1
        cells = lambda: tuple(Cell((Block("o", (Run(phrase(chance)),)),)) for _ in range(3))  # noqa: E731
        rows = (Row(cells(), header=True), *(Row(cells()) for _ in range(4)))
        blocks.insert(at, Block("bang", table=Table(rows, (1 / 3,) * 3)))
        there = [at]
    at = chance.choice(there)
    table = blocks[at].table
    assert table
    return at, table


def row(blocks: list[Block], chance: random.Random) -> bool:
    """Put in, take out or repeat a row of a table; merged cells are left as they are."""
    at, table = _tables(blocks, chance)
    wide = max(sum(cell.columns for cell in row.cells) for row in table.rows)
    ends = [i for i in range(len(table.rows)) if _is_free(table, i)]
    rows = list(table.rows)
    if ends and chance.random() < 0.4 and len(rows) > 1:
        del rows[chance.choice(ends)]
    else:
        made = Row(tuple(Cell((Block("o", (Run(phrase(chance)),)),)) for _ in range(wide)))
        rows.append(made)
    blocks[at] = replace(blocks[at], table=replace(table, rows=tuple(rows)))
    return True


def _is_free(table: Table, number: int) -> bool:
    """Return whether no merged cell touches a row, and another row shows all columns."""
    touches = any(
        above + cell.rows > number
        for above, row in enumerate(table.rows[: number + 1])
        for cell in row.cells
        if cell.rows > 1
    )
    wide = max(len(row.cells) for row in table.rows)
    others = [row for i, row in enumerate(table.rows) if i != number]
    return not touches and any(len(row.cells) == wide for row in others)


def cell(blocks: list[Block], chance: random.Random) -> bool:
    """Write something else into a cell, or a paragraph more."""
    at, table = _tables(blocks, chance)
    number = chance.randrange(len(table.rows))
    one = table.rows[number]
    if not one.cells:
        return False
    which = chance.randrange(len(one.cells))
    old = one.cells[which]
    new = Block("o", (Run(phrase(chance)),))
    inner = chance.choice([(new,), (*old.blocks, new), (new, *old.blocks)])
    cells = (*one.cells[:which], replace(old, blocks=inner), *one.cells[which + 1 :])
    rows = (*table.rows[:number], replace(one, cells=cells), *table.rows[number + 1 :])
    blocks[at] = replace(blocks[at], table=replace(table, rows=rows))
    return True


def header(blocks: list[Block], chance: random.Random) -> bool:
    """Change, take out or put in a line of the head."""
    there = [i for i, block in enumerate(blocks) if block.role in HEAD]
    way = chance.random()
    if not there or way < 0.2:
        role = chance.choice(HEAD)
        after = [i for i in there if HEAD.index(blocks[i].role) <= HEAD.index(role)]
        blocks.insert(max(after, default=-1) + 1, Block(role, (Run(phrase(chance)),)))
    elif way < 0.4 and len(there) > 1:
        del blocks[chance.choice(there)]
    else:
        at = chance.choice(there)
        blocks[at] = replace(blocks[at], runs=(Run(phrase(chance)),))
    return True


def signature(blocks: list[Block], chance: random.Random) -> bool:
    """Change who signs or receives, or add a recipient."""
    there = [i for i, block in enumerate(blocks) if block.role in FOOT]
    if not there:
        return False
    at = chance.choice(there)
    if blocks[at].role == "noi_nhan" and chance.random() < 0.5:
        blocks.insert(at, Block("noi_nhan", (Run(f"- {phrase(chance)};"),)))
    else:
        blocks[at] = replace(blocks[at], runs=(Run(phrase(chance)),))
    return True


EDITS: dict[str, Edit] = {
    made.__name__: made
    for made in (
        *(word, sentence, insert, delete, move, split, merge),
        *(row, cell, header, signature),
    )
}
"""An edit of each kind by its name."""
