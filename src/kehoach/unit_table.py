"""The table of administrative units: what a row says, and reading only the rows that are needed.

Two files in `data/`, provinces and districts apart from communes, made by `scripts/make_units`;
docs/units.md says from what, and from when on they are complete. Look-ups are in `units`.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from kehoach.vietnamese import slug

Level = Literal["province", "district", "commune"]
LEVELS: tuple[Level, ...] = ("province", "district", "commune")

_DATA = Path(__file__).parent / "data"
_LEVEL_OF_LENGTH: dict[int, Level] = {2: "province", 3: "district", 5: "commune"}
_Row = list[str]
_Lines = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit over a stretch of time, `since` to `until`, both days included.

    `date.min` and `date.max` stand for an open end. `full` is the kind and the name as in a
    sentence; `base` the id without a code; `became` the codes of what it was merged into.
    """

    code: str
    name: str
    full: str
    base: str
    id: str
    parent: str
    since: date
    until: date
    became: tuple[str, ...]

    @property
    def kind(self) -> str:
        """Return the common noun in small letters: `tỉnh`, `thành phố`, `huyện`, `xã` …"""
        return self.full.removesuffix(self.name).strip().lower()

    @property
    def level(self) -> Level:
        """Return the level of government."""
        return _LEVEL_OF_LENGTH[len(self.code)]

    @property
    def in_sentence(self) -> str:
        """Return the name in running text: `huyện Quỳnh Phụ`, `Quận 1`, `Thành phố Hồ Chí Minh`.

        A common noun before a number, a person or an event is a capital (NĐ 30/2020, Phụ lục II,
        III.1).
        """
        return self.full

    @property
    def in_capitals(self) -> str:
        """Return the name as it follows `ỦY BAN NHÂN DÂN`: `XÃ QUỲNH PHỤ`."""
        return self.full.upper()

    @property
    def place(self) -> str:
        """Return the địa danh of a date line: the name alone, `Thái Bình`.

        A unit named after a number, a person or an event is written in full: `Quận 1`, `Thành phố
        Hồ Chí Minh` (NĐ 30/2020, Phụ lục I, II.4.a).
        """
        return self.full if self.full[0].isupper() else self.name

    def stands(self, on: date) -> bool:
        """Return whether the unit is there on a day."""
        return self.since <= on <= self.until


def table_hash() -> str:
    """Return the SHA-256 of the table's files, in hexadecimal."""
    data = b"".join((_DATA / name).read_bytes() for name in ("units.csv", "communes.csv"))
    return hashlib.sha256(data).hexdigest()


def every(level: Level) -> Iterator[Unit]:
    """Return all units of a level, at all times."""
    if level == "province":
        yield from _above("")
    else:
        for code in dict.fromkeys(unit.code for unit in every("province")):
            yield from under(code, level)


def under(code: str, level: Level) -> Iterator[Unit]:
    """Return what ever lay in the province or district with a code, at all times."""
    if level == "district":
        yield from _above(code)
    elif level == "commune" and len(code) == 2:
        yield from _communes(code)
    elif level == "commune" and len(code) == 3:
        for province in _provinces_of(code):
            yield from (unit for unit in _communes(province) if unit.parent == code)


def history(code: str) -> Iterator[Unit]:
    """Return every unit that a code ever meant."""
    if len(code) == 5:
        pool = [unit for province in _provinces_of(code) for unit in _communes(province)]
    else:
        pool = [*_above("" if len(code) == 2 else _districts().get(code, ""))]
    yield from (unit for unit in pool if unit.code == code)


def _provinces_of(code: str) -> tuple[str, ...]:
    """Return the codes of the provinces that a district or commune code ever lay in."""
    if len(code) == 5:
        return tuple(dict.fromkeys(_province(_parent(row)) for row in _rows_of().get(code, ())))
    return (_province(code),)


def _province(code: str) -> str:
    """Return the province's code for the code of a province or district: districts never moved."""
    return code if len(code) == 2 else _districts()[code]


@cache
def _districts() -> dict[str, str]:
    """Return the code of each district's province by its own."""
    lines = (line for parent, lines in _upper().items() if parent for line in lines)
    return {_code(line): _parent(line) for line in lines}


@cache
def _above(parent: str) -> tuple[Unit, ...]:
    """Return the districts of a province at all times, all provinces for the empty code."""
    return _units(_upper().get(parent, ()))


@cache
def _upper() -> _Lines:
    """Return the rows of districts by the code of their province, those of provinces by none."""
    return _grouped(_read("units.csv"))


@cache
def _communes(province: str) -> tuple[Unit, ...]:
    """Return the communes of a province at all times."""
    return _units(_rows_in().get(province, ()))


@cache
def _rows_in() -> _Lines:
    """Return the rows of communes by the code of their province."""
    groups: _Lines = {}
    for parent, rows in _grouped(_read("communes.csv")).items():
        groups.setdefault(_province(parent), []).extend(rows)
    return groups


@cache
def _rows_of() -> _Lines:
    """Return the rows of communes by their own code."""
    groups: _Lines = {}
    for line in (line for lines in _rows_in().values() for line in lines):
        groups.setdefault(_code(line), []).append(line)
    return groups


def _grouped(lines: Iterable[str]) -> _Lines:
    """Return lines by the code of what they lie in: there are many, so no call for each."""
    groups: _Lines = defaultdict(list)
    for line in lines:
        groups[line.split(",", 4)[3]].append(line)
    return dict(groups)


def _read(name: str) -> list[str]:
    """Return the rows of a table as they stand: few are ever taken apart, and nothing is quoted."""
    return (_DATA / name).read_text("utf-8").splitlines()[1:]


def _code(line: str) -> str:
    return line.split(",", 1)[0]


def _parent(line: str) -> str:
    return line.split(",", 4)[3]


def _units(lines: Iterable[str]) -> tuple[Unit, ...]:
    """Return the units of the rows of one province, or of all provinces, with their ids.

    An id that two codes would share at the same time gets the code: `xa_tan_thanh_30001`.
    """
    rows = [line.split(",") for line in lines]
    bases = [slug(f"{row[1]} {row[2]}" if row[3] else row[2]) for row in rows]
    groups: dict[str, list[_Row]] = {}
    for row, base in zip(rows, bases, strict=True):
        groups.setdefault(base, []).append(row)
    return tuple(
        _unit(row, base, any(_clash(row, other) for other in groups[base]))
        for row, base in zip(rows, bases, strict=True)
    )


def _clash(row: _Row, other: _Row) -> bool:
    """Return whether two rows are of different units that are there on one day (ISO dates)."""
    if row[0] == other[0]:
        return False
    return (row[4] <= (other[5] or "9")) and (other[4] <= (row[5] or "9"))


def _unit(row: _Row, base: str, shared: bool) -> Unit:
    code, kind, name, parent, since, until, became = row
    return Unit(
        code=code,
        name=name,
        full=f"{kind} {name}",
        base=base,
        id=f"{base}_{code}" if shared else base,
        parent=parent,
        since=date.fromisoformat(since) if since else date.min,
        until=date.fromisoformat(until) if until else date.max,
        became=tuple(became.split()),
    )
