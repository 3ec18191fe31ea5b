"""Which text of the plan wrote what a document prints: scripts by the place of their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kehoach.absorb import script, written
from kehoach.absorb.files import Files
from kehoach.absorb.script import Script
from kehoach.diagnostic import Span
from kehoach.expression import Literal, Segment
from kehoach.facts import texts
from kehoach.markup import Marked
from kehoach.model import Criteria, Grid
from kehoach.outline import Point, Prose
from kehoach.plan import Plan
from kehoach.schema import Record, Text
from kehoach.source import Scalar

Place = tuple[str, int, int]
"""Path, line and column of a segment's first character."""


@dataclass(frozen=True, slots=True)
class Container:
    """A prose value: the place of its key's value, its lines, and the points in them.

    `single` says that it is one line behind its key, without `|`.
    """

    path: str
    scalar: Scalar
    keys: tuple[str | int, ...]
    points: tuple[Point, ...]
    single: bool

    @property
    def lines(self) -> tuple[int, ...]:
        """Return the lines of the file that its points stand on."""
        return tuple(point.span.line for point in self.points)


@dataclass(slots=True)
class Holders:
    """Looks up the script that a segment is written in."""

    files: Files
    plan: Plan
    containers: list[Container] = field(default_factory=list)
    includes: dict[Span, tuple[Container, int]] = field(default_factory=dict)
    """By the place of each included thing, the line that includes it."""
    _scripts: dict[Place, tuple[Script, int]] = field(default_factory=dict)
    _lines: dict[tuple[str, int], tuple[Container, Script]] = field(default_factory=dict)
    _whole: dict[Place, Script] = field(default_factory=dict)
    _notes: dict[tuple[str, int, str], Script] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Take in every text of the plan's keys that stands in a file."""
        for text in texts(self.plan.keys):
            if isinstance(text, Prose):
                self._prose(text)
            else:
                self._text(text)
        for container in self.containers:
            for point in container.points:
                for span in _included(self.plan, point):
                    self.includes.setdefault(span, (container, point.span.line))

    def of(self, segment: Segment | None) -> tuple[Script, int] | None:
        """Return the script that a segment stands in, and which piece of it."""
        if segment is None or (isinstance(segment, Literal) and segment.columns == ()):
            found = None if segment is None else self._scripts.get(_place(segment.span))
            whole = (
                found and isinstance(segment, Literal) and found[0].written.style == written.CELL
            )
            return found if whole else None
        return self._scripts.get(_place(segment.span))

    def line(self, where: Span) -> tuple[Container, Script] | None:
        """Return the line of prose on which a point stands."""
        return self._lines.get((where.path, where.line))

    def whole(self, span: Span) -> Script | None:
        """Return the script of the value that begins at `span`."""
        return self._whole.get(_place(span))

    def note(self, container: Container, name: str) -> Script | None:
        """Return the script of a footnote of a prose."""
        return self._notes.get((container.path, container.scalar.span.line, name))

    def _text(self, text: Text) -> None:
        span = text.span
        if not span.path:
            return
        if span.path.endswith(".csv"):
            found = written.cell(self.files, span, text.marked.literal)
            if found:
                self._add(script.of_text(found), text.marked, span)
            return
        if not span.path.endswith((".yaml", ".yml")):
            return
        placed = self.files.scalar(span)
        if placed and isinstance(placed.node, Scalar) and placed.node.style != "|":
            self._add(script.of_text(written.scalar(self.files, placed)), text.marked, span)

    def _prose(self, prose: Prose) -> None:
        placed = self.files.scalar(prose.span)
        if placed is None or not isinstance(placed.node, Scalar):
            return
        node = placed.node
        made = Container(prose.span.path, node, placed.keys, prose.points, node.style != "|")
        self.containers.append(made)
        lines = {line.span.line: line for line in node.lines} if not made.single else {}
        for point in prose.points:
            line = lines.get(point.span.line)
            if line:
                found = script.of_point(written.prose_line(self.files, line), point)
            elif made.single and len(node.lines) == 1:
                found = script.of_point(written.scalar(self.files, placed), point)
            else:
                continue
            self._lines[point.span.path, point.span.line] = (made, found)
            self._add(found, point.text, point.span)
        for name, note in prose.notes.items():
            line = lines.get(note.span.line)
            if line:
                begin = note.span.column - line.span.column
                found = script.of_note(written.prose_line(self.files, line), begin)
                self._notes[made.path, node.span.line, name] = found
                self._add(found, note, note.span)

    def _add(self, found: Script, marked: Marked, span: Span) -> None:
        self._whole[_place(span)] = found
        if len(found.pieces) != len(marked.pieces):
            return
        for number, piece in enumerate(marked.pieces):
            if piece.span:
                self._scripts.setdefault(_place(piece.span), (found, number))


def _included(plan: Plan, point: Point) -> Iterator[Span]:
    """Yield the places of what a line includes when it holds nothing else."""
    only = point.text.only
    found = plan.facts.find(only.reads[0]) if only and only.is_path else None
    things = list(found.values()) if isinstance(found, dict) else [found]
    for thing in things:
        prose = thing.items if isinstance(thing, Criteria) else thing
        if isinstance(prose, Prose):
            yield from (inner.span for inner in prose.points)
        elif isinstance(thing, Grid) or (
            isinstance(found, dict) and isinstance(thing, Record | Text)
        ):
            yield thing.span


def _place(span: Span) -> Place:
    return span.path, span.line, span.column
