"""Tables: cells that were changed, rows and columns that came or went."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.absorb.edits import Kind
from kehoach.absorb.hunks import Hunk
from kehoach.absorb.paragraph import Demand
from kehoach.absorb.points import Proposal
from kehoach.absorb.scene import Scene
from kehoach.document import Block


def propose(scene: Scene, hunk: Hunk) -> Proposal:
    """Return how a table may be written."""
    return Proposal(Kind.CELL, ())


def put_back(scene: Scene, hunk: Hunk, refused: Sequence[Demand]) -> Block:
    """Return the edited table with prints put back."""
    raise NotImplementedError
