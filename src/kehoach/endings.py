"""How lines end: punctuation put on or taken off, everything else of their runs as it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kehoach.diagnostic import Span
from kehoach.document import Run
from kehoach.expression import Literal, Segment

END = "./."
"""Closes the text of a document (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục 6)."""

_MARKS = tuple(".;:,!?…")
_CLOSERS = "”»\"')]"


def is_closed(text: str) -> bool:
    """Return whether `text` ends in punctuation, be it inside quotes or brackets."""
    return text.rstrip().rstrip(_CLOSERS).endswith(_MARKS)


def reopened(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return the runs without spaces, `.`, `;`, `,` and `./.` at their end; an ellipsis stays."""
    text = "".join(run.text for run in runs)
    bare = text.rstrip()
    while bare.endswith(tuple(".;,")) and not bare.endswith(".."):
        bare = bare.removesuffix(END) if bare.endswith(END) else bare[:-1]
        bare = bare.rstrip()
    return _shortened(runs, len(text) - len(bare))


def without(runs: Sequence[Run], end: str) -> tuple[Run, ...]:
    """Return the runs without `end`, if their text ends in it."""
    text = "".join(run.text for run in runs)
    return _shortened(runs, len(end)) if text.endswith(end) else tuple(runs)


def closed(runs: Sequence[Run], end: str, span: Span) -> tuple[Run, ...]:
    """Return the runs and `end`, in the look of the last words."""
    look = next((run for run in reversed(runs) if run.text), Run(""))
    return (*runs, Run(end, look.bold, look.italic, origin=Literal(end, span, ())))


def _shortened(runs: Sequence[Run], count: int) -> tuple[Run, ...]:
    """Return the runs without the last `count` characters; footnotes stay."""
    made: list[Run] = []
    for run in reversed(runs):
        kept = max(len(run.text) - count, 0)
        count -= len(run.text) - kept
        if run.note is not None or kept == len(run.text):
            made.append(run)
        elif kept:
            made.append(replace(run, text=run.text[:kept], origin=_origin(run, kept)))
    return tuple(reversed(made))


def _origin(run: Run, length: int) -> Segment | None:
    """Return where the first `length` characters of a run come from."""
    origin = run.origin
    if not isinstance(origin, Literal):
        return origin
    span, columns = origin.span, origin.columns
    if columns is not None:
        return replace(origin, text=origin.text[:length], columns=columns[:length])
    span = replace(span, end_column=span.column + length)
    return Literal(origin.text[:length], span)
