"""Which of several edits keep a plan from being built, when all others would not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from kehoach.absorb.edits import Edit, Kind

MOST = 5
"""Edits at the most that are left out; where more are unfit there is something else wrong."""

Stands = Callable[[Sequence[Edit]], bool]
"""Says whether the plan can be built with some edits."""


def unfit(edits: Sequence[Edit], stands: Stands) -> tuple[Edit, ...]:
    """Return the edits without which the others stand; none when that cannot be told.

    What one change of the Word file makes stays together. Typed numbers are nobody's fault: they
    are left to those who count the points anew.
    """
    good, bad = _changes(edits), list[list[Edit]]()
    if not stands(()):
        return ()
    while not stands(_flat(good)):
        if len(bad) == MOST:
            return ()
        bad.append(good.pop(_first(good, stands)))
    return tuple(_flat(bad))


def _first(changes: Sequence[list[Edit]], stands: Stands) -> int:
    """Return the change with which those before it do not stand any more."""
    fits, fails = 0, len(changes)
    while fails - fits > 1:
        middle = (fits + fails) // 2
        if stands(_flat(changes[:middle])):
            fits = middle
        else:
            fails = middle
    return fits


def _changes(edits: Sequence[Edit]) -> list[list[Edit]]:
    """Return the edits of each change: those that tell the same words before and after."""
    made: dict[object, list[Edit]] = {}
    for number, edit in enumerate(edits):
        if edit.kind is not Kind.NUMBER:
            told = (edit.kind, edit.was, edit.now) if edit.was or edit.now else number
            made.setdefault(told, []).append(edit)
    return list(made.values())


def _flat(changes: Iterable[list[Edit]]) -> list[Edit]:
    return [edit for change in changes for edit in change]
