"""A part of a template pressed flat: bytes that stay as they are, and what goes between them.

The tree of a frame is worked on once for all documents of a shape, those with as many lines in
the head and the same slots in use: paragraphs are repeated or go away, and what differs from one
document to the next is marked. Writing a document is joining bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from functools import partial

from lxml import etree

from kehoach.ooxml.blocks import Writer
from kehoach.ooxml.frame import MARK, RULE, SLOTS, Frame, Mark, remove, replace
from kehoach.ooxml.galley import Galley
from kehoach.ooxml.looks import Looks
from kehoach.ooxml.package import w
from kehoach.ooxml.parted import Parted
from kehoach.ooxml.parts import to_bytes
from kehoach.ooxml.style import child_value
from kehoach.ooxml.tags import words

_MARKED = re.compile(rf"<\?{MARK} (\d+)\?>".encode())


@dataclass(slots=True)
class Sheet:
    """What a part is written from: the document, and what was computed of its head.

    `galley` holds what was set last in the slots. `widths` are those of the columns of the head
    and both together, in twips; `indents` the `w:ind` of its lines.
    """

    parted: Parted
    writer: Writer
    galley: Galley = field(default_factory=Galley)
    widths: Sequence[int] = ()
    indents: Sequence[bytes] = ()


Fill = Callable[[Sheet], bytes]
"""Writes what stands at a mark."""

Pressed = tuple[bytes | Fill, ...]


def write(pressed: Pressed, sheet: Sheet) -> bytes:
    """Return the part with the document in it."""
    return b"".join([p if isinstance(p, bytes) else p(sheet) for p in pressed])


@dataclass(frozen=True, slots=True)
class Printed:
    """A paragraph of the head: its role, which block of it, and the words that are always there."""

    element: etree._Element
    role: str
    number: int
    words: str


@dataclass(slots=True)
class Press:
    """A frame on its way to being pressed: its paragraphs with a role, its slots, its marks."""

    root: etree._Element
    printed: list[Printed] = field(default_factory=list)
    slots: dict[str, etree._Element] = field(default_factory=dict)
    _fills: list[Fill] = field(default_factory=list)

    def mark(self, fill: Fill) -> etree._Element:
        """Return an element in the place of which `fill` will write."""
        self._fills.append(fill)
        return etree.ProcessingInstruction(MARK, str(len(self._fills) - 1))

    def flat(self) -> Pressed:
        """Return the part as pieces."""
        pieces = _MARKED.split(to_bytes(self.root))
        return tuple(
            self._fills[int(piece)] if at % 2 else piece for at, piece in enumerate(pieces)
        )


def begin(frame: Frame, parted: Parted, looks: Looks) -> Press:
    """Return a copy of the frame with a paragraph for each block of the head, marked.

    A paragraph whose role has no block goes away, and with it a table row that has nothing else.
    Slots are left to be filled.
    """
    root = deepcopy(frame.root)
    press = Press(root)
    tagged: dict[etree._Element, list[Mark]] = {}
    for instruction in list(root.iter(etree.ProcessingInstruction)):
        mark = frame.marks[int(instruction.text or "")]
        if mark.name in SLOTS:
            press.slots[mark.name] = instruction
        else:
            paragraph = next(instruction.iterancestors(w("p")))
            tagged.setdefault(paragraph, []).append(mark)
    counts = {role: len(blocks) for role, blocks in parted.head.items()}
    for paragraph, marks in tagged.items():
        _repeat(press, paragraph, marks, counts)
    for paragraph in root.iter(w("p")):
        role = looks.role(child_value(paragraph.find(w("pPr")), "pStyle"))
        if role.startswith(RULE):
            press.printed.append(Printed(paragraph, role, 0, ""))
    return press


def _repeat(
    press: Press, paragraph: etree._Element, marks: Sequence[Mark], counts: Mapping[str, int]
) -> None:
    """Repeat `paragraph` for each block of the roles that it has tags of."""
    count = max(counts.get(mark.name, 0) for mark in marks)
    copies = [deepcopy(paragraph) for _ in range(count)]
    for number, copy in enumerate(copies):
        press.printed.append(Printed(copy, marks[0].name, number, words(copy)))
        for instruction, mark in zip(
            list(copy.iter(etree.ProcessingInstruction)), marks, strict=True
        ):
            there = number < counts.get(mark.name, 0)
            replace(instruction, *([press.mark(partial(_line, mark, number))] if there else ()))
    parent = paragraph.getparent()
    replace(paragraph, *copies)
    if not copies and parent is not None:
        tidy(parent)


def _line(mark: Mark, number: int, sheet: Sheet) -> bytes:
    block = sheet.parted.head[mark.name][number]
    return sheet.writer.line(block, mark.before, mark.after)


def tidy(parent: etree._Element) -> None:
    """Close a cell that has lost its paragraphs; take away its row if no cell has anything."""
    if parent.tag != w("tc"):
        return
    if parent.find(w("p")) is None:
        parent.append(etree.Element(w("p")))
    row = parent.getparent()
    if row is None or words(row) or any(True for _ in row.iter(etree.ProcessingInstruction)):
        return
    table = row.getparent()
    remove(row)
    if table is not None and table.find(w("tr")) is None:
        remove(table)
