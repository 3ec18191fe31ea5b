"""Whose documents are not what they were, and how all of it is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kehoach import make, workspace
from kehoach.diagnostic import has_errors
from kehoach.diff import phrases, summary, values
from kehoach.diff.compare import Comparison, Effect, compare
from kehoach.diff.written import written
from kehoach.document import Block, Document, Run
from kehoach.ooxml.package import parse_xml, w
from kehoach.versions import Version, of_plan
from kehoach.workspace import Workspace
from office import convert
from validator import faults
from word import MAIN, parts
from workplace import PLAN

ROOT = workspace.package_data()
NAME = "plans/thai-binh/2024.yaml"
REAL = (ROOT / NAME).read_text("utf-8")
HERE = Workspace(ROOT, ROOT)


def version(text: str, **others: bytes) -> Version:
    files = {NAME: text.encode()} | {name.replace("__", "/"): data for name, data in others.items()}
    found, findings = of_plan(NAME, lambda p: files[p] if p in files else HERE.fetch(p), "bản")
    assert found is not None, findings
    assert not has_errors(findings)
    return found


def compared(*edits: tuple[str, str], plan: str = REAL) -> Comparison:
    text = plan
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    return compare(version(plan), version(text))


TARGET = ("value: trên 80%", "value: trên 85%")
DEADLINE = ("before: 2024-01-15", "before: 2024-01-20")


def test_nothing_differs_from_itself() -> None:
    found = compared()
    assert found.empty
    assert {unit.effect for unit in found.units} == {Effect.SAME}
    assert "không có gì khác" in summary.text(found)
    assert summary.markdown(found).count("\n") < 10


def test_a_target_changes_every_unit_s_documents() -> None:
    found = compared(TARGET, DEADLINE)
    assert [(fact.id, fact.old, fact.new) for fact in found.facts] == [
        ("kdc", "trên 80%", "trên 85%"),
        ("nop", "trước ngày 15/01/2024", "trước ngày 20/01/2024"),
    ]
    units = [unit for unit in found.units if unit.id.startswith(("huyen", "thanh_pho"))]
    assert len(units) == 8
    assert {unit.effect for unit in units} == {Effect.CHANGED}
    assert {unit.forms for unit in units} == {("dang-ky-thi-dua",)}
    assert all(unit.changes for unit in units)


def test_the_province_s_own_recipients_change_no_unit_s_documents() -> None:
    line = REAL.split("\nrecipients: |\n")[1].split("\n")[0]
    found = compared((f"recipients: |\n{line}", f"recipients: |\n{line}\n  Tỉnh đoàn"))
    assert [change.new for change in found.changes] == ["Tỉnh đoàn"]
    assert not found.facts
    assert {unit.effect for unit in found.units} == {Effect.SAME}


def test_a_unit_of_its_own_is_affected_alone() -> None:
    own = "copies:\n  huyen_quynh_phu:\n    closing: Riêng huyện này làm trước, yêu cầu các xã.\n"
    found = compared(("copies:\n", own))
    changed = [unit.id for unit in found.units if unit.effect is Effect.CHANGED]
    assert changed == ["huyen_quynh_phu"]


def test_units_come_with_their_copies() -> None:
    at = REAL.index("\ncopies:\n")
    found = compare(version(PLAN), version(REAL[:at] + REAL[at:]))
    assert {unit.effect for unit in found.units} == {Effect.ADDED}
    back = compare(version(REAL), version(PLAN))
    assert {unit.effect for unit in back.units} == {Effect.REMOVED}


def test_another_template_is_told() -> None:
    name = "templates/ke-hoach.docx"
    other = {"templates__ke-hoach.docx": HERE.fetch(name) + b"\0"}
    found = compare(version(PLAN), version(PLAN, **other))
    assert found.templates == (name,)
    assert not found.empty
    assert name in summary.text(found)


def test_word_files_have_no_facts() -> None:
    old, new = (Version(n, Document((Block("doan", (Run(f"Làm {n}."),)),))) for n in ("a", "b"))
    found = compare(old, new)
    assert found.from_word
    assert not found.facts
    assert not found.units
    assert phrases.counts(found) == "Thay đổi: 1 chỗ trong lời văn."


def test_the_text_says_facts_first_then_words_then_units() -> None:
    told = summary.text(compared(TARGET, DEADLINE)).splitlines()
    order = [told.index(line) for line in ("SỐ LIỆU", "LỜI VĂN", "BẢN GỬI TỪNG ĐƠN VỊ")]
    assert order == sorted(order)
    assert "    kdc: trên 80% → trên 85%" in told
    assert "    nop: trước ngày 15/01/2024 → trước ngày 20/01/2024" in told
    assert any("[-80%-]{+85%+}" in line for line in told)
    assert any(line.startswith("    huyện Đông Hưng, ") for line in told)


def hostile(old: str, new: str) -> Comparison:
    one, other = (Version("x", Document((Block("doan", (Run(t),)),))) for t in (old, new))
    return compare(one, other)


def test_what_steers_a_terminal_is_not_printed() -> None:
    assert "\x1b" not in summary.text(hostile("a b c", "a \x1b[2J c"))
    assert "\x1b" not in summary.markdown(hostile("a b c", "a \x1b[2J c"))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("một hai ba", "một bốn ba", "một ~~hai~~**bốn** ba"),
        ("a * b | c", "a * b | d", r"a \* b \| ~~c~~**d**"),
        ("một ba", "một hai ba", "một **hai** ba"),
        ("một  hai", "một hai", "một~~␣␣~~**␣**hai"),
        ("1. một", "1. hai", r"1\. ~~một~~**hai**"),
    ],
)
def test_markdown_marks_words_and_nothing_else(old: str, new: str, expected: str) -> None:
    assert summary.markdown(hostile(old, new)).splitlines()[-1] == f"- {expected}"


def test_json_says_all_of_it() -> None:
    data, findings = written(compared(TARGET, DEADLINE), "json", HERE, NAME)
    assert not findings
    told = json.loads(data or b"")
    assert told["findings"] == []
    assert [fact["id"] for fact in told["facts"]] == ["kdc", "nop"]
    place = told["facts"][0]["new_place"]
    assert place.startswith(f"{NAME}:")
    change = told["text"][0]
    assert (change["kind"], change["zone"]) == ("changed", "text")
    assert {"removed": "80%"} in change["words"]
    assert {"added": "85%"} in change["words"]
    assert len(told["units"]) == 9
    assert told["units"][0]["text"]


@pytest.fixture(scope="module")
def table() -> bytes:
    line = "  - Tăng cường vai trò "
    found = compared(TARGET, DEADLINE, ("body: |\n", f"body: |\n{line}& <b> {{doan}}\n"))
    data, findings = written(found, "docx", HERE, NAME)
    assert data is not None, findings
    return data


def runs(data: bytes) -> list[tuple[str, bool, bool]]:
    """Return each run of the file: text, bold, struck."""
    root = parse_xml(parts(data)[MAIN].encode())
    return [
        (
            "".join(t.text or "" for t in run.iter(w("t"))),
            run.find(f"{w('rPr')}/{w('b')}") is not None,
            run.find(f"{w('rPr')}/{w('strike')}") is not None,
        )
        for run in root.iter(w("r"))
    ]


def test_the_table_strikes_what_went_and_has_bold_what_came(table: bytes) -> None:
    found = runs(table)
    assert ("80%", False, True) in found
    assert ("85%", True, False) in found
    assert ("Tăng cường vai trò & <b>", True, False) in found
    assert {text for text, _, struck in found if struck} == {"80%", "15/01/2024"}


def test_the_table_is_valid_and_lies_on_its_side(table: bytes) -> None:
    assert faults(table) == []
    root = parse_xml(parts(table)[MAIN].encode())
    assert [size.get(w("orient")) for size in root.iter(w("pgSz"))] == ["landscape"]
    rows = list(root.iter(w("tr")))
    assert [row.find(f".//{w('tblHeader')}") is not None for row in rows[:2]] == [True, False]


def test_the_table_is_the_same_each_time(table: bytes) -> None:
    found = compared(TARGET, DEADLINE)
    assert written(found, "docx", HERE, NAME) == written(found, "docx", HERE, NAME)


def test_the_table_opens_in_libreoffice(table: bytes, tmp_path: Path) -> None:
    file = tmp_path / "so-sanh.docx"
    file.write_bytes(table)
    (made,) = convert([file], tmp_path / "out", "pdf")
    assert made.read_bytes().startswith(b"%PDF")


def test_a_table_of_nothing_can_be_made() -> None:
    data, findings = written(compared(plan=PLAN), "docx", HERE, NAME)
    assert data is not None, findings
    assert faults(data) == []


def test_the_values_are_those_of_the_template() -> None:
    fetched = make.Fetched(HERE)
    found, findings = make.Templates().get(NAME, values.TEMPLATE, fetched)
    assert not findings
    assert found is not None
    asked = {use.name for form in found.forms.values() for use in form.uses}
    assert asked == set(values.for_table(compared(plan=PLAN)))
