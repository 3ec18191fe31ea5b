"""Takes as many hunks as come home whole: proposes, composes, compares, and tries the next way."""

from __future__ import annotations

import contextlib
from dataclasses import replace

from kehoach.absorb import cited, facts, frame, points, tables
from kehoach.absorb.changes import Decision
from kehoach.absorb.edits import Edit, Kind
from kehoach.absorb.facts import Group
from kehoach.absorb.hunks import Hunk
from kehoach.absorb.numbers import is_first, retyped, typed_anew
from kehoach.absorb.ops import Clash, Op, Told, assembled
from kehoach.absorb.ops import Set as Text
from kehoach.absorb.own import overrides
from kehoach.absorb.points import Proposal
from kehoach.absorb.rebuild import said
from kehoach.absorb.rights import may
from kehoach.absorb.scene import Scene
from kehoach.absorb.steps import Prints, Unclear
from kehoach.absorb.work import Ways, Work, matches, told, wanted
from kehoach.absorb.written import LINE
from kehoach.align import common
from kehoach.diagnostic import Span
from kehoach.document import ANNEX, FOOT, HEAD, Block, Document

_ROUNDS = 8


def worked(scene: Scene, decided: Decision | None = None) -> Work:
    """Return what comes home of the hunks of a scene, with what was decided."""
    work = Work(scene, decided or Decision())
    work.prints = Prints(work.decided.loose)
    for number in range(len(scene.compared.hunks)):
        _propose(work, number)
    _stick(work)
    made = [proposal.made for proposal in work.proposals.values() if proposal.made]
    dropped = {key for one in made for key in one.dropped}
    work.groups = facts.groups(scene, work.demands, dropped)
    for group in work.groups:
        _decide(work, group)
        work.granted |= group.met if group.taken else set()
    first = {n: 0 for n in work.proposals if allowed(work, n, 0)}
    work.ways = _whole(work, first)
    if not _verified(work, work.ways):
        work.ways = {}
        for number in work.proposals:
            _step(work, number)
    _finish(work)
    return work


def _stick(work: Work) -> None:
    """Take words put in beside a print for its own where the fact has got them elsewhere."""
    scene = work.scene
    ops = [op for p in work.proposals.values() for op in (p.ways[0] if p.ways else ())]
    given = [op for op in ops if isinstance(op, Text) and op.written.style != LINE]
    if not given:
        return
    try:
        after = scene.built(assembled(given, scene.files))[1]
    except Clash:
        return
    blocks = said(after) if after else []
    if len(blocks) != len(scene.compared.base):
        return
    changed = dict(facts.changed(scene.compared.base, blocks))
    sticky = {
        (number, at)
        for (number, at), now in changed.items()
        if (at >= 0 and now.startswith(was := facts.runs_of(scene.compared.base[number])[at].text))
        or (at >= 0 and now.endswith(was))
    }
    work.prints = Prints(work.decided.loose, sticky)
    touched = {number for number, _ in sticky}
    for number, hunk in enumerate(scene.compared.hunks):
        if touched & set(hunk.base):
            _propose(work, number)


def _decide(work: Work, group: Group) -> None:
    """Say whether the values of a group are taken: seen everywhere, or decided, and not shared."""
    decided = work.decided
    if group.edits and group.after and group.prints & decided.everywhere:
        group.taken = True
    elif group.taken and not may(work.scene, group.edits):
        group.taken = bool(group.prints & (decided.shared | decided.own))


def _propose(work: Work, number: int) -> None:
    hunk = work.scene.compared.hunks[number]
    with contextlib.suppress(Unclear):
        proposal = proposed(work.scene, hunk, work.prints)
        if cited.only_cites(work.scene, hunk):
            # The plan does so itself where the basis is not cited before any more.
            proposal = replace(proposal, ways=(*proposal.ways, ()))
        work.proposals[number] = proposal


def proposed(scene: Scene, hunk: Hunk, prints: Prints) -> Proposal:
    """Return how a hunk may be written. Raises `Unclear`."""
    blocks = [*(scene.compared.base[i] for i in hunk.base)]
    blocks += [scene.compared.edited[j] for j in hunk.edited]
    if any(block.table for block in blocks):
        return tables.propose(scene, hunk, prints)
    if any(block.role in (*HEAD, *FOOT[1:], *ANNEX) for block in blocks):
        return frame.propose(scene, hunk, prints)
    return points.propose(scene, hunk, prints)


def allowed(work: Work, number: int, way: int) -> bool:
    """Return whether a way of a hunk exists and only touches what it may."""
    ways = work.proposals[number].ways
    if way >= len(ways):
        return False
    decided = work.decided.shared | work.decided.own
    if work.scene.compared.hunks[number].subject in decided:
        return True
    try:
        return may(work.scene, assembled(ways[way], work.scene.files))
    except Clash:
        return False


def _whole(work: Work, first: Ways) -> Ways:
    """Return the ways with which all goes well, or the nearest to it that was found."""
    ways = dict(first)
    for _ in range(_ROUNDS):
        document = compose_with(work, ways)
        if document is None:
            return ways
        wrong = _culprits(work, ways, document)
        if not wrong:
            return ways
        for number in wrong:
            _next(work, ways, number)
    return ways


def _next(work: Work, ways: Ways, number: int) -> None:
    """Try the next way of a hunk that is allowed, none when there is no other."""
    way = ways.pop(number) + 1
    while way < len(work.proposals[number].ways):
        if allowed(work, number, way):
            ways[number] = way
            return
        way += 1


def _step(work: Work, number: int) -> None:
    """Take a hunk in the first way that goes well with those taken before."""
    for way in range(len(work.proposals[number].ways)):
        if allowed(work, number, way):
            ways = {**work.ways, number: way}
            if _verified(work, ways):
                work.ways = ways
                return


def edits_of(work: Work, ways: Ways) -> tuple[Edit, ...]:
    """Return the edits of the ways taken and of the values that go with them. Raises `Clash`."""
    own = work.decided.own
    shared: list[Op] = []
    alone: list[Op] = []
    for number, way in ways.items():
        mine = work.scene.compared.hunks[number].subject in own
        (alone if mine else shared).extend(work.proposals[number].ways[way])
    for group in work.groups:
        if group.taken:
            (alone if group.prints & own else shared).extend(group.values)
    edits = assembled(shared, work.scene.files)
    if not alone:
        return edits
    over = overrides(work.scene, assembled(alone, work.scene.files), Told(Kind.TEMPLATE))
    if over is None:
        raise Clash
    return (*edits, *over)


def compose_with(work: Work, ways: Ways) -> Document | None:
    """Return the document that the ways make, None when the sources make none."""
    try:
        edits = edits_of(work, ways)
    except Clash:
        return None
    return work.scene.built(edits)[1]


def _culprits(work: Work, ways: Ways, document: Document) -> list[int]:
    """Return the hunks whose blocks are not as they should be; empty when none is known to be."""
    want = wanted(work, ways)
    blocks = [block for block, _ in want]
    left, right = told(work, blocks), told(work, said(document))
    if left == right:
        return []
    kept = {i for i, _ in common(left, right)}
    wrong = {want[i][1] for i in range(len(want)) if i not in kept}
    return sorted(n for n in wrong if n is not None and n in ways)


def _verified(work: Work, ways: Ways) -> bool:
    document = compose_with(work, ways)
    return document is not None and matches(work, ways, document)


def _finish(work: Work) -> None:
    """Make the edits, markers typed anew, and keep the document that they make."""
    scene = work.scene
    try:
        edits = edits_of(work, work.ways)
    except Clash:
        edits = ()
    loaded, document = scene.built(edits)
    if loaded is not None and document is not None:
        typed = retyped(edits, scene.files, scene.base.plan, loaded)
        typed, again = _mended(work, typed)
        if again is not None and matches(work, work.ways, again):
            edits, document = typed, again
    work.edits, work.document = edits, document


def _mended(work: Work, edits: tuple[Edit, ...]) -> tuple[tuple[Edit, ...], Document | None]:
    """Return the edits with the first points of lists that are first no more typed anew.

    A typed 1. begins a list; after a point that was put in before it, it goes on.
    """
    scene = work.scene
    for _ in range(_ROUNDS):
        loaded, document = scene.built(edits)
        if loaded is None or document is None:
            return edits, None
        want = [block for block, _ in wanted(work, work.ways)]
        pairs = list(zip(said(document), want, strict=False))
        stale = next((pair for pair in pairs if _restarts(*pair)), None)
        marker = stale and stale[1].marker
        if stale is None or marker is None or not isinstance(stale[0].where, Span):
            return edits, document
        changed = typed_anew(edits, scene.files, loaded, stale[0].where, marker.label)
        if changed == edits:
            return edits, document
        again = scene.built(changed)[0]
        edits = retyped(changed, scene.files, scene.base.plan, again) if again else changed
    return edits, scene.built(edits)[1]


def _restarts(made: Block, want: Block) -> bool:
    """Return whether a point begins a list that it should go on with."""
    one, other = made.marker, want.marker
    if one is None or other is None or one.kept or other.kept or one.kind != other.kind:
        return False
    return one.label != other.label and is_first(one.label) and not is_first(other.label)
