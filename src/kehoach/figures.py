"""The figures of each unit, from a table that an office keeps beside the plan: one row a unit.

Columns: `unit` (an id), ids of targets (the unit's own figure; `-` where the target does not
apply), ids of objects (how many there are), `signer`, `post`, `number`, `date`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from kehoach import tabular
from kehoach.diagnostic import N_, Diagnostic, Span, error, nearest, warning
from kehoach.units import Unit
from kehoach.values import UNKNOWN_MARK, parse_amount
from kehoach.vocabulary import OBJECTS

UNIT = "unit"
PERSONAL = ("signer", "post", "number", "date")
NOT_APPLICABLE = "-"

Find = Callable[[str], Unit | None]


@dataclass(frozen=True, slots=True)
class Figure:
    """What a cell says, and where it stands: the row as line, the column as column."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Figures:
    """One unit's row: its own targets, its totals by object, and who signs.

    A target in `dropped` does not apply to the unit.
    """

    unit: Unit
    targets: dict[str, Figure] = field(default_factory=dict)
    totals: dict[str, Figure] = field(default_factory=dict)
    personal: dict[str, Figure] = field(default_factory=dict)
    dropped: frozenset[str] = frozenset()


def read(
    data: bytes, path: str, targets: Iterable[str], find: Find
) -> tuple[dict[str, Figures], list[Diagnostic]]:
    """Return unit code → figures, and what is wrong by row and column.

    `targets` are the ids that a column may have; `find` gives the unit of an id, or None.
    """
    rows, findings = tabular.read(data, path)
    if not rows:
        return {}, findings
    header, found = _header(rows[0], path, [*targets])
    findings += found
    units: dict[str, Figures] = {}
    if UNIT not in header:
        message = N_("there is no column «unit»")
        return {}, [*findings, error("P080", _cell(path, 0, 0), message)]
    at = header.index(UNIT)
    for number, row in enumerate(rows[1:], 1):
        where = _cell(path, number, at)
        unit = find(row[at])
        if unit is None:
            findings.append(_unknown(row[at], where))
        elif unit.code in units:
            message = N_("«{name}» already has a row")
            findings.append(error("P083", where, message, name=row[at]))
        else:
            units[unit.code] = _row(unit, header, row, path, number)
            findings += _not_numbers(units[unit.code])
    return units, findings


def _header(titles: list[str], path: str, targets: list[str]) -> tuple[list[str], list[Diagnostic]]:
    known = [UNIT, *PERSONAL, *targets, *OBJECTS]
    findings: list[Diagnostic] = []
    for column, title in enumerate(titles):
        where = _cell(path, 0, column)
        if title and title not in known:
            best = nearest(title, known)
            message = N_("the column «{name}» is neither a target nor an object that is counted")
            hint = N_("did you mean {best}?") if best else N_("the targets are {known}")
            words = {"name": title, "best": best, "known": ", ".join(targets)}
            findings.append(error("P081", where, message, hint, **words))
        elif title and title in titles[:column]:
            message = N_("the column «{name}» is there twice")
            findings.append(error("P084", where, message, name=title))
    return titles, findings


def _unknown(name: str, where: Span) -> Diagnostic:
    message = N_("«{name}» is not a unit below this one on the plan's date")
    hint = N_("look the ids up with: kehoach units")
    return error("P082", where, message, hint, name=name)


def _not_numbers(row: Figures) -> Iterator[Diagnostic]:
    """Yield the totals and figures in which there is no number."""
    wrong = {n: c for n, c in row.targets.items() if parse_amount(c.text) is None}
    wrong |= {n: c for n, c in row.totals.items() if not c.text.replace(".", "").isdecimal()}
    for name, cell in wrong.items():
        if cell.text not in (NOT_APPLICABLE, UNKNOWN_MARK):
            message = N_("there is no number in «{text}», the figure of {name}")
            hint = N_("write a number, or - where it does not apply")
            yield error("P088", cell.span, message, hint, text=cell.text, name=name)


def _row(unit: Unit, header: list[str], row: list[str], path: str, number: int) -> Figures:
    cells = {
        title: Figure(text, _cell(path, number, column))
        for column, (title, text) in enumerate(zip(header, row, strict=True))
        if title and text
    }
    targets = {n: c for n, c in cells.items() if n not in (UNIT, *PERSONAL) and n not in OBJECTS}
    return Figures(
        unit,
        {name: cell for name, cell in targets.items() if cell.text != NOT_APPLICABLE},
        {name: cell for name, cell in cells.items() if name in OBJECTS},
        {name: cell for name, cell in cells.items() if name in PERSONAL},
        frozenset(name for name, cell in targets.items() if cell.text == NOT_APPLICABLE),
    )


def missing(units: Iterable[Unit], given: dict[str, Figures], where: Span) -> list[Diagnostic]:
    """Return a warning that names the units without a row."""
    names = [unit.in_sentence for unit in units if unit.code not in given]
    if not names:
        return []
    message = N_("{count} units have no row: {names}")
    return [warning("P085", where, message, count=len(names), names=", ".join(names))]


def _cell(path: str, row: int, column: int) -> Span:
    """Return the span of a cell: its 1-based row as line, its 1-based column as column."""
    return Span(path, row + 1, column + 1, row + 1, column + 2)
