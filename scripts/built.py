"""Files of our own with other lines: a line that a plan's document has is printed as there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kehoach import compose, make, plan
from kehoach.document import KINDS, Block, Document, Marker, Run
from kehoach.render import render
from kehoach.template import compile_template
from kehoach.workspace import Workspace
from offices import Said
from said import of_document

ROOT = Path(__file__).resolve().parent.parent
_KIND = {role: kind for kind, role in KINDS.items()}
_DAY = "ngày 05 tháng 01 năm 2024"
_PRINTED = "noi_nhan_de"
"""The words «Nơi nhận:» stand in the template."""


class Built:
    """The documents of plans as lines, in `good`, and a writer that renders lines like them."""

    def __init__(self, plans: Iterable[str]) -> None:
        """Compose the plans at these paths of the repository."""
        template, findings = compile_template((ROOT / "templates/ke-hoach.docx").read_bytes(), "")
        assert template is not None, findings
        self._template = template
        self._known: dict[Said, Block] = {}
        self.good = tuple(self._lines(path) for path in plans)

    def write(self, lines: tuple[Said, ...]) -> bytes:
        """Return the Word file of a document that says `lines`."""
        blocks = [self._known.get(line) or _block(line) for line in lines if line.role != _PRINTED]
        data, findings = render(self._template, Document(tuple(blocks)), {})
        assert data is not None, findings
        return data

    def _lines(self, path: str) -> tuple[Said, ...]:
        loaded, findings = plan.load(path, make.Fetched(Workspace(ROOT, ROOT)))
        assert loaded is not None, findings
        document, findings = compose.compose(loaded)
        assert document is not None, findings
        lines = of_document(document)
        blocks = [block for block in document.blocks if block.table or block.text.strip()]
        told = [line for line in lines if line.role != _PRINTED]
        self._known |= dict(zip(told, blocks, strict=True))
        return tuple(_dated(line) for line in lines)


def _dated(line: Said) -> Said:
    """Return a line, that of the date with a day: faults that belong to a time ask for it."""
    if line.role != "dia_danh_ngay":
        return line
    return replace(line, words=re.sub("ngày.*", _DAY, line.words))


def _block(line: Said) -> Block:
    kind = _KIND.get(line.role.removesuffix("_td"))
    marker = Marker(kind, line.marker) if line.marker and kind else None
    return Block(line.role, (Run(line.words),), marker)
