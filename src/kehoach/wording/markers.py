"""The order of typed markers: which label may follow which.

Only labels are read, so it does not matter who counted: an office by hand or Word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from kehoach.document import ANNEX, Block
from kehoach.outline import LETTERS, RANKS

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_PARTS = {"1.": 1, "1.1.": 2, "1.1.1.": 3}


class Fault(StrEnum):
    """What is wrong with a label."""

    TWICE = "twice"
    SKIPPED = "skipped"
    STRANGER = "stranger"
    NO_LETTER = "no letter"
    AGAIN = "again"


class Slip(NamedTuple):
    """A label that does not follow from the ones before; `right` is the one that does."""

    block: Block
    fault: Fault
    right: str


@dataclass(slots=True)
class _List:
    kind: str
    prefix: tuple[int, ...]
    last: int
    broken: bool = False


@dataclass(slots=True)
class _Open:
    """The lists that a point may continue, the outermost first."""

    lists: list[_List] = field(default_factory=list)

    def at(self, kind: str) -> _List | None:
        """Close what lies deeper than `kind`, and return the open list of that kind."""
        while self.lists and RANKS[self.lists[-1].kind] > RANKS[kind]:
            self.lists.pop()
        while any(o.kind == kind for o in self.lists) and self.lists[-1].kind != kind:
            self.lists.pop()
        return self.lists[-1] if self.lists and self.lists[-1].kind == kind else None

    def numbers(self, kind: str) -> tuple[int, ...]:
        """Return the numbers that a label of `kind` has to begin with, as far as they are known."""
        above = next((o for o in reversed(self.lists) if o.kind == kind[:-2]), None)
        return (*above.prefix, above.last) if above else ()


def slips(blocks: Iterable[Block]) -> Iterator[Slip]:
    """Yield the labels that do not follow from those before them, one finding for each slip.

    A label that is kept as typed does not count.
    """
    opened = _Open()
    for block in blocks:
        if block.role in ANNEX:
            opened = _Open()
        if block.marker is None:
            for one in opened.lists:
                one.broken = True
        elif block.marker.kept:
            opened.at(block.marker.kind)
        elif block.marker.kind not in ("-", "+"):
            yield from _slip(block, block.marker.kind, block.marker.label, opened)
        else:
            opened.at(block.marker.kind)


def value(kind: str, label: str) -> int:
    """Return the last number of a label; 0 for one that has none, such as the letter `f`."""
    bare = label.strip("()./").split(".")[-1]
    if kind in ("I.", "(i)"):
        return _roman(bare.upper())
    if bare.isdecimal():
        return int(bare)
    return LETTERS.find(bare.lower()) + 1 if bare else 0


def label(kind: str, prefix: tuple[int, ...], number: int) -> str:
    """Return the label of a kind that stands for a number."""
    if kind in _PARTS:
        return "".join(f"{part}." for part in (*prefix, number))
    if kind in ("I.", "(i)"):
        return kind.replace("I", to_roman(number)).replace("i", to_roman(number).lower())
    if kind == "(1)":
        return f"({number})"
    letter = LETTERS[number - 1] if 0 < number <= len(LETTERS) else "?"
    return kind.replace("a", letter).replace("A", letter.upper())


def to_roman(number: int) -> str:
    """Return a small number in Roman capitals."""
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def _slip(block: Block, kind: str, written: str, opened: _Open) -> Iterator[Slip]:
    current = opened.at(kind)
    number = value(kind, written)
    prefix = tuple(int(part) for part in written.strip(".").split(".")[:-1] if part.isdecimal())
    if kind not in _PARTS:
        prefix = ()
    wanted = opened.numbers(kind) if _PARTS.get(kind, 1) > 1 else ()
    following = current.last + 1 if current else 1
    fresh = current is not None and current.broken
    known = current is not None and current.prefix == prefix
    if current is None:
        opened.lists.append(_List(kind, prefix, number or 1))
    else:
        current.last, current.prefix, current.broken = number or following, prefix, False
    right = label(kind, wanted or prefix, following)
    if not number:
        yield Slip(block, Fault.NO_LETTER, right)
    elif wanted and prefix != wanted and not known:
        yield Slip(block, Fault.STRANGER, right)
    elif current is None:
        if number != 1:
            yield Slip(block, Fault.SKIPPED, right)
    elif number == 1 and following > 1:
        if following == 2:
            yield Slip(block, Fault.TWICE, right)
        elif not fresh:
            yield Slip(block, Fault.AGAIN, right)
    elif number == following - 1:
        yield Slip(block, Fault.TWICE, right)
    elif number != following:
        yield Slip(block, Fault.SKIPPED, right)


def _roman(text: str) -> int:
    total = 0
    for one, following in zip(text, [*text[1:], ""], strict=True):
        worth = _VALUES.get(one, 0)
        total += -worth if worth < _VALUES.get(following, 0) else worth
    return total
