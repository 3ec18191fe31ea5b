"""Faults in good documents of many offices: each is found, and nothing that is not there."""

from __future__ import annotations

from functools import partial

import pytest

import said
from offices import Habit, write
from seeded import FAULTS, Count, Fault, Seeder

GOOD = tuple(dict.fromkeys(one.said for one in (*said.SEEN, *said.HELD) if one.clean))
HABITS = (Habit(), Habit("tabs", "vml", "theme"))
SEEDERS = [Seeder(partial(write, habit=habit)) for habit in HABITS]


@pytest.mark.parametrize(
    ("number", "fault"), list(enumerate(FAULTS)), ids=[fault.name for fault in FAULTS]
)
def test_a_fault_is_found_and_nothing_else(number: int, fault: Fault) -> None:
    for seeder in SEEDERS:
        seeder.count = Count()
        turned = GOOD[number % len(GOOD) :] + GOOD[: number % len(GOOD)]
        assert any(seeder.put(fault, lines, str(number)) for lines in turned)
        assert (seeder.count.missed, seeder.count.false) == ([], [])


def test_faults_are_many_and_of_many_rules() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) >= 70
    assert len({fault.code for fault in FAULTS}) >= 25
