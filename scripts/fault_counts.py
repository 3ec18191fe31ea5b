"""How many seeded faults the checker finds in documents of several makers, and what else it says.

Each is one change to one good document: see `seeded.FAULTS`. Word's habits by hand and python-docx
get every fault in every document, the slower programs one document for a fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import makers
from makers import Missing

from offices import Habit, write
from said import HELD, SEEN
from seeded import FAULTS, Lines, Seeder

Row = tuple[str, str, str]
_HABITS = (
    Habit(),
    Habit("tabs", "vml", "theme"),
    Habit(rules="drawing", fonts="style"),
    Habit(rules="vml", wraps=frozenset({"runs", "sdt"})),
)
_SHOWN = 20


def rows(cache: Path) -> Iterator[Row]:
    """Yield a row for each maker, and for each fault that was missed or falsely found.

    `cache` is where npm puts its package.
    """
    good = tuple(dict.fromkeys(one.said for one in (*SEEN, *HELD) if one.clean))
    total = [0, 0, 0]
    for name, writer, thorough in _makers(cache):
        seeder = Seeder(writer)
        try:
            _seed(seeder, good, thorough)
        except Missing:
            yield f"  {name}", "not counted: the program is not there", ""
            continue
        count = seeder.count
        told = f"{count.found} of {count.seeded} found, {len(count.false)} false"
        yield f"  faults by {name}", told, "FAILED" if count.missed or count.false else ""
        for line in [*count.missed, *count.false][:_SHOWN]:
            yield "    missed or false", line[:84], ""
        total = [
            total[0] + count.found,
            total[1] + count.seeded,
            total[2] + len(count.false),
        ]
    told = f"{total[0]} of {total[1]} found, {total[2]} false, in {len(good)} documents"
    yield f"{len(FAULTS)} faults, all makers", told, ""


def _seed(seeder: Seeder, good: tuple[Lines, ...], thorough: bool) -> None:
    for number, fault in enumerate(FAULTS):
        at = number % len(good)
        for lines in (*good[at:], *good[:at]):
            put = seeder.put(fault, lines, lines[0].words)
            if put and not thorough:
                break


def _makers(cache: Path) -> Iterator[tuple[str, Callable[[Lines], bytes], bool]]:
    """Yield name, writer, and whether it is quick enough for every document."""
    for number, habit in enumerate(_HABITS, 1):
        yield f"hand, habit {number}", partial(write, habit=habit), True
    yield "python-docx", makers.by_python_docx, True
    yield "npm docx", lambda lines: makers.by_npm_docx(lines, cache), False
    yield "pandoc", makers.by_pandoc, False
    yield "LibreOffice", lambda lines: makers.by_libreoffice(write(lines, _HABITS[2])), False
