"""What was not taken, as questions: why nobody may guess it, and what can be done about it."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace

from kehoach.absorb import cited
from kehoach.absorb.changes import Choice, Decision, Option, Subject
from kehoach.absorb.edits import Edit, Kind
from kehoach.absorb.engine import proposed, worked
from kehoach.absorb.facts import Group, runs_of
from kehoach.absorb.files import XLSX
from kehoach.absorb.hunks import Hunk
from kehoach.absorb.ops import Clash, assembled
from kehoach.absorb.paragraph import Demand
from kehoach.absorb.points import told_of
from kehoach.absorb.rebuild import said
from kehoach.absorb.rights import may
from kehoach.absorb.scene import again
from kehoach.absorb.settle import last_of_text
from kehoach.absorb.steps import Prints, Unclear
from kehoach.absorb.unfold import RECIPIENT
from kehoach.absorb.work import Work
from kehoach.diagnostic import N_, Span, Where
from kehoach.document import ANNEX, Block, Marker
from kehoach.endings import END
from kehoach.expression import Expression
from kehoach.markup import Marked
from kehoach.outline import Counter, Point

_NOWHERE = Span("", 1, 1)
_OF_ALL = N_("the line belongs to all units")
_END = ".;,/ \t\u00a0"


def choices(work: Work) -> Iterator[Choice]:
    """Yield every difference that the edits of `work` do not bring home."""
    for number, hunk in enumerate(work.scene.compared.hunks):
        if number not in work.ways:
            yield _refused(work, number, hunk)
            continue
        for row, column, was in work.proposals[number].left:
            yield _cell(work, hunk, (row, column), was)
    told: set[int] = set()
    for demand in work.demands.values():
        group = next(group for group in work.groups if demand in group.demands)
        if demand.key not in work.granted and id(group) not in told:
            told.add(id(group))
            yield _ungranted(work, demand, group)
    yield from _labels(work)
    yield from _ends(work)


def _refused(work: Work, number: int, hunk: Hunk) -> Choice:
    """Return the choice of a hunk that was not taken."""
    scene = work.scene
    why, args = _why(work, number, hunk)
    kind = work.proposals[number].kind if number in work.proposals else Kind.SENTENCE
    told = told_of(scene, hunk, kind)
    options = tuple(_options(work, number, hunk))
    if not options:
        why, args, options = _cited(work, number, hunk) or (why, args, ())
    if why == _OF_ALL and _stands_free(work, hunk, options):
        why = N_("the line belongs to all units, and is in no section that one could have alone")
    return Choice(kind, _where(work, hunk), told.was, told.now, why, args, options)


def _stands_free(work: Work, hunk: Hunk, options: tuple[Option, ...]) -> bool:
    """Return whether a line of the body has no heading above it that a unit could have alone."""
    where = _where(work, hunk)
    found = work.scene.holders.line(where) if isinstance(where, Span) else None
    alone = any(option.decision.own for option in options)
    return found is not None and found[0].keys == ("body",) and not alone


def _where(work: Work, hunk: Hunk) -> Where | None:
    blocks = [work.scene.compared.base[i] for i in hunk.base]
    blocks += [work.scene.compared.edited[j] for j in hunk.edited]
    return next((block.where for block in blocks if block.where), None)


def _why(work: Work, number: int, hunk: Hunk) -> tuple[str, dict[str, object]]:
    """Return why a hunk was not taken."""
    scene = work.scene
    if number not in work.proposals:
        return N_("the change runs across a value that is printed there"), {}
    proposal = work.proposals[number]
    edits = _first(work, number)
    if edits and not may(scene, edits):
        return _shared(work, edits)
    if _broken(work, hunk):
        return N_("a paragraph of a plan is one line, without line breaks"), {}
    tables = [i for i in hunk.base if scene.compared.base[i].table]
    if any(_is_workbook(scene.compared.base[i]) for i in tables):
        return N_("the table stands in a workbook: change it in Excel"), {}
    if not hunk.base and any(scene.compared.edited[j].table for j in hunk.edited):
        return N_("a new table needs an id under «tables» of the plan"), {}
    if any(scene.compared.edited[j].role in ANNEX for j in hunk.edited) and not hunk.base:
        return N_("a new annex needs a place under «annexes» of the plan"), {}
    if not proposal.ways:
        return N_("no line of the plan says this: the programme words it itself"), {}
    return N_("no line of the plan could be found that would print this"), {}


def _broken(work: Work, hunk: Hunk) -> frozenset[int]:
    """Return the edited paragraphs with a line break inside."""
    edited = work.scene.compared.edited
    return frozenset(j for j in hunk.edited if "\n" in edited[j].text)


def _is_workbook(block: Block) -> bool:
    cells = (cell for row in (block.table.rows if block.table else ()) for cell in row.cells)
    places = (inner.where for cell in cells for inner in cell.blocks)
    return any(isinstance(where, Span) and where.path.endswith(XLSX) for where in places)


def _first(work: Work, number: int) -> tuple[Edit, ...]:
    """Return the edits of the first way of a hunk."""
    ways = work.proposals[number].ways
    try:
        return assembled(ways[0], work.scene.files) if ways else ()
    except Clash:
        return ()


def _shared(work: Work, edits: tuple[Edit, ...]) -> tuple[str, dict[str, object]]:
    path = next((edit.path for edit in edits if not may(work.scene, [edit])), "")
    if path == work.scene.base.plan.path:
        return _OF_ALL, {}
    return N_("the line is of {path}, which other plans use, too"), {"path": path}


def _options(work: Work, number: int, hunk: Hunk) -> Iterator[Option]:
    """Yield what can be done about a hunk, as far as it was tried and went well."""
    broken = _broken(work, hunk)
    if broken:
        label = N_("put a space in the place of each line break")
        yield from _tried(work, Option(label, {}, Decision(spaced=broken)))
    if number in work.proposals:
        edits = _first(work, number)
        if edits and not may(work.scene, edits):
            yield from _for_all(work, edits, frozenset([hunk.subject]))
        return
    scene = work.scene
    loose = frozenset(
        (i, stretch.run)
        for i in hunk.base
        for stretch in scene.unfolded(i).stretches
        if stretch.expression is not None and stretch.script is not None
    )
    try:
        proposal = proposed(scene, hunk, Prints(loose))
    except Unclear:
        return
    if loose and proposal.ways and not (proposal.made and proposal.made.demands):
        yield from _tried(work, Option(_WORDS, {}, Decision(loose=loose)))


_WORDS = N_("write the words here, without the value")


def _cited(
    work: Work, number: int, hunk: Hunk
) -> tuple[str, dict[str, object], tuple[Option, ...]] | None:
    """Return why and what to do where a basis would be cited in full on another line then."""
    scene, about = work.scene, frozenset([hunk.subject])
    known = cited.citations(scene, hunk.base) if number in work.proposals else ()
    if not known:
        return None
    besides = Decision(cited=about)
    decided = work.decided | besides | Decision(shared=about)
    tried = worked(again(scene, decided), decided)
    place = tried.document and cited.goes_to(scene, said(tried.document), known)
    if number not in tried.ways or not place:
        return None
    name, where = place
    why = N_("«{name}» is cited in full where it comes first, and that would be line {line} now")
    edits = _first(work, number)
    if edits and not may(scene, edits):
        options = tuple(_for_all(work, edits, about, besides))
    else:
        label = N_("do as the Word file does, and cite it in full on line {line}")
        options = tuple(_tried(work, Option(label, {"line": where.line}, besides)))
    return why, {"name": name, "line": where.line}, options


def _for_all(
    work: Work, edits: tuple[Edit, ...], about: frozenset[Subject], besides: Decision | None = None
) -> Iterator[Option]:
    """Yield the options of what is written in a line that serves others, too.

    They decide what is `besides`, too.
    """
    besides = besides or Decision()
    foreign = [edit for edit in edits if not may(work.scene, [edit])]
    first = foreign[0]
    line = first.where.line if first.where else work.scene.files.line_of(first.path, first.start)
    own = Option(N_("only this unit"), {}, Decision(own=about) | besides)
    every = Decision(shared=about) | besides
    if first.path != work.scene.base.plan.path:
        own = replace(
            own, label=N_("only this unit") if work.scene.base.unit else N_("only this plan")
        )
        label = N_("all plans that use {path}: line {line}")
        yield from _tried(work, own)
        yield from _tried(work, Option(label, {"path": first.path, "line": line}, every))
        return
    yield from _tried(work, own)
    yield from _tried(work, Option(N_("all units: line {line}"), {"line": line}, every))


def _tried(work: Work, option: Option) -> Iterator[Option]:
    """Yield the option when its decision brings home more than came without it."""
    decided = work.decided | option.decision
    tried = worked(again(work.scene, decided), decided)
    if tried.edits != work.edits:
        yield option


def _ungranted(work: Work, demand: Demand, group: Group) -> Choice:
    """Return the choice of a print whose value was not changed."""
    scene = work.scene
    block = scene.compared.base[demand.block]
    run = runs_of(block)[demand.run]
    is_value = isinstance(run.origin, Expression)
    kind = Kind.VALUE if is_value else Kind.TEMPLATE
    where = run.origin.span if run.origin else block.where
    where = where if isinstance(where, Span) and where.path else block.where
    options: list[Option] = []
    why = N_("the programme words this itself")
    args: dict[str, object] = {}
    if group.edits and group.missed <= group.prints:
        print_now = group.after[demand.block]
        why = N_("the plan would print this as «{made}»")
        args = {"made": runs_of(print_now)[demand.run].text} if group.after else {}
        line = scene.files.line_of(group.edits[0].path, group.edits[0].start)
        label = N_("let it be so: line {line}")
        option = Option(label, {"line": line}, Decision(everywhere=group.prints))
        options += [option] if may(scene, group.edits) else []
    elif group.edits and group.missed:
        why = N_("the value is printed in {count} more places, which say what they said")
        args = {"count": len(group.missed)}
        first = group.edits[0]
        label = N_("change it everywhere: line {line}")
        line = scene.files.line_of(first.path, first.start)
        option = Option(label, {"line": line}, Decision(everywhere=group.prints))
        options += [option] if may(scene, group.edits) else []
    elif group.edits and not may(scene, group.edits):
        why, args = _shared(work, group.edits)
        options += _for_all(work, group.edits, group.prints)
    elif is_value and isinstance(run.origin, Expression):
        why = N_("the words are computed from «{source}»")
        args = {"source": run.origin.source}
    options += _in_words(work, group)
    return Choice(kind, where, demand.was, demand.now, why, args, tuple(options))


def _in_words(work: Work, group: Group) -> Iterator[Option]:
    """Yield the option to write the words in the place of the value."""
    loose = frozenset(
        demand.key
        for demand in group.demands
        if any(
            stretch.run == demand.run and stretch.script and stretch.expression
            for stretch in work.scene.unfolded(demand.block).stretches
        )
    )
    if loose:
        yield from _tried(work, Option(_WORDS, {}, Decision(loose=loose)))


def _cell(work: Work, hunk: Hunk, place: tuple[int, int], was: str) -> Choice:
    """Return the choice of a cell that nothing can say."""
    block = work.scene.compared.edited[hunk.edited[0]]
    cells = block.table.rows[place[0]].cells if block.table else ()
    now = "\n".join(inner.text for inner in cells[place[1]].blocks)
    why = N_("a cell of a plan's table has one paragraph, in the look of its column")
    where = work.scene.compared.base[hunk.base[0]].where
    return Choice(Kind.CELL, where, was, now, why)


def _labels(work: Work) -> Iterator[Choice]:
    """Yield each number that was typed by hand and is not the one that is counted."""
    counter = Counter()
    before = _labels_before(work)
    for number, block in enumerate(work.scene.compared.edited):
        if block.role == ANNEX[0]:
            counter = Counter()
        marker = block.marker
        if marker is None or marker.kept or number in work.decided.kept:
            continue
        counted = _counted(marker, counter)
        if marker.label in (counted, before.get(number)):
            continue
        why = N_("the number was typed; the plan counts {counted}")
        decision = Decision(kept=frozenset([number]))
        option = Option(N_("keep {typed} as it was typed"), {"typed": marker.label}, decision)
        now = f"{marker.label} {block.text}"
        yield Choice(Kind.MARKER, block.where, counted, now, why, {"counted": counted}, (option,))


def _labels_before(work: Work) -> dict[int, str]:
    """Return, by edited block, the label that it had: one that is the same was not typed anew."""
    compared = work.scene.compared
    slots = [slot for slot in compared.slots if slot.base is not None]
    pairs = [(slot.base, slot.edited) for slot in slots if slot.edited is not None]
    pairs += [
        (hunk.base[0], hunk.edited[0]) for hunk in compared.hunks if hunk.base and hunk.edited
    ]
    marks = {j: compared.base[i].marker for i, j in pairs if i is not None and j is not None}
    return {j: marker.label for j, marker in marks.items() if marker}


def _counted(marker: Marker, counter: Counter) -> str:
    """Return the label that a point gets, counted after those before it."""
    ahead = copy.deepcopy(counter)
    made = ahead.mark(_point(marker.kind, marker.label))
    if made and made.label == marker.label:
        counter.mark(_point(marker.kind, marker.label))
        return marker.label
    made = counter.mark(_point(marker.kind, ""))
    return made.label if made else ""


def _point(kind: str, typed: str) -> Point:
    return Point(kind, typed, False, Marked((), _NOWHERE), _NOWHERE)


def _ends(work: Work) -> Iterator[Choice]:
    """Yield each end of a line that was changed by hand and that the programme sets itself."""
    edited = work.scene.compared.edited
    last = last_of_text(edited)
    recipients = [number for number, block in enumerate(edited) if block.role == RECIPIENT]
    for hunk in work.scene.compared.hunks:
        if len(hunk.base) != 1 or len(hunk.edited) != 1:
            continue
        number = hunk.edited[0]
        was, now = _end(work.scene.compared.base[hunk.base[0]]), _end(edited[number])
        made = END if number == last else ""
        if number in recipients:
            made = "." if number == recipients[-1] else ";"
        if made and now not in (was, made):
            why = N_("the programme sets the end of this line itself: «{end}»")
            where = work.scene.compared.base[hunk.base[0]].where
            yield Choice(Kind.TEMPLATE, where, was, now, why, {"end": made})


def _end(block: Block) -> str:
    return block.text[len(block.text.rstrip(_END)) :].strip()
