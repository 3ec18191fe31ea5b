"""From an edited Word file to edits of the sources that it was built from."""

from __future__ import annotations

from collections.abc import Mapping

from kehoach.absorb.changes import Absorbed, Base
from kehoach.absorb.edits import Edit
from kehoach.absorb.engine import worked
from kehoach.absorb.scene import scene
from kehoach.document import Document


def absorb(base: Base, edited: Document) -> Absorbed:
    """Return what `edited`, a file built from `base` and changed since, changes in its sources.

    Every difference of the two documents is covered by an edit or told by a choice; with the edits
    applied, the plan composes to `edited` but for the choices. Pure.
    """
    work = worked(scene(base, edited))
    return Absorbed(work.edits, ())


def settled(absorbed: Absorbed, picks: Mapping[int, int], base: Base) -> tuple[Edit, ...]:
    """Return all edits: the sure ones and those of the picked options.

    `picks` names an option of a choice, both by their place from 0. Raises `Overlap` when two
    picks want the same characters.
    """
    made = list(absorbed.edits)
    for choice, option in picks.items():
        made += absorbed.choices[choice].options[option].edits
    return tuple(made)
