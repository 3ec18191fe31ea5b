"""A line that is a marker and one collection becomes a line for each of its items.

The sentences of the programme's own are plan text themselves: they are put together from parts,
parsed as any line is, and carry the span of the fact that they tell of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from kehoach.diagnostic import N_, Diagnostic, Span, error, warning
from kehoach.expression import Expression, Literal
from kehoach.facts import PROSE, Facts
from kehoach.markup import Braces, Marked, Piece, parse
from kehoach.model import Award, Criteria, Deadline, Duty, Grid, Phase, PlanKeys, Target
from kehoach.outline import RANKS, Point, Prose
from kehoach.schema import Record, Text
from kehoach.source import Line
from kehoach.vocabulary import AWARDED

_COUNTED = {"dat": " đạt tiêu chuẩn", "dang_ky": " đăng ký"}


def included(point: Point, facts: Facts) -> tuple[str, object]:
    """Return the path that a line names when it holds nothing else, and what that stands for."""
    only = point.text.only
    path = only.reads[0] if only and only.is_path else ""
    return path, facts.find(path) if path else None


def expand(points: Iterable[Point], facts: Facts) -> Iterator[Point]:
    """Yield the points with every included collection, group of criteria and prose in place.

    A line that is a table stays; it is `gone`, since what counts has words.
    """
    for point in points:
        path, found = included(point, facts)
        if isinstance(found, dict):
            yield from _collection(point, path, found)
        elif isinstance(found, Criteria):
            yield from _criteria(point, path, found)
        elif isinstance(found, Prose):
            yield from _prose(point, found, facts)
        else:
            yield replace(point, gone=True) if isinstance(found, Grid) else point


def faults(prose: Prose, facts: Facts) -> Iterator[Diagnostic]:
    """Yield what is wrong in the lines of `prose` that include other prose."""
    for point in prose.points:
        path, found = included(point, facts)
        if isinstance(found, Prose) and point.kind and found.points and found.points[0].kind:
            message = N_("the text «{name}» brings markers of its own: {typed} goes away")
            hint = N_("put «{{{{ {name} }}}}» on a line without a marker")
            yield warning("C001", point.span, message, hint, name=path, typed=point.typed)


def circles(keys: PlanKeys, facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for every prose of `keys` that includes itself, be it through others."""
    names = [name for name in PROSE if getattr(keys, name)]
    for name in (*names, *(f"criteria.{name}.items" for name in keys.criteria or ())):
        prose = facts.find(name)
        chain = _circle([prose], facts) if isinstance(prose, Prose) else []
        if chain and isinstance(prose, Prose):
            message = N_("«{name}» refers to itself: {chain}")
            told = " → ".join([name, *chain])
            hint = N_("write the words themselves in one of them")
            yield error("E022", prose.points[0].span, message, hint, name=name, chain=told)


def _circle(trail: list[Prose], facts: Facts) -> list[str]:
    """Return the names that lead from the last prose of `trail` back to its first one."""
    for point in trail[-1].points:
        path, found = included(point, facts)
        if isinstance(found, Prose) and found is trail[0]:
            return [path]
        if isinstance(found, Prose) and all(found is not seen for seen in trail):
            rest = _circle([*trail, found], facts)
            if rest:
                return [path, *rest]
    return []


def _collection(point: Point, path: str, items: dict[str, object]) -> Iterator[Point]:
    if not items:
        yield replace(point, gone=True)
    typed, braces = point.typed, point.text.braces
    for number, (name, item) in enumerate(items.items(), 1):
        place = replace(point, typed=typed, text=replace(point.text, pieces=(), braces=braces))
        typed, braces = "", Braces(words=braces.words)
        if isinstance(item, Criteria):
            yield from _criteria(place, f"{path}.{name}", item)
            continue
        span = item.span if isinstance(item, Record | Text) else point.span
        text = replace(_sentence(f"{path}.{name}", item, span), braces=place.text.braces)
        end = "." if number == len(items) else ";"
        is_table = isinstance(item, Grid)
        yield replace(place, text=text, span=span, end=end, notes={}, gone=is_table)


def _criteria(point: Point, path: str, group: Criteria) -> Iterator[Point]:
    title = _machine(f"{{{{ {path}.title }}}}", group.span)
    braces = replace(point.text.braces, words=("td",))
    yield replace(point, text=replace(title, braces=braces), notes={})
    below = "+" if point.kind and RANKS[point.kind] >= RANKS["-"] else "-"
    for item in group.items.points if group.items else ():
        yield item if item.kind else replace(item, kind=below, typed=below)


def _prose(point: Point, prose: Prose, facts: Facts) -> Iterator[Point]:
    if not prose.points:
        yield replace(point, gone=True)
        return
    first, *rest = prose.points
    if not first.kind:
        own, given = first.text.braces, point.text.braces
        both = replace(own, id=own.id or given.id, words=own.words or given.words)
        text = replace(first.text, braces=both)
        kind, typed, kept = point.kind, point.typed, point.kept
        first = replace(first, kind=kind, typed=typed, kept=kept, text=text)
    yield from expand([first, *rest], facts)


def _sentence(path: str, item: object, span: Span) -> Marked:
    """Return the item's own text, or the sentence that tells what it says."""
    text = item if isinstance(item, Text) else getattr(item, "text", None)
    if isinstance(text, Text) and not text.unknown:
        return text.marked
    if isinstance(item, Text | Grid):
        return _machine(f"{{{{ {path} }}}}", span)
    if text:
        return _machine(f"{{{{ {path}.text }}}}", span)
    tell = _SENTENCES.get(type(item).__name__)
    return _machine(tell(item, path) if tell else f"{{{{ {path}.full }}}}", span)


def _phase(phase: Phase, path: str) -> str:
    told = f"**{{{{ {path}.name }}}}:** {{{{ {path}.words }}}}"
    return f"{told}, chủ đề {{{{ {path}.quoted }}}}" if phase.theme else told


def _target(target: Target, path: str) -> str:
    told = f"{{{{ {path}.value | dau_cau }}}}"
    told += f" {{{{ {path}.of }}}}" if target.of else ""
    told += _COUNTED.get(target.count.text, "") if target.count else ""
    told += f", {{{{ {path}.condition }}}}" if target.condition else ""
    return f"{told}; thời hạn: {{{{ {path}.due }}}}" if target.due else told


def _award(award: Award, path: str) -> str:
    told = f"Tặng {{{{ {path}.words }}}}"
    if award.to:
        told += f" cho {', '.join(AWARDED[who] for who in award.to)}"
    return f"{told}: {{{{ {path}.quota }}}}" if award.quota else told


def _deadline(deadline: Deadline, path: str) -> str:
    told = f"{{{{ {path}.words | dau_cau }}}}"
    parts = [f"{{{{ {path}.who }}}}"] if deadline.who else []
    parts += [f"{{{{ {path}.task }}}}"] if deadline.task else []
    told += f": {' '.join(parts)}" if parts else ""
    return f"{told}; gửi về {{{{ {path}.to }}}}" if deadline.to else told


def _duty(duty: Duty, path: str) -> str:
    told = f"**{{{{ {path}.who }}}}:** {{{{ {path}.task }}}}"
    told += f"; phối hợp với {{{{ {path}.with }}}}" if duty.together else ""
    told += f"; sản phẩm: {{{{ {path}.product }}}}" if duty.product else ""
    told += f"; thời hạn: {{{{ {path}.due }}}}" if duty.due else ""
    return f"{told}; gửi về {{{{ {path}.to }}}}" if duty.to else told


_SENTENCES: dict[str, Callable[..., str]] = {
    "Phase": _phase,
    "Target": _target,
    "Award": _award,
    "Deadline": _deadline,
    "Duty": _duty,
}


def _machine(text: str, span: Span) -> Marked:
    """Return a sentence of ours; its literals stand nowhere in the file (`columns` is empty)."""
    marked, _ = parse(Line(text, Span(span.path, span.line, span.column)))
    return replace(marked, pieces=tuple(_moved(piece, span) for piece in marked.pieces), span=span)


def _moved(piece: Piece, span: Span) -> Piece:
    segment = piece.segment
    if isinstance(segment, Literal):
        segment = Literal(segment.text, span, ())
    elif isinstance(segment, Expression):
        segment = replace(segment, span=span, places=(span,) * len(segment.reads))
    return replace(piece, segment=segment, span=span)
