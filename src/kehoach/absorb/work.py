"""What is known while hunks are brought home, and the document that those taken must make."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from kehoach.absorb import cited, facts, tables
from kehoach.absorb.changes import Decision, Print
from kehoach.absorb.edits import Edit
from kehoach.absorb.facts import Group
from kehoach.absorb.paragraph import Demand, reverted
from kehoach.absorb.points import Proposal
from kehoach.absorb.rebuild import said
from kehoach.absorb.scene import Scene
from kehoach.absorb.settle import settled
from kehoach.absorb.steps import Prints
from kehoach.absorb.unfold import bare
from kehoach.document import Block, Document

Ways = dict[int, int]
"""Hunk → which way of its proposal is taken."""


@dataclass(slots=True)
class Work:
    """What is known of a scene: a proposal for each hunk, why there is none, values by group."""

    scene: Scene
    decided: Decision
    prints: Prints = field(default_factory=Prints)
    proposals: dict[int, Proposal] = field(default_factory=dict)
    groups: list[Group] = field(default_factory=list)
    granted: set[Print] = field(default_factory=set)
    ways: Ways = field(default_factory=dict)
    document: Document | None = None
    edits: tuple[Edit, ...] = ()

    @property
    def demands(self) -> dict[Print, Demand]:
        """Return what is demanded of each print."""
        made = [p.made for p in self.proposals.values() if p.made]
        return {demand.key: demand for one in made for demand in one.demands}


def wanted(work: Work, taken: Collection[int]) -> list[tuple[Block, int | None]]:
    """Return the blocks that a document with the hunks `taken` must have, each with its hunk."""
    made: list[tuple[Block, int | None]] = []
    demands = work.demands
    forced = [group.after for group in work.groups if group.taken and group.missed]
    for block, slot in work.scene.compared.wanted(taken):
        hunk = slot.hunk
        if hunk is not None and hunk in taken and slot.edited is not None:
            block = _ungranted(work, hunk, slot.edited)
        elif forced and slot.base is not None:
            block = forced[0][slot.base]
        elif slot.base is not None and hunk is not None:
            mine = {at: demands[n, at].now for n, at in work.granted if n == slot.base}
            block = facts.with_runs(block, mine) if mine else block
        made.append((block, hunk))
    return made


def _ungranted(work: Work, number: int, edited: int) -> Block:
    """Return an edited block with the prints put back that are not granted."""
    scene = work.scene
    block, proposal = scene.compared.edited[edited], work.proposals[number]
    refused = [
        demand
        for demand in (proposal.made.demands if proposal.made else [])
        if demand.key not in work.granted
    ]
    if not refused and not proposal.left:
        return block
    if block.table is not None:
        return tables.put_back(scene, scene.compared.hunks[number], refused, proposal)
    hunk = scene.compared.hunks[number]
    last = scene.unfolded(hunk.base[-1])
    runs = [bare(scene.compared.edited[j], last) for j in hunk.edited]
    back = reverted(runs, refused)[hunk.edited.index(edited)]
    own = scene.compared.base[hunk.base[-1]].runs
    if last.sign:
        back = (own[0], *back)
    elif last.closed and block.text.rstrip().endswith(own[-1].text):
        back = (*back, own[-1])
    return replace(block, runs=back)


def matches(work: Work, ways: Collection[int], document: Document) -> bool:
    """Return whether a document is the one that the hunks taken make."""
    blocks = [block for block, _ in wanted(work, ways)]
    return told(work, blocks) == told(work, said(document))


def told(work: Work, blocks: Sequence[Block]) -> list[object]:
    """Return what each block says, to be compared: wherever, as decided, a basis is in full."""
    hunks = (hunk for hunk in work.scene.compared.hunks if hunk.subject in work.decided.cited)
    known = cited.citations(work.scene, [number for hunk in hunks for number in hunk.base])
    return settled(cited.shortened(blocks, known))
