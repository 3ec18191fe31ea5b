"""The document tree: what a plan says on paper, apart from how it is stored or laid out.

`compose` makes it from a plan and `read` from a Word file; everything else (render, check,
diff, redline) takes it from there. Two documents are the same when `canonical` is.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from kehoach.diagnostic import Where
from kehoach.expression import Segment

HEAD = (
    "co_quan_chu_quan",
    "co_quan_ban_hanh",
    "so_ky_hieu",
    "quoc_hieu",
    "tieu_ngu",
    "dia_danh_ngay",
    "do_khan",
    "du_thao",
    "ten_loai",
    "trich_yeu",
    "kem_theo",
)
"""Roles before the text, in the order in which a document lists them."""

FOOT = ("noi_nhan", "ky_thay_mat", "ky_chuc_vu", "ky_chuc_danh", "ky_ho_ten")
"""Roles after the text: recipients, then each signer from authority to name."""

ANNEX = ("phu_luc", "phu_luc_ten", "phu_luc_kem")
"""Roles that open an annex; `phu_luc` begins a section with page numbers of its own."""

KINDS = {
    "A.": "phan",
    "I.": "muc",
    "1.": "khoan",
    "1.1.": "khoan_2",
    "1.1.1.": "khoan_3",
    "a)": "diem",
    "a.": "diem",
    "-": "gach",
    "+": "cong",
    "(1)": "ngoac",
    "(i)": "ngoac",
}
"""Kind of marker to the role of its paragraph; the role of a heading adds `_td` (tiêu đề).

Ranked from the outermost to the innermost as listed.
"""

PLAIN = "doan"
"""Role of a paragraph without a marker."""

FIXED = "fixed"
"""Role of a template's own words: never part of a document's content."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look. `\\n` is a line break and `\\t` a tab.

    `bold` and `italic` are what the writer asked for beyond the paragraph's style. A footnote is
    a run without text whose `note` holds the footnote's own runs.
    """

    text: str
    bold: bool = False
    italic: bool = False
    note: tuple[Run, ...] | None = None
    origin: Segment | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before a point: its kind (a key of `KINDS`) and its label as printed.

    A `kept` label was written by hand and is never renumbered.
    """

    kind: str
    label: str
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell that covers `columns` x `rows` of the grid; `kept` is that of a `Block`."""

    blocks: tuple[Block, ...]
    columns: int = 1
    rows: int = 1
    kept: dict[Any, Any] = field(default_factory=dict, init=False, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: the cells that begin in it. A `header` row repeats on every page."""

    cells: tuple[Cell, ...]
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows over a grid of columns; `widths` are shares of the text width and add up to 1."""

    rows: tuple[Row, ...]
    widths: tuple[float, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a table (role `bang`), in its role.

    `landscape` is meant for `phu_luc` alone: the annex that it opens lies on its side. Many
    documents share a block, so what a stage works out of this very block it may leave in `kept`.
    """

    role: str
    runs: tuple[Run, ...] = ()
    marker: Marker | None = None
    table: Table | None = None
    landscape: bool = False
    id: str = field(default="", compare=False)
    where: Where | None = field(default=None, compare=False)
    kept: dict[Any, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def text(self) -> str:
        """Return the words of the paragraph, without marker and footnotes."""
        made: str | None = self.kept.get("text")  # every rule asks for it
        if made is None:
            made = self.kept["text"] = "".join([run.text for run in self.runs])
        return made


@dataclass(frozen=True, slots=True)
class Document:
    """Blocks in reading order: head, text, foot, annexes."""

    blocks: tuple[Block, ...]
    title: str = field(default="", compare=False)


def every(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield every block, a table before the blocks in its cells."""
    for block in blocks:
        yield block
        for row in block.table.rows if block.table else ():
            for cell in row.cells:
                yield from every(cell.blocks)


def canonical(document: Document) -> tuple[object, ...]:
    """Return what makes two documents the same, as nested tuples of strings and flags.

    One tuple a block: role, kind, label, kept, runs as (text, bold, italic, note) with equal
    neighbours joined, landscape, and the rows of a table. Blocks of role `fixed` are left out.
    """
    return tuple(_block(block) for block in document.blocks if block.role != FIXED)


def tree_hash(document: Document) -> str:
    """Return the SHA-256 of the canonical tree, in hexadecimal."""
    blocks = [b.kept.get(_as_json) or _as_json(b) for b in document.blocks if b.role != FIXED]
    return hashlib.sha256(b"[%b]" % b",".join(blocks)).hexdigest()


def join(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return `runs` without empty ones, neighbours of one look joined into one (without origin)."""
    if isinstance(runs, tuple) and len(runs) == 1 and runs[0].text and runs[0].note is None:
        return runs  # as are most
    kept = tuple([run for run in runs if run.text or run.note is not None])
    if len(kept) == 1 and kept[0].note is None:
        return kept
    joined: list[Run] = []
    for (bold, italic, note), group in groupby(kept, lambda run: (run.bold, run.italic, run.note)):
        if note is None:
            joined.append(Run("".join(run.text for run in group), bold, italic))
        else:
            joined.extend(Run("", False, False, join(note)) for _ in group)
    return tuple(joined)


def _as_json(block: Block) -> bytes:
    """Return the canonical tree of a block as JSON."""
    runs = b",".join(map(_run_as_json, join(block.runs)))
    role, marker = _JSON(block.role).encode(), _marker_as_json(block.marker)
    head = b"[%b,%b,[%b],%b," % (role, marker, runs, _FLAGS[block.landscape])
    if block.table is not None:  # its cells are kept
        return b"%b[%b]]" % (head, b",".join(map(_row_as_json, block.table.rows)))
    made = block.kept[_as_json] = head + b"null]"
    return made


def _marker_as_json(marker: Marker | None) -> bytes:
    if marker is None:
        return b'"","",false'
    kind, label = _JSON(marker.kind), _JSON(marker.label)
    return f"{kind},{label},{'true' if marker.kept else 'false'}".encode()


def _run_as_json(run: Run) -> bytes:
    look = _LOOKS[run.bold, run.italic]
    if run.note is None:
        return b"[%b,%b,null]" % (_JSON(run.text).encode(), look)
    note = b",".join(map(_run_as_json, join(run.note)))
    return b"[%b,%b,[%b]]" % (_JSON(run.text).encode(), look, note)


def _row_as_json(row: Row) -> bytes:
    cells = [cell.kept.get(_as_json) or _cell_as_json(cell) for cell in row.cells]
    return b"[%b,[%b]]" % (_FLAGS[row.header], b",".join(cells))


def _cell_as_json(cell: Cell) -> bytes:
    blocks = b",".join(map(_as_json, cell.blocks))
    made = cell.kept[_as_json] = b"[%d,%d,[%b]]" % (cell.columns, cell.rows, blocks)
    return made


_JSON = json.encoder.encode_basestring
_FLAGS = (b"false", b"true")
_LOOKS = {(b, i): b"%b,%b" % (_FLAGS[b], _FLAGS[i]) for b in (False, True) for i in (False, True)}


def _block(block: Block) -> tuple[object, ...]:
    return *_head(block), _table(block.table) if block.table else None


def _head(block: Block) -> tuple[object, ...]:
    marker = block.marker
    return (
        block.role,
        marker.kind if marker else "",
        marker.label if marker else "",
        marker.kept if marker else False,
        _runs(block.runs),
        block.landscape,
    )


def _runs(runs: Iterable[Run]) -> tuple[object, ...]:
    return tuple(
        (run.text, run.bold, run.italic, None if run.note is None else _runs(run.note))
        for run in join(runs)
    )


def _table(table: Table) -> tuple[object, ...]:
    return tuple(
        (
            row.header,
            tuple(
                (cell.columns, cell.rows, tuple(_block(block) for block in cell.blocks))
                for cell in row.cells
            ),
        )
        for row in table.rows
    )
