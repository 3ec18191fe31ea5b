"""Copies: the draft that a plan hands down to each unit below it.

A copy is the parent's plan with three more layers: what follows from the kind of body that will
issue it, `copies.<level>` of the plan, and what is the unit's own (its row of figures, and
`copies.<unit id>`). It is a plan like any other after that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kehoach import layers, units
from kehoach.allotment import LEVELS, shares
from kehoach.bodies import citation, has_successor, issuer_of
from kehoach.diagnostic import N_, Diagnostic, Place, Span, error, in_order, style
from kehoach.expression import Expression
from kehoach.figures import Figures
from kehoach.layers import Fetch
from kehoach.markup import Marked
from kehoach.model import Award
from kehoach.plan import Handed, Plan, assemble, day_of
from kehoach.schema import Text
from kehoach.sections import with_sections
from kehoach.source import Line, Mapping, Node, Scalar, Sequence
from kehoach.units import Level, Unit
from kehoach.values import Day

NOT_INHERITED = (
    *("extends", "abstract", "copies", "forms", "units", "others"),
    *("attached", "number", "urgency"),
)
"""Keys of the parent that say nothing about a copy."""

OWN = ("recipients", "signature", "closing")
"""What a copy must word itself: the parent's would order its own level about."""

ORGANISATION = "to_chuc"
"""The id of the section that gives orders, the copy's own as well."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A unit's plan, ready to be composed, and what was found in making it.

    What is found in words that copies share is told with the first of them.
    """

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
    pattern = _Pattern(parent, level, fetch)
    for unit in units.children(parent.unit, level, on):
        asked = not wanted or unit.id in wanted
        if asked or pattern.has_levels:
            copy = pattern.copy(unit, asked)
            yield from [copy] if asked else ()
            yield from copies(copy.plan, fetch, only)


def of(parent: Plan, fetch: Fetch, only: Iterable[str] = ()) -> tuple[list[Copy], list[Diagnostic]]:
    """Return the copies of a plan, of the units `only` when some are named, and all findings."""
    made = list(copies(parent, fetch, only))
    found = [finding for copy in made for finding in copy.findings]
    for name in sorted(set(only) - {copy.unit.id for copy in made}):
        message = N_("there is no copy for the unit {name}")
        hint = N_("look the ids up with: kehoach units")
        found.append(error("B014", Place(parent.path), message, hint, name=name))
    return made, in_order(found)


def carried(parent: Plan) -> Iterator[Diagnostic]:
    """Yield what copies of a plan would carry of its own, also when the plan has other faults."""
    for level in LEVELS:
        if level in _levels(parent):
            yield from _not_its_own(parent, level)


def _levels(plan: Plan) -> dict[str, Node]:
    node = plan.root.get("copies")
    return (
        {key: value for key, (_, value) in node.items.items()} if isinstance(node, Mapping) else {}
    )


class _Pattern:
    """What the copies of one level have in common, laid together once.

    Only the first copy is checked in full: of the others, what they do not share with it.
    """

    def __init__(self, parent: Plan, level: Level, fetch: Fetch) -> None:
        self._parent, self._fetch = parent, fetch
        asked = _levels(parent)
        self._asked = {name: node for name, node in asked.items() if name != level}
        self.has_levels = not self._asked.keys().isdisjoint(LEVELS)
        node = asked[level]
        self._level = node if isinstance(node, Mapping) else Mapping({}, node.span)
        inherited = [layers.without(layer, NOT_INHERITED) for layer in parent.layers]
        self._lower = (*inherited, self._follows())
        self._root = layers.merged((*self._lower, self._level))
        self._issuer = issuer_of(parent)
        self._cited = citation(parent)
        self._rows = shares(parent.keys, parent.figures, parent.dropped)
        self._findings = list(_not_its_own(parent, level))
        self._quotas: list[Diagnostic] = []
        self._like: Plan | None = None

    def copy(self, unit: Unit, asked: bool) -> Copy:
        """Return the copy of a unit; one that is `asked` for stands for the others from then on."""
        parent, like, row = self._parent, self._like, self._rows(unit)
        root, chain = self._laid(unit, row)
        handed = Handed(root, unit, self._cited, parent.figures, row.dropped, like)
        known = dict(parent.sources), self._fetch, parent.shared
        plan, found = assemble(parent.path, chain, *known, handed)
        found += _dropped(parent, unit, row)
        alike = like is not None and _same_awards(plan, like)
        over = self._quotas if alike else list(quotas(plan, parent))
        if asked and like is None:
            self._like, self._quotas = plan, over
        return Copy(plan, unit, in_order([*self._findings, *found, *over]))

    def _laid(self, unit: Unit, row: Figures) -> tuple[Mapping, tuple[Mapping, ...]]:
        """Return the layers of a unit's copy, and what they make laid over one another.

        What the level says holds over what follows from the unit, so it is laid on again.
        """
        span = self._parent.keys.span
        own = _node({"unit": unit.id, "issuer": self._issuer(unit)}, span)
        again = {name: item for name, item in self._level.items.items() if name in own.items}
        root = layers.merge(self._root, layers.merge(own, Mapping(again, span)))
        figures = _own_row(row, root, span)
        chain = (*self._lower, own, self._level, figures)
        root = layers.merge(root, figures)
        override = self._asked.get(unit.id)
        if not isinstance(override, Mapping):
            return root, chain
        return layers.merge(root, override), (*chain, override)

    def _follows(self) -> Mapping:
        """Return the layer that follows from being a copy: date, preamble, draft."""
        span = self._parent.keys.span
        day = self._parent.keys.date or Day(None)
        keys: dict[str, object] = {
            "number": None,
            "draft": "true",
            "date": replace(day, day=None, quarter=None).iso,
            "preamble": "Thực hiện {{ parent }}; {{ issuer.full }} ban hành Kế hoạch "
            "{{ title | trong_cau }} như sau:",
        }
        node = _node(keys, span)
        items = dict(node.items)
        if self._asked:
            kept = {key: (Scalar(key, span), value) for key, value in self._asked.items()}
            items["copies"] = (Scalar("copies", span), Mapping(kept, span))
        return Mapping(items, span)


def _same_awards(plan: Plan, like: Plan) -> bool:
    """Return whether two copies have the same awards and the same texts that may print them."""
    names = ("award_forms", "body", "sections", "preamble", "scope", "closing", "annexes")
    return all(getattr(plan.keys, name) is getattr(like.keys, name) for name in names)


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


def _not_its_own(parent: Plan, level: Level) -> Iterator[Diagnostic]:
    """Yield what a copy would carry of its parent's own: signer, recipients, orders."""
    layer = _levels(parent)[level]
    given = set(layer.items) if isinstance(layer, Mapping) else set()
    for key in OWN:
        if getattr(parent.keys, key) and key not in given:
            yield _carried(layer.span, level, key)
    if "issuer" not in given and not has_successor(parent):
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
