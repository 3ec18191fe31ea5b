"""What refers to what: ids of facts, headings, footnotes, and what is not known yet."""

from __future__ import annotations

import pytest

import cases
from plans import with_body


def check(text: str) -> None:
    """Check that a plan has the findings that its marks tell of, and no others."""
    plain, expected = cases.without_marks(text)
    found = cases.findings(plain)
    assert sorted(cases.found(found)) == expected
    assert all(fault.message and fault.advice is not None for fault in found)


@pytest.mark.parametrize(
    "text",
    [
        "targets:\n  kdc: {value: 5%, due: nopp}  # error: P021@25\n"
        "deadlines: {nop: {every: hằng quý}}\n",
        "duties:\n  a: {who: A, task: B, due: nop}  # error: P021@29\n",
        "forms:\n- {use: giao-uoc, due: nop}  # error: P021@24\n",
        "refs:\n  a: {type: Luật, replaced_by: b}  # error: P021@32\n",
        "annexes:\n- {title: Biểu, table: bang}  # error: P021@24\n",
        "award_forms:\n  a: {form: Cờ, criteria: [b, c]}  # error: P021@28, P021@31\n",
        "targets:\n  a: {value: 5%, of: [khu_dan_cu, xax]}  # error: P021@35\n",
        "deadlines:\n  a: {every: quý, who: [at, xaa]}  # error: P021@29\nterms: {at: A}\n",
        "deadlines:\n  a: {task: nộp}  # error: P022@6\n",
        "deadlines:\n  a: {before: 2024-01-01, on: 2024-01}  # error: P022@6\n",
        "terms:\n  a: Lời[^1]  # error: O014@9\n",
        "signature:\n- {name: 'A[^x]'}  # error: O014@12\n",
    ],
)
def test_a_reference_to_what_is_not_there(text: str) -> None:
    check(text)


def test_the_nearest_id_is_offered() -> None:
    (fault,) = cases.findings(
        "targets: {kdc: {value: 5%, due: nopp}}\ndeadlines: {nop: {every: quý}}\n"
    )
    assert fault.advice == "did you mean nop?"


def test_an_id_names_one_heading() -> None:
    found = cases.findings(with_body("I. Một {#a}\nII. Hai {#a}\nIII. Ba {#b}"))
    assert [(f[1], f[2], f[4]) for f in cases.found(found)] == [(3, 13, "O010")]
    assert found[0].message == "the id «a» already names the heading on line 2"


def test_footnotes_without_a_text_and_without_a_call() -> None:
    found = cases.findings(with_body("Lời[^a] và[^b].\n[^b]: Ghi.\n[^c]: Thừa."))
    assert [(f[1], f[2], f[3], f[4]) for f in cases.found(found)] == [
        (2, 6, "error", "O012"),
        (4, 9, "warning", "O013"),
    ]


def test_a_footnote_belongs_to_the_prose_that_it_stands_in() -> None:
    found = cases.findings("preamble: Lời[^1].\nbody: |\n  Lời.\n  [^1]: Ghi.\n")
    assert [fault.code for fault in found] == ["O012", "O013"]


@pytest.mark.parametrize(
    "text",
    [
        "terms:\n  a: '?'  # warning: P050@7\n",
        "number: '?'  # warning: P050@10\n",
        "deadlines:\n  a: {before: '?'}  # warning: P050@15\n",
        "phases:\n  a: {from: 2024-01, to: '?'}  # warning: P050@26\n",
        "refs:\n  a: {type: Luật, date: '?', no: '?'}  # warning: P050@25, P050@35\n",
        "report_on: '?'  # warning: P050@12\n",
        "signature:\n- {name: '?'}  # warning: P050@11\n",
        "tables:\n  b: {columns: [{title: A}], rows: [['?']]}  # warning: P050@39\n",
    ],
)
def test_what_is_not_known_yet_is_told(text: str) -> None:
    check(text)


def test_a_question_in_a_text_is_no_unknown() -> None:
    assert not cases.findings("terms: {a: 'Ai? Ở đâu?'}\n")
