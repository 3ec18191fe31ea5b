"""Edits that do not fit are found, whatever stands around them."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from kehoach.absorb.edits import Edit, Kind
from kehoach.absorb.unfit import MOST, unfit


def edit(number: int, kind: Kind = Kind.WORD, words: str = "") -> Edit:
    return Edit("p", number, number, "x", kind, was=words or str(number))


def without(bad: set[int]) -> object:
    def stands(edits: Sequence[Edit]) -> bool:
        return not bad & {edit.start for edit in edits}

    return stands


@given(st.integers(0, 30), st.sets(st.integers(0, 29), max_size=MOST))
def test_just_the_unfit_ones_are_found(count: int, bad: set[int]) -> None:
    edits = [edit(number) for number in range(count)]
    stands = without(bad)
    assert callable(stands)
    assert {found.start for found in unfit(edits, stands)} == {n for n in bad if n < count}


def test_more_than_can_be_left_out_are_not_told_apart() -> None:
    edits = [edit(number) for number in range(30)]
    stands = without(set(range(MOST + 1)))
    assert callable(stands)
    assert unfit(edits, stands) == ()


def test_a_plan_that_cannot_be_built_anyway_is_no_edit_s_fault() -> None:
    assert unfit([edit(1)], lambda _: False) == ()


def test_what_one_change_makes_stays_together_and_numbers_are_no_change() -> None:
    edits = [
        edit(1, Kind.MOVE, "a"),
        edit(2, Kind.NUMBER),
        edit(3, Kind.MOVE, "a"),
        edit(4, Kind.WORD, "b"),
    ]
    stands = without({3})
    assert callable(stands)
    assert [found.start for found in unfit(edits, stands)] == [1, 3]
