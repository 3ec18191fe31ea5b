"""What a plan prints beside what it was made from: nothing may be lost, nothing changed unseen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kehoach.diagnostic import N_, Diagnostic, Place, warning
from kehoach.document import FIXED, FOOT, Block, Document, Run

_ENDS = ".;,/ "
_LONG_DATE = re.compile(r"(\d+) tháng (\d+) năm (\d{4})")
_FIXED = "Nơi nhận:"
"""Words of the template, which no block has."""


def shown(block: Block) -> str:
    """Return a block as one line: its label, its words and footnotes, or the cells of a table."""
    if block.table:
        cells = (cell for row in block.table.rows for cell in row.cells)
        words = " | ".join(" ".join(shown(inner) for inner in cell.blocks) for cell in cells)
    else:
        words = "".join(map(_words, block.runs))
    label = f"{block.marker.label} " if block.marker else ""
    return " ".join(f"{label}{words}".split())


def blocks(document: Document) -> list[str]:
    """Return what each block of a document shows, empty ones and fixed words left out."""
    said = (_comparable(block) for block in document.blocks if block.role != FIXED)
    return [text for text in said if text]


def differences(source: Document, made: Document, path: str) -> list[Diagnostic]:
    """Return a finding for each block that prints otherwise than it was, or not at all."""
    wanted, got = Counter(blocks(source)), Counter(blocks(made))
    lost, added = _surplus(source, wanted - got), _surplus(made, got - wanted)
    return [_finding(block, added, path) for block in lost]


def _surplus(document: Document, counts: Counter[str]) -> list[Block]:
    """Return as many blocks of each text as `counts` says; of equal ones the last."""
    found = []
    for block in reversed(document.blocks):
        if counts[_comparable(block)] > 0:
            counts[_comparable(block)] -= 1
            found.append(block)
    return found[::-1]


def _finding(block: Block, added: list[Block], path: str) -> Diagnostic:
    where = block.where if isinstance(block.where, Place) else Place(path)
    instead = next((other for other in added if other.role == block.role), None)
    if instead is None:
        return warning("I020", where, N_("the plan does not print «{was}»"), was=shown(block))
    added.remove(instead)
    message = N_("«{was}» prints as «{now}»")
    hint = N_("the decree wants it so; look whether it still says the same")
    return warning("I021", where, message, hint, was=shown(block), now=shown(instead))


def missing(lines: Iterable[str], made: Document) -> Iterator[str]:
    """Yield each line whose words a document does not print, whatever block they are in."""
    said = [shown(_unnoted(block)) for block in made.blocks]
    printed = _bare(" ".join([*said, *map(shown, made.blocks), _FIXED]))
    for line in lines:
        words = _bare(line)
        if words and words not in printed:
            yield line


def _unnoted(block: Block) -> Block:
    return replace(block, runs=tuple(run for run in block.runs if run.note is None))


def _words(run: Run) -> str:
    if run.note is None:
        return run.text
    return f" [{''.join(inner.text for inner in run.note)}] "


def _comparable(block: Block) -> str:
    """Return what a block shows, without the end that the programme sets itself."""
    text = shown(block)
    if block.role == FOOT[0]:
        return text.lstrip("-+ ").rstrip(_ENDS)
    return text.removesuffix("./.").rstrip(_ENDS) if text.endswith("./.") else text.rstrip(".")


def _bare(text: str) -> str:
    """Return the letters and digits of a text alone, capitals and the form of dates set aside."""
    dated = _LONG_DATE.sub(r"\1/\2/\3", text.lower())
    return re.sub(r"[\W_]+", "", re.sub(r"(?<!\d)0+(?=\d)", "", dated))
