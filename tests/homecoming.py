"""What became of a leader's edits, found out without asking those who brought them home.

The edits are applied to the plan's files, the plan is composed anew, and its blocks are compared
with those of the edited file.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import leader
import office
import test_nothing_lost as nothing_lost
from kehoach import compose, plan
from kehoach.absorb.absorb import absorb
from kehoach.absorb.changes import Absorbed, Base, Choice
from kehoach.absorb.edits import applied
from kehoach.absorb.settle import settled
from kehoach.align import common
from kehoach.diagnostic import has_errors
from kehoach.document import FIXED, Block, Document, canonical
from kehoach.ooxml.read import read
from kehoach.redline import redline
from leader import Draft

ROOT = Path(__file__).parents[1]
HOME, REFUSED, LOST = "absorbed", "refused with a reason", "lost"
WANTED = tuple(made.__name__ for made in leader.HOME)
"""Kinds that have to come home; the others have to be asked."""


@dataclass(frozen=True)
class Trial:
    """A plan after some edits: the draft knows them, the document is what Word would show."""

    draft: Draft
    document: Document

    @property
    def kinds(self) -> list[str]:
        """Return the kind of each edit."""
        return [kind for kind, _, _ in self.draft.made]


@cache
def bases() -> dict[str, Base]:
    """Return every plan of the project that is printed."""
    paths = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("plans/*/*.yaml"))
    fetch = lambda name: (ROOT / name).read_bytes()  # noqa: E731
    return {path: leader.base_of(path, fetch) for path in paths if "/base/" not in path}


def trials(count: int, number: int) -> Iterator[Trial]:
    """Yield plans after 1 to 5 edits each, every kind about as often as the others."""
    done: Counter[str] = Counter(dict.fromkeys(leader.KINDS, 0))
    for n in range(count):
        chance = random.Random(number + n)
        rarest = min(done, key=lambda kind: (done[kind], chance.random()))
        found = list(bases().values())
        chance.shuffle(found)
        for base in found:
            draft = leader.drafted(base, chance)
            if leader.KINDS[rarest](draft):
                break
        done[rarest] += 1
        more = chance.randint(0, 4)
        for kind in sorted(set(done) - {"value"}, key=lambda kind: (done[kind], chance.random())):
            made = more > 0 and leader.KINDS[kind](draft)
            done[kind] += made
            more -= made
        yield Trial(draft, leader.finished(draft))


def outcomes(trial: Trial, read: Document) -> list[tuple[str, str]]:
    """Return each edit's kind and what became of it when `read` is absorbed."""
    base = trial.draft.base
    got = absorb(base, read)
    made = after(base, got)
    if made is None:
        return [(kind, LOST) for kind in trial.kinds]
    if not got.choices:
        same = canonical(made) == canonical(read)
        return [(kind, HOME if same else LOST) for kind in trial.kinds]
    return [
        (kind, _fate(trial, tags, gone, read, made, got)) for kind, tags, gone in trial.draft.made
    ]


def after(base: Base, got: Absorbed) -> Document | None:
    """Return what the plan prints with the edits that are sure, None when it prints nothing."""
    texts: dict[str, bytes] = {}
    for path in {edit.path for edit in got.edits}:
        mine = [edit for edit in got.edits if edit.path == path]
        texts[path] = applied(base.fetch(path).decode(), mine).encode()
    fetch = lambda path: texts[path] if path in texts else base.fetch(path)  # noqa: E731
    loaded, findings = plan.load(base.plan.path, fetch)
    if loaded is None or has_errors(findings):
        return None
    return compose.compose(loaded)[0]


def _fate(
    trial: Trial, tags: set[str], gone: set[int], read: Document, made: Document, got: Absorbed
) -> str:
    wanted, found = _blocks(read), _blocks(made)
    there = {i for i, _ in common([_said(b) for b in wanted], [_said(b) for b in found])}
    mine = [i for i, block in enumerate(trial.draft.blocks) if block.id in tags]
    before = _blocks(trial.draft.base.document)
    left = Counter(_said(b) for b in found) - Counter(_said(b) for b in wanted)
    stays = any(left[_said(before[i])] for i in gone)
    if all(i in there for i in mine) and not stays:
        return HOME
    texts = [_text(wanted[i]) for i in mine] + [_text(before[i]) for i in gone]
    texts += [_text(before[int(tag)]) for tag in tags if tag.isdigit()]
    told = any(_covers(choice, text) for choice in got.choices for text in texts)
    return REFUSED if told else LOST


def same(made: Document, wanted: Document) -> bool:
    """Return whether two documents say the same, but for what the programme counts itself."""
    return settled(_blocks(made)) == settled(_blocks(wanted))


def covered(made: Document, wanted: Document, got: Absorbed) -> bool:
    """Return whether a choice tells of every block in which two documents differ."""
    left, right = _blocks(made), _blocks(wanted)
    pairs = common(settled(left), settled(right))
    kept = {i for i, _ in pairs}, {j for _, j in pairs}
    went = Counter(_bare(block) for i, block in enumerate(left) if i not in kept[0])
    came = Counter(_bare(block) for j, block in enumerate(right) if j not in kept[1])
    odd = [text for text in came - went if text]
    # A table that stays differs in cells, which are told by their new words.
    odd += [text for text in went - came if text and "\n" not in text]
    return all(any(_covers(choice, text) for choice in got.choices) for text in odd)


def _bare(block: Block) -> str:
    """Return the words of a block without the end that depends on what follows it."""
    return _text(block).rstrip(".;,/ ")


def _covers(choice: Choice, text: str) -> bool:
    words = [part for said in (choice.was, choice.now) for part in said.split("\n") if part.strip()]
    return any(part in text or (text and text in part) for part in words)


def _blocks(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.role != FIXED]


def _said(block: Block) -> object:
    marker = block.marker
    bare = replace(marker, label="") if marker and not marker.kept else marker
    return canonical(Document((replace(block, marker=bare),)))


def _text(block: Block) -> str:
    if block.table is None:
        return block.text
    rows = ([inner.text for cell in row.cells for inner in cell.blocks] for row in block.table.rows)
    return "\n".join(" | ".join(row) for row in rows)


def measured(count: int, number: int) -> tuple[list[tuple[str, str, str]], float]:
    """Return kind, maker and fate of each edit, and the seconds that the slowest file took.

    Every second file of Word's habit has its changes tracked.
    """
    made = list(trials(count, number))
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{n}.docx" for n in range(count)]
        plain = [Path(folder) / f"plain-{n}.docx" for n in range(count)]
        for n, trial in enumerate(made):
            plain[n].write_bytes(nothing_lost.written(trial.document))
            paths[n].write_bytes(_tracked(trial) if n % 2 else plain[n].read_bytes())
        again = office.resave(plain, Path(folder) / "saved")
        files = {"word": paths, "office": again}
        found: list[tuple[str, str, str]] = []
        slowest = 0.0
        for maker, names in files.items():
            for trial, path in zip(made, names, strict=True):
                document, _ = read(path.read_bytes(), path.name)
                assert document
                started = time.perf_counter()
                found += [(kind, maker, fate) for kind, fate in outcomes(trial, document)]
                slowest = max(slowest, time.perf_counter() - started)
    return found, slowest


def _tracked(trial: Trial) -> bytes:
    """Return the edited file with every change tracked."""
    before = trial.draft.base.document
    data, _ = redline(nothing_lost.template(), before, trial.document, "A", "2024-01-31T08:00:00Z")
    assert data
    return data


def table(found: Sequence[tuple[str, str, str]]) -> list[tuple[str, list[int]]]:
    """Return kind → counts of absorbed, refused, lost for Word's files, then LibreOffice's."""
    count = Counter(found)
    kinds = sorted({kind for kind, _, _ in found})
    fates = (HOME, REFUSED, LOST)
    makers = ("word", "office")
    return [(k, [count[k, maker, fate] for maker in makers for fate in fates]) for k in kinds]
