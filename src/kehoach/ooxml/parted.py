"""A document's blocks by where they go on the page: head, text, foot, annexes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kehoach.document import ANNEX, FOOT, HEAD, Block, Document
from kehoach.ooxml.blocks import signers

Shape = tuple[tuple[tuple[str, int], ...], tuple[bool, bool, int], tuple[bool, ...]]


@dataclass(frozen=True, slots=True)
class Parted:
    """A document's blocks by where they go."""

    head: Mapping[str, Sequence[Block]] = field(default_factory=dict)
    body: Sequence[Block] = ()
    recipients: Sequence[Block] = ()
    parties: Sequence[Sequence[Block]] = ()
    annexes: Sequence[Sequence[Block]] = ()

    @property
    def names(self) -> dict[str, Block]:
        """Return each role or slot that the frame must have, with a block that needs it."""
        needed = {role: blocks[0] for role, blocks in self.head.items()}
        if self.recipients:
            needed["noi_nhan"] = self.recipients[0]
        if self.parties:
            needed["chu_ky"] = self.parties[0][0]
        return needed

    @property
    def shape(self) -> Shape:
        """Return all that decides how the frame looks, whatever the words are."""
        lines = tuple((role, len(blocks)) for role, blocks in self.head.items())
        sides = tuple(blocks[0].landscape for blocks in self.annexes)
        slots = bool(self.body), bool(self.recipients), min(len(self.parties), 2)
        return lines, slots, sides


def part(document: Document) -> Parted:
    """Return the blocks of `document` by where they go; an annex begins with `phu_luc`."""
    head: dict[str, list[Block]] = {}
    body: list[Block] = []
    foot: list[Block] = []
    annexes: list[list[Block]] = []
    for block in document.blocks:
        if block.role == ANNEX[0]:
            annexes.append([block])
        elif annexes:
            annexes[-1].append(block)
        elif block.role in HEAD:
            head.setdefault(block.role, []).append(block)
        else:
            (foot if block.role in FOOT else body).append(block)
    recipients = [block for block in foot if block.role == FOOT[0]]
    parties = signers(block for block in foot if block.role != FOOT[0])
    return Parted(head, body, recipients, parties, annexes)
