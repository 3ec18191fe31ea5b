"""Names: what they stand for, which of them clash, and what is said about an unknown one."""

from __future__ import annotations

import pytest

import cases
from kehoach.facts import Facts
from kehoach.model import Deadline, Phase, PlanKeys, Ref, Target
from kehoach.schema import Text
from kehoach.units import Unit

FULL = """
issuer: {name: Ban Chỉ đạo 138, full: Ban Chỉ đạo 138 tỉnh, symbol: BCĐ}
terms:
  at: “An toàn”
phases:
  dot_1: {from: 2024-01-01, to: 2024-03-31, theme: Ra quân}
refs:
  kh_55: {type: Kế hoạch, no: 55/KH-UBND}
targets:
  kdc: {value: trên 80%, of: [khu_dan_cu]}
deadlines:
  nop: {before: 2024-01-15}
tables:
  bang: {columns: [{title: Cột}], rows: [[ô]]}
"""


def facts(text: str = FULL) -> Facts:
    loaded, _ = cases.load(text)
    assert loaded
    return loaded.facts


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("at", Text),
        ("terms.at", Text),
        ("kh_55", Ref),
        ("refs.kh_55", Ref),
        ("kh_55.no", Text),
        ("kdc", Target),
        ("kdc.value", Text),
        ("nop", Deadline),
        ("dot_1", Phase),
        ("issuer.full", Text),
        ("targets", dict),
        ("year", int),
        ("unit", Unit),
    ],
)
def test_one_flat_name_space(path: str, kind: type) -> None:
    assert isinstance(facts().find(path), kind)


@pytest.mark.parametrize(
    "path", ["", "x", "at.x", "kdc.x", "issuer.short", "terms.x", "targets.at"]
)
def test_a_name_that_means_nothing(path: str) -> None:
    assert facts().find(path) is None


def test_what_may_follow_a_dot() -> None:
    assert {"no", "type", "full", "brief"} == facts().parts("kh_55")
    assert {"name", "place", "in_sentence"} < facts().parts("unit")
    assert facts().parts("terms") == {"at"}
    assert facts().parts("year") == set()


@pytest.mark.parametrize(
    ("name", "column", "message", "hint"),
    [
        ("kdcc", 6, "«kdcc» is not a name in this plan", "did you mean kdc?"),
        ("kdc.valu", 6, "«kdc» has no value for «valu»", "did you mean value?"),
        ("issuer.short", 6, "«issuer» has no value for «short»", "known here: full, name, symbol"),
    ],
)
def test_an_unknown_name_with_the_nearest_one(
    name: str, column: int, message: str, hint: str
) -> None:
    (fault,) = cases.findings(f"{FULL}body: |\n  - {{{{ {name} }}}}.\n")
    assert (fault.code, fault.message, fault.advice) == ("E020", message, hint)
    assert cases.found([fault])[0][2] == column + 2


def test_every_unknown_name_is_found_wherever_it_stands() -> None:
    text = f"""{FULL}title: Thi đua {{{{ mot }}}}  # error: E020@18
body: |
  Lời {{{{ hai }}}} và {{{{ ba.bon if year else nam }}}}.
  [^1]: Chú thích {{{{ sau }}}}
  Gọi[^1]
signature: [{{name: '{{{{ bay }}}}'}}]
"""
    names = [fault.args["name"] for fault in cases.findings(text.replace("  # error: E020@18", ""))]
    assert names == ["mot", "hai", "ba", "nam", "sau", "bay"]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("terms:\n  x: Một\nrefs:\n  x: {type: Luật}  # error: P020@6\n", "terms.x"),
        ("terms:\n  year: Một  # error: P020@9\n", "a key of the plan"),
        ("terms:\n  unit: Một  # error: P020@9\n", "a key of the plan"),
        ("terms:\n  targets: Một  # error: P020@12\n", "a key of the plan"),
    ],
)
def test_an_id_that_means_two_things(text: str, other: str) -> None:
    plain, expected = cases.without_marks(text)
    found = cases.findings(plain)
    assert cases.found(found) == expected
    assert found[0].args["other"] == other


def test_the_facts_of_no_plan_at_all() -> None:
    loaded, _ = cases.load("year: 2024\n")
    assert loaded
    assert isinstance(loaded.keys, PlanKeys)
    assert loaded.facts.find("number") is None
