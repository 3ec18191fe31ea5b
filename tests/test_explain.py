"""The chain of layers that gave a value."""

from kehoach import copies, plan
from kehoach.explain import Given, explain

BASE = """\
terms:
  at: “An toàn”
targets:
  kdc: {value: trên 70%}
"""
PLAN = """\
type: ke-hoach
extends: ../base/b.yaml
unit: thai_binh
year: 2024
date: 2024-01-05
units: so-lieu.csv
issuer: {name: Ủy ban nhân dân tỉnh Thái Bình, symbol: UBND}
title: Thử
targets:
  kdc: {value: trên 80%}
body: |
  1. Đạt {{ kdc }}.
copies:
  district:
    targets:
      kdc: {value: trên 82%}
"""
FIGURES = "unit,kdc\nhuyen_quynh_phu,trên 85%\nhuyen_vu_thu,\n"
FILES = {
    "plans/base/b.yaml": BASE,
    "plans/thai-binh/2024.yaml": PLAN,
    "plans/thai-binh/so-lieu.csv": FIGURES,
}


def fetch(path: str) -> bytes:
    return FILES[path].encode()


def said(found: list[Given]) -> list[tuple[str, int, str]]:
    return [(given.span.path.split("/")[-1], given.span.line, given.text) for given in found]


def load() -> plan.Plan:
    loaded, findings = plan.load("plans/thai-binh/2024.yaml", fetch)
    assert {finding.code for finding in findings} == {"P085"}
    assert loaded
    return loaded


def test_each_layer_says_where_and_what() -> None:
    expected = [("b.yaml", 4, "trên 70%"), ("2024.yaml", 10, "trên 80%")]
    assert said(explain(load(), "targets.kdc.value")[0]) == expected
    assert said(explain(load(), "kdc.value")[0]) == expected


def test_a_copy_adds_its_level_and_its_row() -> None:
    made = {copy.unit.id: copy.plan for copy in copies.copies(load(), fetch)}
    assert said(explain(made["huyen_quynh_phu"], "kdc.value")[0]) == [
        ("b.yaml", 4, "trên 70%"),
        ("2024.yaml", 10, "trên 80%"),
        ("2024.yaml", 16, "trên 82%"),
        ("so-lieu.csv", 2, "trên 85%"),
    ]
    assert said(explain(made["huyen_vu_thu"], "kdc.value")[0])[-1] == ("2024.yaml", 16, "trên 82%")


def test_an_unknown_key_gets_a_hint() -> None:
    found, [fault] = explain(load(), "targts")
    assert not found
    assert "targets" in fault.advice


def test_collections_and_lists_are_told_by_their_keys() -> None:
    assert said(explain(load(), "targets")[0]) == [
        ("b.yaml", 4, "{kdc}"),
        ("2024.yaml", 10, "{kdc}"),
    ]
