"""The stretches of a text that stand between quotation marks."""

from __future__ import annotations

import re
from functools import lru_cache

_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»")


@lru_cache(maxsize=4096)
def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """Return the start and the end of each quotation, its marks included."""
    return tuple(match.span() for match in _QUOTED.finditer(text))


def is_quoted(text: str, at: int) -> bool:
    """Return whether a place stands between quotation marks."""
    return any(start <= at < end for start, end in quoted(text))
