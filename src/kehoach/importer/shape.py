"""Paragraphs taken apart: at line breaks, at tabs, after a typed marker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kehoach.document import Block, Run, join
from kehoach.importer.tidy import tidy_runs
from kehoach.ooxml.foreign import Paragraph

_GAP = re.compile(
    r"\t+[\t ]*|(?<! )(?<!Số:)(?<!ngày)(?<!tháng)(?<!năm 20) {4,}(?![ /]|tháng|năm)\t*"
)
"""Tabs or many spaces, but for those that leave room for a number or a day to be written in."""


def lines_of(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield the lines of a paragraph, parted at its line breaks, empty ones left out."""
    for number, runs in enumerate(split_runs(paragraph.runs, re.compile("\n"))):
        if any(run.text.strip() or run.note is not None for run in runs):
            yield replace(paragraph, runs=runs, label=None if number else paragraph.label)


def cells_of(paragraph: Paragraph) -> list[Paragraph]:
    """Return what stands beside each other in a line, parted by tabs or many spaces.

    What stands left of the first gap comes first, be it empty.
    """
    parts = split_runs(paragraph.runs, _GAP)
    return [replace(paragraph, runs=tidy_runs(runs)) for runs in parts]


def split_runs(runs: Sequence[Run], gap: re.Pattern[str]) -> list[tuple[Run, ...]]:
    """Return the runs between the stretches that `gap` matches."""
    made: list[list[Run]] = [[]]
    for run in runs:
        pieces = gap.split(run.text) if run.note is None else [""]
        made[-1].append(replace(run, text=pieces[0]))
        made += [[replace(run, text=piece)] for piece in pieces[1:]]
    return [join(part) for part in made]


def without_start(runs: Sequence[Run], count: int) -> tuple[Run, ...]:
    """Return the runs without their first `count` characters."""
    made = []
    for run in runs:
        made.append(replace(run, text=run.text[count:]))
        count = max(count - len(run.text), 0)
    return join(made)


def spaced(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return the runs with a space for each tab and line break, none at their ends."""
    return tidy_runs(replace(run, text=re.sub(r"[\t\n]+ *", " ", run.text)) for run in runs)


def unlooked(runs: Sequence[Run], bold: bool = True, italic: bool = True) -> tuple[Run, ...]:
    """Return the runs neither bold nor italic, or without one of the two."""
    made = (
        replace(run, bold=run.bold and not bold, italic=run.italic and not italic) for run in runs
    )
    return join(made)


def line_block(role: str, paragraph: Paragraph) -> Block:
    """Return a line of head or foot as a block: words alone, footnotes in brackets."""
    runs = unlooked(spaced(inlined(paragraph.runs)))
    return Block(role, runs, where=paragraph.where)


def inlined(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return the runs with the words of their footnotes in brackets."""
    made = (
        run if run.note is None else Run(f" ({''.join(inner.text for inner in run.note)})")
        for run in runs
    )
    return join(made)
