"""Every rule has a page, a clause, a code of its own, and cases in which it speaks or is silent."""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from kehoach import rules
from kehoach.diagnostic import Diagnostic, Span
from kehoach.paper import Paper
from kehoach.printed import Printed
from kehoach.rule import Draft, Sees, Text, Words
from kehoach.rules import Known
from printing import printed
from subjects import GOOD_LINES, Bad, paper, text, words

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "rules"
CODE = re.compile(r"[NS][1-9]\d\d")
SUBJECTS = {
    Sees.WORDS: Words,
    Sees.TEXT: Text,
    Sees.PAPER: Paper,
    Sees.PLAN: Draft,
    Sees.PAGES: Printed,
}
EVERY = rules.every()


def cases(known: Known) -> Any:
    """Return the module with the cases of a rule."""
    return import_module(f"rules.{known.name}")


def all_cases(kind: str) -> list[Any]:
    """Return a parameter for each case of each rule: the rule and its subject."""
    return [
        pytest.param(known, subject, id=f"{known.name}: {name}")
        for known in EVERY
        if (CASES / f"{known.name}.py").exists()
        for name, subject in getattr(cases(known), kind).items()
    ]


def said(finding: Diagnostic) -> str:
    """Return everything that a finding says."""
    words = "" if isinstance(finding.where, Span) else finding.where.text
    return f"{finding.message}\n{finding.advice}\n{words}"


def silent(known: Known) -> Iterator[Any]:
    """Yield subjects that no rule of the kind may speak about."""
    if known.rule.sees is Sees.PAPER:
        yield paper()
        yield paper(lines=(), sections=())
    if known.rule.sees is Sees.PAGES:
        yield printed()
        yield Printed("a.pdf", ())
    if known.rule.sees is Sees.TEXT:
        yield text()
    if known.rule.sees is Sees.WORDS:
        yield from (words(line.text, line.role) for line in GOOD_LINES)
        yield words("")


@pytest.mark.parametrize("known", EVERY, ids=lambda known: known.name)
def test_a_rule_has_a_page_a_clause_a_code_and_cases(known: Known) -> None:
    assert CODE.fullmatch(known.rule.code)
    assert known.page.clause.startswith(known.rule.clause)
    assert known.rule.clause
    assert re.fullmatch("[a-z0-9_]+", known.name)
    assert (CASES / f"{known.name}.py").exists(), "scripts/new_rule writes the file of cases"
    made = cases(known)
    kind = SUBJECTS[known.rule.sees]
    assert made.GOOD
    assert made.BAD
    assert all(isinstance(subject, kind) for subject in made.GOOD.values())
    assert all(isinstance(bad.subject, kind) for bad in made.BAD.values())


def test_codes_are_unique() -> None:
    codes = [known.rule.code for known in EVERY]
    assert codes == sorted(set(codes))


def test_every_file_of_cases_belongs_to_a_rule() -> None:
    assert {path.stem for path in CASES.glob("*.py")} <= {known.name for known in EVERY}


@pytest.mark.parametrize(("known", "subject"), all_cases("GOOD"))
def test_a_rule_is_silent_where_nothing_is_wrong(known: Known, subject: Any) -> None:
    assert not [said(finding) for finding in known.check(subject)]


@pytest.mark.parametrize(("known", "bad"), all_cases("BAD"))
def test_a_rule_speaks_where_something_is_wrong(known: Known, bad: Bad) -> None:
    found = list(known.check(bad.subject))
    assert len(found) == len(bad.said), [said(finding) for finding in found]
    assert {(finding.code, finding.severity) for finding in found} == {
        (known.rule.code, known.rule.severity)
    }
    every = [said(finding) for finding in found]
    assert not [words for words in bad.said if not any(words in one for one in every)], every


@pytest.mark.parametrize("known", EVERY, ids=lambda known: known.name)
def test_a_rule_is_silent_on_a_good_page_and_on_an_empty_one(known: Known) -> None:
    found = [finding for subject in silent(known) for finding in known.check(subject)]
    assert not [said(finding) for finding in found]


def test_a_page_lacks_no_part() -> None:
    with pytest.raises(ValueError, match="clause, mend"):
        rules.page("Tên.\n\nNói rõ.\n\nSai: «a»\nĐúng: «b»\n")


def test_a_page_is_taken_apart() -> None:
    page = rules.page(
        "Tên.\n\nNói\nrõ.\n\nCăn cứ: Luật,\nĐiều 1\nSai: «a»\nĐúng: «b»\nCách sửa: Gõ\nlại.\n"
    )
    assert page == rules.Page("Tên.", "Nói rõ.", "Luật, Điều 1", "«a»", "«b»", "Gõ lại.")


def test_the_page_of_rules_is_current() -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "list_rules"))["page"]()
    assert (ROOT / "docs" / "quy-tac.md").read_text("utf-8") == made, "run: scripts/list_rules"


@pytest.mark.parametrize("kind", ["words", "text", "paper", "plan", "pages"])
def test_a_new_rule_has_its_shape(tmp_path: Path, kind: str) -> None:
    command = [sys.executable, ROOT / "scripts" / "new_rule", "le_thu", "S999", kind]
    done = subprocess.run([*command, "--folder", tmp_path], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    module = runpy.run_path(str(tmp_path / "src/kehoach/rules/le_thu.py"))
    assert rules.page(module["__doc__"]).title == "Tên quy tắc, một dòng."
    assert (module["RULE"].code, module["RULE"].sees.value) == ("S999", kind)
    made = runpy.run_path(str(tmp_path / "tests/rules/le_thu.py"))
    for subject in [*made["GOOD"].values(), *(bad.subject for bad in made["BAD"].values())]:
        assert isinstance(subject, SUBJECTS[module["RULE"].sees])
        assert list(module["check"](subject)) in ([], [module["RULE"].found(None, "…")])
    again = subprocess.run([*command, "--folder", tmp_path], capture_output=True, text=True)
    assert again.returncode == 2
    assert "S999 is the code of le_thu" in again.stderr
