"""What rules ask of a plan's facts."""

from __future__ import annotations

import cases
from kehoach.compose import compose
from kehoach.draft_facts import cited, exact_days, span_of_deadline
from kehoach.plan import Plan


def load(text: str) -> Plan:
    loaded, found = cases.load(text)
    assert loaded, found
    return loaded


def test_a_deadline_has_a_first_and_a_last_day() -> None:
    keys = load("deadlines:\n  a: {on: 2024-Q1}\n  b: {within: 2024-02..2024-03-05}\n").keys
    assert keys.deadlines
    assert span_of_deadline(keys.deadlines["a"])[:2] == ((2024, 1, 1), (2024, 3, 31))
    first, last, where = span_of_deadline(keys.deadlines["b"])
    assert (first, last) == ((2024, 2, 1), (2024, 3, 5))
    assert where
    assert where.line == 3


def test_a_deadline_without_a_day_has_no_place() -> None:
    keys = load("deadlines:\n  a: {before: '?'}\n  b: {every: hằng quý}\n").keys
    assert [span_of_deadline(one)[2] for one in (keys.deadlines or {}).values()] == [None, None]


def test_only_days_that_something_falls_on_are_exact() -> None:
    keys = load(
        "deadlines:\n  a: {on: 2024-01-15}\n  b: {before: 2024-01-16}\n  c: {on: 2024-02}\n"
        "  d: {within: 2024-01..2024-01-20}\n"
    ).keys
    assert [(name, day.iso) for name, day in exact_days(keys)] == [
        ("a", "2024-01-15"),
        ("d", "2024-01-20"),
    ]


def test_each_citation_by_id_has_its_place() -> None:
    plan = load(
        "refs:\n  a:\n    type: Kế hoạch\n    no: 5/KH-UBND\n    title: thực hiện {{ b }}\n"
        "  b: {type: Chỉ thị, no: 9-CT/TW}\n"
        "body: |\n  I. Một\n  1. Theo {{ a }} và {{ a.brief }}.\n"
    )
    document, _ = compose(plan)
    assert document
    assert [
        (ref.no.span.line, where.line, where.column)
        for ref, where in cited(plan, document)
        if ref.no
    ] == [
        (4, 9, 11),
        (4, 9, 22),
    ]
