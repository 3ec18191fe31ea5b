"""Paragraphs of prose that were changed, put in, taken out, moved, cut or put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kehoach.absorb import lines, notes
from kehoach.absorb.edits import Kind
from kehoach.absorb.holders import Container
from kehoach.absorb.hunks import Hunk
from kehoach.absorb.ops import Op, Put, Take, Told, comments_above
from kehoach.absorb.ops import Set as Text
from kehoach.absorb.paragraph import Rewrite, rewrite, rewritten
from kehoach.absorb.places import Anchor, anchors, is_whole_annex, is_whole_include, outer
from kehoach.absorb.scene import Scene
from kehoach.absorb.script import Part, Script, value_of
from kehoach.absorb.steps import Prints
from kehoach.absorb.unfold import RECIPIENT, bare
from kehoach.document import Block

Ways = tuple[tuple[Op, ...], ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """How a hunk may be written: each of `ways` does it, the likeliest first.

    `made` is how its paragraphs were written, None where there is none.
    """

    kind: Kind
    ways: Ways
    made: Rewrite | None = None
    left: tuple[tuple[int, int, str], ...] = ()
    """Cells of an edited table that nothing can write: row, place, and the words before."""


def propose(scene: Scene, hunk: Hunk, prints: Prints | None = None) -> Proposal:
    """Return how a hunk of the text or of the recipients may be written.

    Raises `Unclear`.
    """
    if not hunk.base:
        return _inserted(scene, hunk)
    if not hunk.edited:
        return Proposal(_kind(scene, hunk, Kind.DELETE), tuple(_deleted(scene, hunk)))
    old = [(i, scene.unfolded(i)) for i in hunk.base]
    last = scene.unfolded(hunk.base[-1])
    new = [bare(scene.compared.edited[j], last) for j in hunk.edited]
    made = rewritten(old[0], new[0]) if hunk.anew else rewrite(old, new, prints)
    kind = _kind(scene, hunk, _changed(hunk, made))
    told = told_of(scene, hunk, kind)
    return Proposal(kind, tuple(_ways(scene, hunk, made, told)), made)


def told_of(scene: Scene, hunk: Hunk, kind: Kind) -> Told:
    """Return how a hunk is told."""
    was = "\n".join(shown(scene.compared.base[i]) for i in hunk.base)
    now = "\n".join(shown(scene.compared.edited[j]) for j in hunk.edited)
    return Told(kind, was, now)


def shown(block: Block) -> str:
    """Return the words of a block with its label, those of a table's rows on lines."""
    if block.table is not None:
        rows = (
            [inner.text for cell in row.cells for inner in cell.blocks] for row in block.table.rows
        )
        return "\n".join(" | ".join(row) for row in rows)
    label = f"{block.marker.label} " if block.marker else ""
    return f"{label}{block.text}"


def _kind(scene: Scene, hunk: Hunk, kind: Kind) -> Kind:
    blocks = [*(scene.compared.base[i] for i in hunk.base)]
    blocks += [scene.compared.edited[j] for j in hunk.edited]
    return Kind.RECIPIENT if any(block.role == RECIPIENT for block in blocks) else kind


def _changed(hunk: Hunk, made: Rewrite) -> Kind:
    if len(hunk.edited) > 1:
        return Kind.SPLIT
    if len(hunk.base) > 1:
        return Kind.MERGE
    if hunk.moved:
        return Kind.MOVE
    new = "".join(part.text for part in made.lines[0] if part.typed)
    return Kind.SENTENCE if new.count(".") > 1 else Kind.WORD


def _ways(scene: Scene, hunk: Hunk, made: Rewrite, told: Told) -> Iterator[tuple[Op, ...]]:
    homes = [scene.line(i) for i in hunk.base]
    if any(home is None for home in homes):
        yield from _made_block(scene, hunk, made, told)
        return
    found = [home for home in homes if home is not None]
    container, script = found[0]
    if hunk.moved:
        yield from _moved(scene, hunk, made, told, found)
        return
    texts = _texts(scene, hunk, made, found[0])
    if texts is None:
        return
    extra, texts = notes.ops(made, container, texts, told, scene)
    where = script.written.line.span.line
    ops: list[Op] = (
        [Text(script.written, texts[0], told)] if texts[0] != script.written.text else []
    )
    if texts[1:]:
        ops.append(Put(container, where, tuple(texts[1:]), told, hunk.edited[0]))
    ops += [Take(home, s.written.line.span.line, told) for home, s in found[1:]]
    yield (*ops, *extra)


Home = tuple[Container, Script]


def _texts(
    scene: Scene, hunk: Hunk, made: Rewrite, home: Home, anchor: Anchor | None = None
) -> list[str] | None:
    """Return the lines that print the edited paragraphs, None when one cannot be written."""
    container, script = home
    texts: list[str] = []
    for number, parts in enumerate(made.lines):
        block = scene.compared.edited[hunk.edited[number]]
        base = scene.compared.base[hunk.base[0]] if not number else None
        implied = anchor.implied if anchor else ""
        within = anchor.container if anchor else container
        moved = anchor is not None
        text = lines.line(parts, block, script, base, within, bool(number), implied, moved)
        if text is None:
            return None
        texts.append(text)
    return texts


def _moved(
    scene: Scene, hunk: Hunk, made: Rewrite, told: Told, found: Sequence[Home]
) -> Iterator[tuple[Op, ...]]:
    """Yield how a line is taken from its place, with the comments above it, and put elsewhere."""
    container, script = found[0]
    takes = [Take(home, s.written.line.span.line, told, True) for home, s in found]
    above = comments_above(container, script.written.line.span.line)
    order = hunk.edited[0]
    for anchor in anchors(scene, order):
        texts = _texts(scene, hunk, made, found[0], anchor)
        if texts is not None:
            extra, texts = notes.ops(made, container, texts, told, scene)
            put = Put(anchor.container, anchor.after, (*above, *texts), told, order)
            yield (*takes, put, *extra)


def _made_block(scene: Scene, hunk: Hunk, made: Rewrite, told: Told) -> Iterator[tuple[Op, ...]]:
    """Yield how a paragraph that an include made is written: in the value that has its words."""
    if hunk.moved or len(hunk.base) != 1 or len(hunk.edited) != 1:
        return
    script = scene.unfolded(hunk.base[0]).home
    before, after = scene.compared.base[hunk.base[0]], scene.compared.edited[hunk.edited[0]]
    if (before.marker and before.marker.kind) != (after.marker and after.marker.kind):
        return
    yield from value_ways(script, made.lines[0], told)


def value_ways(
    script: Script | None, parts: Sequence[Part], told: Told
) -> Iterator[tuple[Op, ...]]:
    """Yield how the text of a value is written so that it prints `parts`."""
    if script is None:
        if not any(part.typed and part.text for part in parts):
            yield ()
        return
    if script.is_point:
        return
    text = value_of(parts, script.written.style)
    if text is not None:
        same = text == script.written.text or not parts
        yield () if same and parts else (Text(script.written, text, told),)


def _inserted(scene: Scene, hunk: Hunk) -> Proposal:
    number = hunk.edited[0]
    block = scene.compared.edited[number]
    kind = _kind(scene, hunk, Kind.INSERT)
    told = told_of(scene, hunk, kind)
    if block.table is not None:
        return Proposal(kind, ())
    made = rewrite([], [bare(block, None)])
    return Proposal(kind, tuple(_places(scene, block, number, made, told)), made)


def _places(
    scene: Scene, block: Block, number: int, made: Rewrite, told: Told
) -> Iterator[tuple[Op, ...]]:
    for anchor in anchors(scene, number):
        text = _line_at(made.lines[0], block, anchor)
        if text is None:
            continue
        extra, texts = notes.ops(made, anchor.container, [text], told, scene)
        put = Put(anchor.container, anchor.after, tuple(texts), told, number)
        yield (put, *extra)


def _line_at(parts: Sequence[Part], block: Block, anchor: Anchor) -> str | None:
    """Return the line of a new point, without a marker where its neighbours' are implied."""
    return lines.line(parts, block, None, None, anchor.container, True, anchor.implied)


def _deleted(scene: Scene, hunk: Hunk) -> Iterator[tuple[Op, ...]]:
    told = told_of(scene, hunk, _kind(scene, hunk, Kind.DELETE))
    ops: list[Op] = []
    for i in hunk.base:
        if is_whole_annex(scene, i):
            continue
        whole = is_whole_include(scene, i)
        home = scene.line(i)
        around = outer(scene, i)
        if whole and around:
            ops += [Take(around.container, around.line, told)] if whole == "first" else []
        elif home:
            ops.append(Take(home[0], home[1].written.line.span.line, told))
            ops += notes.gone(scene, i, told)
        else:
            return
    yield tuple(ops)
