"""Values read back from how they were printed."""

from __future__ import annotations

import calendar

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cases
from kehoach.absorb.trace import Dated, trace
from kehoach.absorb.values import printed_day
from kehoach.compose import compose
from kehoach.expression import Expression, Literal
from kehoach.values import Day


@st.composite
def days(draw: st.DrawFn) -> Day:
    year, month = draw(st.integers(1900, 2100)), draw(st.integers(1, 12))
    day = draw(st.integers(1, calendar.monthrange(year, month)[1]))
    quarter = draw(st.integers(1, 4))
    kinds = [Day(year), Day(year, quarter), Day(year, month=month)]
    return draw(st.sampled_from([*kinds, Day(year, month=month, day=day)]))


@given(days())
def test_every_print_of_a_date_reads_back(day: Day) -> None:
    assert printed_day(day.words()) == day
    assert printed_day(day.numeric()) == day
    assert printed_day(day.long()) == day


@given(days())
def test_a_cited_date_reads_back(day: Day) -> None:
    for long in (False, True):
        assert printed_day(day.cited(long)) == day


@pytest.mark.parametrize("text", ["", "ngày", "ngày 32 tháng 01 năm 2024", "15/2024/01", "80%"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert printed_day(text) is None


def traced(text: str) -> list[tuple[str, str]]:
    """Return what the expressions of a plan's body print, by source."""
    loaded, _ = cases.load(text)
    assert loaded
    document, _ = compose(loaded)
    assert document
    runs = [run for block in document.blocks for run in block.runs]
    found = [
        inner
        for run in runs
        if isinstance(run.origin, Expression)
        for inner in trace(loaded.facts, run.origin, run.text)
    ]
    names = {Literal: "typed", Dated: "date", type(None): "fixed"}
    return [(inner.text, names.get(type(inner.source), "whole")) for inner in found]


def test_each_word_of_a_citation_knows_its_source() -> None:
    text = """
refs:
  qd: {type: Quyết định, no: 16/QĐ-UBND, date: 2022-08-01, by: UBND tỉnh}
body: |
  1. Theo {{ qd }}, {{ qd }}.
"""
    assert traced(text) == [
        ("Quyết định", "typed"),
        (" số ", "fixed"),
        ("16/QĐ-UBND", "typed"),
        (" ", "fixed"),
        ("ngày 01/8/2022", "date"),
        (" của ", "fixed"),
        ("UBND tỉnh", "typed"),
        ("Quyết định", "typed"),
        (" số ", "fixed"),
        ("16/QĐ-UBND", "typed"),
    ]


def test_filters_and_texts_in_texts_are_seen_through() -> None:
    text = """
terms: {a: "một {{ year }}", b: "{{ a | viet_hoa }}!"}
duration: 2024-01..2024-12
body: |
  1. Có {{ b }} {{ duration }}.
"""
    assert traced(text) == [
        ("MỘT ", "typed"),
        ("2024", "whole"),
        ("!", "typed"),
        ("từ ", "fixed"),
        ("tháng 01/2024", "date"),
        (" đến ", "fixed"),
        ("tháng 12/2024", "date"),
    ]


def test_what_is_computed_is_fixed() -> None:
    assert traced("body: |\n  1. Năm {{ year - 1 }}, {{ unit }}.\n") == [
        ("2023", "fixed"),
        ("tỉnh Thái Bình", "fixed"),
    ]
