"""Edits of source files: so many characters of one file give way to others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kehoach.diagnostic import Span


class Kind(StrEnum):
    """What an edit does, as a summary tells it."""

    WORD = "word"
    SENTENCE = "sentence"
    INSERT = "insert"
    DELETE = "delete"
    MOVE = "move"
    SPLIT = "split"
    MERGE = "merge"
    MARKER = "marker"
    NUMBER = "number"
    ROW = "row"
    COLUMN = "column"
    CELL = "cell"
    VALUE = "value"
    RECIPIENT = "recipient"
    SIGNATURE = "signature"
    HEADER = "header"
    ANNEX = "annex"
    TEMPLATE = "template"


class Overlap(ValueError):
    """Two edits want the same characters."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start:end` of the text of the file at `path` become `new`.

    Offsets count from 0 in the text as decoded, line ends as they are in the file. `where` is the
    line for people, `was` and `now` are the printed words before and after. An edit of the kind
    `NUMBER` only types a marker anew after points before it came or went.
    """

    path: str
    start: int
    end: int
    new: str
    kind: Kind = Kind.WORD
    where: Span | None = field(default=None, compare=False)
    was: str = field(default="", compare=False)
    now: str = field(default="", compare=False)


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` after all `edits`, which are of one file; raises `Overlap` when two meet.

    Insertions at one place are put down in the order given.
    """
    made: list[str] = []
    at = 0
    for edit in _sorted(tuple(edits)):
        if edit.start < at or edit.end < edit.start or edit.end > len(text):
            raise Overlap(f"{edit.path}: {edit.start}:{edit.end} meets another edit")
        made += [text[at : edit.start], edit.new]
        at = edit.end
    return "".join([*made, text[at:]])


def _sorted(edits: Sequence[Edit]) -> list[Edit]:
    return sorted(edits, key=lambda edit: (edit.start, edit.end))
