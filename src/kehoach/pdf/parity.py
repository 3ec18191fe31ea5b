"""Whether two PDFs of one document show the same pages: what the quick engine is held to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest

from kehoach.diagnostic import N_
from kehoach.printed import Page

_NEAR = 4.0
"""Points by which the length of a rule may differ."""

Differs = Callable[[Page, Page], bool]

_LOOKS: tuple[tuple[str, Differs], ...] = (
    (N_("another page number"), lambda a, b: a.number != b.number),
    (N_("other words or markers"), lambda a, b: a.words != b.words),
    (N_("other drawn rules"), lambda a, b: not _same_rules(a, b)),
    (N_("letters that are not shown"), lambda a, b: b.unknown > a.unknown),
    (N_("a font that is not in the file"), lambda _, b: not all(b.fonts.values())),
)


def difference(expected: Sequence[Page], found: Sequence[Page]) -> tuple[str, int]:
    """Return what the first difference is, and its page; empty and 0 where there is none.

    What is looked at: the number of pages, then of each page its number, words and markers, rules
    and glyphs. Where a line breaks is left to each engine.
    """
    for number, (one, other) in enumerate(zip_longest(expected, found), start=1):
        if one is None or other is None:
            return N_("a page that the other does not have"), number
        for message, differs in _LOOKS:
            if differs(one, other):
                return message, number
    return "", 0


def _same_rules(one: Page, other: Page) -> bool:
    """Return whether the pages have rules of the same lengths, drawn once or more."""

    def lengths(page: Page) -> list[float]:
        places = {(round(r.left), round(r.bottom)): r.width for r in page.rules}
        return sorted(places.values())

    pairs = zip_longest(lengths(one), lengths(other), fillvalue=-_NEAR * 2)
    return all(abs(a - b) <= _NEAR for a, b in pairs)
