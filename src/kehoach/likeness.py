"""What rules see of how a document looks: of documents that are alike one tells for all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kehoach.document import FOOT, HEAD, Block, Document, Run, Table, every
from kehoach.store import sha256

_DIGITS = re.compile(r"\d")
_EXACT = frozenset((*HEAD, *FOOT))
"""Roles whose digits rules look at: of the number and the date."""
_SIGNER = "ky_ho_ten"
_SURNAMES = (
    *("Bùi", "Cao", "Châu", "Đặng", "Đinh", "Đỗ", "Đoàn", "Dương", "Hà", "Hồ", "Hoàng", "Huỳnh"),
    *("Lâm", "Lê", "Lương", "Lưu", "Lý", "Mai", "Ngô", "Nguyễn", "Phạm", "Phan", "Phùng", "Trần"),
    *("Trịnh", "Trương", "Võ", "Vũ"),
)
_STEP, _MOST = 10, 200
"""Paragraphs by which lengths differ, and from which on a document has several pages anyway."""


def likeness(document: Document, names: Iterable[str]) -> str:
    """Return a hash that documents of one template share when rules see the same in them.

    That is their lines word for word, but for the `names` of units, for signers' names that are
    nothing else, and for digits outside head and foot; in tables only which roles there are, and
    which of them say something: what cells say is no rule's. A name may make a line longer, which
    no rule minds where the others are as they should be.
    """
    said = sorted(names, key=len, reverse=True)
    swaps = [(name.upper(), "\ufffd") for name in said] + [(name, "\ufffc") for name in said]
    count = sum(1 for _ in every(document.blocks))
    seen = [_line(block, swaps) for block in document.blocks]
    return sha256(repr((min(count, _MOST) // _STEP, seen)).encode())


def _line(block: Block, swaps: Sequence[tuple[str, str]]) -> tuple[object, ...]:
    marker = block.marker
    counted = (marker.kind, marker.label, marker.kept) if marker else ()
    if block.role == _SIGNER and _is_name(block.text):
        swaps = [(block.text, "\ufffb")]
    words = _runs(block.runs, block.role in _EXACT, swaps)
    table = _cells(block.table) if block.table else ()
    return block.role, counted, block.landscape, words, table


def _is_name(text: str) -> bool:
    first, *rest = text.split(" ")
    return first in _SURNAMES and all(w.isalpha() and w.istitle() for w in rest)


def _runs(
    runs: Iterable[Run], exact: bool, swaps: Sequence[tuple[str, str]]
) -> list[tuple[object, ...]]:
    made: list[tuple[object, ...]] = []
    for run in runs:
        text = run.text if exact else _DIGITS.sub("0", run.text)
        for name, mark in swaps:
            text = text.replace(name, mark)
        made.append((text, run.bold, run.italic, _runs(run.note or (), exact, swaps)))
    return made


def _cells(table: Table) -> list[tuple[object, ...]]:
    blocks = ((row.header, b) for row in table.rows for cell in row.cells for b in cell.blocks)
    return sorted({(header, b.role, bool(b.text.strip())) for header, b in blocks})
