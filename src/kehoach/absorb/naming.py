"""Ids for sections that have none, so that one unit can have such a section of its own.

An id at the end of a heading prints nothing: the text of all others stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from kehoach.absorb.edits import Edit, Kind
from kehoach.absorb.scene import Scene
from kehoach.diagnostic import Span
from kehoach.vietnamese import slug

_WORDS = 4
"""So many words of a heading make its id."""


@dataclass(slots=True)
class Namer:
    """Names lines of a plan's own file; `edits` write the ids down."""

    scene: Scene
    edits: list[Edit] = field(default_factory=list)
    _names: dict[int, str] = field(default_factory=dict)

    def name(self, text: str, words: str, line: int) -> str:
        """Return an id for the line that reads `text`, `line` or the nearest above it.

        Its `words` are the first choice. Empty when there is no such line in the file of the plan.
        """
        files, path = self.scene.files, self.scene.base.plan.path
        lines = files.text(path).splitlines()[:line]
        found = next((n for n in range(len(lines), 0, -1) if lines[n - 1].strip() == text), 0)
        if found and found not in self._names:
            self._names[found] = name = next(self._free(words))
            end = files.offset(path, found, len(lines[found - 1].rstrip()) + 1)
            where = Span(path, found, 1)
            self.edits.append(Edit(path, end, end, f" {{#{name}}}", Kind.TEMPLATE, where))
        return self._names.get(found, "")

    def _free(self, words: str) -> Iterator[str]:
        """Yield ids after the words of a heading that nothing in the plan has."""
        plan = self.scene.base.plan
        body = plan.keys.body
        taken = {point.text.braces.id for point in body.points} if body else set()
        taken |= set(self._names.values())
        first = re.sub(r"^[^a-z]+", "", slug(" ".join(words.split()[:_WORDS]))) or "muc"
        for number in count(1):
            name = first if number == 1 else f"{first}_{number}"
            if name not in taken and plan.facts.find(name) is None:
                yield name
