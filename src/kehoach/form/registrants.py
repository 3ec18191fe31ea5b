"""Who registers beside the units: sở, ngành, enterprises, schools, from a table beside the plan.

Columns: `name` (in full, as in a sentence), `kind` (so_nganh, doanh_nghiep, nha_truong or words),
`over` (the body above it, printed at its head), `place`, and ids of objects (how many there are).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kehoach import tabular
from kehoach.diagnostic import N_, Diagnostic, Span, error, nearest
from kehoach.vietnamese import slug
from kehoach.vocabulary import OBJECTS

NAME = "name"
WORDS = ("kind", "over", "place")


@dataclass(frozen=True, slots=True)
class Registrant:
    """One registrant. `id` is the name as a folder: `so-giao-duc-va-dao-tao`."""

    id: str
    name: str
    kind: str = ""
    over: str = ""
    place: str = ""
    totals: Mapping[str, str] = field(default_factory=dict)


def folder(name: str) -> str:
    """Return a name as that of a folder, short enough for any path."""
    return slug(name).replace("_", "-")[:60].rstrip("-") or "khac"


def read(data: bytes, path: str) -> tuple[list[Registrant], list[Diagnostic]]:
    """Return the registrants in the order of their rows, and what is wrong by row and column."""
    rows, findings = tabular.read(data, path)
    if not rows:
        return [], findings
    header = rows[0]
    findings += _unknown(header, path)
    if NAME not in header:
        message = N_("there is no column «name»")
        return [], [*findings, error("F011", _cell(path, 0, 0), message)]
    found: dict[str, Registrant] = {}
    for number, row in enumerate(rows[1:], 1):
        cells = {title: text for title, text in zip(header, row, strict=True) if title and text}
        where = _cell(path, number, header.index(NAME))
        name = cells.get(NAME, "")
        id = folder(name)
        if not name:
            findings.append(error("F012", where, N_("this row has no name")))
        elif id in found:
            message = N_("«{name}» already has a row")
            findings.append(error("F013", where, message, name=name))
        else:
            totals = {title: text for title, text in cells.items() if title in OBJECTS}
            words = {title: cells.get(title, "") for title in WORDS}
            found[id] = Registrant(id, name, **words, totals=totals)
    return [*found.values()], findings


def _unknown(header: list[str], path: str) -> list[Diagnostic]:
    known = [NAME, *WORDS, *OBJECTS]
    message = N_("the column «{name}» is neither about a registrant nor an object that is counted")
    findings = []
    for column, title in enumerate(header):
        if title and title not in known:
            best = nearest(title, known)
            hint = N_("did you mean {best}?") if best else N_("known are: {known}")
            words = {"name": title, "best": best, "known": ", ".join(known)}
            findings.append(error("F014", _cell(path, 0, column), message, hint, **words))
    return findings


def _cell(path: str, row: int, column: int) -> Span:
    return Span(path, row + 1, column + 1, row + 1, column + 2)
