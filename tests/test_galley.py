"""A document is written as it would be written alone, whatever was written before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach.document import Block, Cell, Document, Marker, Row, Run
from kehoach.ooxml.galley import Galley
from kehoach.render import render
from kehoach.template import Template, compile_template
from strategies import annexes, points, signers, tables
from strategies import blocks as paragraphs
from word import TEMPLATE

NOTE = Run("", note=(Run("chú thích"),))


@cache
def template() -> Template:
    found, _ = compile_template(TEMPLATE.read_bytes(), "t.docx")
    assert found is not None
    return found


def alone(document: Document) -> bytes | None:
    """Return the file of a document by a template that has printed nothing before."""
    for frame in template().frames.values():
        frame.pressed.clear()
    return render(template(), document, {})[0]


@st.composite
def changed(draw: st.DrawFn, block: Block) -> Block:
    """A block with other words, another marker or role, a footnote; a table with other cells."""
    if block.table:
        rows = tuple(draw(rewritten(row)) for row in block.table.rows)
        return replace(block, table=replace(block.table, rows=rows))
    change = draw(st.sampled_from(("words", "words", "words", "note", "role", "marker", "bad")))
    if change == "role":
        return replace(block, role="doan")
    if change == "marker":
        return replace(block, marker=Marker("1.", f"{draw(st.integers(1, 3))}."))
    words = {"words": Run("Từ khác"), "note": NOTE, "bad": Run("hỏng\x00")}
    return replace(block, runs=(*block.runs, words[change]))


@st.composite
def rewritten(draw: st.DrawFn, row: Row) -> Row:
    """A row, maybe with other cells: other words, a list in a cell, another width."""
    if draw(st.booleans()):
        return row
    cell = draw(st.integers(0, max(len(row.cells) - 1, 0)))
    choices = ((Block("o", (Run("1"),)),), (Block("khoan", (Run("x"),), Marker("1.", "1.")),), ())
    blocks: tuple[Block, ...] = draw(st.sampled_from(choices))
    cells = [replace(own, blocks=blocks) if at == cell else own for at, own in enumerate(row.cells)]
    return replace(row, cells=(*cells, Cell(())) if draw(st.integers(0, 9)) == 0 else tuple(cells))


def without_notes(block: Block) -> Block:
    """Return a block without footnotes: a page with footnotes is always written as a whole."""
    if block.table:
        rows = [
            replace(row, cells=tuple(replace(c, blocks=plain(c.blocks)) for c in row.cells))
            for row in block.table.rows
        ]
        return replace(block, table=replace(block.table, rows=tuple(rows)))
    return replace(block, runs=tuple(run for run in block.runs if run.note is None))


def plain(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(map(without_notes, blocks))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Document, Document]:
    """Two documents that share most of their blocks."""
    foot = [*draw(st.lists(paragraphs("noi_nhan"), max_size=3)), *draw(signers())]
    first = plain([*draw(points()), draw(tables()), *draw(points()), *foot, *draw(annexes())])
    blocks = list(first)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(blocks) - 1))
        blocks[at : at + draw(st.integers(0, 8)) // 8 + 1] = [draw(changed(blocks[at]))]
    return Document(first), Document(tuple(blocks))


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(pairs())
def test_what_was_written_before_changes_nothing(pair: tuple[Document, Document]) -> None:
    one, other = pair
    expected = {id(document): alone(document) for document in pair}
    for frame in template().frames.values():
        frame.pressed.clear()
    for document in (one, other, one, other):
        assert render(template(), document, {})[0] == expected[id(document)]


def test_only_what_is_new_is_written() -> None:
    galley, asked = Galley(), []

    def write(at: int) -> bytes:
        asked.append(at)
        return b"%d" % at

    one, two, three = object(), object(), object()
    assert galley.set([one, two], "s", write) == b"01"
    assert galley.set([one, three], "s", write) == b"01"
    assert asked == [0, 1, 1]
    assert galley.set([one, three], "another", write) == b"01"
    assert galley.set([one, three, two], "another", write) == b"012"
    assert asked == [0, 1, 1, 0, 1, 0, 1, 2]


def test_what_broke_off_is_not_known() -> None:
    galley = Galley()
    galley.set([1, 2], "s", lambda at: b"%d" % at)
    parts = [object(), 2]
    try:
        galley.set(parts, "s", lambda at: b"%d" % (1 // at))
    except ZeroDivisionError:
        assert galley.set(parts, "s", lambda at: b"new") == b"newnew"
    else:
        raise AssertionError("it did not break off")
