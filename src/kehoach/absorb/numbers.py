"""Typed markers after points came and went: the numbers that follow are typed anew.

Printed numbers are counted, so nothing on paper depends on them; a reader of the plan does.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kehoach.absorb.edits import Edit, Kind, applied
from kehoach.absorb.files import Files
from kehoach.diagnostic import Span
from kehoach.include import expand
from kehoach.outline import Counter, Point
from kehoach.plan import Plan
from kehoach.sections import with_sections


def retyped(edits: Sequence[Edit], files: Files, base: Plan, new: Plan) -> tuple[Edit, ...]:
    """Return the edits, and those that type the markers after them anew.

    `new` is the plan that the edited sources make. A number that was a slip in `base` stays one.
    """
    made = list(edits)
    known = {_said(point) for point, _ in _slips(base)}
    texts = {path: applied(files.text(path), _of(made, path)) for path in {e.path for e in made}}
    after = Files(lambda path: texts[path].encode())
    for point, typed in _slips(new):
        path = point.span.path
        if path not in texts or _said(point) in known:
            continue
        at = after.offset(path, point.span.line, point.span.column)
        if texts[path].startswith(point.typed, at):
            made = _with(made, path, at, point.typed, typed, files)
    return tuple(made)


def typed_anew(
    edits: Sequence[Edit], files: Files, new: Plan, where: Span, label: str
) -> tuple[Edit, ...]:
    """Return the edits with the marker of the point at `where` of the new plan typed as `label`."""
    points = (point for points in _proses(new) for point in points)
    point = next((p for p in points if p.span == where and p.typed and not p.kept), None)
    if point is None or point.typed == label:
        return tuple(edits)
    text = applied(files.text(where.path), _of(edits, where.path))
    at = Files(lambda _: text.encode()).offset(where.path, where.line, where.column)
    return tuple(_with(edits, where.path, at, point.typed, label, files))


def is_first(label: str) -> bool:
    """Return whether a label is that of the first point of a list."""
    return label.strip("().").rpartition(".")[2] in ("1", "I", "i", "a", "A")


def _of(edits: Iterable[Edit], path: str) -> list[Edit]:
    return [edit for edit in edits if edit.path == path]


def _said(point: Point) -> tuple[str, str]:
    return point.typed, point.text.literal


def _slips(plan: Plan) -> list[tuple[Point, str]]:
    """Return every point of the plan's own prose with the marker that it should have, from below.

    From below, so that a place found for one is right after those before it have been changed.
    """
    found = [slip for points in _proses(plan) for slip in _miscounted(points)]
    return sorted(found, key=lambda item: _from_below(item[0].span))


def _proses(plan: Plan) -> Iterator[Iterable[Point]]:
    """Yield the points of each text of a plan, as they are counted."""
    keys = plan.keys
    body = with_sections(keys.body, keys.sections or {}) if keys.body else []
    annexes = (annex.body for annex in keys.annexes or ())
    rest = (keys.preamble, keys.closing, keys.recipients, *annexes)
    for points in (body, *(prose.points for prose in rest if prose)):
        yield expand(points, plan.facts)


def _from_below(span: Span) -> tuple[str, int]:
    return span.path, -span.line


def _miscounted(points: Iterable[Point]) -> Iterator[tuple[Point, str]]:
    counter = Counter()
    for point in points:
        before, known = copy.deepcopy(counter), len(counter.findings)
        counter.mark(point)
        slip = next((f for f in counter.findings[known:] if f.code == "O001"), None)
        if slip is None:
            continue
        right = str(slip.args["next"])
        counter = before
        counter.mark(replace(point, typed=right))
        yield point, right


def _with(
    edits: Sequence[Edit], path: str, at: int, was: str, now: str, files: Files
) -> list[Edit]:
    """Return the edits with the characters at `at` of the edited text changed, too."""
    made: list[Edit] = []
    shift = 0
    placed = False
    for edit in sorted(edits, key=lambda e: (e.path != path, e.start, e.end)):
        if edit.path != path or placed:
            made.append(edit)
            continue
        start = edit.start + shift
        if at < start:
            made.append(_new(path, at - shift, was, now, files))
            placed = True
        elif at < start + len(edit.new):
            inside = at - start
            if inside + len(was) > len(edit.new):
                placed = True
                made.append(edit)
                continue
            text = edit.new[:inside] + now + edit.new[inside + len(was) :]
            made.append(replace(edit, new=text))
            placed = True
            continue
        shift += len(edit.new) - (edit.end - edit.start)
        made.append(edit)
    if not placed:
        made.append(_new(path, at - shift, was, now, files))
    return sorted(made, key=lambda e: (e.path, e.start, e.end))


def _new(path: str, at: int, was: str, now: str, files: Files) -> Edit:
    line = files.line_of(path, at)
    return Edit(path, at, at + len(was), now, Kind.NUMBER, Span(path, line, 1), was, now)
