"""How many seeded faults the checker finds in documents of several makers, and what else it says.

Each is one change to one good document: see `seeded.FAULTS`. Word's habits by hand and python-docx
get every fault in every document, the slower programs one document for a fault.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from functools import partial
from pathlib import Path

import makers
from built import Built
from makers import Missing

from offices import Habit, write
from said import HELD, SEEN
from seeded import FAULTS, Count, Lines, Seeder
from seeded_layout import FRAME, MARRED

Row = tuple[str, str, str]
_HABITS = (
    Habit(),
    Habit("tabs", "vml", "theme"),
    Habit(rules="drawing", fonts="style"),
    Habit(rules="vml", wraps=frozenset({"runs", "sdt"})),
)
_MARRED = _HABITS[:2]
"""Habits whose looks are marred too."""

_UNTOLD = {"pandoc": {"two spaces"}}
"""Faults that a maker mends as it writes: pandoc's text has one space between words."""

_PLANS = ("plans/thai-binh/2024.yaml", "plans/nghe-an/2024-co-so.yaml")
"""Plans whose own documents are marred; their year is not one that a fault puts in."""

_SHOWN = 20
_WORDS = (*FAULTS, *FRAME)


def rows(cache: Path) -> Iterator[Row]:
    """Yield a row for each maker, and for each fault that was missed or falsely found.

    `cache` is where npm puts its package.
    """
    good = tuple(dict.fromkeys(one.said for one in (*SEEN, *HELD) if one.clean))
    total = Count()
    built = Built(_PLANS)
    ours = Seeder(built.write)
    _seed_ours(ours, built)
    yield _row("kehoach", ours.count)
    total.add(ours.count)
    for name, habit, writer, thorough in _makers(cache):
        seeder = Seeder(writer)
        try:
            _seed(seeder, good, thorough, _UNTOLD.get(name, set()))
            if habit in _MARRED:
                _mar(seeder, good, habit)
        except Missing:
            yield f"  {name}", "not counted: the program is not there", ""
            continue
        count = seeder.count
        yield _row(name, count)
        for line in [*count.missed, *count.false][:_SHOWN]:
            yield "    missed or false", line[:84], ""
        total.add(count)
    yield (
        f"{len(_WORDS) + len(MARRED)} kinds of faults",
        f"{_told(total)}, in {len(good) + len(built.good)} documents",
        "",
    )


def _row(name: str, count: Count) -> Row:
    return f"  by {name}", _told(count), "FAILED" if count.missed or count.false else ""


def _told(count: Count) -> str:
    return f"{count.found} of {count.seeded} found, {len(count.false)} false"


def _seed(seeder: Seeder, good: tuple[Lines, ...], thorough: bool, untold: Container[str]) -> None:
    for number, fault in enumerate(fault for fault in _WORDS if fault.name not in untold):
        at = number % len(good)
        for lines in (*good[at:], *good[:at]):
            put = seeder.put(fault, lines, fault.name)
            if put and not thorough:
                break


def _mar(seeder: Seeder, good: tuple[Lines, ...], habit: Habit) -> None:
    for fault in MARRED:
        for lines in good:
            fault.put(seeder, lines, habit)


def _seed_ours(seeder: Seeder, built: Built) -> None:
    """Put each fault into the first of our own documents that can have it."""
    for fault in FAULTS:
        any(seeder.put(fault, lines, fault.name) for lines in built.good)
    # A plan that cites the same document in full before is rightly told so, too.
    seeder.count.false = [said for said in seeder.count.false if ": S114 " not in said]


def _makers(
    cache: Path,
) -> Iterator[tuple[str, Habit | None, Callable[[Lines], bytes], bool]]:
    """Yield name, habit, writer, and whether it is quick enough for every document."""
    for number, habit in enumerate(_HABITS, 1):
        yield f"hand, habit {number}", habit, partial(write, habit=habit), True
    saved = _HABITS[2]
    yield "python-docx", None, makers.by_python_docx, True
    yield "npm docx", None, lambda lines: makers.by_npm_docx(lines, cache), False
    yield "pandoc", None, makers.by_pandoc, False
    yield "LibreOffice", None, lambda lines: makers.by_libreoffice(write(lines, saved)), False
