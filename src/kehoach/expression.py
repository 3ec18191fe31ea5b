"""Segments of plan text (being written)."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.diagnostic import Span


@dataclass(frozen=True, slots=True)
class Literal:
    """Words as the writer typed them. `offsets[i]` is the column, in the file, of character i."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Expression:
    """What stands between `{{` and `}}`, and the plan paths that it reads."""

    source: str
    span: Span
    reads: tuple[str, ...] = ()


Segment = Literal | Expression
