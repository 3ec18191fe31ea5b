"""Lines of the head, the signature and the openings of annexes."""

from __future__ import annotations

from kehoach.absorb import points
from kehoach.absorb.edits import Kind
from kehoach.absorb.hunks import Hunk
from kehoach.absorb.paragraph import rewrite
from kehoach.absorb.points import Proposal
from kehoach.absorb.scene import Scene
from kehoach.document import ANNEX, FOOT, join


def propose(scene: Scene, hunk: Hunk) -> Proposal:
    """Return how a line of head, signature or annex may be written. Raises `Unclear`."""
    roles = {scene.compared.base[i].role for i in hunk.base}
    roles |= {scene.compared.edited[j].role for j in hunk.edited}
    kind = Kind.HEADER
    if roles & set(FOOT):
        kind = Kind.SIGNATURE
    elif roles & set(ANNEX):
        kind = Kind.ANNEX
    told = points.told_of(scene, hunk, kind)
    if len(hunk.base) != 1 or len(hunk.edited) != 1 or hunk.moved:
        return Proposal(kind, ())
    unfolded = scene.unfolded(hunk.base[0])
    block = scene.compared.edited[hunk.edited[0]]
    made = rewrite([(hunk.base[0], unfolded)], [join(block.runs)])
    return Proposal(kind, tuple(points.value_ways(unfolded.home, made.lines[0], told)), made)
