"""From an edited Word file to edits of the sources that it was built from."""

from __future__ import annotations

from collections.abc import Mapping

from kehoach.absorb.changes import Absorbed, Base, Decision
from kehoach.absorb.choices import choices
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
    return Absorbed(work.edits, tuple(choices(work)), edited)


def settled(absorbed: Absorbed, picks: Mapping[int, int], base: Base) -> tuple[Edit, ...]:
    """Return all edits: the sure ones and those of the picked options.

    `picks` names an option of a choice, both by their place from 0.
    """
    if not picks:
        return absorbed.edits
    decided = Decision()
    for choice, option in picks.items():
        decided |= absorbed.choices[choice].options[option].decision
    return worked(scene(base, absorbed.edited, decided), decided).edits
