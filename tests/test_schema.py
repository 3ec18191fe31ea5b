"""Nodes read into values: each kind of value, and everything that is wrong at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import complete, findings
from kehoach import source
from kehoach.diagnostic import Diagnostic, Span
from kehoach.model import PlanKeys
from kehoach.outline import Prose
from kehoach.schema import Layer, Name, Reader, Record, Text, key, shapes_of
from kehoach.values import Day, Period

PATH = "plans/x.yaml"


@dataclass(frozen=True, kw_only=True)
class Inner(Record):
    """A record inside another."""

    name: Text | None = key("Tên", required=True)
    start: Day | None = key("Từ", alias="from")
    end: Day | None = key("Đến", alias="to")


@dataclass(frozen=True, kw_only=True)
class Sample(Record):
    """A record with a key of every kind."""

    text: Text | None = key("Một dòng")
    several: Text | tuple[Text, ...] | None = key("Một hay nhiều dòng")
    prose: Prose | None = key("Nhiều đoạn")
    name: Name | None = key("Một từ")
    day: Day | None = key("Một ngày")
    period: Period | None = key("Một khoảng")
    number: int | None = key("Một số")
    yes: bool | None = key("Có hay không")
    choice: Literal["mot", "hai"] | None = key("Một trong hai")
    names: tuple[Name, ...] | None = key("Nhiều từ")
    rows: tuple[tuple[Text, ...], ...] | None = key("Các hàng")
    inner: Inner | None = key("Một bản ghi")
    records: dict[str, Inner] | None = key("Nhiều bản ghi")
    terms: dict[str, Text] | None = key("Nhiều cụm từ")
    prose_or_none: dict[str, Prose | None] | None = key("Mục, hoặc bỏ mục", alias="sections")
    either: Inner | Name | None = key("Một bản ghi hoặc id của nó")
    layers: dict[str, Layer] | None = key("Lớp")


def read(text: str, *, partial: bool = False) -> tuple[Any, list[Diagnostic]]:
    made, found = source.parse(text.encode(), PATH)
    assert made, found
    assert not found
    reader = Reader(layer=Sample, partial=partial)
    return reader.read(made.root, Sample), reader.findings


def good(text: str) -> Any:
    value, found = read(text)
    assert found == []
    return value


def faults(text: str, *, partial: bool = False) -> list[tuple[str, int, int]]:
    """Return code, line and column of each finding; none is without a message and a hint."""
    found = read(text, partial=partial)[1]
    assert all(f.message and f.advice for f in found)
    return [(f.code, f.where.line, f.where.column) for f in found if isinstance(f.where, Span)]


def literal(text: Any) -> str:
    assert isinstance(text, Text)
    return text.marked.literal


def test_every_kind_of_value() -> None:
    made = good(
        """\
text: Tổ quốc
prose: |
  I. Một
  - Hai
name: khu_dan_cu
day: 2024-Q1
period: 2024-01..2024-12
number: 012
yes: no
choice: hai
names: [a, b]
rows: [[a, b], [c, d]]
inner: {name: A, from: 2024-01-01}
records: {x: {name: B}}
terms: {at: An toàn, vh: Văn hóa}
"""
    )
    assert literal(made.text) == "Tổ quốc"
    assert [point.kind for point in made.prose.points] == ["I.", "-"]
    assert made.name == Name("khu_dan_cu", Span(PATH, 5, 7, 5, 17))
    assert made.day == Day(2024, quarter=1)
    assert made.period.end == Day(2024, month=12)
    assert (made.number, made.yes, made.choice) == (12, False, "hai")
    assert [name.text for name in made.names] == ["a", "b"]
    assert [[literal(cell) for cell in row] for row in made.rows] == [["a", "b"], ["c", "d"]]
    assert (literal(made.inner.name), made.inner.start) == ("A", Day(2024, month=1, day=1))
    assert list(made.records) == ["x"]
    assert literal(made.terms["vh"]) == "Văn hóa"
    assert made.spans["text"] == Span(PATH, 1, 7, 1, 14)
    assert made.inner.spans["from"].column == 24


@pytest.mark.parametrize("blank", ["", "~", "null"])
def test_any_value_may_be_blank(blank: str) -> None:
    for name in shapes_of(Sample):
        made = good(f"{name}: {blank}\n")
        assert made.spans[name] == Span(PATH, 1, 1, 1, 1 + len(name))
        assert not [
            item
            for item in vars(made).values()
            if item not in (made.span, made.spans, None)
            if item != frozenset()
        ]


def test_a_text_or_several() -> None:
    assert literal(good("several: A").several) == "A"
    assert [literal(line) for line in good("several: [A, B]").several] == ["A", "B"]


def test_a_record_or_its_id() -> None:
    assert good("either: x").either.text == "x"
    assert isinstance(good("either: {name: A}").either, Inner)
    assert faults("either: [x]") == [("P005", 1, 9)]


def test_a_blank_cell_keeps_its_column() -> None:
    rows = good("rows:\n  - [a, ~, b]\n  - ['', c]\n  - []\n").rows
    assert [[literal(cell) for cell in row] for row in rows] == [["a", "", "b"], ["", "c"], []]
    assert rows[0][1].span.column == 9


def test_a_section_may_be_dropped() -> None:
    made = good("sections:\n  a: |\n    - A\n  b:\n")
    assert list(made.prose_or_none) == ["a", "b"]
    assert made.prose_or_none["b"] is None


def test_a_layer_is_kept_and_checked_in_part() -> None:
    made, found = read("layers: {a: {text: A, inner: {from: 2024}}, b: {txt: B, day: 1/1}}")
    assert [f.code for f in found] == ["P001", "P005"]
    assert isinstance(made.layers["a"], Layer)
    assert faults("layers: {a: {inner: {from: 2024}}}") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("texts: A", [("P001", 1, 1)]),
        ("inner: {}", [("P002", 1, 1)]),
        ("inner:\n  from: 2024\n", [("P002", 1, 1)]),
        ("inner:\n  name:\n", [("P007", 2, 3)]),
        ("inner: {name: A, from: 2024-02, to: 2024-01}", [("P006", 1, 37)]),
        ("inner: {name: A, from: 2024-02, to: 2024}", []),
        ("inner: {name: A, from: 2024-02, to: '?'}", []),
        ("period: 2024-02..2024-01", [("P006", 1, 9)]),
        ("period: 2024-02..?", []),
        ("text: [A]", [("P005", 1, 7)]),
        ("text: {a: A}", [("P005", 1, 7)]),
        ("text: |\n  A\n\n  B\n", [("P005", 4, 3)]),
        ("prose: [A]", [("P005", 1, 8)]),
        ("name: {a: b}", [("P005", 1, 7)]),
        ("day: hôm nay", [("P005", 1, 6)]),
        ("period: 2024-2025", [("P005", 1, 9)]),
        ("number: 2.5", [("P005", 1, 9)]),
        ("number: -1", [("P005", 1, 9)]),
        ("number: 1234567890", [("P005", 1, 9)]),
        ("yes: có", [("P005", 1, 6)]),
        ("choice: ba", [("P003", 1, 9)]),
        ("choice: [mot]", [("P005", 1, 9)]),
        ("names: a", [("P005", 1, 8)]),
        ("names: [a, [b]]", [("P005", 1, 12)]),
        ("rows: [a, [b]]", [("P005", 1, 8)]),
        ("inner: A", [("P005", 1, 8)]),
        ("inner: [A]", [("P005", 1, 8)]),
        ("records: A", [("P005", 1, 10)]),
        ("records: [A]", [("P005", 1, 10)]),
        ("records: {x: A}", [("P005", 1, 14)]),
        ("terms: {Ăn: A, b: B, 3: C}", [("P004", 1, 9), ("P004", 1, 22)]),
        ("several: {a: b}", [("P005", 1, 10)]),
        ("several: [A, {a: b}]", [("P005", 1, 14)]),
        ("layers: {a: A}", [("P005", 1, 13)]),
        ("text: '{{ a b }}'", [("E007", 1, 13)]),
        ("prose: |\n  1) Một {{\n", [("O003", 2, 3), ("E002", 2, 10)]),
        (
            "a: 1\nday: x\ninner: {b: 2}\nyes: x\n",
            [("P001", 1, 1), ("P005", 2, 6), ("P001", 3, 9), ("P002", 3, 1), ("P005", 4, 6)],
        ),
    ],
)
def test_faults(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert faults(text) == expected


def test_a_part_of_a_plan_asks_for_no_key() -> None:
    assert faults("inner: {from: 2024}\n", partial=True) == []
    assert faults("inner: {name: }\n", partial=True) == []


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("txt: A", "did you mean text?"),
        ("zzz: A", "the keys here are: text, several, "),
        ("inner: {name: A, B}", "stands on a line of its own, or in quotes"),
        ("choice: mott", "did you mean mot?"),
        ("choice: xyz", "it is one of: mot, hai"),
        ("inner: {}", "name: Tên"),
        ("terms: {chỉ_tiêu: A}", "without accents: chi_tieu"),
        ("terms: {Đợt 1: A}", "without accents: dot_1"),
        ("terms: {1a: A}", "without accents: x_1a"),
        ("terms: {'…': A}", "without accents: x"),
        ("day: 1/1/2024", "did you mean 2024-01-01?"),
        ("day: 15.01.2024", "did you mean 2024-01-15?"),
        ("day: 01/2024", "did you mean 2024-01?"),
        ("day: 2024/1/5", "did you mean 2024-01-05?"),
        ("day: 2024-02-30", "2024-02 has 29 days"),
        ("day: 30/02/2023", "2023-02 has 28 days"),
        ("day: 2024-13", "year, month, day"),
        ("day: hôm nay", "write 2024-01-15"),
        ("day: 01/2024 - 02/2024", "write 2024-01-15"),
    ],
)
def test_hints(text: str, hint: str) -> None:
    [finding] = read(text)[1]
    assert hint in finding.advice


keys = st.sampled_from(
    [*shapes_of(PlanKeys), "from", "value", "name", "x", "Đợt", "columns", "rows"]
)
WORDS = ["", "~", "2024", "2024-13", "?", "A", "x: y", "{{ x }}", "{{ year | ngay }}", "{{", "{#a}"]
WORDS += [
    "I. A",
    "1.1. B",
    "[^1]",
    "ke-hoach",
    "thai_binh",
    "true",
    "..",
    "2024..2023",
    "A\nB",
    "\\",
]
words = st.sampled_from(WORDS)
values = st.recursive(
    words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=20,
)


def written(value: Any) -> str:
    """Return a value as flow YAML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"'{k}': {written(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    return '"' + value.replace("\\", "\\\\").replace("\n", "\\n") + '"' if value != "~" else "~"


@given(st.dictionaries(keys, values, max_size=6))
def test_no_plan_raises(plan: dict[str, Any]) -> None:
    text = "".join(f"'{name}': {written(value)}\n" for name, value in plan.items())
    for whole in (text or "{}", complete(text)):
        assert all(f.message and f.advice for f in findings({"plans/thai-binh/2024.yaml": whole}))


@given(st.sampled_from(sorted(shapes_of(PlanKeys))), values)
def test_no_value_of_a_key_raises(name: str, value: Any) -> None:
    assert all(f.message and f.advice for f in findings(f"{name}: {written(value)}\n"))


def test_the_keys_of_a_record_in_their_order() -> None:
    assert list(shapes_of(Inner)) == ["name", "from", "to"]
    assert shapes_of(Inner)["from"][0] == "start"
    assert shapes_of(Inner)["name"][2]["required"]


def test_plans_that_share_nodes_read_them_once_and_say_their_faults_each() -> None:
    parsed, _ = source.parse("text: một\nday: sai\nprose: |\n  - Một.\n".encode(), PATH)
    assert parsed
    shared = Reader(memo={})
    first = shared.read(parsed.root, Sample)
    faults = list(shared.findings)
    second = Reader(memo=shared.memo)
    again = second.read(parsed.root, Sample)
    assert again == first
    assert again.prose is first.prose
    assert second.findings == faults
    assert faults
