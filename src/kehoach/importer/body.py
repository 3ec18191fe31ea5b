"""The text of a document of any maker: points by their markers, headings, tables, annexes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kehoach.compose import HEADED
from kehoach.document import KINDS, PLAIN, Block, Cell, Marker, Row, Run, Table
from kehoach.endings import is_closed
from kehoach.importer.guess import (
    BULLET,
    HEADER_ROW,
    JOINED,
    NOTE,
    PARTED,
    SLIP,
    SPACED,
    TYPED_OUT,
    UNNUMBERED,
    Guess,
    Reason,
)
from kehoach.importer.lines import count, fits, kind_of
from kehoach.importer.shape import inlined, lines_of, spaced, unlooked, without_start
from kehoach.ooxml.foreign import Grid, Item, Paragraph
from kehoach.outline import Counter
from kehoach.roles.confidence import LIKELY, PLAUSIBLE
from kehoach.roles.words import BASIS

_TYPED = re.compile(
    r"\s*(?P<label>\d{1,3}(?:\.\d{1,3}){0,2}\.?|[IVXL]+\.|[A-ZĐ]\.|[a-zđ][).]|[-+–—•●▪◦*]"
    r"|\(\d{1,3}\)|\([ivx]+\))(?P<gap>\s*)(?=\S)"
)
_BULLETS = frozenset("–—•●▪◦*·oØ§➢✓ü")
_LONG = 250
"""Characters of a line that is no heading, whatever its look."""


class Reader:
    """Reads paragraphs as points, one after another: numbers are counted on the way."""

    def __init__(self, *, bold_headings: bool) -> None:
        """`bold_headings` says that headings of this document are bold, and nothing else is one."""
        self._counter = Counter()
        self._bold_headings = bold_headings

    def guesses(self, items: Iterable[Item]) -> Iterator[Guess]:
        """Yield a guess for each paragraph and table."""
        for item in items:
            if isinstance(item, Paragraph):
                yield from self.paragraph(item)
            elif len(item.columns) == 1 and len(item.table.rows) == 1:
                # A frame around a text is no table.
                yield from self.guesses(item.columns[0])
            else:
                yield _table(item)

    def paragraph(self, paragraph: Paragraph) -> Iterator[Guess]:
        """Yield a guess for the paragraph, or for each that its line breaks part it into."""
        for line, reason in _sentences(list(lines_of(paragraph))):
            yield self._point(line, reason)

    def _point(self, line: Paragraph, reason: Reason | None) -> Guess:
        marker, runs, found = self._marker(line)
        reason = found or reason
        heading = marker is not None and self._is_heading(marker, line)
        if heading:
            runs = unlooked(runs, italic=False)
        elif marker is None and line.heading and not line.bold and len(line.text) <= _LONG:
            runs = tuple(replace(run, bold=run.note is None) for run in runs)
            reason = reason or UNNUMBERED
        role = KINDS[marker.kind] if marker else PLAIN
        block = Block(role + ("_td" if heading else ""), runs, marker, where=line.where)
        return Guess(block, PLAUSIBLE if reason else LIKELY, reason)

    def _marker(self, line: Paragraph) -> tuple[Marker | None, tuple[Run, ...], Reason | None]:
        """Return the marker of a line, the words after it, and what was changed to read it."""
        runs = spaced(line.runs)
        if line.label is not None:
            return self._automatic(line.label, runs)
        text = "".join(run.text for run in runs)
        match = _TYPED.match(text)
        if not match:
            return None, runs, None
        label, gap = match["label"], bool(match["gap"])
        rest = without_start(runs, match.end())
        if label in _BULLETS:
            return (Marker("-", "-"), rest, BULLET) if gap else (None, runs, None)
        marker, reason = self._known(label, typed=True)
        if marker is None or (not gap and not self._may_be_glued(marker, text[match.end() :])):
            return None, runs, None
        if not fits(marker, self._counter):
            if marker.kind == "A." or reason or not gap:
                return None, runs, None
            return replace(marker, kept=True), rest, SLIP
        count(marker, self._counter)
        return marker, rest, reason or (None if gap else SPACED)

    def _automatic(
        self, given: Marker, runs: tuple[Run, ...]
    ) -> tuple[Marker | None, tuple[Run, ...], Reason | None]:
        """Return the marker that Word counted, typed out where no list of ours has its form."""
        label = given.label.strip()
        # A list that counts ends its label with a sign; a letter alone is a bullet's, drawn by a
        # font of symbols.
        bullet = len(label) == 1 and given.kind == label and label not in "+1aAiI"
        if bullet or label in _BULLETS or not re.search(r"[\w+-]", label):
            return Marker("-", "-"), runs, None
        marker, reason = self._known(label, typed=False)
        if marker is None:
            return None, (Run(f"{label} "), *runs), TYPED_OUT
        if not fits(marker, self._counter):
            return replace(marker, kept=True), runs, SLIP
        count(marker, self._counter)
        return marker, runs, reason

    def _known(self, label: str, *, typed: bool) -> tuple[Marker | None, Reason | None]:
        """Return the marker with this label; a number without its last dot gets it."""
        kind = kind_of(label)
        if kind:
            return Marker(kind, label), None
        dotted = f"{label}."
        plural = "." in label or not typed
        if label[-1:].isdigit() and plural and kind_of(dotted):
            return Marker(kind_of(dotted), dotted), SPACED
        return None, None

    def _may_be_glued(self, marker: Marker, rest: str) -> bool:
        """Return whether words may follow a marker without a space: «-Nâng cao», «1.Mục tiêu»."""
        return rest[:1].isalpha() and rest[:1].isupper() and marker.kind not in ("A.", "a.")

    def _is_heading(self, marker: Marker, line: Paragraph) -> bool:
        text = line.text.rstrip()
        if marker.kind not in HEADED or len(text) > _LONG:
            return False
        if self._bold_headings and marker.kind not in ("A.", "I."):
            return line.bold
        return line.bold or line.heading or not is_closed(text)


def preamble(items: Iterable[Item]) -> Iterator[Guess]:
    """Yield the paragraphs between the title and the outline."""
    for item in items:
        if isinstance(item, Grid):
            yield _table(item)
            continue
        for line, reason in _sentences(list(lines_of(item))):
            runs = spaced(line.runs)
            basis = bool(BASIS.match(line.text.strip()))
            block = Block(
                "can_cu" if basis else "mo_dau",
                unlooked(runs, bold=False) if basis and line.italic else runs,
                where=line.where,
            )
            yield Guess(block, PLAUSIBLE if reason else LIKELY, reason)


def is_marked(line: Paragraph, kinds: Sequence[str]) -> bool:
    """Return whether a line begins with a marker of one of `kinds`."""
    label = line.label.label if line.label else ""
    match = None if label else _TYPED.match(line.text)
    return kind_of(label or (match["label"] if match else "")) in kinds


def _sentences(lines: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, Reason | None]]:
    """Yield the paragraphs that the lines of one make: joined where a sentence goes on."""
    held: Paragraph | None = None
    reason: Reason | None = None
    for line in lines:
        if held is None:
            held = line
        elif _TYPED.match(line.text) or is_closed(held.text):
            yield held, reason or PARTED
            held, reason = line, PARTED
        else:
            held = replace(held, runs=(*held.runs, Run(" "), *line.runs))
            reason = JOINED
    if held is not None:
        yield held, reason


def _table(grid: Grid) -> Guess:
    """Return a table: each cell one line, its first rows the head if the file does not say."""
    rows = grid.table.rows
    head = 0
    while head < len(rows) and rows[head].header:
        head += 1
    guessed = not head
    if guessed:
        head = max((cell.rows for cell in rows[0].cells), default=1) if rows else 0
    made = tuple(
        Row(tuple(_cell(cell, number < head) for cell in row.cells), number < head)
        for number, row in enumerate(rows)
    )
    block = Block("bang", table=Table(made, grid.table.widths), where=grid.where)
    noted = any(run.note is not None for column in grid.columns for p in column for run in p.runs)
    reason = NOTE if noted else HEADER_ROW if guessed else None
    return Guess(block, PLAUSIBLE if reason else LIKELY, reason)


def _cell(cell: Cell, is_header: bool) -> Cell:
    said = [block for block in cell.blocks if block.runs]
    runs = [run for block in said for run in (*inlined(block.runs), Run(" "))]
    role = "o_dau" if is_header else said[0].role if said else "o"
    words = unlooked(spaced(runs)) if is_header else spaced(runs)
    return replace(cell, blocks=(Block(role, words),))
