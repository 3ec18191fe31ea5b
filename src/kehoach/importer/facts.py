"""Facts found in the words of a document, and the lines with `{{ id }}` in their place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact under its id in a collection of the plan; `why`, in Vietnamese, stands above it."""

    collection: str
    id: str
    keys: Mapping[str, str] = field(default_factory=dict)
    why: str = ""

    def is_bare(self, key: str) -> bool:
        """Return whether the value of `key` is a date, a period or a list of ids, not words."""
        return key in ("date", "before", "on", "within", "of", "to") and (
            key != "to" or self.collection == "award_forms"
        )
