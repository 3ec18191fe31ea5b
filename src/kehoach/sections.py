"""The body of a plan without what does not apply: sections replaced or dropped, targets dropped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace

from kehoach.expression import Expression
from kehoach.outline import RANKS, Point, Prose


def with_sections(body: Prose, sections: Mapping[str, Prose | None]) -> list[Point]:
    """Return the points of the body, each section in `sections` replaced, or dropped for None.

    A section reaches from the point with its id to the next point of the same or a higher rank.
    A dropped one leaves its heading as `gone`, so that the numbers typed after it stay right.
    """
    points = list(body.points)
    for name, prose in sections.items():
        at = next((i for i, p in enumerate(points) if p.text.braces.id == name), None)
        if at is None:
            continue
        heading, end = points[at], at + 1
        while end < len(points) and not _ends(points[end], heading):
            end += 1
        points[at:end] = _replaced(heading, prose)
    return points


def without_targets(points: Iterable[Point], dropped: Set[str]) -> Iterator[Point]:
    """Yield the points, those gone that tell of a target in `dropped`, an id each."""
    for point in points:
        segments = (piece.segment for piece in point.text.pieces)
        read = [path for s in segments if isinstance(s, Expression) for path in s.reads]
        names = {path.removeprefix("targets.").split(".")[0] for path in read}
        yield _gone(point) if dropped & names else point


def _gone(point: Point) -> Point:
    return replace(point, gone=True, text=replace(point.text, pieces=()))


def _ends(point: Point, heading: Point) -> bool:
    """Return whether `point` comes after the section that `heading` opens."""
    if not point.kind or not heading.kind:
        return bool(point.kind and not heading.kind) or bool(point.text.braces.id)
    return RANKS[point.kind] <= RANKS[heading.kind]


def _replaced(heading: Point, prose: Prose | None) -> list[Point]:
    """Return the points of a section: a first line of the heading's kind is the new heading."""
    if prose is None:
        return [_gone(heading)]
    points = list(prose.points)
    if not points or points[0].kind != heading.kind:
        return [heading, *points]
    first = replace(points[0], typed=heading.typed, kept=heading.kept)
    if not first.text.braces.id:
        braces = replace(first.text.braces, id=heading.text.braces.id)
        first = replace(first, text=replace(first.text, braces=braces))
    return [first, *points[1:]]
