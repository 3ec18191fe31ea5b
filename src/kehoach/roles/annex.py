"""Annexes and what else follows the signature: label, title, what it goes with, text, signers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kehoach.document import ANNEX
from kehoach.paper import Line
from kehoach.roles import foot
from kehoach.roles.confidence import LIKELY, PLAUSIBLE
from kehoach.roles.split import broken, is_bold, sliced, trimmed, typed, underlined
from kehoach.roles.text import marked, points
from kehoach.roles.words import GOES_WITH, any_head_role, is_rule, opens_annex, plain, type_end

_TITLE = 6
ATTACHED, ATTACHED_TITLE = "van_ban_kem", "van_ban_kem_ten"
"""Type and title of a document that goes with this one and is no annex: a Quy chế."""


def opens(line: Line) -> bool:
    """Return whether an annex begins with a line."""
    first = next(iter(broken(line)), None)
    return first is not None and bool(_label_end(first))


def follows(line: Line) -> bool:
    """Return whether a line after the signature begins a document that goes with this one."""
    printed = line.printed
    alone = type_end(printed) and not printed[type_end(printed) :].strip()
    return bool(alone) and line.spot.part == "body"


def annexes(lines: Sequence[Line], widths: dict[int, int]) -> list[Line]:
    """Return the lines of all annexes in their roles; `widths` as for `text`."""
    starts = [number for number, line in enumerate(lines) if opens(line)]
    starts = starts if starts[:1] == [0] else [0, *starts]
    ends = [*starts[1:], len(lines)]
    pairs = zip(starts, ends, strict=True)
    return [line for start, end in pairs for line in _annex(lines[start:end], widths)]


def _annex(lines: Sequence[Line], widths: dict[int, int]) -> list[Line]:
    made: list[Line] = []
    used = 0
    while used < len(lines) and used < _TITLE:
        found = _opening(lines[used], made)
        if not found:
            break
        for line in found:
            if line.role == "-":
                made[-1:] = [replace(m, strokes=(*m.strokes, typed(line))) for m in made[-1:]]
            else:
                made.append(underlined(line))
        used += 1
    rest = lines[used:]
    signed = next((i for i, line in enumerate(rest) if foot.begins(line)), len(rest))
    end = foot.table_start(rest, signed)
    return [*made, *points(rest[:end], widths), *foot.foot(rest[end:])]


def _opening(line: Line, before: Sequence[Line]) -> list[Line]:
    """Return the lines of a paragraph at the top of an annex, nothing when its text begins."""
    made: list[Line] = []
    for part in broken(line):
        end = _label_end(part) if not (before or made) else 0
        rest = trimmed(sliced(part, end, len(part.text))) if end else part
        if end:
            label = trimmed(sliced(part, 0, end))
            made.append(replace(label, role=ANNEX[0], confidence=LIKELY))
        role = _title_role(rest, [*before, *made]) if rest.text else ""
        if rest.text and not role:
            return made if end else []
        if role:
            made.append(replace(rest, role=role, confidence=PLAUSIBLE))
    return made


def _label_end(line: Line) -> int:
    """Return where the label of an annex ends that a line begins with, 0 without one."""
    text = line.text
    centred = line.layout.align == "center" or is_bold(line)
    if opens_annex(text):
        return len(text) if centred or line.layout.align == "right" or len(text) < 12 else 0
    head, colon, rest = text.partition(":")
    if colon and rest.strip() and opens_annex(head) and centred:
        return len(head) + 1
    return 0


def _title_role(line: Line, before: Sequence[Line]) -> str:
    text = line.text
    if is_rule(text):
        return "-" if before else ""
    if line.spot.part == "cell" and line.spot.table >= 0:
        return any_head_role(text) if any_head_role(text) in ("quoc_hieu", "tieu_ngu") else ""
    if GOES_WITH.match(plain(text)):
        return ANNEX[2]
    if marked(line) is not None or any(each.role == ANNEX[2] for each in before):
        return ""
    if not (line.layout.align == "center" or is_bold(line)):
        return ""
    first = before[0].role if before else ATTACHED if follows(line) else ANNEX[0]
    if first != ATTACHED:
        return ANNEX[1]
    return ATTACHED_TITLE if before else ATTACHED
