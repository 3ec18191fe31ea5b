"""Which role each line of a document has, whoever made it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kehoach.endings import END
from kehoach.paper import Line
from kehoach.roles import annex, foot, head
from kehoach.roles.confidence import UNSURE
from kehoach.roles.text import text
from kehoach.roles.words import is_capital, is_name, is_post

_SIGNERS = 5
"""Lines at the end of a document among which a signer is looked for."""


def find(lines: Sequence[Line], widths: dict[int, int]) -> list[Line]:
    """Return all lines in their roles, in reading order, each with the confidence of its role.

    Lines of head and foot that breaks or tabs part become several; those that are drawn with
    characters become strokes. `widths` has the number of cells of each table, by its number.
    """
    parted = head.parted(lines)
    rest = parted.rest
    start = _foot(rest)
    opened = next((i for i, line in enumerate(rest) if annex.opens(line)), len(rest))
    start = min(start, opened)
    end = min(max(opened, start), _after(rest, start))
    made = [
        *parted.head,
        *text(rest[:start], widths),
        *foot.foot(rest[start:end]),
        *(annex.annexes(rest[end:], widths) if end < len(rest) else []),
    ]
    return made if parted.found else [_unsure(line) for line in made]


def _foot(lines: Sequence[Line]) -> int:
    """Return where the foot begins: after `./.`, at «Nơi nhận:», or where somebody signs."""
    ended = (i + 1 for i, line in enumerate(lines) if line.text.rstrip().endswith(END))
    begun = (i for i, line in enumerate(lines) if foot.begins(line))
    start = min(next(ended, len(lines)), foot.table_start(lines, next(begun, len(lines))))
    return foot.table_start(lines, _signed(lines)) if start == len(lines) else start


def _signed(lines: Sequence[Line]) -> int:
    """Return where a document ends in a post and a name alone, its length if it does not."""
    last = lines[-_SIGNERS:]
    for number, line in enumerate(last[:-1]):
        said = line.printed.strip()
        if is_capital(said) and is_post(said) and is_name(last[-1].text):
            return len(lines) - len(last) + number
    return len(lines)


def _after(lines: Sequence[Line], start: int) -> int:
    """Return where something else begins after a foot that begins at `start`."""

    def parts(line: Line) -> bool:
        anew = line.section > lines[start].section or (line.new_page and line.spot.table < 0)
        return anew or annex.follows(line)

    return next((i for i in range(start + 1, len(lines)) if parts(lines[i])), len(lines))


def _unsure(line: Line) -> Line:
    """Return a line of a document that has no head: its role is worth little."""
    return replace(line, confidence=min(line.confidence, UNSURE))
