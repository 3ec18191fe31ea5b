"""Shares that a text gives, with the words of the clause that they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest
from typing import NamedTuple

from kehoach.wording.clauses import clause

_PERCENT = re.compile(r"(?<![\w.,/])(\d{1,3}(?:,\d+)?) ?%")


class Share(NamedTuple):
    """A percentage from `start` to `end`, and the words of its clause up to the next share."""

    start: int
    end: int
    number: Decimal
    words: str


def shares(text: str) -> Iterator[Share]:
    """Yield the percentages of a text in order."""
    if "%" not in text:
        return
    found = list(_PERCENT.finditer(text))
    for match, following in zip_longest(found, found[1:]):
        start, end = clause(text, match.start())
        if following and following.start() < end:
            end = following.start()
        number = Decimal(match[1].replace(",", "."))
        yield Share(match.start(), match.end(), number, text[max(start, match.start() - 60) : end])
