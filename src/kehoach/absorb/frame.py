"""Lines of the head, the signature and the openings of annexes."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.absorb import points
from kehoach.absorb.edits import Edit, Kind
from kehoach.absorb.files import Placed
from kehoach.absorb.hunks import Hunk
from kehoach.absorb.keys import added, cut, item_after, item_beside
from kehoach.absorb.ops import Op, Told
from kehoach.absorb.paragraph import rewrite
from kehoach.absorb.places import is_whole_annex
from kehoach.absorb.points import Proposal
from kehoach.absorb.scene import Scene
from kehoach.absorb.script import new_part, value_of
from kehoach.absorb.settle import LABEL, stripped
from kehoach.absorb.steps import Prints
from kehoach.absorb.written import yaml_scalar
from kehoach.diagnostic import Span
from kehoach.document import ANNEX, FOOT, Block
from kehoach.source import Mapping, Scalar, Sequence
from kehoach.vocabulary import DU_THAO, URGENCIES

_SIGNER = {"ky_thay_mat": "for", "ky_chuc_vu": "as", "ky_chuc_danh": "post", "ky_ho_ten": "name"}
_LAST = FOOT[-1]
"""A signer's lines end with the name, be it blank."""


def propose(scene: Scene, hunk: Hunk, prints: Prints | None = None) -> Proposal:
    """Return how a line of head, signature or annex may be written. Raises `Unclear`."""
    kind = _kind(scene, hunk)
    told = points.told_of(scene, hunk, kind)
    if len(hunk.base) != 1 or len(hunk.edited) != 1 or hunk.moved:
        edits = None if hunk.moved else _came_or_went(scene, hunk, told)
        return Proposal(kind, () if edits is None else (tuple(edits),))
    unfolded = scene.unfolded(hunk.base[0])
    if all(LABEL.fullmatch(block.text.strip()) for block in _blocks(scene, hunk)):
        return Proposal(kind, ((),))
    old, new = scene.compared.base[hunk.base[0]], scene.compared.edited[hunk.edited[0]]
    if not old.text and old.role in _SIGNER:
        signer = _signer(scene, hunk.base[0])
        edit = signer and _given(scene, signer, _SIGNER[old.role], _text(new), told)
        return Proposal(kind, ((edit,),) if edit else ())
    made = rewrite([(hunk.base[0], unfolded)], [stripped(new.runs)], prints)
    return Proposal(kind, tuple(points.value_ways(unfolded.home, made.lines[0], told)), made)


def _blocks(scene: Scene, hunk: Hunk) -> list[Block]:
    made = [scene.compared.base[i] for i in hunk.base]
    return made + [scene.compared.edited[j] for j in hunk.edited]


def _kind(scene: Scene, hunk: Hunk) -> Kind:
    roles = {block.role for block in _blocks(scene, hunk)}
    if roles & set(FOOT):
        return Kind.SIGNATURE
    return Kind.ANNEX if roles & set(ANNEX) else Kind.HEADER


def _came_or_went(scene: Scene, hunk: Hunk, told: Told) -> list[Op] | None:
    """Return the edits of lines that are new or gone, None when nobody can make them."""
    made: list[Op] = []
    for i in hunk.base:
        edits = _gone(scene, i, told)
        if edits is None:
            return None
        made += edits
    for j in hunk.edited:
        edits = _signed(scene, j, told)
        if edits is None:
            edit = _new(scene, j, told)
            edits = [edit] if edit else None
        if edits is None:
            return None
        made += edits
    return made


def _gone(scene: Scene, number: int, told: Told) -> list[Edit] | None:
    """Return the edits that take a line of the base out."""
    block = scene.compared.base[number]
    path = scene.base.plan.path
    annex = is_whole_annex(scene, number)
    if annex:
        where = block.where if isinstance(block.where, Span) else Span("", 0, 0)
        item = scene.files.at_map(where) if annex == "first" else None
        edit = cut(scene.files, where.path, item.keys, told) if item else None
        return [edit] if edit else [] if annex == "rest" else None
    key = {"du_thao": "draft", "do_khan": "urgency"}.get(block.role)
    if key:
        edit = cut(scene.files, path, (key,), told)
        return [edit] if edit else None
    if block.role in _SIGNER:
        group = _signer_blocks(scene, number)
        if all(_is_gone(scene, i) for i in group):
            signer = _signer(scene, number)
            whole = cut(scene.files, signer.node.span.path, signer.keys, told) if signer else None
            return ([whole] if number == group[0] else []) if whole else None
    placed = _placed(scene, number)
    if placed is None or block.role == _LAST or block.role not in ("co_quan_chu_quan", *_SIGNER):
        return None
    alone = isinstance(placed.holder, Sequence) and len(placed.holder.items) == 1
    keys = placed.keys[:-1] if alone else placed.keys
    edit = cut(scene.files, placed.node.span.path, keys, told)
    return [edit] if edit else None


def _is_gone(scene: Scene, number: int) -> bool:
    return any(slot.base == number and slot.edited is None for slot in scene.compared.slots)


def _signed(scene: Scene, number: int, told: Told) -> list[Edit] | None:
    """Return the edit that adds a signer at its first line, none for its others.

    None when a line is not of a signer who is new as a whole.
    """
    blocks, base_of = scene.compared.edited, _edited_slots(scene)
    first = last = number
    while first and _is_new(scene, first - 1) and blocks[first - 1].role != _LAST:
        first -= 1
    while blocks[last].role != _LAST and last + 1 < len(blocks) and _is_new(scene, last + 1):
        last += 1
    lines = blocks[first : last + 1]
    near = base_of.get(first - 1)
    if not _is_new(scene, number) or lines[-1].role != _LAST or near is None:
        return None
    signer = _signer(scene, near)
    texts = [(_SIGNER[block.role], _text(block)) for block in lines]
    if signer is None or scene.compared.base[near].role != _LAST or None in dict(texts).values():
        return None
    if number != first:
        return []
    keys: dict[str, list[str]] = {}
    for key, text in texts:
        keys.setdefault(key, []).append(text or "")
    edit = item_after(scene.files, signer, keys, told)
    return [edit] if edit else None


def _edited_slots(scene: Scene) -> dict[int | None, int | None]:
    return {slot.edited: slot.base for slot in scene.compared.slots}


def _is_new(scene: Scene, number: int) -> bool:
    role = scene.compared.edited[number].role
    return role in _SIGNER and _edited_slots(scene).get(number) is None


def _new(scene: Scene, number: int, told: Told) -> Edit | None:
    """Return the edit that puts a line of the edited file in."""
    block = scene.compared.edited[number]
    root = scene.files.find(scene.base.plan.path, ())
    if root is None:
        return None
    if block.role == "du_thao" and block.text.strip() == DU_THAO:
        return _given(scene, root, "draft", "true", told)
    if block.role == "do_khan":
        said = block.text.strip().upper()
        urgency = next((key for key, words in URGENCIES.items() if words == said), None)
        return _given(scene, root, "urgency", urgency, told) if urgency else None
    text = _text(block)
    if text is None or block.role not in ("co_quan_chu_quan", *_SIGNER):
        return None
    for near, before in _neighbours(scene, number):
        placed = _placed(scene, near)
        if scene.compared.base[near].role == block.role and placed:
            return item_beside(scene.files, placed, text, before, told)
    if block.role == "co_quan_chu_quan":
        issuer = scene.files.find(scene.base.plan.path, ("issuer",))
        return _given(scene, issuer, "over", text, told) if issuer else None
    for near, _ in _neighbours(scene, number):
        signer = _signer(scene, near)
        if signer:
            return _given(scene, signer, _SIGNER[block.role], text, told)
    return None


def _text(block: Block) -> str | None:
    """Return the words of a new line as plan text."""
    runs = stripped(block.runs)
    if any(run.note is not None or "\n" in run.text for run in runs):
        return None
    return value_of([new_part(run.text, False, False) for run in runs])


def _neighbours(scene: Scene, number: int) -> Iterator[tuple[int, bool]]:
    """Yield the blocks of the base next to an edited one, and whether it comes before them."""
    at = {slot.edited: slot.base for slot in scene.compared.slots if slot.edited is not None}
    for step in (-1, 1):
        j = number + step
        while j in at and at[j] is None:
            j += step
        base = at.get(j)
        if base is not None:
            yield base, step == 1


def _given(scene: Scene, holder: Placed, key: str, text: str | None, told: Told) -> Edit | None:
    """Return the edit that gives a key that is blank or missing a text."""
    if text is None:
        return None
    node = holder.node
    flow = isinstance(node, Mapping) and node.flow
    value = node.get(key) if isinstance(node, Mapping) else None
    if value is None:
        return added(scene.files, holder, key, yaml_scalar(text, "", flow), told)
    if not isinstance(value, Scalar) or not (value.is_null or not value.text):
        return None
    path = value.span.path
    start = scene.files.offset(path, value.span.line, value.span.column)
    end = scene.files.offset(path, value.span.end_line, value.span.end_column)
    gap = "" if scene.files.text(path)[start - 1] == " " else " "
    new = gap + yaml_scalar(text, value.style, flow)
    return Edit(path, start, end, new, told.kind, value.span, told.was, told.now)


def _placed(scene: Scene, number: int) -> Placed | None:
    where = scene.compared.base[number].where
    return scene.files.scalar(where) if isinstance(where, Span) else None


def _signer(scene: Scene, number: int) -> Placed | None:
    """Return the signer, an item of `signature`, that a line of the base is of."""
    block = scene.compared.base[number]
    if block.role not in _SIGNER or not isinstance(block.where, Span):
        return None
    if not block.text:
        return scene.files.at_map(block.where)
    placed = _placed(scene, number)
    keys = placed.keys if placed else ()
    at = next((n for n, key in enumerate(keys) if key == "signature"), None)
    if at is None or len(keys) < at + 2 or not isinstance(block.where, Span):
        return None
    return scene.files.find(block.where.path, keys[: at + 2])


def _signer_blocks(scene: Scene, number: int) -> list[int]:
    """Return all lines of the signer that a line of the base is of."""
    base = scene.compared.base
    first = number
    while first and base[first - 1].role in _SIGNER and base[first - 1].role != _LAST:
        first -= 1
    last = number
    while base[last].role != _LAST and last + 1 < len(base) and base[last + 1].role in _SIGNER:
        last += 1
    return list(range(first, last + 1))
