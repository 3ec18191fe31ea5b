"""Changes for one unit, or one plan, alone: the text they make is laid over the shared one.

A unit's own text stands under `copies.<unit id>` of the plan, a plan's own over the layers that
it extends: as a whole value, the prose of a section, or a whole list.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from kehoach import outline
from kehoach.absorb.edits import Edit, applied
from kehoach.absorb.files import Files, Key, Placed
from kehoach.absorb.keys import added, extent
from kehoach.absorb.naming import Namer
from kehoach.absorb.ops import Told
from kehoach.absorb.scene import Scene
from kehoach.absorb.written import yaml_scalar
from kehoach.allotment import LEVELS
from kehoach.diagnostic import Span
from kehoach.outline import RANKS, Point
from kehoach.source import Mapping, Scalar
from kehoach.source import Sequence as List

Tree = dict[str, "Tree | list[str]"]
"""Keys and, at their ends, the lines of a value: the first stands behind the key."""


def overrides(scene: Scene, edits: Sequence[Edit], told: Told) -> tuple[Edit, ...] | None:
    """Return the edits that say in the plan's own layer what `edits` would say for others, too.

    None when it cannot be said there.
    """
    tree: Tree = {}
    namer = Namer(scene)
    for path in dict.fromkeys(edit.path for edit in edits):
        mine = [edit for edit in edits if edit.path == path]
        text = applied(scene.files.text(path), mine)
        after = Files(lambda _, text=text: text.encode())  # type: ignore[misc]
        for edit in mine:
            line = after.line_of(path, _landed(edit, mine))
            found = _value(scene, after, edit, line, namer)
            if found is None:
                return None
            _put(tree, *found)
    unit = scene.base.unit
    if unit:
        tree = {"copies": {unit: tree}}
    return (*namer.edits, *laid(scene.files, scene.base.plan.path, tree, told))


def _landed(edit: Edit, edits: Iterable[Edit]) -> int:
    """Return where an edit stands after all `edits`; one that is gone, behind what is above it."""
    moved = sum(len(e.new) - (e.end - e.start) for e in edits if e.end <= edit.start and e != edit)
    return max(edit.start + moved - (not edit.new), 0)


def _value(
    scene: Scene, after: Files, edit: Edit, line: int, namer: Namer
) -> tuple[tuple[str, ...], list[str]] | None:
    """Return the keys of what an edit changes and its value after it, as lines; `line` is in it."""
    path = edit.path
    placed = _changed(scene.files, path, edit)
    if placed is None:
        return None
    keys = placed.keys
    lists = next((n for n, key in enumerate(keys) if isinstance(key, int)), len(keys))
    keys = keys[:lists]
    if scene.base.unit and keys[:1] == ("copies",) and len(keys) > 2:
        own, bare = keys[:2], keys[2:]
        if own[1] not in LEVELS:
            return None
    else:
        bare = keys
    now = after.find(path, keys)
    if now is None or not bare:
        return None
    names = tuple(str(key) for key in bare)
    if names == ("body",) and scene.base.unit:
        return _section(now, line, scene.files.line_of(path, edit.start), namer)
    return names, _lines(after, now)


def _changed(files: Files, path: str, edit: Edit) -> Placed | None:
    """Return the innermost value that an edit is in."""
    found: Placed | None = None
    for placed in files.nodes(path):
        start, end = extent(files, placed.node)
        if placed.keys and start <= edit.start and edit.end <= end + 1:
            found = placed
    return found


def _lines(files: Files, placed: Placed) -> list[str]:
    """Return a value as it is written, the lines below its first one without their indentation."""
    node = placed.node
    if isinstance(node, Scalar) and node.style != "|":
        text = node.lines[0].text if node.lines else ""
        return [yaml_scalar(text, node.style)]
    start, end = extent(files, node)
    text = files.text(node.span.path)
    line_start, _ = files.whole_line(node.span.path, node.span.line)
    first, *rest = text[start:end].splitlines()
    if isinstance(node, Mapping | List) and not first.startswith(("[", "{")):
        whole = text[line_start:end]
        return ["", *textwrap.dedent(whole).splitlines()]
    return [first, *textwrap.dedent("\n".join(rest)).splitlines()]


def _section(
    now: Placed, line: int, before: int, namer: Namer
) -> tuple[tuple[str, ...], list[str]] | None:
    """Return the section of a body, after the edit, that a line is in, line `before` until then.

    The innermost that has an id, else the innermost there is, which gets one.
    """
    node = now.node
    if not isinstance(node, Scalar):
        return None
    prose, _ = outline.read(node.lines, node.span)
    points = prose.points
    at = max((n for n, p in enumerate(points) if p.span.line <= line), default=-1)
    reaching = [n for n in range(at + 1) if _reaches(points, n, at)]
    heads = [n for n in reaching if points[n].text.braces.id]
    heads = heads or [n for n in reaching if points[n].kind and n < at]
    if not heads:
        return None
    head = points[heads[-1]]
    typed = next(row.text for row in node.lines if row.span.line == head.span.line)
    name = head.text.braces.id or namer.name(typed.strip(), head.text.literal, before)
    if not name:
        return None
    end = next(
        (n for n in range(heads[-1] + 1, len(points)) if not _reaches(points, heads[-1], n)),
        len(points),
    )
    first = head.span.line
    last = points[end].span.line if end < len(points) else node.span.end_line + 1
    texts = [row.text for row in node.lines if first <= row.span.line < last]
    return ("sections", name), ["|", *texts]


def _reaches(points: Sequence[Point], head: int, at: int) -> bool:
    """Return whether the section that a point opens goes on to another."""
    kind = points[head].kind
    between = points[head + 1 : at + 1]
    return all(not p.kind or (kind and RANKS[p.kind] > RANKS[kind]) for p in between)


def _put(tree: Tree, keys: Sequence[str], lines: list[str]) -> None:
    for key in keys[:-1]:
        inner = tree.setdefault(key, {})
        if not isinstance(inner, dict):
            return
        tree = inner
    tree[keys[-1]] = lines


def laid(files: Files, path: str, tree: Tree, told: Told) -> Iterable[Edit]:
    """Yield the edits that add a tree of keys to the plan at `path`, beside what is there."""
    root = files.find(path, ())
    if root is not None:
        yield from _laid(files, root, tree, told)


def _laid(files: Files, holder: Placed, tree: Tree, told: Told) -> Iterable[Edit]:
    path = holder.node.span.path
    for key, value in tree.items():
        keys: tuple[Key, ...] = (*holder.keys, key)
        there = files.find(path, keys)
        if there is None:
            column = _column(holder)
            edit = added(files, holder, key, _written(value, column), told)
            if edit:
                yield edit
        elif isinstance(value, dict) and isinstance(there.node, Mapping) and not there.node.flow:
            yield from _laid(files, there, value, told)
        else:
            start, end = extent(files, there.node)
            text = _written(value, _column(holder)).lstrip(" ")
            where = Span(path, there.node.span.line, 1)
            yield Edit(path, start, end, text, told.kind, where, told.was, told.now)


def _column(holder: Placed) -> int:
    node = holder.node
    first = next(iter(node.items.values()))[0].span if isinstance(node, Mapping) else None
    return first.column if first else 1


def _written(value: Tree | list[str], column: int) -> str:
    """Return a value as it stands behind a key that begins at `column`."""
    indent = " " * (column + 1)
    if isinstance(value, dict):
        inner = {key: _written(found, column + 2) for key, found in value.items()}
        gaps = {key: "" if text.startswith("\n") else " " for key, text in inner.items()}
        lines = [f"{indent}{key}:{gaps[key]}{text}" for key, text in inner.items()]
        return "\n".join(["", *lines])
    first, *rest = value
    return "\n".join([first, *(f"{indent}{line}".rstrip() for line in rest)])
