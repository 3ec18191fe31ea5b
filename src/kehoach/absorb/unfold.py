"""A printed paragraph as stretches, each with the text of the plan that wrote it.

What the programme sets itself, the dash and the end of a recipient and the `./.` of the text, is
taken off first, on both sides: it is counted and never absorbed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kehoach.absorb.holders import Holders
from kehoach.absorb.script import Script
from kehoach.diagnostic import Span
from kehoach.document import FOOT, Block, Run, join
from kehoach.endings import END, reopened
from kehoach.expression import Expression, Literal
from kehoach.importer.lines import kind_of
from kehoach.importer.shape import without_start
from kehoach.values import DOTS

RECIPIENT = FOOT[0]
_CLOSERS = (END, ";", ".")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a paragraph with one origin.

    Typed words have a `script`, the number of a `piece` of it and the `offset` of their first
    character there. A print has an `expression`; with a script it stands in that text and can be
    taken out of it. A `blank` is dots in place of a whole value. Anything else is fixed. `run` is
    the number of the block's run.
    """

    text: str
    run: int
    script: Script | None = None
    piece: int = 0
    expression: Expression | None = None
    note: bool = False
    blank: bool = False
    offset: int = 0

    @property
    def typed(self) -> bool:
        """Return whether the words stand in the plan as they are."""
        return self.script is not None and self.expression is None and not self.blank


@dataclass(frozen=True, slots=True)
class Unfolded:
    """A paragraph without what is counted: its stretches, its looks, the end that it has itself.

    `marked` says that a recipient has a sign of its own, `closed` that an end was taken off.
    """

    block: Block
    stretches: tuple[Stretch, ...]
    runs: tuple[Run, ...]
    closed: bool = False
    sign: str = ""

    @property
    def text(self) -> str:
        """Return the words."""
        return "".join(stretch.text for stretch in self.stretches)

    @property
    def tail(self) -> str:
        """Return the punctuation at the end of the words."""
        return self.text[len(_bare(self.text)) :]

    @property
    def home(self) -> Script | None:
        """Return the script that most of the words are written in."""
        scripts = [s.script for s in self.stretches if s.script is not None and not s.blank]
        return max(scripts, key=scripts.count) if scripts else None


def unfold(block: Block, holders: Holders) -> Unfolded:
    """Return a paragraph of the base in its stretches."""
    runs = list(enumerate(block.runs))
    sign = ""
    if block.role == RECIPIENT and runs and _is_machine(runs[0][1]):
        sign = runs.pop(0)[1].text.strip()
    closed = bool(runs) and _is_machine(runs[-1][1]) and runs[-1][1].text in _CLOSERS
    if closed:
        runs.pop()
    stretches = [_stretch(number, run, holders, block) for number, run in runs]
    looks = [run for _, run in runs]
    if closed:
        hidden = _hidden(stretches)
        stretches += hidden
        last = looks[-1] if looks else Run("")
        looks += [Run(stretch.text, last.bold, last.italic) for stretch in hidden]
    return Unfolded(block, tuple(stretches), tuple(looks), closed, sign)


def _is_machine(run: Run) -> bool:
    return isinstance(run.origin, Literal) and run.origin.columns == ()


def _stretch(number: int, run: Run, holders: Holders, block: Block) -> Stretch:
    if run.note is not None:
        return _note(number, run, holders, block)
    found = holders.of(run.origin)
    if isinstance(run.origin, Expression):
        script, piece = found or (None, 0)
        return Stretch(run.text, number, script, piece, run.origin)
    if found and found[0].pieces[found[1]].text.startswith(run.text):
        return Stretch(run.text, number, *found)
    if run.text == DOTS and run.origin is not None and (whole := holders.whole(run.origin.span)):
        return Stretch(run.text, number, whole, blank=True)
    return Stretch(run.text, number)


def _note(number: int, run: Run, holders: Holders, block: Block) -> Stretch:
    """Return the call of a footnote: the n-th of its line."""
    before = sum(other.note is not None for other in block.runs[:number])
    where = block.where
    found = holders.line(where) if isinstance(where, Span) else None
    calls = [at for at, piece in enumerate(found[1].pieces) if piece.note] if found else []
    if found and before < len(calls):
        return Stretch("", number, found[1], calls[before], note=True)
    return Stretch("", number, note=True)


def _hidden(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Return what a line says after its last printed words: the end that was not printed."""
    last = next((s for s in reversed(stretches) if s.script and not s.note), None)
    if last is None or last.script is None:
        return []
    made = []
    if last.typed:
        rest = last.script.pieces[last.piece].text[len(last.text) :]
        at = len(last.text)
        made += [replace(last, text=rest, run=-1, offset=at)] if rest else []
    for number in range(last.piece + 1, len(last.script.pieces)):
        text = last.script.pieces[number].text
        if text:
            made.append(Stretch(text, -1, last.script, number))
    return made


def starts_of(stretches: Sequence[Stretch]) -> list[int]:
    """Return where each stretch begins, and where the last one ends."""
    made = [0]
    for stretch in stretches:
        made.append(made[-1] + len(stretch.text))
    return made


def bare(block: Block, base: Unfolded | None) -> tuple[Run, ...]:
    """Return the runs of an edited paragraph without what is counted, as its base has them."""
    runs = join(block.runs)
    if block.role == RECIPIENT:
        _, runs = recipient(runs)
        return _ended(runs, base.tail if base else "")
    if block.text.rstrip().endswith(END):
        tail = base.tail if base else "" if block.role.endswith("_td") else "."
        return _ended(runs, tail)
    if base and base.closed and block.text.rstrip().endswith(base.block.runs[-1].text):
        return _ended(runs, base.tail)
    return runs


def recipient(runs: Sequence[Run]) -> tuple[str, tuple[Run, ...]]:
    """Return the sign that a recipient begins with, and its words."""
    text = "".join(run.text for run in runs)
    label, _, _ = text.partition(" ")
    if label in ("-", "–", "—", "+") or kind_of(label):
        return label, without_start(tuple(runs), len(label) + 1)
    return "", tuple(runs)


def _ended(runs: Sequence[Run], tail: str) -> tuple[Run, ...]:
    made = list(reopened(runs))
    if tail and made:
        last = next((run for run in reversed(made) if run.text), Run(""))
        made.append(Run(tail, last.bold, last.italic))
    return join(made)


def _bare(text: str) -> str:
    return "".join(run.text for run in reopened((Run(text),)))
