"""Legal bases of the movement that every province cites: date, body, and how long they hold.

`data/bases.csv` says the same as plans/base/refs.yaml, for files that no plan stands behind.
"""

from __future__ import annotations

import csv
import datetime
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kehoach.vietnamese import fold
from kehoach.wording.citations import Citation

_FILE = Path(__file__).parents[1] / "data" / "bases.csv"


class Basis(NamedTuple):
    """A known document; `start` and `until` are None where nothing is known of them."""

    number: str
    date: datetime.date
    by: str
    start: datetime.date | None
    until: datetime.date | None
    replaced_by: str


def known(found: Citation) -> Basis | None:
    """Return the basis that a citation means, or None.

    A number without a year may be another year's: it counts only with the date, or where the
    symbol has a group of its own (`510/QĐ-BCA-V05`) and the citation no date.
    """
    basis = every().get(found.symbol.right)
    if basis is None:
        return None
    if found.symbol.year or (found.date and _iso(found) == basis.date.isoformat()):
        return basis
    return basis if not found.dated and len(found.symbol.parts) > 2 else None


def same_body(one: str, other: str) -> bool:
    """Return whether two names may be of one body: a minister stands for the ministry."""
    return not one or not other or _first(one) == _first(other)


@cache
def every() -> dict[str, Basis]:
    """Return all known bases by number and symbol."""
    return {basis.number: basis for basis in _read()}


def _read() -> Iterator[Basis]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Basis(
                row["number"],
                datetime.date.fromisoformat(row["date"]),
                row["by"],
                _day(row["from"]),
                _day(row["until"]),
                row["replaced_by"],
            )


def _day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def _iso(found: Citation) -> str:
    return found.date.iso if found.date else ""


def _first(body: str) -> list[str]:
    return fold(body).replace("bo truong ", "").split()[:2]
