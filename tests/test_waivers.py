"""What a plan waives is not told; what it waives in vain is."""

from __future__ import annotations

import cases
from kehoach import plan
from kehoach.diagnostic import Diagnostic, Severity, Span, error, style, warning
from kehoach.waivers import Waivers

TEXT = """\
targets:
  kdc: {value: trên 80%}
waivers:
WAIVERS
preamble: |
  Lời mở đầu.
body: |
  I. Mục tiêu
  - Năm 2023 đạt  72%.
"""
RULES = ("N301", "S104")


def loaded(*waivers: str) -> plan.Plan:
    """Return a plan with some waivers, each on one line."""
    lines = "\n".join(f"  - {waiver}" for waiver in waivers)
    made, found = cases.load(TEXT.replace("WAIVERS", lines))
    assert made
    assert not found
    return made


def at(text: str, made: plan.Plan, code: str = "S104") -> Diagnostic:
    """Return a warning at the line of the plan that holds `text`."""
    lines = made.sources[cases.PATH].decode().splitlines()
    number = next(n for n, line in enumerate(lines, 1) if text in line)
    column = lines[number - 1].index(text) + 1
    where = Span(cases.PATH, number, column, number, column + len(text))
    return warning(code, where, "«{words}»", words=text)


def codes(found: list[Diagnostic]) -> list[str]:
    return [one.code for one in found]


def kept(made: plan.Plan, *findings: Diagnostic) -> tuple[list[str], list[str]]:
    """Return the codes that stay, and those of the waivers that did nothing."""
    waivers = Waivers(RULES)
    stay = waivers.kept(made, findings)
    return codes(stay), codes(list(waivers.idle()))


def test_a_waiver_without_a_place_counts_for_the_whole_plan() -> None:
    made = loaded("{code: S104, reason: Số liệu cũ}")
    there = [at("72%", made), at("Lời mở đầu", made), at("72%", made, "N301")]
    assert kept(made, *there) == (["N301"], [])


def test_a_waiver_counts_inside_its_key() -> None:
    made = loaded("{code: S104, where: body, reason: Số liệu cũ}")
    assert kept(made, at("72%", made), at("Lời mở đầu", made)) == (["S104"], [])
    made = loaded("{code: S104, where: targets.kdc, reason: Đã hỏi}")
    assert kept(made, at("80%", made), at("72%", made)) == (["S104"], [])


def test_a_waiver_counts_for_its_words() -> None:
    made = loaded("{code: S104, where: 'Năm 2023 đạt 72%', reason: Số liệu cũ}")
    assert kept(made, at("72%", made), at("80%", made)) == (["S104"], [])


def test_an_idle_waiver_is_a_finding_at_its_place() -> None:
    made = loaded("{code: S104, where: preamble, reason: Số liệu cũ}", "{code: N301, reason: x}")
    waivers = Waivers(RULES)
    assert codes(waivers.kept(made, [at("72%", made)])) == ["S104"]
    idle = list(waivers.idle())
    assert [(one.code, one.where.line) for one in idle if isinstance(one.where, Span)] == [
        ("W001", 4),
        ("W001", 5),
    ]
    assert codes(list(waivers.idle({"N301"}))) == ["W001"]


def test_a_code_that_nothing_has_is_a_finding() -> None:
    made = loaded("{code: N103, reason: x}", "{code: n301, reason: x}", "{code: P060, reason: x}")
    waivers = Waivers(RULES)
    waivers.kept(made, [])
    found = list(waivers.idle())
    assert codes(found) == ["W002", "W002", "W001"]
    assert found[1].advice == "did you mean N301?"


def test_what_is_found_in_files_alone_is_never_idle() -> None:
    assert kept(loaded("{code: B011, reason: x}", "{code: T010, reason: x}")) == ([], [])


def test_an_error_of_a_rule_can_be_waived_and_no_other() -> None:
    made = loaded("{code: N301, reason: x}", "{code: P024, reason: x}", "{code: P060, reason: x}")
    where = made.keys.span
    broken = [error("N301", where, "a"), error("P024", where, "b"), style("P060", where, "c")]
    assert [one.severity for one in broken][:2] == [Severity.ERROR] * 2
    assert kept(made, *broken) == (["P024"], ["W001"])


def test_a_waiver_says_why() -> None:
    _, found = cases.load(TEXT.replace("WAIVERS", "  - {code: S104}"))
    assert [one.severity for one in found] == [Severity.ERROR]
    assert "reason" in found[0].message
