"""Where in the text the comments of a Word file stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kehoach.diagnostic import Place
from kehoach.diff.texts import Line, lines
from kehoach.document import FIXED, Block, Document, Row
from kehoach.ooxml.remarks import Marked, Remark


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment and the line that it stands on, by its number in `texts.lines`.

    `line` is None for a comment outside the text: in a page header, or nowhere.
    """

    remark: Remark
    line: int | None
    section: str = ""
    words: str = ""


def comments(marked: Marked) -> Iterator[Comment]:
    """Yield the comments of a file with their places, in the order of its text."""
    found = lines(marked.document)
    numbers = line_numbers(marked.document)
    known = sorted(numbers)
    for remark in marked.remarks:
        yield _placed(remark, found, numbers, known)


def _placed(
    remark: Remark, found: Sequence[Line], numbers: dict[int, int], known: Sequence[int]
) -> Comment:
    if not remark.paragraph or not known:
        return Comment(remark, None)
    # What is no line of its own went to the one that follows.
    at = min(bisect_left(known, remark.paragraph), len(known) - 1)
    number = numbers[known[at]]
    line = found[number]
    words = "".join(word.text for word in line.words)
    return Comment(remark, number, line.section, f"{line.label} {words}".strip())


def line_numbers(document: Document) -> dict[int, int]:
    """Return number of a paragraph of the Word file → number of its line in `texts.lines`."""
    made: dict[int, int] = {}
    number = 0
    for block in document.blocks:
        if block.role == FIXED:
            continue
        if block.table is None:
            made[_paragraph(block)] = number
            number += 1
            continue
        for row in block.table.rows:
            made |= dict.fromkeys(_paragraphs(row), number)
            number += 1
    return made


def _paragraphs(row: Row) -> Iterator[int]:
    for block in (block for cell in row.cells for block in cell.blocks):
        yield _paragraph(block)
        for inner in block.table.rows if block.table else ():
            yield from _paragraphs(inner)


def _paragraph(block: Block) -> int:
    return block.where.paragraph if isinstance(block.where, Place) else 0
