"""Documents that keep the decree, in many habits: valid Word files, and nothing to say about."""

from __future__ import annotations

import pytest

import validator
from kehoach.checking import Checker
from kehoach.review import of_word
from offices import Office
from said import HELD, SEEN

ALL = [*SEEN, *HELD]
CLEAN = [each for each in ALL if each.clean]
CHECKER = Checker()


def test_there_are_enough_of_them() -> None:
    assert len(CLEAN) >= 12
    assert len({each.habit for each in CLEAN}) >= 5
    assert len({each.said for each in CLEAN}) >= 5


@pytest.mark.parametrize("each", CLEAN, ids=lambda each: each.name)
def test_nothing_is_found_in_a_clean_document(each: Office) -> None:
    found = of_word(each.data(), each.name, CHECKER).findings
    assert [(one.code, one.message) for one in found] == []


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.name)
def test_every_document_is_a_valid_word_file(each: Office) -> None:
    assert validator.faults(each.data()) == []
