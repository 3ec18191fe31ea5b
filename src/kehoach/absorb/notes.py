"""Footnotes of a paragraph: their words, new ones, and those whose call went away."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.absorb.holders import Container
from kehoach.absorb.ops import Op, Take, Told
from kehoach.absorb.ops import Set as Text
from kehoach.absorb.paragraph import NEW, Rewrite, rewrite
from kehoach.absorb.scene import Scene
from kehoach.absorb.script import assembled, joined_looks, new_part
from kehoach.absorb.steps import Unclear
from kehoach.absorb.unfold import Stretch, unfold
from kehoach.document import Block, Run
from kehoach.importer.lines import guarded_space


def ops(
    made: Rewrite,
    container: Container,
    texts: Sequence[str],
    told: Told,
    scene: Scene,
) -> tuple[list[Op], list[str]]:
    """Return what is done to footnotes, and the lines with the new ones named and written."""
    done: list[Op] = []
    for stretch, now in made.notes:
        done += _changed(container, stretch, now, told, scene)
    lines = list(texts)
    names = {name for point in container.points for name in point.notes}
    for number, runs in enumerate(made.added):
        name = next(str(n) for n in range(1, 10_000) if str(n) not in names)
        names.add(name)
        lines = [line.replace(f"[^{NEW}{number}]", f"[^{name}]") for line in lines]
        lines.append(f"[^{name}]: {_written(runs)}")
    return done, lines


def gone(scene: Scene, number: int, told: Told) -> list[Op]:
    """Return what is done to the footnotes of a line that goes."""
    home = scene.line(number)
    if home is None:
        return []
    calls = [s for s in scene.unfolded(number).stretches if s.note and s.script]
    return [op for call in calls for op in _changed(home[0], call, None, told, scene)]


def _changed(
    container: Container,
    stretch: Stretch,
    now: tuple[Run, ...] | None,
    told: Told,
    scene: Scene,
) -> list[Op]:
    if stretch.script is None:
        raise Unclear
    name = stretch.script.pieces[stretch.piece].note
    script = scene.holders.note(container, name)
    if script is None:
        raise Unclear
    if now is None:
        if _calls(scene, container, name) > 1:
            return []
        return [Take(container, script.written.line.span.line, told)]
    before = next(point.notes[name] for point in container.points if name in point.notes)
    runs = tuple(
        Run(piece.segment.text, piece.bold, piece.italic, origin=piece.segment)
        for piece in before.pieces
        if piece.segment is not None and hasattr(piece.segment, "text")
    )
    inner = rewrite([(-1, unfold(Block("chu_thich", runs), scene.holders))], [now])
    if inner.demands or inner.notes or inner.added:
        raise Unclear
    text = script.written.text[: script.begin] + guarded_space(
        assembled(joined_looks(inner.lines[0]))
    )
    return [Text(script.written, text, told)]


def _calls(scene: Scene, container: Container, name: str) -> int:
    pieces = (piece for point in container.points for piece in point.text.pieces)
    return sum(piece.note == name for piece in pieces)


def _written(runs: Sequence[Run]) -> str:
    parts = [new_part(run.text, run.bold, run.italic) for run in runs]
    return guarded_space(assembled(joined_looks(parts)).strip(" "))
