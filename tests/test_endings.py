"""Punctuation at the end of a line: on once, off without a loss."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.diagnostic import Span
from kehoach.document import Run
from kehoach.endings import END, closed, is_closed, reopened
from kehoach.expression import Expression, Literal

SPAN = Span("p", 1, 1, 1, 20)


def run(text: str, column: int = 1, bold: bool = False) -> Run:
    span = Span("p", 1, column, 1, column + len(text))
    return Run(text, bold, origin=Literal(text, span))


@pytest.mark.parametrize("text", ["Hết.", "Hết;", "hết…", "“Hết.”", "(hết.) ", "Hết?", "như sau:"])
def test_a_closed_line(text: str) -> None:
    assert is_closed(text)


@pytest.mark.parametrize("text", ["", "Hết", "“Hết”", "(hết)", "1) hai"])
def test_an_open_line(text: str) -> None:
    assert not is_closed(text)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Hết", "Hết"),
        ("Hết. ", "Hết"),
        ("Hết./.", "Hết"),
        ("Hết../.", "Hết"),
        ("Hết. ./.", "Hết"),
        ("Hết,;", "Hết"),
        ("Hết\u00a0;", "Hết"),
        ("Hết...", "Hết..."),
        ("Hết…", "Hết…"),
        ("như sau:", "như sau:"),
        ("“Hết.”", "“Hết.”"),
        ("./.", ""),
        ("", ""),
    ],
)
def test_what_comes_off(text: str, bare: str) -> None:
    assert "".join(run.text for run in reopened([run(text)])) == bare


def test_it_comes_off_across_runs_and_footnotes() -> None:
    note = Run("", note=(Run("Ghi."),))
    runs = reopened([run("Hết", 1, True), run(".", 6), note, run(" ./.", 11)])
    assert runs == (Run("Hết", True), note)


def test_the_origin_is_cut_as_the_words_are() -> None:
    (left,) = reopened([run("Hết./.", 5)])
    assert left.origin == Literal("Hết", Span("p", 1, 5, 1, 8))
    columns = (5, 7, 8, 9)
    (left,) = reopened([Run("Hết.", origin=Literal("Hết.", SPAN, columns))])
    assert isinstance(left.origin, Literal)
    assert (left.origin.text, left.origin.columns) == ("Hết", (5, 7, 8))
    expression = Expression("x", SPAN, ("x",))
    assert reopened([Run("Hết.", origin=expression)])[0].origin is expression


def test_the_end_stands_after_the_last_words_in_their_look() -> None:
    note = Run("", note=(Run("Ghi."),))
    runs = closed([run("Hết", 1, True), note], ";", SPAN)
    assert runs == (Run("Hết", True), note, Run(";", True))
    assert closed((), END, SPAN) == (Run(END),)


@given(st.lists(st.text("ab .;,/…”)"), max_size=4))
def test_closing_and_opening_again_changes_nothing(texts: list[str]) -> None:
    once = reopened([run(text) for text in texts if text])
    assert "".join(r.text for r in reopened(closed(once, END, SPAN))) == "".join(
        r.text for r in once
    )
    words = "".join(r.text for r in closed(once, END, SPAN))
    assert words.endswith(END)
    assert not words.removesuffix(END).endswith((END, ";", ","))
