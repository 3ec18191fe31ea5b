"""Random edits as a leader makes them in Word, of a plan's own document.

Each knows which blocks it touched, so that what came home can be counted edit by edit.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import edits
from kehoach import compose, plan
from kehoach.absorb.changes import Base
from kehoach.absorb.edits import Edit
from kehoach.absorb.files import Files
from kehoach.absorb.rebuild import rebuilt
from kehoach.absorb.scene import scene
from kehoach.diagnostic import Span
from kehoach.document import FIXED, FOOT, HEAD, Block, Cell, Document, Marker, Row, Run, join
from kehoach.endings import END, closed, reopened
from kehoach.expression import Expression, Literal
from kehoach.layers import Fetch
from kehoach.source import Scalar

SIGNERS = FOOT[1:]
_OUTSIDE = (*HEAD, *FOOT, "phu_luc", "phu_luc_ten", "phu_luc_kem")
_FREE = ("khoan", "khoan_2", "khoan_3", "diem", "gach", "cong", "doan")


@dataclass
class Draft:
    """The blocks in hand, each with its number in the base, and the edits made so far.

    `made` has a kind for each edit and the tags of its blocks; a tag is put on a block by its
    `id`. `gone` are the numbers of base blocks that an edit took away.
    """

    base: Base
    chance: random.Random
    blocks: list[Block] = field(default_factory=list)
    made: list[tuple[str, set[str], set[int]]] = field(default_factory=list)
    tags: int = 0
    lines: frozenset[int] = frozenset()
    """Blocks of the base that are lines of prose."""

    def pick(self, wanted: Callable[[Block], bool]) -> int | None:
        """Return one of the blocks that are `wanted`, none that an edit has touched."""
        touched = {tag for _, tags, _ in self.made for tag in tags}
        found = [i for i, b in enumerate(self.blocks) if wanted(b) and b.id not in touched]
        return self.chance.choice(found) if found else None

    def new(self, block: Block) -> Block:
        """Return a block with a tag of its own."""
        self.tags += 1
        return replace(block, id=f"new {self.tags}")

    def done(self, kind: str, *blocks: Block, gone: Sequence[Block] = ()) -> bool:
        """Note an edit."""
        numbers = {int(block.id) for block in gone if block.id.isdigit()}
        self.made.append((kind, {block.id for block in blocks}, numbers))
        return True


def base_of(path: str, fetch: Fetch) -> Base:
    """Return a plan and its document as the base of a file."""
    loaded, _ = plan.load(path, fetch)
    assert loaded
    document, _ = compose.compose(loaded)
    assert document
    return Base(loaded, document, fetch)


def drafted(base: Base, chance: random.Random) -> Draft:
    """Return a draft of a base in which nothing was changed."""
    blocks = [block for block in base.document.blocks if block.role != FIXED]
    tagged = [replace(block, id=str(number)) for number, block in enumerate(blocks)]
    return Draft(
        base, chance, tagged, lines=_lines(base.plan.path, len(base.document.blocks), base)
    )


_known: dict[tuple[str, int], frozenset[int]] = {}


def _lines(path: str, count: int, base: Base) -> frozenset[int]:
    """Return which blocks of a base are lines of prose; looked up once for each plan."""
    if (path, count) not in _known:
        seen = scene(base, base.document)
        _known[path, count] = frozenset(n for n in range(count) if seen.line(n))
    return _known[path, count]


def finished(draft: Draft) -> Document:
    """Return the edited document: points numbered, recipients and the last line ended."""
    blocks = [replace(block, runs=join(block.runs)) for block in _numbered(draft.blocks)]
    last = max(
        (i for i, b in enumerate(blocks[: _annex(blocks)]) if b.role not in (*HEAD, *FOOT)),
        default=-1,
    )
    for number, block in enumerate(blocks):
        if number == last and not block.table:
            blocks[number] = _with_end(block, END)
        elif block.text.endswith(END) and number < _annex(blocks):
            blocks[number] = _with_end(block, ".")
    recipients = [i for i, block in enumerate(blocks) if block.role == FOOT[0]]
    for i in recipients:
        blocks[i] = _with_end(blocks[i], "." if i == recipients[-1] else ";")
    return Document(tuple(blocks), draft.base.document.title)


def _numbered(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks numbered anew, each annex by itself."""
    starts = [i for i, block in enumerate(blocks) if block.role == "phu_luc"]
    made: list[Block] = []
    for first, last in zip([0, *starts], [*starts, len(blocks)], strict=True):
        made += edits.renumbered(blocks[first:last])
    return made


def _with_end(block: Block, end: str) -> Block:
    runs = closed(reopened(block.runs), end, Span("", 1, 1))
    return replace(block, runs=join(runs))


def _annex(blocks: Sequence[Block]) -> int:
    return next((i for i, b in enumerate(blocks) if b.role == "phu_luc"), len(blocks))


def is_own(draft: Draft, block: Block) -> bool:
    """Return whether a block stands in the plan's own file."""
    return isinstance(block.where, Span) and block.where.path == draft.base.plan.path


def typed_runs(block: Block) -> list[int]:
    """Return the runs of a block that were typed in the plan, with several words."""
    return [
        n
        for n, run in enumerate(block.runs)
        if isinstance(run.origin, Literal)
        and run.origin.columns != ()
        and len(run.text.split()) > 2
    ]


def is_text(draft: Draft, block: Block) -> bool:
    """Return whether a block is a typed paragraph of the plan's own text."""
    text = block.role not in _OUTSIDE and not block.table
    return text and is_own(draft, block) and bool(typed_runs(block))


def is_line(draft: Draft, block: Block) -> bool:
    """Return whether a block is a line of prose, of any kind that can be taken away."""
    number = int(block.id) if block.id.isdigit() else -1
    return is_text(draft, block) and block.role in _FREE and number in draft.lines


def _reworded(text: str, chance: random.Random) -> str:
    found = list(re.finditer(r"[^\W\d_]\w*", text))
    match = chance.choice(found[:-1] or found)
    new = chance.choice(
        [chance.choice(edits.WORDS), f"{match[0]} {chance.choice(edits.WORDS)}", "cần"]
    )
    return text[: match.start()] + new + text[match.end() :]


def word(draft: Draft) -> bool:
    """Put another word, or one more, into a typed paragraph."""
    at = draft.pick(lambda b: is_text(draft, b))
    return at is not None and _word(draft, at, "word")


def _word(draft: Draft, at: int, kind: str) -> bool:
    block = draft.blocks[at]
    runs = list(block.runs)
    which = draft.chance.choice(typed_runs(block))
    runs[which] = replace(runs[which], text=_reworded(runs[which].text, draft.chance))
    draft.blocks[at] = replace(block, runs=tuple(runs))
    return draft.done(kind, draft.blocks[at])


def sentence(draft: Draft) -> bool:
    """Add a sentence to a paragraph, or write it anew."""
    at = draft.pick(lambda b: is_text(draft, b) and not b.role.endswith("_td"))
    if at is None:
        return False
    block, chance = draft.blocks[at], draft.chance
    look = chance.choice([(False, False), (True, False), (False, True)])
    end = "." if is_closed(block) else ""
    if chance.random() < 0.6:
        runs = (*block.runs, Run(f" {edits.phrase(chance)}{end}", *look))
    else:
        runs = (Run(f"Viết lại: {edits.phrase(chance, 4)}{end}"),)
    draft.blocks[at] = replace(block, runs=runs)
    return draft.done("sentence", draft.blocks[at])


def is_closed(block: Block) -> bool:
    """Return whether a paragraph ends in punctuation."""
    return block.text.rstrip()[-1:] in tuple(".;:,!?")


def insert(draft: Draft) -> bool:
    """Put a new point after one of the same kind."""
    at = draft.pick(lambda b: is_line(draft, b))
    if at is None:
        return False
    one, chance = draft.blocks[at], draft.chance
    end = ";" if one.role in ("gach", "cong") else "."
    note = (Run("", note=(Run(edits.phrase(chance)),)),) if chance.random() < 0.1 else ()
    runs = (Run(f"Điểm mới: {edits.phrase(chance)}"), *note, Run(end))
    block = draft.new(Block(one.role, runs, one.marker))
    draft.blocks.insert(at + 1, block)
    return draft.done("insert", block)


def delete(draft: Draft) -> bool:
    """Take a point out."""
    at = draft.pick(lambda b: is_line(draft, b))
    if at is None:
        return False
    block = draft.blocks.pop(at)
    return draft.done("delete", gone=[block])


def move(draft: Draft) -> bool:
    """Put a point after another one of its kind."""
    at = draft.pick(lambda b: is_line(draft, b) and len(b.text.split()) > 6)
    if at is None:
        return False
    block = draft.blocks[at]
    there = draft.pick(lambda b: is_line(draft, b) and b.role == block.role and b.id != block.id)
    if there is None or there in (at, at - 1):
        return False
    del draft.blocks[at]
    draft.blocks.insert(there + 1 if there < at else there, block)
    return draft.done("move", block, gone=[block])


def split(draft: Draft) -> bool:
    """Cut a paragraph in two at a space between typed words."""
    at = draft.pick(lambda b: is_line(draft, b) and len(b.text) > 60)
    if at is None:
        return False
    block = draft.blocks[at]
    which = max(typed_runs(block), key=lambda n: len(block.runs[n].text))
    run = block.runs[which]
    half = run.text.find(" ", len(run.text) // 2)
    if half < 1 or half > len(run.text) - 3:
        return False
    first = (*block.runs[:which], replace(run, text=run.text[:half].rstrip(" ;,.") + "."))
    rest = (replace(run, text=run.text[half + 1 :]), *block.runs[which + 1 :])
    draft.blocks[at] = replace(block, runs=first)
    second = draft.new(Block(block.role, rest, block.marker))
    draft.blocks.insert(at + 1, second)
    return draft.done("split", draft.blocks[at], second)


def merge(draft: Draft) -> bool:
    """Put a paragraph at the end of the one above it."""
    touched = {tag for _, tags, _ in draft.made for tag in tags}

    def fits(block: Block) -> bool:
        at = next(i for i, other in enumerate(draft.blocks) if other.id == block.id)
        below = draft.blocks[at + 1] if at + 1 < len(draft.blocks) else None
        if below is None or below.id in touched or below.role != block.role:
            return False
        return is_line(draft, block) and is_line(draft, below)

    at = draft.pick(fits)
    if at is None:
        return False
    below = draft.blocks.pop(at + 1)
    block = draft.blocks[at]
    draft.blocks[at] = replace(block, runs=(*block.runs, Run(" "), *below.runs))
    return draft.done("merge", draft.blocks[at], gone=[below])


def marker(draft: Draft) -> bool:
    """Make a dash a plus, or a plus a dash."""
    at = draft.pick(lambda b: is_line(draft, b) and b.role in ("gach", "cong"))
    if at is None:
        return False
    block = draft.blocks[at]
    role, kind = ("cong", "+") if block.role == "gach" else ("gach", "-")
    draft.blocks[at] = replace(block, role=role, marker=Marker(kind, kind))
    return draft.done("marker", draft.blocks[at])


def _typed_cells(block: Block) -> list[tuple[int, int]]:
    rows = block.table.rows if block.table else ()
    return [
        (y, x)
        for y, row in enumerate(rows)
        for x, cell in enumerate(row.cells)
        if len(cell.blocks) == 1
        and cell.blocks[0].runs
        and all(isinstance(run.origin, Literal) for run in cell.blocks[0].runs)
        and any(run.origin.columns != () for run in cell.blocks[0].runs if run.origin)  # type: ignore[union-attr]
    ]


def cell(draft: Draft) -> bool:
    """Write other words into a typed cell."""
    at = draft.pick(lambda b: bool(_typed_cells(b)))
    if at is None:
        return False
    block = draft.blocks[at]
    assert block.table
    y, x = draft.chance.choice(_typed_cells(block))
    rows = [list(row.cells) for row in block.table.rows]
    old = rows[y][x]
    words = edits.phrase(draft.chance, 1, 5)
    rows[y][x] = replace(old, blocks=(replace(old.blocks[0], runs=(Run(words),)),))
    return _tabled(draft, at, block, rows, "cell")


def _tabled(draft: Draft, at: int, block: Block, rows: list[list[Cell]], kind: str) -> bool:
    assert block.table
    made = tuple(
        replace(row, cells=tuple(cells)) for row, cells in zip(block.table.rows, rows, strict=True)
    )
    draft.blocks[at] = replace(block, table=replace(block.table, rows=made))
    return draft.done(kind, draft.blocks[at])


def row(draft: Draft) -> bool:
    """Put a row in, or take one out, of a table of the plan."""
    at = draft.pick(lambda b: bool(_typed_cells(b)) and len(b.table.rows if b.table else ()) > 3)
    if at is None:
        return False
    block, chance = draft.blocks[at], draft.chance
    assert block.table
    rows = list(block.table.rows)
    plain = [
        n
        for n, one in enumerate(rows)
        if not one.header and all(c.columns == c.rows == 1 for c in one.cells)
    ]
    which = chance.choice(plain)
    if chance.random() < 0.4 and len(plain) > 2:
        del rows[which]
    else:
        cells = tuple(
            Cell((Block(c.blocks[0].role, (Run(edits.phrase(chance, 1, 4)),)),))
            for c in rows[which].cells
        )
        rows.insert(which + 1, Row(cells))
    draft.blocks[at] = replace(block, table=replace(block.table, rows=tuple(rows)))
    return draft.done("row", draft.blocks[at])


def recipient(draft: Draft) -> bool:
    """Change, add or take out a recipient."""
    at = draft.pick(lambda b: b.role == FOOT[0] and is_own(draft, b))
    if at is None:
        return False
    block, way = draft.blocks[at], draft.chance.random()
    if way < 0.4 and typed_runs(block):
        return _word(draft, at, "recipient")
    if way < 0.7:
        new = draft.new(Block(FOOT[0], (Run(f"- Nơi mới {edits.phrase(draft.chance, 1, 3)};"),)))
        draft.blocks.insert(at, new)
        return draft.done("recipient", new)
    del draft.blocks[at]
    return draft.done("recipient", gone=[block])


def signature(draft: Draft) -> bool:
    """Write another post or name."""
    at = draft.pick(lambda b: b.role in SIGNERS and is_own(draft, b))
    if at is None:
        return False
    block = draft.blocks[at]
    words = f"Nguyễn Văn {draft.chance.choice('ABCDE')}"
    if block.role != SIGNERS[-1]:
        words = f"{block.text} {draft.chance.choice(('THƯỜNG TRỰC', 'TỈNH'))}"
    draft.blocks[at] = replace(block, runs=(Run(words),))
    return draft.done("signature", draft.blocks[at])


def header(draft: Draft) -> bool:
    """Change number, date, issuer or title."""
    roles = ("so_ky_hieu", "dia_danh_ngay", "co_quan_ban_hanh", "co_quan_chu_quan", "trich_yeu")
    at = draft.pick(lambda b: b.role in roles and is_own(draft, b))
    if at is None:
        return False
    block, chance = draft.blocks[at], draft.chance
    if block.role == "so_ky_hieu":
        words = re.sub(r"Số:\s*[^/]*", f"Số: {chance.randint(10, 999)}", block.text)
    elif block.role == "dia_danh_ngay":
        year = block.text[-4:]
        place = block.text.split(",")[0]
        words = f"{place}, ngày {chance.randint(10, 28)} tháng {chance.randint(3, 12)} năm {year}"
    elif typed_runs(block) and block.role != "trich_yeu":
        return _word(draft, at, "header")
    else:
        return False
    if words == block.text or any("phu_luc" in other.role for other in draft.blocks):
        return False
    draft.blocks[at] = replace(block, runs=(Run(words),))
    return draft.done("header", draft.blocks[at])


_FACTS = ("targets", "deadlines", "terms", "award_forms", "refs", "phases", "year")


def value(draft: Draft) -> bool:
    """Change a fact wherever it is printed: the plan says where that is."""
    base, chance = draft.base, draft.chance
    files = Files(base.fetch)
    path = base.plan.path
    found = [
        placed
        for placed in files.nodes(path)
        if (
            placed.keys[:1]
            and placed.keys[0] in _FACTS
            and isinstance(placed.node, Scalar)
            and placed.keys[-1] in ("value", "before", "on", "quota", "no", "date", "theme", "by")
        )
        or (placed.keys == ("title",) and placed.node.style != "|")
    ]
    if not found:
        return False
    node = chance.choice(found).node
    assert isinstance(node, Scalar)
    start = files.offset(path, node.span.line, node.span.column)
    end = files.offset(path, node.span.end_line, node.span.end_column)
    old = files.text(path)[start:end]
    new = _other_value(old, chance)
    if new == old:
        return False
    _, document = rebuilt([Edit(path, start, end, new)], files, base)
    if document is None:
        return False
    return _put_values(draft, document)


def _other_value(old: str, chance: random.Random) -> str:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", old):
        return f"{old[:5]}{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    numbers = list(re.finditer(r"\d+", old))
    if numbers:
        match = numbers[0]
        new = f"{int(match[0]) + chance.randint(1, 9):0{len(match[0])}d}"
        return old[: match.start()] + new + old[match.end() :]
    return old if old[:1] in "'\"" or old.endswith("}}") else f"{old} mới"


def _put_values(draft: Draft, document: Document) -> bool:
    after = [block for block in document.blocks if block.role != FIXED]
    before = [block for block in draft.base.document.blocks if block.role != FIXED]
    if len(after) != len(before):
        return False
    changed = [
        n
        for n, (old, new) in enumerate(zip(before, after, strict=True))
        if _text(old) != _text(new)
    ]
    at = {block.id: i for i, block in enumerate(draft.blocks)}
    touched = {tag for _, tags, _ in draft.made for tag in tags}
    if not changed or any(str(n) not in at or str(n) in touched for n in changed):
        return False
    for number in changed:
        draft.blocks[at[str(number)]] = replace(after[number], id=str(number))
    return draft.done("value", *(draft.blocks[at[str(number)]] for number in changed))


def _text(block: Block) -> object:
    if block.table is None:
        return block.text
    return [[_text(b) for c in row.cells for b in c.blocks] for row in block.table.rows]


def value_some(draft: Draft) -> bool:
    """Change a value in one of the places that print it."""
    prints: dict[str, int] = {}
    for block in draft.blocks:
        for run in block.runs:
            if isinstance(run.origin, Expression) and re.search(r"\d", run.text):
                prints[run.origin.source] = prints.get(run.origin.source, 0) + 1
    many = {source for source, count in prints.items() if count > 1}

    def has(block: Block) -> bool:
        return is_text(draft, block) and any(
            isinstance(run.origin, Expression)
            and run.origin.source in many
            and re.search(r"\d", run.text)
            for run in block.runs
        )

    at = draft.pick(has)
    if at is None:
        return False
    block = draft.blocks[at]
    runs = list(block.runs)
    which = next(
        n
        for n, run in enumerate(runs)
        if isinstance(run.origin, Expression)
        and run.origin.source in many
        and re.search(r"\d", run.text)
    )
    text = re.sub(r"\d+", lambda m: str(int(m[0]) + 1), runs[which].text, count=1)
    runs[which] = replace(runs[which], text=text)
    draft.blocks[at] = replace(block, runs=tuple(runs))
    return draft.done("value in one place", draft.blocks[at])


def template(draft: Draft) -> bool:
    """Change words that the programme sets."""
    at = draft.pick(lambda b: b.role in ("quoc_hieu", "tieu_ngu", "ten_loai"))
    if at is None:
        return False
    block = draft.blocks[at]
    draft.blocks[at] = replace(block, runs=(Run(f"{block.text} mới"),))
    return draft.done("template text", draft.blocks[at])


def layer(draft: Draft) -> bool:
    """Change a word of a file that other plans use, too."""
    at = draft.pick(
        lambda b: (
            not is_own(draft, b)
            and not b.table
            and isinstance(b.where, Span)
            and bool(typed_runs(b))
        )
    )
    return at is not None and _word(draft, at, "layer above")


HOME = (
    *(word, sentence, insert, delete, move, split, merge, marker),
    *(cell, row, recipient, signature, header, value),
)
"""What has to come home."""

ASKED = (value_some, template, layer)
"""What has to be asked."""

KINDS = {made.__name__: made for made in (*HOME, *ASKED)}


def edited(base: Base, kinds: Sequence[str], chance: random.Random) -> tuple[Draft, Document]:
    """Return a base after edits of these kinds, those left out that find nothing to change."""
    draft = drafted(base, chance)
    for kind in sorted(kinds, key=lambda name: name != "value"):
        KINDS[kind](draft)
    return draft, finished(draft)
