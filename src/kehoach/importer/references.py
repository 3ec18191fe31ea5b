"""Legal bases: the fullest citation of each, and which of its forms a place in the text prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kehoach.importer.patterns import Citation
from kehoach.values import Day
from kehoach.vietnamese import fold

_UNNUMBERED = ("Luật", "Bộ luật", "Pháp lệnh")
"""Types that are printed without a number: their citations stay text."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A legal basis as far as its citations tell."""

    type: str
    no: str
    date: Day | None = None
    by: str = ""
    title: str = ""

    @property
    def keys(self) -> Mapping[str, str]:
        """Return the keys of the plan."""
        date = self.date.iso if self.date else ""
        known = {"type": self.type, "no": self.no, "date": date, "by": self.by}
        return {key: value for key, value in {**known, "title": self.title}.items() if value}

    @property
    def name(self) -> str:
        """Return an id: the initials of its type and its number, `qd_16`."""
        initials = "".join(word[0] for word in fold(self.type).split())
        number = re.match(r"\d+", self.no)
        return f"{initials}_{number[0] if number else 'so'}"

    @property
    def brief(self) -> str:
        """Return how it is called once it has been cited in full."""
        return f"{self.type} số {self.no}"

    def full(self, *, long_dates: bool) -> str:
        """Return its citation in full."""
        date = "" if self.date is None else self.date.long() if long_dates else self.date.words()
        by = f"của {self.by}" if self.by else ""
        return " ".join(filter(None, [self.brief, date, by, self.title]))


def gather(found: Iterable[Citation]) -> Iterator[Reference]:
    """Yield what each citation tells."""
    for item in found:
        if item.type not in _UNNUMBERED:
            yield Reference(item.type, item.no, item.date, item.by, item.title)


def replaced(reference: Reference, text: str, long_dates: bool, cited: bool) -> tuple[int, str]:
    """Return how much of the start of `text` the reference prints, and by which part.

    The part is empty where the id alone prints it, `full` or `brief` else; 0 when nothing fits.
    """
    full = reference.full(long_dates=long_dates)
    if _starts(text, full):
        return len(full), "full" if cited and full != reference.brief else ""
    if _starts(text, reference.brief):
        return len(reference.brief), "" if cited else "brief"
    return 0, ""


def _starts(text: str, words: str) -> bool:
    return text.startswith(words) and not re.match(r"[\w/-]", text[len(words) : len(words) + 1])
