"""How many roles are found: the lines of documents against the labels of who made them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kehoach.paper import Line, Paper


@dataclass
class Found:
    """Counts by role: `right`, `missed` (labelled, not found) and `wrong` (found, not labelled)."""

    right: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Return the share of roles given that are right."""
        given = self.right.total() + self.wrong.total()
        return self.right.total() / given if given else 1.0

    @property
    def recall(self) -> float:
        """Return the share of labelled lines whose role was found."""
        there = self.right.total() + self.missed.total()
        return self.right.total() / there if there else 1.0


def words(text: str) -> str:
    """Return words as they are compared: by their letters and digits."""
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def bare(line: Line) -> str:
    """Return the words of a line without a typed marker."""
    text = line.text.strip()
    if line.marker is not None and not line.automatic:
        text = text.removeprefix(line.marker.label)
    return words(text)


def compare(paper: Paper, labels: Sequence[tuple[str, str]], name: str, found: Found) -> None:
    """Add to `found` how the roles of a paper's lines agree with `labels`."""
    left = [(bare(line), line) for line in (*paper.lines, *_boxes(paper.strays))]
    for text, role in labels:
        wanted = words(text)
        at = next((i for i, (said, _) in enumerate(left) if said == wanted), None)
        line = left.pop(at)[1] if at is not None else None
        if line is not None and line.role == role:
            found.right[role] += 1
            continue
        found.missed[role] += 1
        if line is not None:
            found.wrong[line.role] += 1
        given = line.role if line else "không có"
        found.told.append(f"{name}: {role} → {given}: {text[:50]}")
    for said, line in left:
        found.wrong[line.role] += 1
        found.told.append(f"{name}: thừa {line.role}: {said[:50]}")


def _boxes(strays: Iterable[Line]) -> list[Line]:
    return [line for line in strays if line.spot.part == "box"]
