"""Which facts of a plan are told as changed, and in which words."""

from __future__ import annotations

import pytest

import cases
from kehoach.diff import phrases
from kehoach.diff.facts import changed
from kehoach.plan import Plan

FACTS = """\
duration: 2024-01..2024-12
targets:
  kdc: {value: trên 80%, of: [khu_dan_cu, xa], count: dat}
  xa: {value: 5%}
deadlines:
  nop: {before: 2024-01-15, task: đăng ký, to: Công an tỉnh}
award_forms:
  bk: {form: Bằng khen, by: Chủ tịch UBND tỉnh, to: [tap_the], quota: không vượt quá 15}
criteria:
  m:
    title: Đối với tập thể
    items: |
      Hoàn thành tốt nhiệm vụ được giao.
      Giữ vững đoàn kết nội bộ.
terms: {at: An toàn}
refs:
  qd: {type: Quyết định, no: 16/QĐ-UBND, date: 2022-08-01, by: Ủy ban nhân dân tỉnh}
phases:
  dot_1: {from: 2024-01-01, to: 2024-03-31}
duties:
  lam: {who: Công an tỉnh, task: tổng hợp, due: nop}
"""


def plan(text: str) -> Plan:
    loaded, findings = cases.load(text)
    assert loaded is not None
    assert not [found for found in findings if found.severity == "error"]
    return loaded


def told(*edits: tuple[str, str]) -> list[tuple[str, str, str, str | None, str | None]]:
    """Return group, id, part, old and new words of what differs after the edits."""
    text = FACTS
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    found = changed(plan(FACTS), plan(text))
    return [(fact.group, fact.id, fact.part, fact.old, fact.new) for fact in found]


def test_nothing_differs_from_itself() -> None:
    assert told() == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("trên 80%", "trên 85%", ("targets", "kdc", "", "trên 80%", "trên 85%")),
        ("count: dat", "count: dang_ky", ("targets", "kdc", "count", "dat", "dang_ky")),
        (
            "[khu_dan_cu, xa]",
            "[khu_dan_cu]",
            ("targets", "kdc", "of", "khu dân cư, xã", "khu dân cư"),
        ),
        (
            "before: 2024-01-15",
            "before: 2024-01-20",
            ("deadlines", "nop", "", "trước ngày 15/01/2024", "trước ngày 20/01/2024"),
        ),
        (
            "before: 2024-01-15",
            "within: 2024-01..2024-03",
            ("deadlines", "nop", "", "trước ngày 15/01/2024", "từ tháng 01/2024 đến tháng 3/2024"),
        ),
        (
            "không vượt quá 15",
            "không vượt quá 10",
            ("award_forms", "bk", "quota", "không vượt quá 15", "không vượt quá 10"),
        ),
        ("at: An toàn", "at: Bình yên", ("terms", "at", "", "An toàn", "Bình yên")),
        ("16/QĐ", "17/QĐ", ("refs", "qd", "no", "16/QĐ-UBND", "17/QĐ-UBND")),
        (
            "2024-01..2024-12",
            "2024-01..2024-11",
            (
                "plan",
                "duration",
                "",
                "từ tháng 01/2024 đến tháng 12/2024",
                "từ tháng 01/2024 đến tháng 11/2024",
            ),
        ),
        (
            "to: 2024-03-31",
            "to: 2024-04-30",
            ("phases", "dot_1", "to", "ngày 31/3/2024", "ngày 30/4/2024"),
        ),
        ("task: tổng hợp", "task: báo cáo", ("duties", "lam", "task", "tổng hợp", "báo cáo")),
        (", to: Công an tỉnh", "", ("deadlines", "nop", "to", "Công an tỉnh", None)),
    ],
)
def test_one_fact_is_told(
    old: str, new: str, expected: tuple[str, str, str, str | None, str | None]
) -> None:
    assert told((old, new)) == [expected]


def test_criteria_are_compared_line_by_line() -> None:
    edit = ("      Giữ vững đoàn kết nội bộ.", "      Giữ vững đoàn kết.\n      Có sáng kiến.")
    assert told(edit) == [
        ("criteria", "m", "items", "Giữ vững đoàn kết nội bộ.", "Giữ vững đoàn kết."),
        ("criteria", "m", "items", None, "Có sáng kiến."),
    ]


def test_facts_come_and_go_whole() -> None:
    assert told(("  xa: {value: 5%}\n", "  moi: {value: 7%, of: [xa]}\n")) == [
        ("targets", "moi", "", None, "7%; xã"),
        ("targets", "xa", "", "5%", None),
    ]


def test_another_id_for_the_same_is_a_new_name() -> None:
    assert told(("  xa: {value: 5%}", "  xa_kha: {value: 5%}")) == [
        ("targets", "xa_kha", "id", "xa", "xa_kha")
    ]


def test_a_date_in_other_figures_is_the_same() -> None:
    assert (
        told(("{before: 2024-01-15, task: đăng ký,", "{task: đăng ký, before: 2024-01-15,")) == []
    )


def test_what_is_not_known_yet_is_told_as_dots() -> None:
    assert told(("trên 80%", "'?'")) == [("targets", "kdc", "", "trên 80%", "……………")]


def test_the_fact_that_a_layer_gives_is_the_one_that_counts() -> None:
    base = "abstract: true\nextends:\nterms: {at: An toàn}\n".replace("extends:\n", "")
    text = cases.complete("extends: base.yaml\n")
    plans = []
    for words in ("An toàn", "Bình yên"):
        files = {cases.PATH: text, "plans/thai-binh/base.yaml": base.replace("An toàn", words)}
        loaded, findings = cases.load(files)
        assert loaded is not None
        assert not findings
        plans.append(loaded)
    (fact,) = changed(*plans)
    assert (fact.old, fact.new) == ("An toàn", "Bình yên")
    assert fact.new_where is not None
    assert fact.new_where.path == "plans/thai-binh/base.yaml"


def test_forms_are_told_by_their_names() -> None:
    before = plan(FACTS + "forms: [{use: dang-ky-thi-dua, by: district, due: nop}]\n")
    after = plan(FACTS + "forms: [{use: dang-ky-thi-dua, by: commune, due: nop}]\n")
    (fact,) = changed(before, after)
    assert (fact.group, fact.id, fact.part) == ("forms", "dang-ky-thi-dua", "by")


def test_the_figures_of_a_unit_are_facts_of_its_own() -> None:
    text = FACTS.replace("duration", "units: b.csv\nduration", 1)
    head = "unit,kdc,khu_dan_cu,signer\n"
    old = f"{head}huyen_vu_thu,80%,100,A\nhuyen_tien_hai,-,90,B\n"
    new = f"{head}huyen_vu_thu,90%,100,A\nhuyen_dong_hung,70%,80,\n"
    plans = []
    for table in (old, new):
        files = {cases.PATH: cases.complete(text), "plans/thai-binh/b.csv": table}
        plans.append(cases.load(files)[0])
    assert plans[0]
    assert plans[1]
    found = changed(plans[0], plans[1])
    assert [(fact.group, fact.name, fact.part, fact.old, fact.new) for fact in found] == [
        ("figures", "huyện Vũ Thư", "kdc", "80%", "90%"),
        ("figures", "huyện Đông Hưng", "", None, "70%; 80"),
        ("figures", "huyện Tiền Hải", "", "90; B; -", None),
    ]
    where = found[0].new_where
    assert where
    assert (where.path, where.line) == ("plans/thai-binh/b.csv", 2)
    assert phrases.fact_name(found[0]) == "huyện Vũ Thư (kdc)"
