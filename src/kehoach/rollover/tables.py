"""The table of the units' figures for another year: who is there then, and nothing decided yet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath

from kehoach.absorb.written import delimiter_of
from kehoach.figures import NOT_APPLICABLE, PERSONAL, UNIT
from kehoach.tabular import TABLES
from kehoach.units import Unit
from kehoach.values import UNKNOWN_MARK
from kehoach.vocabulary import OBJECTS

_KEPT = {UNIT, *OBJECTS, *PERSONAL} - {"number", "date"}
"""Columns that are taken over: whom a row is about, how many objects there are, who signs."""


def name(old: str, years: tuple[int, int], folder: str) -> str:
    """Return what the table is called beside the new plan, in its `folder`."""
    stem = PurePosixPath(old).stem
    before, after = map(str, years)
    stem = stem.replace(before, after) if before in stem else f"{stem}-{after}"
    return (PurePosixPath(folder) / f"{stem}{TABLES[0]}").as_posix()


def rolled(
    rows: Sequence[Sequence[str]], find: Callable[[str], Unit | None], below: Iterable[Unit]
) -> tuple[list[list[str]], list[str]]:
    """Return the rows for the new year, and the units of the old rows that are no more.

    Totals and signers are kept, own targets are to be decided again, numbers and days are blank.
    When a unit has gone, those that have no row yet get one.
    """
    header = list(rows[0])
    at = header.index(UNIT)
    made, lost, there = [header], [], set()
    for row in rows[1:]:
        unit = find(row[at])
        if unit is None:
            lost.append(row[at])
            continue
        there.add(unit.code)
        made.append([_cell(title, text) for title, text in zip(header, row, strict=True)])
    if lost:
        fresh = [unit for unit in below if unit.code not in there]
        made += [
            [unit.id if column == at else "" for column in range(len(header))] for unit in fresh
        ]
    return made, lost


def _cell(title: str, text: str) -> str:
    if title in _KEPT or text == NOT_APPLICABLE or not text:
        return text
    return "" if title in PERSONAL or not title else UNKNOWN_MARK


def written(rows: Iterable[Sequence[str]], like: bytes) -> bytes:
    """Return rows as CSV, parted and ended as the file `like` if that is CSV."""
    text = "" if like[:2] == b"PK" else like.decode("utf-8", "replace")
    mark = "\ufeff" if text.startswith("\ufeff") or not text else ""
    ending = re.search(r"\r\n|\n", text)
    stream = io.StringIO()
    writer = csv.writer(
        stream,
        delimiter=delimiter_of(text) if text else ",",
        lineterminator=ending[0] if ending else "\n",
    )
    writer.writerows(rows)
    return (mark + stream.getvalue()).encode()
