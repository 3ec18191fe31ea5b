"""A legal basis is cited in full where it comes first: edits of that line."""

from __future__ import annotations

from kehoach.document import Block
from test_absorb import Change, Told, at, both, drop, swap

FULL = "Kế hoạch số 55/KH-UBND ngày 10/4/2023 của Ủy ban nhân dân tỉnh"
BRIEF = "Kế hoạch số 55/KH-UBND"
BODY = """
    refs:
      kh_55: {type: Kế hoạch, no: 55/KH-UBND, date: 2023-04-10, by: Ủy ban nhân dân tỉnh}
    body: |
      I. Mục tiêu {#mt}
      - Theo {{ kh_55 }} làm trước.
      - Học tập thường xuyên.
      - Bám sát {{ kh_55 }} làm sau.
      - Làm xong thì báo cáo.
    copies:
      district:
        closing: Hết.
"""
WHY = "«{name}» is cited in full where it comes first, and that would be line {line} now"
DO = "do as the Word file does, and cite it in full on line {line}"


def below(words: str, other: str) -> Change:
    """Return a change that puts a block below another."""

    def change(blocks: list[Block]) -> None:
        block = blocks.pop(at(blocks, words))
        blocks.insert(at(blocks, other) + 1, block)

    return change


def test_the_line_that_cites_in_full_goes() -> None:
    told = Told(BODY, drop("làm trước"))
    assert told.absorbed.edits == ()
    (choice,) = told.absorbed.choices
    last = 1 + told.files["plans/thai-binh/2024.yaml"].split("\n").index(
        "  - Bám sát {{ kh_55 }} làm sau."
    )
    assert (choice.why, choice.args) == (WHY, {"name": BRIEF, "line": last})
    assert [option.args for option in choice.options] == [{"line": last}]
    assert told.picked(DO) == ["-   - Theo {{ kh_55 }} làm trước."]


def test_it_moves_behind_the_next_citation() -> None:
    told = Told(BODY, below("làm trước", "làm sau"))
    assert [choice.why for choice in told.absorbed.choices] == [WHY]
    assert told.picked(DO) == [
        "-   - Theo {{ kh_55 }} làm trước.",
        "+   - Theo {{ kh_55 }} làm trước.",
    ]


def test_it_cites_no_more() -> None:
    told = Told(BODY, swap(f"Theo {FULL} làm", "Việc này nên làm"))
    assert [choice.why for choice in told.absorbed.choices] == [WHY]
    assert told.picked(DO) == [
        "-   - Theo {{ kh_55 }} làm trước.",
        "+   - Việc này nên làm trước.",
    ]


def test_one_who_cites_anew_in_word_is_asked_nothing() -> None:
    change = both(drop("làm trước"), swap("Bám sát " + BRIEF, "Bám sát " + FULL))
    assert Told(BODY, change).home() == ["-   - Theo {{ kh_55 }} làm trước."]


def test_a_line_behind_the_first_goes_without_a_question() -> None:
    assert Told(BODY, drop("làm sau")).home() == ["-   - Bám sát {{ kh_55 }} làm sau."]


def test_other_edits_come_home_all_the_same() -> None:
    told = Told(BODY, both(drop("làm trước"), swap("thường xuyên", "hằng ngày")))
    assert told.diff() == ["-   - Học tập thường xuyên.", "+   - Học tập hằng ngày."]
    assert [choice.why for choice in told.absorbed.choices] == [WHY]


def test_a_units_copy_is_asked_whom_it_is_for() -> None:
    told = Told(BODY, drop("làm trước"), unit="huyen_dong_hung")
    (choice,) = told.absorbed.choices
    assert choice.why == WHY
    assert told.picked("all units: line {line}") == ["-   - Theo {{ kh_55 }} làm trước."]
    assert told.picked("only this unit")[-4:] == [
        "+         I. Mục tiêu {#mt}",
        "+         - Học tập thường xuyên.",
        "+         - Bám sát {{ kh_55 }} làm sau.",
        "+         - Làm xong thì báo cáo.",
    ]


def test_one_who_cites_twice_has_typed_it() -> None:
    told = Told(BODY, swap("Bám sát " + BRIEF, "Bám sát " + FULL))
    assert told.home()[1] == f"+   - Bám sát {{{{ kh_55 }}}}{FULL.removeprefix(BRIEF)} làm sau."


def test_a_line_that_says_something_else_besides_is_not_let_through() -> None:
    told = Told(BODY, swap(f"Theo {FULL}", f"Theo {FULL.replace('10/4', '11/4')}"))
    assert WHY not in [choice.why for choice in told.absorbed.choices]
