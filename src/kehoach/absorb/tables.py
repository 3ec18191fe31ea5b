"""Tables: cells that were changed, rows and columns that came or went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kehoach.absorb import grid, points
from kehoach.absorb.edits import Kind
from kehoach.absorb.hunks import Hunk
from kehoach.absorb.ops import Op, Told
from kehoach.absorb.ops import Set as Text
from kehoach.absorb.paragraph import Demand, Rewrite, reverted, rewrite
from kehoach.absorb.points import Proposal
from kehoach.absorb.scene import Scene
from kehoach.absorb.script import Script
from kehoach.absorb.settle import stripped
from kehoach.absorb.steps import Prints, Unclear
from kehoach.absorb.unfold import Unfolded, unfold
from kehoach.align import Pair, rows
from kehoach.diagnostic import Span
from kehoach.document import Block, Cell, Row, Table


@dataclass(frozen=True, slots=True)
class _Pair:
    """A cell of the base and its edited one: place of the latter, runs of the table before it."""

    old: Cell
    new: Cell
    row: int
    column: int
    runs: int


def propose(scene: Scene, hunk: Hunk, prints: Prints | None = None) -> Proposal:
    """Return how a table may be written. Raises `Unclear`."""
    if not hunk.edited and hunk.base:
        return points.propose(scene, hunk)
    if len(hunk.base) != 1 or len(hunk.edited) != 1:
        raise Unclear
    if hunk.moved:
        return Proposal(Kind.MOVE, ())
    old, new = _tables(scene, hunk)
    told = points.told_of(scene, hunk, Kind.CELL)
    if grid.width(old) != grid.width(new):
        return Proposal(Kind.COLUMN, (tuple(grid.columns(scene, old, new)),))
    made = Rewrite()
    left: list[tuple[int, int, str]] = []
    ops: list[Op] = []
    for pair in _pairs(old, new):
        try:
            ops += _cell(scene, hunk.base[0], pair, made, prints)
        except Unclear:
            left.append((pair.row, pair.column, "\n".join(b.text for b in pair.old.blocks)))
    ops += grid.rows(scene, old, new, _row_pairs(old, new))
    kind = Kind.ROW if any(op for op in ops if not isinstance(op, Text)) else told.kind
    return Proposal(kind, (tuple(ops),), made, tuple(left))


def put_back(scene: Scene, hunk: Hunk, refused: Sequence[Demand], proposal: Proposal) -> Block:
    """Return the edited table with the prints put back that are refused, and cells left alone."""
    old, new = _tables(scene, hunk)
    made = [list(row.cells) for row in new.rows]
    for pair in _pairs(old, new):
        count = len(_runs(pair.old))
        mine = [d for d in refused if pair.runs <= d.run < pair.runs + count]
        if any((pair.row, pair.column) == cell[:2] for cell in proposal.left):
            made[pair.row][pair.column] = pair.old
        elif mine:
            block = pair.new.blocks[0]
            runs = reverted([stripped(block.runs)], mine)[0]
            cell = replace(pair.new, blocks=(replace(block, runs=runs),))
            made[pair.row][pair.column] = cell
    table = replace(
        new,
        rows=tuple(
            replace(row, cells=tuple(cells)) for row, cells in zip(new.rows, made, strict=True)
        ),
    )
    return replace(scene.compared.edited[hunk.edited[0]], table=table)


def _tables(scene: Scene, hunk: Hunk) -> tuple[Table, Table]:
    old = scene.compared.base[hunk.base[0]].table
    new = scene.compared.edited[hunk.edited[0]].table
    if old is None or new is None:
        raise Unclear
    return old, new


def _pairs(old: Table, new: Table) -> Iterator[_Pair]:
    """Yield the cells that differ of rows that belong together."""
    before = _runs_before(old)
    for pair in _row_pairs(old, new):
        if pair.old is None or pair.new is None or pair.moved:
            continue
        row, other = old.rows[pair.old], new.rows[pair.new]
        if _shape(row) != _shape(other):
            raise Unclear
        for at, (one, two) in enumerate(zip(row.cells, other.cells, strict=True)):
            if _said(one) != _said(two):
                yield _Pair(one, two, pair.new, at, before[pair.old][at])


def _row_pairs(old: Table, new: Table) -> Sequence[Pair]:
    """Return the rows that belong together: by their place when none came, went or moved."""
    found = rows(old, new)
    same = len(old.rows) == len(new.rows) and all(
        pair.old == pair.new for pair in found if None not in (pair.old, pair.new)
    )
    shapes = [list(map(_shape, table.rows)) for table in (old, new)]
    if same and shapes[0] == shapes[1]:
        return [Pair(number, number) for number in range(len(old.rows))]
    return found


def _shape(row: Row) -> object:
    return row.header, [(cell.columns, cell.rows) for cell in row.cells]


def _said(cell: Cell) -> object:
    return [(block.role, stripped(block.runs)) for block in cell.blocks]


def _runs(cell: Cell) -> list[object]:
    return [run for block in cell.blocks for run in block.runs]


def _runs_before(table: Table) -> list[list[int]]:
    count = 0
    made: list[list[int]] = []
    for row in table.rows:
        made.append([])
        for cell in row.cells:
            made[-1].append(count)
            count += len(_runs(cell))
    return made


def _cell(scene: Scene, block: int, pair: _Pair, made: Rewrite, prints: Prints | None) -> list[Op]:
    """Return what writes an edited cell; its demands are added to `made`."""
    if len(pair.old.blocks) != 1 or len(pair.new.blocks) != 1:
        raise Unclear
    old, new = pair.old.blocks[0], pair.new.blocks[0]
    if old.role != new.role:
        raise Unclear
    unfolded = _moved(unfold(old, scene.holders), pair.runs)
    found = rewrite([(block, unfolded)], [stripped(new.runs)], prints)
    script = unfolded.home or _blank(scene, old)
    if found.notes or found.added or (not unfolded.home and unfolded.text and _typed(found)):
        raise Unclear
    told = Told(Kind.CELL, old.text, new.text)
    ways = list(points.value_ways(script, found.lines[0], told))
    if not ways:
        raise Unclear
    made.demands += found.demands
    return list(ways[0])


def _typed(found: Rewrite) -> bool:
    return any(part.typed and part.text for part in found.lines[0])


def _moved(unfolded: Unfolded, runs: int) -> Unfolded:
    stretches = tuple(replace(stretch, run=stretch.run + runs) for stretch in unfolded.stretches)
    return replace(unfolded, stretches=stretches)


def _blank(scene: Scene, block: Block) -> Script | None:
    """Return the value that an empty cell is."""
    if block.text or not isinstance(block.where, Span):
        return None
    return scene.holders.whole(block.where)
