"""Spaces that nobody sees and no plan can hold: at the ends of a paragraph, and in a look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kehoach.document import Block, Cell, Document, Row, Run, Table, join

_SPACES = " \t"


def tidied(document: Document) -> Document:
    """Return the document without spaces at the ends of its paragraphs and footnotes."""
    return Document(tuple(tidy_block(block) for block in document.blocks), document.title)


def tidy_block(block: Block) -> Block:
    """Return the block without spaces at its ends."""
    table = block.table and replace(block.table, rows=_rows(block.table))
    return replace(block, runs=tidy_runs(block.runs), table=table)


def tidy_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs without spaces at their ends, and none at the end of a bold or italic stretch."""
    made = list(_unlooked(join(runs)))
    while made and made[0].note is None and not made[0].text.lstrip(_SPACES):
        del made[0]
    while made and made[-1].note is None and not made[-1].text.rstrip(_SPACES):
        del made[-1]
    if made:
        made[0] = replace(made[0], text=made[0].text.lstrip(_SPACES))
        made[-1] = replace(made[-1], text=made[-1].text.rstrip(_SPACES))
    return join(made)


def _unlooked(runs: Iterable[Run]) -> Iterable[Run]:
    """Yield the runs, the spaces that end a look as plain ones."""
    for run in runs:
        if run.note is not None:
            yield replace(run, note=tidy_runs(run.note))
        elif run.bold or run.italic:
            words = run.text.rstrip()
            yield replace(run, text=words)
            yield Run(run.text[len(words) :])
        else:
            yield run


def _rows(table: Table) -> tuple[Row, ...]:
    return tuple(replace(row, cells=tuple(_cell(cell) for cell in row.cells)) for row in table.rows)


def _cell(cell: Cell) -> Cell:
    return replace(cell, blocks=tuple(tidy_block(block) for block in cell.blocks))
