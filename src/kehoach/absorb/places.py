"""Where in the sources a paragraph may be put: after the one above it, or before the one below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.absorb.holders import Container
from kehoach.absorb.ops import comments_above
from kehoach.absorb.scene import Scene
from kehoach.absorb.unfold import RECIPIENT
from kehoach.diagnostic import Span
from kehoach.document import ANNEX
from kehoach.outline import RANKS

_LOWEST = 100


@dataclass(frozen=True, slots=True)
class Line:
    """A line of prose by its number in the file."""

    container: Container
    line: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a prose: after line `after` of the file, 0 for before a prose of one line.

    Points of the kind that is `implied` stand there without a marker.
    """

    container: Container
    after: int
    implied: str = ""


def anchors(scene: Scene, number: int) -> Iterator[Anchor]:
    """Yield the places where an edited block may be put, the likeliest first, each once."""
    seen: set[tuple[str, int, int]] = set()
    for anchor in _anchors(scene, number):
        key = (anchor.container.path, anchor.container.scalar.span.line, anchor.after)
        if key not in seen:
            seen.add(key)
            yield anchor


def _anchors(scene: Scene, number: int) -> Iterator[Anchor]:
    block = scene.compared.edited[number]
    above, below = _neighbour(scene, number, -1), _neighbour(scene, number, 1)
    after = [] if above is None else list(_after(scene, above))
    before = [] if below is None else list(_before(scene, below))
    if block.role == RECIPIENT:
        yield from _of_recipients([*after, *before])
        return
    kind = block.marker.kind if block.marker else ""
    prose = [anchor for anchor in after if anchor.container.keys[-1] != "recipients"]
    before = [anchor for anchor in before if anchor.container.keys[-1] != "recipients"]
    same = bool(prose and above is not None and _kind(scene, above) == kind)
    opening = bool(prose and prose[0].container.keys[-1] == "preamble" and kind)
    nested = len(prose) > 1
    if opening or (nested and not same and RANKS.get(kind, _LOWEST) < RANKS["-"]):
        yield from (*prose[1:], *before, *prose[:1])
    else:
        yield from (*prose, *before)


def _of_recipients(found: list[Anchor]) -> Iterator[Anchor]:
    return (anchor for anchor in found if anchor.container.keys[-1] == "recipients")


def _kind(scene: Scene, number: int) -> str:
    marker = scene.compared.base[number].marker
    return marker.kind if marker else ""


def _neighbour(scene: Scene, number: int, step: int) -> int | None:
    """Return the block of the base that stayed and stands next to an edited one."""
    at = {slot.edited: slot.base for slot in scene.compared.slots if slot.edited is not None}
    j = number + step
    while j in at:
        i = at[j]
        if i is not None and (scene.line(i) or outer(scene, i)):
            return i
        j += step
    return None


def _after(scene: Scene, number: int) -> Iterator[Anchor]:
    home = scene.line(number)
    if home:
        container, script = home
        marker = scene.compared.base[number].marker
        implied = marker.kind if marker and not script.kind else ""
        yield Anchor(container, script.written.line.span.line, implied)
    around = outer(scene, number)
    if around:
        yield Anchor(around.container, around.line)


def _before(scene: Scene, number: int) -> Iterator[Anchor]:
    home, around = scene.line(number), outer(scene, number)
    line = Line(home[0], home[1].written.line.span.line) if home else None
    for found in (line, around):
        if found and found.container.single:
            yield Anchor(found.container, 0)
        elif found:
            above = len(comments_above(found.container, found.line))
            yield Anchor(found.container, found.line - above - 1)


def outer(scene: Scene, number: int) -> Line | None:
    """Return the line that includes what a block of the base came from."""
    where = scene.compared.base[number].where
    if not isinstance(where, Span):
        return None
    found = scene.holders.includes.get(where)
    if found is None and scene.line(number) is None:
        stands = scene.stands(number)
        return Line(stands[0], where.line) if stands else None
    return Line(*found) if found else None


def is_whole_annex(scene: Scene, number: int) -> str:
    """Return whether a whole annex was taken out: `first` at its label, `rest`, empty for no."""
    base = scene.compared.base
    starts = [i for i in range(number + 1) if base[i].role == ANNEX[0]]
    if not starts:
        return ""
    after = range(starts[-1] + 1, len(base))
    end = next((i for i in after if base[i].role == ANNEX[0]), len(base))
    if not set(range(starts[-1], end)) <= _gone(scene):
        return ""
    return "first" if number == starts[-1] else "rest"


def _gone(scene: Scene) -> set[int | None]:
    return {slot.base for slot in scene.compared.slots if slot.edited is None}


def is_whole_include(scene: Scene, number: int) -> str:
    """Return whether all that a line includes was taken out: `first`, `rest`, or empty for no."""
    around = outer(scene, number)
    if around is None:
        return ""
    mine = [i for i in range(len(scene.compared.base)) if outer(scene, i) == around]
    if not set(mine) <= _gone(scene):
        return ""
    return "first" if number == mine[0] else "rest"
