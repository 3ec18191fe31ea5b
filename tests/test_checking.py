"""Rules are applied to plans, trees and papers: each finding once, in order, and cheaply."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pytest

from kehoach import checking
from kehoach.checking import Checker, Choice, date_of, once
from kehoach.diagnostic import Diagnostic, Place, Severity, Span, error, warning
from kehoach.document import Block, Cell, Row, Table
from kehoach.rule import Rule, Sees, Words
from kehoach.rules import Known
from kehoach.waivers import Waivers
from subjects import block, changed, draft, paper, text, without

BODY = "body: |\n  I. Mục tiêu\n  1. Làm tốt;\n  - Làm nhanh.\n"


def known(
    sees: Sees, check: Callable[[Rule], Callable[..., Iterable[Diagnostic]]], code: str = "S901"
) -> Known:
    """Return a rule of a test."""
    rule = Rule(code, sees, Severity.WARNING, "Luật")
    return Known("thu", rule, "", check(rule))


def on_words(word: str) -> tuple[Known, list[str]]:
    """Return a rule that finds a word in paragraphs, and the paragraphs that it was shown."""
    shown: list[str] = []

    def made(rule: Rule) -> Callable[[Words], Iterator[Diagnostic]]:
        def check(words: Words) -> Iterator[Diagnostic]:
            shown.append(words.block.text)
            if word in words.block.text:
                yield rule.found(words.block.where, "«{word}» on {day}", word=word, day=words.date)

        return check

    return known(Sees.WORDS, made), shown


def saying(template: str, **words: object) -> Callable[[Rule], Callable[..., list[Diagnostic]]]:
    """Return the check of a rule that finds the same in everything."""
    return lambda rule: lambda subject: [rule.found(None, template, **words)]


def messages(found: Iterable[Diagnostic]) -> list[str]:
    return [one.message for one in found]


def test_a_plan_is_seen_with_its_document_and_every_paragraph() -> None:
    rule, shown = on_words("Làm")
    whole = known(Sees.PLAN, lambda rule: lambda d: [rule.found(None, d.plan.path)])
    tree = known(Sees.TEXT, lambda rule: lambda t: [rule.found(None, f"{t.date} {t.draft}")])
    made = draft(f"date: 2024-01\nnumber: '?'\n{BODY}")
    found = Checker([rule, whole, tree]).check_plan(made.plan, made.document)
    path = made.plan.path
    assert messages(found) == [
        path,
        "2024-01-01 True",
        "«Làm» on 2024-01-01",
        "«Làm» on 2024-01-01",
    ]
    assert {one.where.path for one in found} == {path}
    assert {one.clause for one in found} == {"Luật"}
    assert [one for one in shown if "Làm" in one] == ["Làm tốt;", "Làm nhanh./."]


def test_a_document_with_number_is_no_draft() -> None:
    tree = known(Sees.TEXT, lambda rule: lambda t: [rule.found(None, f"{t.date} {t.draft}")])
    made = draft("date: 2024-01-05\nnumber: 5")
    assert messages(Checker([tree]).check_plan(made.plan, made.document)) == ["2024-01-05 False"]


def test_the_same_paragraph_is_looked_at_once() -> None:
    rule, shown = on_words("Làm")
    checker = Checker([rule])
    same = block("Làm tốt;")
    elsewhere = replace(same, where=Place("khac.docx", "document", 3))
    again = [checker.check_tree(text(same, elsewhere)) for _ in range(5)]
    assert shown == ["Làm tốt;"] * 2
    assert [len(found) for found in again] == [2] * 5
    checker.check_tree(text(same, on=datetime.date(2025, 7, 1)))
    assert len(shown) == 3


def test_cells_are_paragraphs_and_fixed_words_are_not() -> None:
    rule, shown = on_words("x")
    inner = Block("bang", table=Table((Row((Cell((block("trong"),)),)),)))
    table = Block("bang", table=Table((Row((Cell((block("ngoài"), inner)),)),)))
    Checker([rule]).check_tree(text(table, block("mẫu", role="fixed"), block("sau"), block("")))
    assert shown == ["ngoài", "trong", "sau", ""]


def test_a_paper_is_seen_as_it_looks_and_as_a_tree() -> None:
    rules = [
        known(Sees.PAPER, saying("look")),
        known(Sees.TEXT, lambda rule: lambda t: [rule.found(None, f"{t.date} {t.draft}")]),
        on_words("Làm nhanh")[0],
    ]
    checker = Checker(rules)
    assert messages(checker.check_paper(paper())) == [
        "look",
        "2024-01-05 False",
        "«Làm nhanh» on 2024-01-05",
    ]
    blank = changed("so_ky_hieu", "Số:        /KH-BCĐ138")
    assert "2024-01-05 True" in messages(checker.check_paper(blank))
    assert messages(checker.check_looks(paper())) == ["look"]


def test_a_document_of_the_party_is_not_measured_by_the_decree() -> None:
    rules = [known(Sees.PAPER, saying("look"), "N901"), known(Sees.TEXT, saying("sense"))]
    assert messages(Checker(rules).check_paper(paper(party=True))) == ["sense"]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Thái Bình, ngày 05 tháng 01 năm 2024", datetime.date(2024, 1, 5)),
        ("Thái Bình, ngày     tháng 12 năm 2023", datetime.date(2023, 12, 1)),
        ("Thái Bình, ngày … tháng 3 năm 2026", datetime.date(2026, 3, 1)),
        ("Hà Nội, ngày10 tháng 3 năm 2026", datetime.date(2026, 3, 10)),
        ("Hà Nội, ngày 31 tháng 2 năm 2026", None),
        ("Hà Nội, ngày    tháng    năm 20", None),
    ],
)
def test_the_date_of_a_word_file(head: str, expected: datetime.date | None) -> None:
    assert date_of(changed("dia_danh_ngay", head)) == expected
    assert date_of(without("dia_danh_ngay")) is None


def test_what_one_copy_says_no_other_says_again() -> None:
    here, there = Span("a.yaml", 1, 1), Span("a.yaml", 2, 1)
    first = [warning("S901", here, "{unit}", unit="A"), warning("S901", here, "{unit}", unit="B")]
    second = [warning("S901", here, "{unit}", unit="C"), warning("S901", there, "{unit}", unit="C")]
    assert messages(once([first, second])) == ["A", "B", "C"]


def test_waivers_of_each_plan_count_for_its_own_findings() -> None:
    rule, _ = on_words("Làm tốt")
    plain, waived = draft(BODY), draft(f"waivers: [{{code: S901, reason: x}}]\n{BODY}")
    waivers = Waivers({"S901"})
    drafts = [(made.plan, made.document) for made in (plain, waived)]
    assert len(Checker([rule]).check_drafts(drafts, waivers)) == 1
    assert not Checker([rule]).check_drafts(drafts[1:], waivers)
    assert not list(waivers.idle())


def test_copies_of_one_plan_say_nothing_for_those_of_another() -> None:
    rule, shown = on_words("Làm tốt")
    checker = Checker([rule])
    one, other = draft(BODY), draft(BODY.replace("Làm tốt", "Làm  tốt"))
    pair = [(one.plan, one.document), (other.plan, other.document)]
    for _ in range(2):
        assert len(checker.check_drafts(reversed(pair), Waivers({"S901"}))) == 1
    assert shown.count("Làm tốt;") == 1


def test_codes_are_chosen_by_their_beginnings() -> None:
    rules = sorted(checking.codes())
    here = Place("a.docx")
    there = [error(code, here, "") for code in rules] + [warning("P060", here, "")]
    stopped = error("Y001", here, "")

    def kept(choice: Choice) -> set[str]:
        return {found.code for found in [*there, stopped] if choice.keeps(found)}

    assert kept(Choice()) == {*rules, "P060", "Y001"}
    assert kept(Choice(ignore=("N2", "P"))) == {
        code for code in rules if not code.startswith("N2")
    } | {"Y001"}
    assert kept(Choice(select=("N20",))) == {c for c in rules if c.startswith("N20")} | {"Y001"}
    assert kept(Choice(select=("N",), ignore=("N202",))) == {
        code for code in rules if code.startswith("N") and code != "N202"
    } | {"Y001"}
