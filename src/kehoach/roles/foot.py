"""The foot of a document: recipients at the left, signers at the right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from kehoach.document import FOOT
from kehoach.paper import Line
from kehoach.roles.confidence import LIKELY, PLAUSIBLE, UNSURE
from kehoach.roles.near import near_recipients
from kehoach.roles.split import (
    BREAK,
    GAP,
    Part,
    broken,
    cut,
    is_bold,
    parts_of,
    trimmed,
    typed,
    underlined,
)
from kehoach.roles.words import (
    RECIPIENTS,
    is_authority,
    is_capital,
    is_name,
    is_post,
    is_rule,
    is_signed,
    plain,
)

_LISTED = re.compile(r"\s*[-+–][\s\w]")
_KEPT = re.compile(r"luu ?[:;]")
HEADING, RECIPIENT, MARK = "noi_nhan_de", FOOT[0], "ky_khac"
NAME = FOOT[-1]


def begins(line: Line) -> bool:
    """Return whether the foot begins with a line: the words «Nơi nhận», or who signs."""
    parts = parts_of(line)
    signs = line.spot.part != "cell" or is_bold(line)
    return any(_heads(part.text) or (signs and is_authority(part.line.printed)) for part in parts)


def table_start(lines: Sequence[Line], at: int) -> int:
    """Return the first line of the table that line `at` stands in, else `at`."""
    if at < len(lines) and lines[at].spot.table >= 0:
        table = lines[at].spot.table
        return next(i for i, line in enumerate(lines) if line.spot.table == table)
    return at


def foot(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of recipients and signers in their roles, in the order of the file."""
    made: list[Line] = []
    for table, group in groupby(lines, lambda line: line.spot.table):
        inner = list(group)
        made += _table(inner) if table >= 0 else _plain(inner)
    return made


def signer(lines: Iterable[Line]) -> list[Line]:
    """Return the lines of one signer in their roles, from authority to name."""
    made: list[Line] = []
    said = list(lines)
    for number, line in enumerate(said):
        if is_rule(line.text):
            if made:
                made[-1] = replace(made[-1], strokes=(*made[-1].strokes, typed(line)))
            continue
        role, sure = _signer_role(line, made, last=number == len(said) - 1)
        made.append(underlined(replace(line, role=role, confidence=sure)))
    return made


def _heads(text: str) -> bool:
    return bool(RECIPIENTS.fullmatch(plain(text)))


def _table(lines: list[Line]) -> list[Line]:
    """Return the lines of a table that stands under the text: each column by itself."""
    columns: dict[int, list[Line]] = {}
    for line in lines:
        columns.setdefault(line.spot.column, []).extend(broken(line))
    listed = {column for column, inner in columns.items() if _lists(inner)}
    found = {c: recipients(i) if c in listed else signer(i) for c, i in columns.items()}
    made = [line for inner in found.values() for line in inner]
    return sorted(made, key=lambda line: (line.spot.row, line.spot.column))


def _lists(lines: Sequence[Line]) -> bool:
    """Return whether a column has the recipients: by its heading, or by its dashes."""
    dashes = sum(1 for line in lines if _is_listed(line))
    return any(_heads(line.text) for line in lines) or dashes * 2 > len(lines)


def _is_listed(line: Line) -> bool:
    return line.marker is not None or bool(_LISTED.match(line.text))


def recipients(lines: Iterable[Line]) -> list[Line]:
    """Return the lines below «Nơi nhận:» in their roles."""
    made = []
    for line in lines:
        role = HEADING if _heads(line.text) or near_recipients(line.text) else RECIPIENT
        if not is_rule(line.text):
            made.append(underlined(replace(line, role=role, confidence=LIKELY)))
    return made


@dataclass(slots=True)
class _Columns:
    """Sorts lines that no table parts: what is listed to the recipients, the rest to signers."""

    signers: list[Line] = field(default_factory=list)
    order: list[Line] = field(default_factory=list)
    listing: bool = False

    def add(self, part: Part, beside: bool) -> None:
        """Take one part of a line; `beside` says that something stands to the left of it."""
        line = part.line
        if beside:
            self._sign(line)
        elif _heads(line.text) or near_recipients(line.text):
            self.listing = True
            self.order.append(replace(line, role=HEADING, confidence=LIKELY))
        elif self._is_recipient(line):
            self.order.append(replace(line, role=RECIPIENT, confidence=LIKELY))
            self.listing = not _KEPT.search(plain(line.text))
        else:
            self._sign(line)

    def _is_recipient(self, line: Line) -> bool:
        if _is_listed(line):
            return True
        centred = line.layout.align in ("center", "right")
        return self.listing and not is_capital(line.printed) and not centred

    def _sign(self, line: Line) -> None:
        self.signers.append(line)
        self.order.append(line)


def _plain(lines: list[Line]) -> list[Line]:
    columns = _Columns()
    for line in lines:
        for each in (each for each in cut(line, BREAK) if each.text.strip()):
            listed = _LISTED.match(each.text) and not GAP.search(each.text.strip()[2:])
            parts = [Part(trimmed(each))] if listed else parts_of(each)
            for number, part in enumerate(parts):
                columns.add(part, beside=number > 0 or part.column > 0)
    named = iter(signer(columns.signers))
    return list(_woven(columns.order, named))


def _woven(order: Sequence[Line], signers: Iterator[Line]) -> Iterator[Line]:
    """Yield recipients and signers in the order of the file."""
    for line in order:
        if line.role in (HEADING, RECIPIENT):
            yield underlined(line)
        elif not is_rule(line.text):
            yield next(signers)


def _signer_role(line: Line, before: Sequence[Line], *, last: bool) -> tuple[str, float]:
    """Return the role of a line of a signer, and how sure that is."""
    if is_signed(line.text):
        return MARK, LIKELY
    if is_authority(line.printed):
        return "ky_thay_mat", LIKELY
    if is_authority(line.printed, small=True) and not last:
        return "ky_thay_mat", PLAUSIBLE
    done = [each.role for each in before if each.role != MARK]
    previous = done[-1] if done else ""
    capital = is_capital(line.printed)
    if is_name(line.text) and (not capital or (last and previous)):
        return NAME, LIKELY if previous else PLAUSIBLE
    if not (capital or is_post(line.text)):
        return MARK, UNSURE
    if previous in ("ky_chuc_vu", "ky_chuc_danh"):
        follows = is_post(line.text) or previous == "ky_chuc_danh"
        return "ky_chuc_danh" if follows else previous, PLAUSIBLE
    collective = plain(next((e.text for e in before if e.role == "ky_thay_mat"), "")).startswith(
        "t"
    )
    if previous == "ky_thay_mat" and collective and not is_post(line.text) and not last:
        return previous, PLAUSIBLE
    return "ky_chuc_vu", PLAUSIBLE
