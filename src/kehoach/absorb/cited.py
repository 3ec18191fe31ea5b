"""Legal bases that would be cited in full on another line than in the Word file.

A plan cites a basis in full where it names it first and short after that: when that first line
goes, moves or says something else, the full citation goes to another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kehoach.absorb.facts import runs_of, with_runs
from kehoach.absorb.hunks import Hunk
from kehoach.absorb.scene import Scene
from kehoach.absorb.settle import settled
from kehoach.diagnostic import Span
from kehoach.document import Block
from kehoach.model import Ref
from kehoach.words import Printer


@dataclass(frozen=True, slots=True)
class Citation:
    """How a basis is cited: in any of the `full` ways, with its date in figures or in words."""

    full: tuple[str, ...]
    brief: str


def citations(scene: Scene, blocks: Iterable[int]) -> tuple[Citation, ...]:
    """Return how the bases are cited that blocks of the base name."""
    texts = [run.text for number in blocks for run in runs_of(scene.compared.base[number])]
    if not texts:
        return ()
    every = (_citation(scene, ref) for ref in (scene.base.plan.keys.refs or {}).values())
    return tuple(
        one
        for one in every
        if any(words in text for text in texts for words in (*one.full, one.brief))
    )


def _citation(scene: Scene, ref: Ref) -> Citation:
    printer = Printer(scene.base.plan.facts)
    full = []
    for printer.long_dates in (True, False):
        full.append(printer.full(ref))
    return Citation(tuple(full), printer.brief(ref))


def shortened(blocks: Iterable[Block], known: Sequence[Citation]) -> list[Block]:
    """Return blocks in which all citations of the `known` bases are short."""
    return [_shortened(block, known) for block in blocks] if known else list(blocks)


def _shortened(block: Block, known: Sequence[Citation]) -> Block:
    texts = {}
    for at, run in enumerate(runs_of(block)):
        text = run.text
        for one in known:
            for full in one.full:
                text = text.replace(full, one.brief)
        if text != run.text:
            texts[at] = text
    return with_runs(block, texts) if texts else block


def only_cites(scene: Scene, hunk: Hunk) -> bool:
    """Return whether a paragraph is changed in nothing but how fully it cites a basis."""
    if len(hunk.base) != 1 or len(hunk.edited) != 1:
        return False
    known = citations(scene, hunk.base)
    pair = scene.compared.base[hunk.base[0]], scene.compared.edited[hunk.edited[0]]
    before, after = (settled(shortened([block], known)) for block in pair)
    return bool(known) and before == after


def goes_to(
    scene: Scene, made: Iterable[Block], known: Sequence[Citation]
) -> tuple[str, Span] | None:
    """Return which basis is cited in full on another line in `made`, and that line in the base.

    None when there is no such line.
    """
    base = scene.compared.base
    short = {_words(one): block for one, block in zip(shortened(base, known), base, strict=True)}
    for block in made:
        before = short.get(_words(_shortened(block, known)))
        if before is None or not isinstance(before.where, Span):
            continue
        for one in known:
            if any(full in _words(block) and full not in _words(before) for full in one.full):
                return one.brief, before.where
    return None


def _words(block: Block) -> str:
    return "".join(run.text for run in runs_of(block))
