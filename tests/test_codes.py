"""What findings of a code may say is read from the source, for every code there is."""

from __future__ import annotations

from string import Formatter

from kehoach import codes

SAID = codes.said()
ELSEWHERE = {"E010", "O011", "P030", "P040", "R004", "Y005"}
"""Codes whose words come from another function than the one that names the code."""


def test_a_code_is_found_with_its_message_and_hint() -> None:
    [one] = codes.said("Y009")
    assert one.severity == "error"
    assert one.messages == ("the key «{key}» is already on line {first}",)
    assert one.hints == ("keep one of the two",)


def test_a_message_is_the_nearest_above_where_a_function_has_several() -> None:
    [one] = codes.said("B016")
    assert one.messages == ("there is no plan in this folder",)
    assert one.hints[0].startswith("plans are .yaml files below")


def test_what_branches_say_is_all_found() -> None:
    [one] = codes.said("E020")
    assert len(one.messages) == 2
    [one] = codes.said("P001")
    assert one.hints[0] == "did you mean {best}?"
    assert one.hints[-1] == "the keys here are: {known}"


def test_nearly_every_code_but_those_of_rules_is_found() -> None:
    found = {one.code for one in SAID}
    rules = {code for code in codes.every() if code[0] in "NS"}
    assert codes.every() - found - rules <= ELSEWHERE
    assert len(found) > 150
    assert codes.said("Y999") == []


def test_messages_are_templates() -> None:
    for one in SAID:
        assert one.messages
        for words in (*one.messages, *one.hints):
            assert list(Formatter().parse(words))


def test_every_stage_has_its_letter() -> None:
    assert {code[0] for code in codes.every()} <= set(codes.STAGES)
