"""Plans as a whole: layers and files together, the unit on its day, all faults at once."""

from __future__ import annotations

import jsonschema
import pytest
import yaml

import cases
from kehoach import plan
from kehoach.diagnostic import Severity

BASE = "type: ke-hoach\nabstract: true\nterms: {at: “An toàn”}\n"


def test_a_plan_knows_where_it_came_from() -> None:
    files = {
        cases.PATH: cases.complete("extends: ../base/antq.yaml\nunits: so.csv\n"),
        "plans/base/antq.yaml": BASE,
    }
    loaded, found = cases.load(files)
    assert loaded
    assert not [fault for fault in found if fault.code != "P012"]
    assert (loaded.path, loaded.type, loaded.abstract) == (cases.PATH, "ke-hoach", False)
    assert list(loaded.sources)[:2] == ["plans/base/antq.yaml", cases.PATH]
    assert loaded.sources["plans/base/antq.yaml"] == BASE.encode()


def test_a_template_of_its_own() -> None:
    loaded, _ = cases.load("template: rieng\n")
    assert loaded
    assert loaded.type == "rieng"


def test_a_base_needs_neither_every_key_nor_every_name() -> None:
    text = "type: ke-hoach\nabstract: true\nterms: {a: '{{ ten_tinh }}'}\n"
    loaded, found = cases.load({cases.PATH: text})
    assert loaded
    assert loaded.abstract
    assert not found


@pytest.mark.parametrize(
    ("unit", "date", "name"),
    [
        ("thai_binh", "2023-12", "Thái Bình"),
        ("thai_binh", "2025-06-30", "Thái Bình"),
        ("hung_yen", "2025-07-01", "Hưng Yên"),
    ],
)
def test_the_unit_on_the_day_of_the_plan(unit: str, date: str, name: str) -> None:
    loaded, found = cases.load(f"unit: {unit}\ndate: {date}\n")
    assert not found
    assert loaded
    assert loaded.unit
    assert loaded.unit.name == name


@pytest.mark.parametrize(
    ("unit", "date"), [("thai_binh", "2025-07-01"), ("thai_binhh", "2023-12"), ("ba_na", "2024")]
)
def test_a_unit_that_was_not_there(unit: str, date: str) -> None:
    found = cases.findings(f"unit: {unit}\ndate: {date}\n")
    assert [(f.code, f.where.line, f.where.column) for f in found] == [("P040", 1, 7)]
    assert found[0].advice


def test_no_unit_is_looked_up_without_a_date() -> None:
    loaded, found = cases.load("date: '?'\n")
    assert loaded
    assert loaded.unit is None
    assert [fault.code for fault in found] == ["P050"]


def test_all_faults_at_once_in_order_and_each_once() -> None:
    text, expected = cases.without_marks("""\
type: ke-hoach
unit: thai_binhh  # error: P040@7
yeer: 2024  # error: P001@1
year: hai  # error: P005@7
date: 2023-13-01  # error: P005@7
issuer: {name: Ban Chỉ đạo, symbol: BCĐ, shrt: x}  # error: P001@42
title: Thi đua {{ nam }}  # error: E020@19
terms:
  Aa: Sai  # error: P004@3
  dung: '{{ dungg }}{{ dungg }}'  # error: E020@13, E020@24
targets:
  dung: {value: 5%}  # error: P020@9
deadlines:
  nop: {}  # error: P022@8
body: |
  Lời {{ hoi[0] }}.  # error: E008@13
  Lời {{.  # error: E002@7
closing: Hết[^1]  # error: O012@13
""")
    expected = [fault for fault in expected if fault[4] != "P040"]
    found = cases.findings(text)
    codes = {(f[1], f[4]) for f in cases.found(found)}
    assert {(line, code) for _, line, _, _, code in expected} <= codes
    places = [(f.where.line, f.where.column) for f in found]
    assert places == sorted(places)
    assert len({(f.where, f.code, f.message) for f in found}) == len(found)


def test_findings_of_a_layer_point_into_its_file() -> None:
    files = {
        cases.PATH: cases.complete("extends: ../base/antq.yaml\nrefs:\n  a: {typ: Luật}\n"),
        "plans/base/antq.yaml": "type: ke-hoach\nabstract: true\nterms:\n  a: '{{ khong }}'\n",
    }
    found = cases.found(cases.findings(files))
    assert ("plans/base/antq.yaml", 4, 10, "error", "E020") in found
    assert (cases.PATH, 3, 7, "error", "P001") in found


def test_a_key_that_is_overridden_is_not_looked_at() -> None:
    files = {
        cases.PATH: cases.complete("extends: ../base/antq.yaml\nterms: {a: Được}\n"),
        "plans/base/antq.yaml": "type: ke-hoach\nabstract: true\nterms:\n  a: '{{ khong }}'\n",
    }
    assert not cases.findings(files)


def test_a_plan_of_another_name_is_told() -> None:
    files = {"plans/a.yml": cases.complete(""), "plans/b.txt": cases.complete("")}
    fetch = {name: text.encode() for name, text in files.items()}.__getitem__
    assert not plan.load("plans/a.yml", fetch)[1]
    (told,) = plan.load("plans/b.txt", fetch)[1]
    assert (told.code, told.severity) == ("P013", Severity.WARNING)


def test_the_schema_is_that_of_a_plan() -> None:
    validator = jsonschema.Draft202012Validator(plan.json_schema())
    data = yaml.safe_load(cases.complete("number: 5\nduration: 2024\n"))
    assert not list(validator.iter_errors({**data, "date": "2023-12-29"}))
    assert list(validator.iter_errors({**data, "yeer": 2024}))


def test_typed_numbers_are_counted_before_anything_is_printed() -> None:
    body = "body: |\n  1. Một\n  3. Ba\n  - [^1] gọi\ntitel: x\n"
    found = cases.findings(body)
    assert [f.code for f in found] == ["O001", "O012", "P001"]


def test_typed_numbers_in_what_is_included_are_counted_too() -> None:
    text = """
criteria:
  nhom: {title: Nhóm, items: "1. Một"}
body: |
  I. Một
  1. {{ criteria.nhom }}
  3. Ba
"""
    assert [(f.code, f.args["next"]) for f in cases.findings(text)] == [("O001", "2.")]
