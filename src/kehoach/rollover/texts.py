"""Lines of text on their way into another year: years move, what is doubtful is marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kehoach.diagnostic import N_, warning
from kehoach.rollover import outdated
from kehoach.rollover.span import numeric
from kehoach.rollover.turn import Turn
from kehoach.rollover.words import Move, look
from kehoach.source import Line, Scalar

PROSE = ("scope", "preamble", "body", "closing", "recipients", "items")
"""Keys whose value is prose, in which a line that begins with `#` is a comment."""


def text(turn: Turn, node: Scalar, keys: Sequence[str]) -> None:
    """Move a text, or the lines of prose, that `keys` lead to; mark what is to be looked at."""
    is_prose = keys[-1] in PROSE or "sections" in keys[:-1]
    inside = is_prose and node.style == "|"
    for line in node.lines:
        if inside and line.text.lstrip().startswith("#"):
            continue
        place = line.span.line if inside else node.span.line
        _line(turn, line, place, keys[0])
    if keys[0] == "tables" and "rows" in keys and keys[-1] != "0" and _figure(node.text):
        turn.note(node, f"xem lại: số liệu {turn.before}")


def _line(turn: Turn, line: Line, place: int, key: str) -> None:
    looked = look(line.text, turn.years, figures=key not in ("tables", "waivers"))
    names = _names(turn, line.text)
    moves = [*looked.moves, *(names if key == "issuer" else [])]
    doubts = [*looked.doubts, *([] if key == "issuer" else _said(line, names))]
    if not line.exact:
        moves, doubts = [], [*doubts, *_said(line, moves)]
    for move in moves:
        turn.sheet.replace(line, move.start, move.end, move.new)
    if moves:
        told = (f"{line.text[m.start : m.end]} → {m.new}" for m in moves)
        turn.sheet.note(place, f"đã chuyển: {', '.join(dict.fromkeys(told))}")
    if doubts:
        turn.sheet.note(place, f"xem lại: {', '.join(dict.fromkeys(doubts))}")
    _gone(turn, line, place)


def _names(turn: Turn, text: str) -> list[Move]:
    """Return the places that name the old unit, when the new one is called otherwise."""
    was, now = turn.plan.unit, turn.unit
    if was is None or (now and now.name == was.name):
        return []
    new = now.name if now else was.name
    pairs = ((was.name, new), (was.name.upper(), new.upper()))
    return [
        Move(*match.span(), after)
        for before, after in pairs
        for match in re.finditer(rf"(?<!\w){re.escape(before)}(?!\w)", text)
    ]


def _gone(turn: Turn, line: Line, place: int) -> None:
    for id, base in turn.ended.items():
        if outdated.cites(line.text, id):
            turn.sheet.note(place, base.words)
            message = N_("{name} is not in force any more in the new year")
            replaced = N_("write {{{{ {after} }}}} instead of {{{{ {id} }}}}")
            hint = replaced if base.successor else N_("find what has replaced {{{{ {id} }}}}")
            words = {"name": base.name, "after": base.successor, "id": id}
            turn.tell(warning("K010", turn.at(place), message, hint, **words))
    for gone in outdated.bodies(line.text, turn.then, turn.on):
        turn.sheet.note(place, gone.words)
        message = N_("“{name}” is no more since {since}")
        hint = N_("there is {now} instead") if gone.now else ""
        words = {"name": gone.what, "since": numeric(gone.since), "now": gone.now}
        turn.tell(warning("K013", turn.at(place), message, hint, **words))


def _said(line: Line, moves: Iterable[Move]) -> list[str]:
    return [f"“{line.text[move.start : move.end]}”" for move in moves]


def _figure(text: str) -> bool:
    """Return whether a cell has a figure that no fact gives."""
    return bool(re.search(r"\d", re.sub(r"\{\{.*?\}\}", "", text)))
