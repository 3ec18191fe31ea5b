"""The paragraphs of a tree, and where in the file their characters stand."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import Span, Where
from kehoach.document import ANNEX, FOOT, HEAD, Block, Document, Run
from kehoach.expression import Expression, Literal

NOTE = "chu_thich"
"""Role of a footnote's paragraph."""


def paragraphs(document: Document) -> Iterator[Block]:
    """Yield every paragraph in reading order: those of tables and footnotes too."""
    for block in document.blocks:
        yield from _paragraphs(block)


def is_text(block: Block) -> bool:
    """Return whether a paragraph belongs to the text: not to head, foot or an annex's title."""
    return block.role not in HEAD and block.role not in FOOT and block.role not in ANNEX


def in_text(document: Document) -> Iterator[Block]:
    """Yield the paragraphs between head and foot, and those of the annexes."""
    return (block for block in paragraphs(document) if is_text(block))


def place(block: Block, start: int, end: int) -> Where | None:
    """Return where the characters `start` to `end` of `block.text` stand.

    In a plan it is their line and columns, or the expression that printed the first of them; in a
    Word file the paragraph.
    """
    if not isinstance(block.where, Span):
        return block.where
    first = _origin(block, start)
    if first is None:
        return block.where
    last = _origin(block, max(end - 1, start)) or first
    same = (first.path, first.line) == (last.path, last.line)
    return first.through(last) if same and first.column <= last.column else first


def is_typed(block: Block, at: int) -> bool:
    """Return whether the character `at` was typed, not printed by an expression."""
    for run in block.runs:
        if at < len(run.text):
            return not isinstance(run.origin, Expression)
        at -= len(run.text)
    return False


def marker_place(block: Block) -> Where | None:
    """Return where the marker of a point stands."""
    where = block.where
    if block.marker is None or not isinstance(where, Span):
        return where
    last = where.column + len(block.marker.label) + block.marker.kept
    return Span(where.path, where.line, where.column, where.line, last)


def _paragraphs(block: Block) -> Iterator[Block]:
    if block.table is None:
        yield block
    for row in block.table.rows if block.table else ():
        for cell in row.cells:
            for inner in cell.blocks:
                yield from _paragraphs(inner)
    for run in block.runs:
        if run.note:
            yield Block(NOTE, run.note, where=block.where)


def _origin(block: Block, at: int) -> Span | None:
    """Return the place of the character `at`, as far as its run knows it."""
    for run in block.runs:
        if at < len(run.text):
            return _span(run, at)
        at -= len(run.text)
    return None


def _span(run: Run, at: int) -> Span | None:
    origin = run.origin
    if isinstance(origin, Expression):
        return origin.span
    if not isinstance(origin, Literal):
        return None
    span, columns = origin.span, origin.columns
    if columns is not None and at >= len(columns):
        return span
    column = span.column + at if columns is None else columns[at]
    return Span(span.path, span.line, column, span.line, column + 1)
