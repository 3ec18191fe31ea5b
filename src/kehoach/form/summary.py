"""What the summary of registrations prints: units by rows, counted objects by columns.

Shares come from sums, never from other shares. `-` stands where there is no such object, a blank
where nothing was sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kehoach.form.words import STANDARD_OBJECTS
from kehoach.model import PlanKeys
from kehoach.values import decimal, parse_amount

NONE = "-"
"""What a cell says where a unit has no object of a kind."""

Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class Line:
    """A unit of the summary: `totals` and `registered` by object, as cells say them."""

    id: str
    name: str
    totals: Mapping[str, str]
    registered: Mapping[str, str]


def objects(keys: PlanKeys) -> list[str]:
    """Return the ids of what is counted: what targets register, and what can be recognised."""
    targets = (keys.targets or {}).values()
    found = [
        item.text
        for target in targets
        for item in target.of or ()
        if item.text in STANDARD_OBJECTS or (target.count and target.count.text == "dang_ky")
    ]
    return list(dict.fromkeys(found)) or [*STANDARD_OBJECTS]


def summary(groups: Iterable[tuple[str, Sequence[Line]]], names: Mapping[str, str]) -> Values:
    """Return the values of the summary: `groups` are (title, units), `names` object → words."""
    filled = [(title, lines) for title, lines in groups if lines]
    every = [line for _, lines in filled for line in lines]
    return {
        "doi_tuong": [{"id": id, "ten": _capital(name)} for id, name in names.items()],
        "nhom": [
            {"stt": stt, "ten": title, "don_vi": [*_units(lines, names)], **_sums(lines, names)}
            for stt, (title, lines) in zip(("I", "II", "III"), filled, strict=False)
        ],
        "tong": _sums(every, names),
    }


def share(registered: str, total: str) -> str:
    """Return a percentage with at most one place, `-` without objects, blank when not known."""
    if total == NONE:
        return NONE
    part, whole = _number(registered), _number(total)
    if part is None or whole is None:
        return ""
    return decimal(round(float(part / whole * 100), 1)) if whole else NONE


def add(cells: Iterable[str]) -> str:
    """Return the sum of the cells that hold a number, blank when none does."""
    known = [number for cell in cells if (number := _number(cell)) is not None]
    return decimal(float(sum(known))) if known else ""


def _units(lines: Sequence[Line], names: Mapping[str, str]) -> Iterator[Values]:
    for stt, line in enumerate(lines, 1):
        cells = [_cells(line, object_) for object_ in names]
        yield {
            "id": line.id,
            "stt": str(stt),
            "ten": line.name,
            "o": cells,
            "cong": _together(cells),
            "ngay_nhan": "",
        }


def _cells(line: Line, object_: str) -> Values:
    total, registered = line.totals.get(object_, ""), line.registered.get(object_, "")
    there = total not in (NONE, "0")
    if not there:
        total = registered = NONE
    return {
        "id": f"{line.id}.{object_}",
        "ap_dung": there,
        "tong_so": total,
        "dang_ky": registered,
        "ty_le": share(registered, total),
    }


def _sums(lines: Sequence[Line], names: Mapping[str, str]) -> Values:
    cells: list[Values] = []
    for object_ in names:
        own = [_cells(line, object_) for line in lines]
        cells.append(_together(own))
    return {"o": cells, "cong": _together(cells)}


def _together(cells: Sequence[Values]) -> Values:
    total = add(str(cell["tong_so"]) for cell in cells)
    registered = add(str(cell["dang_ky"]) for cell in cells)
    return {"tong_so": total, "dang_ky": registered, "ty_le": share(registered, total)}


def _number(cell: str) -> Decimal | None:
    amount = parse_amount(cell)
    return amount.number if amount and not amount.unit else None


def _capital(name: str) -> str:
    return f"{name[:1].upper()}{name[1:]}"
