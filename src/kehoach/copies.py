"""Copies: the draft that a plan hands down to each unit below it.

A copy is the parent's plan with three more layers: what follows from the kind of body that will
issue it, `copies.<level>` of the plan, and what is the unit's own (its row of figures, and
`copies.<unit id>`). It is a plan like any other after that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kehoach import layers, units
from kehoach.allotment import LEVELS, row_of
from kehoach.diagnostic import N_, Diagnostic, Span, error, in_order, style
from kehoach.expression import Expression, Literal
from kehoach.figures import Figures
from kehoach.layers import Fetch
from kehoach.markup import Marked, Piece
from kehoach.model import Award, Ref
from kehoach.plan import Handed, Plan, assemble, day_of
from kehoach.schema import Text
from kehoach.sections import with_sections
from kehoach.source import Line, Mapping, Node, Scalar, Sequence
from kehoach.units import Level, Unit
from kehoach.values import Day
from kehoach.vocabulary import TYPES
from kehoach.words import Printer

NOT_INHERITED = (
    *("extends", "abstract", "copies", "forms", "units", "others"),
    *("attached", "number", "urgency"),
)
"""Keys of the parent that say nothing about a copy."""

_BOARD, _POLICE = "ban chỉ đạo", "công an"
_COMMITTEES = ("ủy ban nhân dân", "uỷ ban nhân dân", "ubnd")

OWN = ("recipients", "signature", "closing")
"""What a copy must word itself: the parent's would order its own level about."""

ORGANISATION = "to_chuc"
"""The id of the section that gives orders, the copy's own as well."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A unit's plan, ready to be composed, and what was found in making it."""

    plan: Plan
    unit: Unit
    findings: list[Diagnostic]


def copies(parent: Plan, fetch: Fetch, only: Iterable[str] = ()) -> Iterator[Copy]:
    """Yield the copy of every unit below that `copies` of the plan asks for.

    Districts come first, each followed by its communes where the plan has both levels. `only`
    names the ids of the units that are wanted; empty for all.
    """
    wanted = set(only)
    level = next((name for name in LEVELS if name in _levels(parent)), None)
    on = day_of(parent.keys.date)
    if level is None or parent.unit is None or on is None:
        return
    findings = list(_not_its_own(parent, level))
    for unit in units.children(parent.unit, level, on):
        row = row_of(unit, parent.keys, parent.figures, parent.dropped)
        plan, found = _copy(parent, level, unit, row, fetch)
        found += quotas(plan, parent)
        if not wanted or unit.id in wanted:
            yield Copy(plan, unit, in_order([*findings, *found]))
        yield from copies(plan, fetch, only)


def carried(parent: Plan) -> Iterator[Diagnostic]:
    """Yield what copies of a plan would carry of its own, also when the plan has other faults."""
    for level in LEVELS:
        if level in _levels(parent):
            yield from _not_its_own(parent, level)


def _levels(plan: Plan) -> dict[str, Node]:
    node = layers.merged(plan.layers).get("copies")
    return (
        {key: value for key, (_, value) in node.items.items()} if isinstance(node, Mapping) else {}
    )


def _copy(
    parent: Plan, level: Level, unit: Unit, row: Figures, fetch: Fetch
) -> tuple[Plan, list[Diagnostic]]:
    asked = _levels(parent)
    inherited = [layers.without(layer, NOT_INHERITED) for layer in parent.layers]
    below = {name: node for name, node in asked.items() if name not in (level, unit.id)}
    chain: list[Mapping] = [*inherited, _follows(parent, unit, level, below)]
    chain += [node for name in (level,) if isinstance(node := asked[name], Mapping)]
    chain.append(_own_row(row, layers.merged(tuple(chain)), parent.keys.span))
    override = asked.get(unit.id)
    if isinstance(override, Mapping):
        chain.append(override)
    cited = _citation(parent)
    handed = Handed(unit, cited, parent.figures, row.dropped, parent.memo)
    plan, findings = assemble(parent.path, tuple(chain), dict(parent.sources), fetch, handed)
    return plan, findings + list(_dropped(parent, unit, row))


def _follows(parent: Plan, unit: Unit, level: Level, below: dict[str, Node]) -> Mapping:
    """Return the layer that follows from the kind of body: issuer, date, preamble, draft."""
    span = parent.keys.span
    day = parent.keys.date or Day(None)
    keys: dict[str, object] = {
        "unit": unit.id,
        "number": None,
        "draft": "true",
        "date": replace(day, day=None, quarter=None).iso,
        "issuer": _issuer(parent, unit),
        "preamble": "Thực hiện {{ parent }}; {{ issuer.full }} ban hành Kế hoạch "
        "{{ title | trong_cau }} như sau:",
    }
    node = _node(keys, span)
    items = dict(node.items)
    if below:
        kept = {key: (Scalar(key, span), value) for key, value in below.items()}
        items["copies"] = (Scalar("copies", span), Mapping(kept, span))
    return Mapping(items, span)


def _issuer(parent: Plan, unit: Unit) -> dict[str, object]:
    """Return the body of the same kind one level down (a committee, a board, the police)."""
    printer, issuer, where = Printer(parent.facts), parent.keys.issuer, unit.in_sentence
    name = printer.text(issuer.name) if issuer else ""
    symbol = printer.text(issuer.symbol) if issuer else ""
    common: dict[str, object] = {"place": unit.place, "symbol": symbol}
    if name.lower().startswith(_BOARD) and issuer:
        bare = [_bare(printer.text(text), parent.unit) for text in (issuer.full, issuer.short)]
        full, short = bare[0] or bare[1] or name, bare[1] or bare[0] or name
        own = {"over": f"Ủy ban nhân dân {where}", "name": _bare(name, parent.unit)}
        return {**common, **own, "full": f"{full} {where}", "short": f"{short} {unit.kind}"}
    if name.lower().startswith(_COMMITTEES):
        body = f"Ủy ban nhân dân {where}"
        return {**common, "over": None, "name": body, "full": body, "short": f"UBND {unit.kind}"}
    if name.lower().startswith(_POLICE):
        body = f"Công an {where}"
        return {**common, "over": name, "name": body, "full": body, "short": body}
    return common


def _bare(name: str, unit: Unit | None) -> str:
    """Return a body's name without the unit at its end: `Ban Chỉ đạo 138 tỉnh` without `tỉnh`."""
    for end in (unit.in_sentence, unit.kind) if unit else ():
        if name.lower().endswith(f" {end.lower()}"):
            return name[: -len(end)].rstrip()
    return name


def _own_row(row: Figures, under: Mapping, span: Span) -> Mapping:
    """Return the layer of a unit's own figures and signer; each value keeps the cell it is from."""
    items: dict[str, tuple[Scalar, Node]] = {}
    targets = {
        name: (Scalar(name, cell.span), _mapping({"value": _scalar(cell.text, cell.span)}))
        for name, cell in row.targets.items()
    }
    if targets:
        items["targets"] = (Scalar("targets", span), Mapping(dict(targets), span))
    for name in ("number", "date"):
        if name in row.personal:
            cell = row.personal[name]
            items[name] = (Scalar(name, cell.span), _scalar(cell.text, cell.span))
    signers = under.get("signature")
    own = {
        key: _scalar(row.personal[name].text, row.personal[name].span)
        for name, key in (("signer", "name"), ("post", "post"))
        if name in row.personal
    }
    if own and isinstance(signers, Sequence) and isinstance(signers.items[0], Mapping):
        first = layers.merge(signers.items[0], _mapping(own))
        signed = Sequence((first, *signers.items[1:]), signers.span)
        items["signature"] = (Scalar("signature", span), signed)
    return Mapping(items, span)


def _mapping(values: dict[str, Scalar]) -> Mapping:
    first = next(iter(values.values()))
    items: dict[str, tuple[Scalar, Node]] = {
        key: (Scalar(key, value.span), value) for key, value in values.items()
    }
    return Mapping(items, first.span)


def _node(value: dict[str, object], span: Span) -> Mapping:
    """Return a layer of the programme's own making; all of it stands at `span`."""
    items: dict[str, tuple[Scalar, Node]] = {}
    for key, item in value.items():
        node = _node(item, span) if isinstance(item, dict) else _scalar(item, span)
        items[key] = (Scalar(key, span), node)
    return Mapping(items, span)


def _scalar(value: object, span: Span) -> Scalar:
    text = "" if value is None else str(value)
    line = Line(text, Span(span.path, span.line, span.column, span.line, span.column + 1))
    return Scalar(text, span, "" if value is None else "'", (line,) if text else ())


def _citation(parent: Plan) -> Ref:
    """Return the parent as a legal basis that a copy cites: what it was issued with, if anything.

    A plan that is attached to a decision carries no number of its own.
    """
    printer = Printer(parent.facts)
    keys, span = parent.keys, parent.keys.span
    if keys.attached:
        with_ = keys.attached
        return Ref(span=span, type=with_.type, no=with_.no, date=with_.date, by=with_.by)
    issuer = keys.issuer
    _, code, word = TYPES[keys.type or "ke-hoach"]
    number = printer.text(keys.number)
    symbol = printer.text(issuer.symbol) if issuer else ""
    number = number.zfill(2) if number.isdecimal() else number or "……"
    no = number if "/" in number else f"{number}/{code}-{symbol}"
    body = (issuer.short or issuer.full or issuer.name) if issuer else None
    about = printer.text(keys.title)
    return Ref(
        span=span,
        type=_text(word, span),
        no=_text(no, span),
        date=keys.date,
        by=_text(_in_full(printer.text(body), parent.unit), span),
        title=_text(f"về {about[:1].lower()}{about[1:]}", span),
    )


def _in_full(body: str, unit: Unit | None) -> str:
    """Return a body as a citation names it: below a province, which one of its kind it is."""
    if body.startswith("UBND "):
        body = body.replace("UBND", "Ủy ban nhân dân", 1)
    if unit is None or unit.level == "province" or unit.name in body:
        return body
    return f"{body} {unit.name}"


def _text(text: str, span: Span) -> Text:
    pieces = (Piece(Literal(text, span, ()), span=span),) if text else ()
    return Text(Marked(pieces, span), span)


def _not_its_own(parent: Plan, level: Level) -> Iterator[Diagnostic]:
    """Yield what a copy would carry of its parent's own: signer, recipients, orders."""
    layer = _levels(parent)[level]
    given = set(layer.items) if isinstance(layer, Mapping) else set()
    for key in OWN:
        if getattr(parent.keys, key) and key not in given:
            yield _carried(layer.span, level, key)
    issuer = Printer(parent.facts).text(parent.keys.issuer.name) if parent.keys.issuer else ""
    if "issuer" not in given and not issuer.lower().startswith((_BOARD, _POLICE, *_COMMITTEES)):
        yield _carried(layer.span, level, "issuer")
    sections = layer.get("sections") if isinstance(layer, Mapping) else None
    replaced = set(sections.items) if isinstance(sections, Mapping) else set()
    body = parent.keys.body
    ids = {point.text.braces.id for point in body.points} if body else set()
    if ORGANISATION in ids - replaced and "body" not in given:
        yield _carried(layer.span, level, f"sections.{ORGANISATION}")


def _carried(where: Span, level: str, key: str) -> Diagnostic:
    message = N_("a copy would carry «{key}» of the body above it")
    hint = N_("give {key} under copies.{level}, or leave it empty there to drop it")
    return error("P070", where, message, hint, key=key, level=level)


def quotas(copy: Plan, parent: Plan) -> Iterator[Diagnostic]:
    """Yield the awards whose quota is the parent's and would be printed in the copy."""
    given = parent.keys.award_forms or {}
    awards = (copy.keys.award_forms or {}).items()
    same = {n: a for n, a in awards if n in given and a.quota and a.quota == given[n].quota}
    body = copy.keys.body
    points = with_sections(body, copy.keys.sections or {}) if body else []
    keys = copy.keys
    rest = [keys.preamble, keys.scope, keys.closing, *(a.body for a in keys.annexes or ())]
    others = [prose.points for prose in rest if prose]
    texts = [point.text for prose in (points, *others) for point in prose]
    for segment in (found for text in texts for found in _expressions(text)):
        for path in segment.reads:
            for name in _quotas_of(path, same):
                message = N_("a copy would print the quota «{name}» of the body above it")
                hint = N_("replace the section, or give award_forms.{name} its own quota")
                yield error("P071", segment.span, message, hint, name=name)


def _quotas_of(path: str, awards: dict[str, Award]) -> Iterator[str]:
    """Yield the names of the awards whose quota is printed where a text reads `path`."""
    if path == "award_forms":
        for name, award in awards.items():
            reads = {read for part in _expressions(award.text) for read in part.reads}
            if award.text is None or reads & {f"{name}.quota", f"award_forms.{name}.quota"}:
                yield name
    name, _, part = path.removeprefix("award_forms.").partition(".")
    if part == "quota" and name in awards:
        yield name


def _expressions(text: Text | Marked | None) -> Iterator[Expression]:
    pieces = text.pieces if text else ()
    return (piece.segment for piece in pieces if isinstance(piece.segment, Expression))


def _dropped(parent: Plan, unit: Unit, row: Figures) -> Iterator[Diagnostic]:
    for name in sorted(row.dropped):
        target = (parent.keys.targets or {}).get(name)
        message = N_("the target «{name}» does not apply to {unit}: its line is left out there")
        where = target.span if target else parent.keys.span
        yield style("P072", where, message, name=name, unit=unit.in_sentence)
