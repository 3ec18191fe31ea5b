"""Faults in good documents of many offices: each is found, and nothing that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest

import said
from offices import Habit, write
from seeded import FAULTS, Count, Fault, Lines, Seeder
from seeded_layout import FRAME, MARRED, Marred

GOOD = tuple(dict.fromkeys(one.said for one in (*said.SEEN, *said.HELD) if one.clean))
HABITS = (Habit(), Habit("tabs", "vml", "theme"))
SEEDERS = [(Seeder(partial(write, habit=habit)), habit) for habit in HABITS]
WORDS = (*FAULTS, *FRAME)


def turned(number: int) -> tuple[Lines, ...]:
    """Return the good documents, another one first for each number."""
    return GOOD[number % len(GOOD) :] + GOOD[: number % len(GOOD)]


def seeders() -> Iterator[tuple[Seeder, Habit]]:
    """Yield a seeder for each habit, its count at nothing."""
    for seeder, habit in SEEDERS:
        seeder.count = Count()
        yield seeder, habit
        assert (seeder.count.missed, seeder.count.false) == ([], [])


@pytest.mark.parametrize(
    ("number", "fault"), list(enumerate(WORDS)), ids=[fault.name for fault in WORDS]
)
def test_a_fault_in_words_is_found_and_nothing_else(number: int, fault: Fault) -> None:
    for seeder, _ in seeders():
        assert any(seeder.put(fault, lines, fault.name) for lines in turned(number))


@pytest.mark.parametrize(
    ("number", "fault"), list(enumerate(MARRED)), ids=[fault.name for fault in MARRED]
)
def test_a_fault_in_looks_is_found_and_nothing_else(number: int, fault: Marred) -> None:
    for seeder, habit in seeders():
        assert any(fault.put(seeder, lines, habit) for lines in turned(number))


def test_faults_are_many_and_of_many_rules() -> None:
    every = (*WORDS, *MARRED)
    assert len({fault.name for fault in every}) == len(every) >= 120
    assert len({fault.code for fault in every}) >= 60
