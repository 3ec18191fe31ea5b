"""Tables of what is written wrongly and how it is right, looked up quickly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Slip(NamedTuple):
    """Words that `pattern` finds and how they are right.

    A text without any of the `needles` is not searched: most texts have none.
    """

    needles: tuple[str, ...]
    pattern: re.Pattern[str]
    right: str


def has(text: str, needles: Iterable[str]) -> bool:
    """Return whether a text holds any of the needles: a quick look before a pattern is tried."""
    for needle in needles:  # noqa: SIM110 - a generator costs more than the search itself
        if needle in text:
            return True
    return False


def slip(needles: str, pattern: str, right: str) -> Slip:
    """Return a slip of whole words; `needles` are divided by `|`."""
    return Slip(tuple(needles.split("|")), re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), right)


def slips_in(text: str, slips: Iterable[Slip]) -> Iterator[tuple[re.Match[str], str]]:
    """Yield what is written wrongly in a text, and how it is right."""
    for one in slips:
        if has(text, one.needles):
            for match in one.pattern.finditer(text):
                if match[0] != one.right:
                    yield match, one.right
