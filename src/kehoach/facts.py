"""The facts of a plan by name: what `{{ kdc }}` and `{{ issuer.full }}` mean.

Names resolve in one flat name space: the unit, the plan's own keys, and every id under a
collection. Nothing here prints: see `words`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kehoach.diagnostic import N_, Diagnostic, Span, error, nearest
from kehoach.expression import Expression
from kehoach.markup import Piece
from kehoach.model import PlanKeys
from kehoach.outline import Prose
from kehoach.schema import Record, Text, shapes_of

COLLECTIONS = (
    "terms",
    "phases",
    "refs",
    "targets",
    "criteria",
    "award_forms",
    "deadlines",
    "duties",
    "tables",
)
"""Keys whose ids share the flat name space."""

PROSE = ("scope", "preamble", "closing")
"""Prose that a line of the body may include."""

_SCALARS = ("year", "date", "report_on", "number", "title", "duration", "type")
_RECORDS = ("issuer", "attached")

COMPUTED: Mapping[str, tuple[str, ...]] = {
    "Ref": ("full", "brief"),
    "Target": ("number", "unit"),
    "Phase": ("name", "words", "quoted"),
    "Deadline": ("words",),
    "Award": ("words",),
    "Unit": ("name", "kind", "code", "id", "in_sentence", "in_capitals", "place"),
}
"""Parts that are not keys of the record but follow from them."""


MOST_COMPARED = 500
"""Among how many names a misspelt one is looked for."""


class Facts:
    """Looks up what a dotted path stands for."""

    def __init__(self, keys: PlanKeys, extra: Mapping[str, object]) -> None:
        """`extra` holds what is not written in the plan, such as its unit."""
        self.keys = keys
        self.watched: dict[str, object] | None = None
        self._roots: dict[str, object] = {**_own(keys), **extra}
        self._ids: dict[str, tuple[str, object]] = {}
        for collection in COLLECTIONS:
            for name, value in (getattr(keys, collection) or {}).items():
                self._ids.setdefault(name, (collection, value))
        given = (name for name, value in self._roots.items() if value is not None)
        self._first = {*given, *self._ids}

    def first(self, name: str) -> object | None:
        """Return what the first name of a path stands for, or None."""
        if name in self._roots:
            return self._roots[name]
        found = self._ids.get(name)
        return found[1] if found else None

    def find(self, path: str) -> object | None:
        """Return the record, text, value or collection that `path` names, or None.

        Whoever set `watched` to a mapping finds there what was looked up, by its first name.
        """
        name, *rest = path.split(".")
        value = self.first(name)
        if self.watched is not None:
            self.watched[name] = value
        for part in rest:
            value = _part(value, part)
            if value is None:
                return None
        return value

    def missing(self, path: str, where: Span) -> Diagnostic | None:
        """Return what is wrong with the name `path`, or None when it means something."""
        parts = path.split(".")
        for count in range(1, len(parts) + 1):
            reached = ".".join(parts[:count])
            if self.find(reached) is not None:
                continue
            if self._given(parts[:count]):
                return None
            known = self.parts(".".join(parts[: count - 1]))
            # In a plan of many thousand names a search for each wrong one would never end.
            few = sorted(known) if len(known) <= MOST_COMPARED else []
            best = nearest(parts[count - 1], few)
            if count == 1:
                message = N_("«{name}» is not a name in this plan")
            else:
                message = N_("«{name}» has no value for «{part}»")
            hint = N_("did you mean {best}?") if best else N_("known here: {known}")
            hint = hint if known else N_("«{name}» has no parts: leave out what follows the dot")
            words = {"part": parts[count - 1], "best": best, "known": ", ".join(few) or "…"}
            name = parts[0] if count == 1 else ".".join(parts[: count - 1])
            return error("E020", where, message, hint, name=name, **words)
        return None

    def _given(self, parts: list[str]) -> bool:
        """Return whether the last of `parts` is in the plan but could not be read."""
        holder = self.find(".".join(parts[:-1])) if len(parts) > 1 else None
        if isinstance(holder, Record):
            return parts[-1] in holder.unread
        unread = self.keys.unread
        return parts[-1] in unread or (len(parts) == 1 and not unread.isdisjoint(COLLECTIONS))

    def alike(self, other: Facts) -> bool:
        """Return whether the names that mean something here are those that do in `other`."""
        roots = self._roots.keys() == other._roots.keys()
        ids = self._ids.keys() == other._ids.keys()
        return (
            roots
            and ids
            and all(_alike(value, other._roots[name]) for name, value in self._roots.items())
        )

    def parts(self, path: str) -> set[str]:
        """Return the names that may follow `path` after a dot; without a path, the first names."""
        if not path:
            return self._first
        value = self.find(path)
        if isinstance(value, dict):
            return set(value)
        if isinstance(value, Record):
            own = {name for name in shapes_of(type(value)) if _part(value, name) is not None}
            return own | set(COMPUTED.get(type(value).__name__, ()))
        return set(COMPUTED.get(type(value).__name__, ()))


def _alike(one: object, other: object) -> bool:
    """Return whether two values have the same parts, whatever these say."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_alike(one[name], other[name]) for name in one)
    if isinstance(one, Record):
        shapes = shapes_of(type(one)).values()
        return all(_alike(getattr(one, name), getattr(other, name)) for name, _, _ in shapes)
    return True


def clashes(keys: PlanKeys) -> Iterator[Diagnostic]:
    """Yield an error for every id that means two things."""
    taken = dict.fromkeys([*_own(keys), "unit", "parent"], "")
    for collection in COLLECTIONS:
        for name, value in (getattr(keys, collection) or {}).items():
            if name in taken:
                message = N_("the id «{name}» is already taken by {other}")
                hint = N_("give one of the two another id")
                other = f"{taken[name]}.{name}" if taken[name] else N_("a key of the plan")
                yield error("P020", value.span, message, hint, name=name, other=other)
            taken[name] = collection


def texts(value: object) -> Iterator[Text | Prose]:
    """Yield every text and prose in a record, a collection or a tuple, however deep."""
    if isinstance(value, Text | Prose):
        yield value
    elif isinstance(value, Record):
        for attribute, _, _ in shapes_of(type(value)).values():
            yield from texts(getattr(value, attribute))
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from texts(inner)


def pieces(text: Text | Prose) -> Iterator[Piece]:
    """Yield every piece of a text, or of all lines and footnotes of prose."""
    if isinstance(text, Text):
        yield from text.pieces
        return
    for point in text.points:
        yield from point.text.pieces
    for note in text.notes.values():
        yield from note.pieces


def reads(texts: Iterable[Text | Prose]) -> Iterator[tuple[str, Span]]:
    """Yield every path that the expressions in `texts` read, with its place."""
    for text in texts:
        for piece in pieces(text):
            if isinstance(piece.segment, Expression):
                yield from zip(piece.segment.reads, piece.segment.places, strict=True)


def _own(keys: PlanKeys) -> dict[str, object]:
    names = (*_SCALARS, *_RECORDS, *PROSE, *COLLECTIONS)
    return {name: getattr(keys, name) for name in names}


def _part(value: Any, name: str) -> object | None:
    if isinstance(value, dict):
        return value.get(name)
    if isinstance(value, Record):
        shape = shapes_of(type(value)).get(name)
        if shape and getattr(value, shape[0]) is not None:
            return getattr(value, shape[0])  # type: ignore[no-any-return]
    if name in COMPUTED.get(type(value).__name__, ()):
        return Part(value, name)
    return None


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """A computed part of a record or of the unit."""

    of: object
    name: str
