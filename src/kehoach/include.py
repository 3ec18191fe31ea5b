"""A line that is a marker and one collection becomes a line for each of its items.

The sentences of the programme's own are plan text themselves: they are put together from parts,
parsed as any line is, and carry the span of the fact that they tell of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from kehoach.diagnostic import Span
from kehoach.expression import Expression, Literal
from kehoach.facts import Facts
from kehoach.markup import Marked, Piece, parse
from kehoach.model import Award, Criteria, Deadline, Duty, Phase, Target
from kehoach.outline import RANKS, Point, Prose
from kehoach.schema import Record, Text
from kehoach.source import Line
from kehoach.vocabulary import AWARDED, OBJECTS

_ENDS = ".;:,!?…"
_COUNTED = {"dat": " đạt tiêu chuẩn", "dang_ky": " đăng ký"}


def expand(points: Iterable[Point], facts: Facts) -> Iterator[Point]:
    """Yield the points with every included collection, group of criteria and prose in place."""
    for point in points:
        only = point.text.only
        path = only.reads[0] if only and only.is_path else ""
        found = facts.find(path) if path else None
        if isinstance(found, dict):
            yield from _collection(point, path, found, facts)
        elif isinstance(found, Criteria):
            yield from _criteria(point, path, found)
        elif isinstance(found, Prose):
            yield from _prose(point, found, facts)
        else:
            yield point


def _collection(point: Point, path: str, items: dict[str, object], facts: Facts) -> Iterator[Point]:
    typed = point.typed
    for number, (name, item) in enumerate(items.items(), 1):
        place = replace(point, typed=typed, text=replace(point.text, pieces=()))
        typed = ""
        if isinstance(item, Criteria):
            yield from _criteria(place, f"{path}.{name}", item)
            continue
        span = item.span if isinstance(item, Record | Text) else point.span
        text = _sentence(f"{path}.{name}", item, span)
        last = "." if number == len(items) else ";"
        yield replace(place, text=_ended(text, last, span), span=span)


def _criteria(point: Point, path: str, group: Criteria) -> Iterator[Point]:
    title = _machine(f"{{{{ {path}.title }}}}", group.span)
    braces = replace(point.text.braces, words=("td",))
    yield replace(point, text=replace(title, braces=braces))
    below = "+" if point.kind and RANKS[point.kind] >= RANKS["-"] else "-"
    for item in group.items.points if group.items else ():
        yield item if item.kind else replace(item, kind=below, typed=below)


def _prose(point: Point, prose: Prose, facts: Facts) -> Iterator[Point]:
    first, *rest = prose.points or (point,)
    if point.kind and not first.kind:
        first = replace(first, kind=point.kind, typed=point.typed, kept=point.kept)
    yield from expand([first, *rest], facts)


def _sentence(path: str, item: object, span: Span) -> Marked:
    """Return the item's own text, or the sentence that tells what it says."""
    text = getattr(item, "text", None)
    if isinstance(text, Text):
        return text.marked
    if isinstance(item, Text):
        return item.marked
    tell = _SENTENCES.get(type(item).__name__)
    return _machine(tell(item, path) if tell else f"{{{{ {path}.full }}}}", span)


def _phase(phase: Phase, path: str) -> str:
    theme = phase.theme.marked.literal if phase.theme else ""
    quoted = f"{{{{ {path}.theme }}}}" if theme.startswith("“") else f"“{{{{ {path}.theme }}}}”"
    told = f"**{{{{ {path}.name }}}}:** {{{{ {path}.words }}}}"
    return f"{told}, chủ đề {quoted}" if theme else told


def _target(target: Target, path: str) -> str:
    names = [OBJECTS.get(name.text, name.text) for name in target.of or ()]
    counted = _COUNTED.get(target.count.text, "") if target.count else ""
    return f"{{{{ {path}.value | dau_cau }}}} {', '.join(names)}{counted}".rstrip()


def _award(award: Award, path: str) -> str:
    told = f"Tặng {{{{ {path}.words }}}}"
    if award.to:
        told += f" cho {', '.join(AWARDED[who] for who in award.to)}"
    return f"{told}: {{{{ {path}.quota }}}}" if award.quota else told


def _deadline(deadline: Deadline, path: str) -> str:
    told = f"{{{{ {path}.words | dau_cau }}}}"
    told += f": {{{{ {path}.task }}}}" if deadline.task else ""
    return f"{told}; gửi về {{{{ {path}.to }}}}" if deadline.to else told


def _duty(duty: Duty, path: str) -> str:
    told = f"**{{{{ {path}.who }}}}:** {{{{ {path}.task }}}}"
    told += f"; phối hợp với {{{{ {path}.with }}}}" if duty.together else ""
    told += f"; sản phẩm: {{{{ {path}.product }}}}" if duty.product else ""
    told += f"; thời hạn: {{{{ deadlines.{duty.due.text} }}}}" if duty.due else ""
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


def _ended(text: Marked, end: str, span: Span) -> Marked:
    """Return `text` with the punctuation `end`, unless it has one of its own."""
    if text.literal.rstrip("”»\"')")[-1:] in tuple(_ENDS):
        return text
    return replace(text, pieces=(*text.pieces, Piece(Literal(end, span, ()), span=span)))
