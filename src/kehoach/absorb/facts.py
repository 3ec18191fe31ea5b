"""Values that were changed in print: taken when every place that prints them says the same.

Demands that lead to one value are tried together: the plan is composed with the new value, and
each print that this changes must be one that was changed so in the edited file, or be gone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from kehoach.absorb import head
from kehoach.absorb.changes import Print
from kehoach.absorb.edits import Edit, Kind
from kehoach.absorb.ops import Clash, Told, Value, assembled
from kehoach.absorb.paragraph import Demand
from kehoach.absorb.rebuild import said
from kehoach.absorb.scene import Scene
from kehoach.absorb.trace import trace
from kehoach.absorb.values import Splice, set_scalar, spliced
from kehoach.document import HEAD, Block, Run
from kehoach.expression import Expression
from kehoach.importer.lines import escaped
from kehoach.values import DOTS


@dataclass(slots=True)
class Group:
    """Demands that lead to the same values, and what would fulfil them.

    `met` are the prints that are as demanded then; `missed` those that would change against the
    edited file. A group is `taken` when there are none. With the values the document is `after`.
    """

    demands: list[Demand]
    values: tuple[Value, ...]
    edits: tuple[Edit, ...] = ()
    met: set[Print] = field(default_factory=set)
    missed: set[Print] = field(default_factory=set)
    taken: bool = False
    after: tuple[Block, ...] = ()

    @property
    def prints(self) -> frozenset[Print]:
        """Return the prints that are demanded to change."""
        return frozenset(demand.key for demand in self.demands)


def groups(scene: Scene, demands: Mapping[Print, Demand], dropped: Set[Print]) -> list[Group]:
    """Return the groups of demands, each tried; what is `dropped` is not printed any more."""
    found: list[Group] = []
    for demand in demands.values():
        splices = splices_of(scene, demand)
        told = Told(Kind.VALUE, demand.was, demand.now)
        values = tuple(Value(splice, told) for splice in splices or ())
        found = _joined(found, Group([demand], values))
    for group in found:
        _try(scene, group, demands, dropped)
    return found


def splices_of(scene: Scene, demand: Demand) -> tuple[Splice, ...] | None:
    """Return what makes a print say what is demanded, None when no fact can."""
    block = scene.compared.base[demand.block]
    run = runs_of(block)[demand.run]
    if isinstance(run.origin, Expression):
        inner = trace(scene.base.plan.facts, run.origin, run.text)
        return spliced(inner, demand.was, demand.now, scene.holders)
    if run.text == DOTS and run.origin is not None:
        found = set_scalar(scene.files, run.origin.span, escaped(demand.now.strip()))
        return (found,) if found else None
    if block.role in HEAD:
        return head.changed(block.role, demand.was, demand.now, scene.base, scene.files)
    return None


def runs_of(block: Block) -> Sequence[Run]:
    """Return the runs of a paragraph, or those of all cells of a table."""
    if block.table is None:
        return block.runs
    cells = (cell for row in block.table.rows for cell in row.cells)
    return [run for cell in cells for inner in cell.blocks for run in runs_of(inner)]


def with_runs(block: Block, texts: Mapping[int, str], before: int = 0) -> Block:
    """Return a block whose runs by number, as `runs_of` counts them, have other words."""
    if block.table is None:
        runs = [
            replace(run, text=texts.get(before + at, run.text)) for at, run in enumerate(block.runs)
        ]
        return replace(block, runs=tuple(runs))
    rows = []
    for row in block.table.rows:
        cells = []
        for cell in row.cells:
            inner = []
            for one in cell.blocks:
                inner.append(with_runs(one, texts, before))
                before += len(runs_of(one))
            cells.append(replace(cell, blocks=tuple(inner)))
        rows.append(replace(row, cells=tuple(cells)))
    return replace(block, table=replace(block.table, rows=tuple(rows)))


def _text(block: Block) -> str:
    return "".join(run.text for run in runs_of(block))


def _joined(found: Sequence[Group], new: Group) -> list[Group]:
    """Return the groups with a new one, those that share a value with it put together."""
    places = {value.splice.written for value in new.values}
    rest: list[Group] = []
    for group in found:
        if places & {value.splice.written for value in group.values}:
            new = Group([*group.demands, *new.demands], (*group.values, *new.values))
        else:
            rest.append(group)
    return [*rest, new]


def _try(scene: Scene, group: Group, demands: Mapping[Print, Demand], dropped: Set[Print]) -> None:
    if not group.values:
        return
    unique = {value.splice: value for value in group.values}
    group.values = tuple(unique.values())
    try:
        group.edits = assembled(group.values, scene.files)
    except Clash:
        return
    _, document = scene.built(group.edits)
    after = tuple(said(document)) if document else ()
    if len(after) != len(scene.compared.base):
        return
    edited = _edited(scene)
    for key, text in changed(scene.compared.base, after):
        new, made = edited.get(key[0], scene.compared.base[key[0]]), after[key[0]]
        if key in demands and demands[key].now == text:
            group.met.add(key)
        elif key not in dropped and new is not None and _text(new) != _text(made):
            group.missed.add(key)
    group.after = after
    group.taken = bool(group.met) and not group.missed


def _edited(scene: Scene) -> dict[int, Block | None]:
    """Return the block that each changed block of the base became, None for one that is gone."""
    made: dict[int, Block | None] = {}
    for hunk in scene.compared.hunks:
        for at, number in enumerate(hunk.base):
            new = hunk.edited[min(at, len(hunk.edited) - 1)] if hunk.edited else None
            made[number] = None if new is None else scene.compared.edited[new]
    return made


def changed(before: Sequence[Block], after: Sequence[Block]) -> Iterator[tuple[Print, str]]:
    """Yield each print that differs, with its new words; block by block, run by run."""
    for number, (old, new) in enumerate(zip(before, after, strict=True)):
        olds, news = runs_of(old), runs_of(new)
        if len(olds) != len(news):
            yield (number, -1), ""
            continue
        for at, (was, now) in enumerate(zip(olds, news, strict=True)):
            if was.text != now.text:
                yield (number, at), now.text
