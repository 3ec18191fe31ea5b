"""Expressions: where their names stand, what they may hold, what they come to."""

from __future__ import annotations

import contextlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach import grammar, sandbox
from kehoach.diagnostic import Span
from kehoach.expression import Expression, Scan, evaluate, scan
from kehoach.filters import FILTERS, Uncomputable
from kehoach.source import Line
from kehoach.values import Day

DAY = Day(2024, month=1, day=15)
VALUES: dict[str, object] = {
    "year": 2024,
    "half": 0.5,
    "title": "Phát động",
    "issuer.full": "Ban Chỉ đạo 138",
    "date": DAY,
    "empty": "",
}
PARTS = ["year", "issuer.full", "a", "1", "'x'", " ", "+", "-", "~", "|", "(", ")", "[", "{", "}"]
PARTS += ["if", "else", "not", ".", ",", "%", "}}", "{{", "{%", "ngay", "é", "“", "\\", '"', "**"]
anything = st.one_of(st.text(), st.lists(st.sampled_from(PARTS)).map(" ".join))
ids = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True).filter(
    lambda name: name not in {"and", "or", "not", "in", "is", "if", "else", "true", "false", "none"}
)
paths = st.lists(ids, min_size=1, max_size=3).map(".".join)


def line(text: str, column: int = 5) -> Line:
    return Line(text, Span("plans/x.yaml", 3, column, 3, column + len(text)))


def parsed(text: str) -> Expression:
    """Return the expression in braces that `text` is, in which nothing is wrong."""
    made = scan(line(text), 0)
    assert made.findings == []
    assert made.end == len(text)
    assert made.expression
    return made.expression


def value(inner: str) -> object:
    made = parsed(f"{{{{ {inner} }}}}")
    return evaluate(made, VALUES)


def faults(text: str) -> list[tuple[str, int, int]]:
    """Return code, first and last index of each finding in the expression that `text` begins."""
    spans = [(f.code, f.where) for f in scan(line(text), 0).findings]
    return [(c, w.column - 5, w.end_column - 5) for c, w in spans if isinstance(w, Span)]


@given(paths, st.text(st.sampled_from(" \t")), st.text())
def test_a_path_is_found_with_its_place(path: str, space: str, after: str) -> None:
    text = f"{{{{{space}{path}{space}}}}}"
    made = scan(line(text + after.replace("}", "")), 0)
    assert made == Scan(Expression(path, made.expression.span, (path,)), len(text), [])  # type: ignore[union-attr]
    assert made.expression
    assert made.expression.is_path
    [place] = made.expression.places
    assert (place.column, place.end_column) == (7 + len(space), 7 + len(space) + len(path))
    assert made.expression.span == Span("plans/x.yaml", 3, 5, 3, 5 + len(text))


@given(st.lists(paths, min_size=2, max_size=8))
def test_each_path_of_many_is_found_where_it_stands_first(names: list[str]) -> None:
    text = "{{ " + " ~ ".join(names) + " }}"
    made = parsed(text)
    assert made.reads == tuple(dict.fromkeys(names))
    assert not made.is_path
    for name, place in zip(made.reads, made.places, strict=True):
        assert text[place.column - 5 : place.end_column - 5] == name


@given(anything)
def test_nothing_raises_and_every_finding_is_in_its_place(inner: str) -> None:
    text = f"{{{{{inner}}}}} sau"
    made = scan(line(text), 0)
    assert 2 <= made.end <= len(text)
    assert bool(made.expression) != bool(made.findings)
    for finding in made.findings:
        assert isinstance(finding.where, Span)
        assert 5 <= finding.where.column <= 5 + len(text)
        assert finding.message
        assert finding.advice


@given(anything)
def test_what_is_accepted_can_be_computed_or_says_why(inner: str) -> None:
    made = scan(line(f"{{{{{inner}}}}}"), 0).expression
    if made:
        values = {path: VALUES.get(path, "chữ") for path in made.reads}
        with contextlib.suppress(Uncomputable):
            assert isinstance(evaluate(made, values), str | int | float | Day | type(None))


words = st.sampled_from(["a", "b2", "issuer", "if", "not", "none", "true", "x" * 41])
filters = st.sampled_from([*FILTERS, "nosuch", "in", "title"])
gaps = st.sampled_from(["", " ", "  ", "    ", "\u00a0"])
simple = st.builds(
    lambda path, after, gap: gap.join(
        ["{{", ".".join(path), *(f"|{gap}{one}" for one in after), "}}"]
    ),
    st.lists(words, min_size=1, max_size=6),
    st.lists(filters, max_size=6),
    gaps,
)


@given(simple | st.lists(st.sampled_from(["{{", "}}", "a", ".", "|", " ", "ngay"])).map("".join))
def test_a_path_and_its_filters_are_what_jinja_reads(text: str) -> None:
    """They are read without Jinja, which takes long to load."""
    if not text.startswith("{{"):
        return
    made, read = scan(line(text), 0), grammar.read(line(text), 0)
    assert (made.end, made.findings) == (read.end, read.findings)
    if made.expression is None:
        assert read.findings
        return
    assert (made.expression.source, made.expression.span) == (read.source, read.span)
    assert dict(zip(made.expression.reads, made.expression.places, strict=True)) == read.reads
    assert made.expression.is_path == read.is_path


@given(
    st.lists(st.sampled_from([*FILTERS]), min_size=1, max_size=3),
    st.one_of(
        st.text(), st.none(), st.integers(), st.floats(allow_nan=False), st.just(DAY), st.booleans()
    ),
)
def test_filters_come_to_what_jinja_makes_of_them(names: list[str], given_: object) -> None:
    expression = parsed("{{ a | " + " | ".join(names) + " }}")
    with contextlib.suppress(Uncomputable):
        by_jinja = sandbox.compute(expression.source, [given_])
        assert evaluate(expression, {"a": given_}) == by_jinja
        return
    with pytest.raises(Uncomputable):
        evaluate(expression, {"a": given_})


@given(st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6))
def test_numbers(left: int, right: int) -> None:
    values = {"a": left, "b": right}
    assert evaluate(parsed("{{ a + b }}"), values) == left + right
    assert evaluate(parsed("{{ a - b }}"), values) == left - right
    assert evaluate(parsed("{{ a * b }}"), values) == left * right
    assert evaluate(parsed("{{ 'x' if a < b else 'y' }}"), values) == ("x" if left < right else "y")


@given(st.text(), st.text())
def test_texts(left: str, right: str) -> None:
    values = {"a": left, "b": right}
    assert evaluate(parsed("{{ a }}"), values) == left
    if "?" not in (left, right):
        assert evaluate(parsed("{{ a ~ b }}"), values) == left + right
        assert evaluate(parsed("{{ a + b }}"), values) == left + right


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("year", 2024),
        ("year - 1", 2023),
        ("year // 10 * 10", 2020),
        ("2 ** 10", 1024),
        ("year % 100", 24),
        ("-year + 1", -2023),
        ("(1 + 2) * 3", 9),
        ("'năm ' ~ year", "năm 2024"),
        ("'từ ' ~ date", "từ 15/01/2024"),
        ("half ~ '%'", "0,5%"),
        ("'ngày ' + date", "ngày 15/01/2024"),
        ("1234567 / 2 ~ ''", "617283,5"),
        ("title | viet_hoa", "PHÁT ĐỘNG"),
        ("title | trong_cau | dau_cau", "Phát động"),
        ("date | thang_nam", "tháng 01 năm 2024"),
        ("'a' if year > 2000", "a"),
        ("'a' if year < 2000", ""),
        ("('a' if year < 2000) ~ 'b'", "b"),
        ("title or 'chưa có'", "Phát động"),
        ("empty or 'chưa có'", "chưa có"),
        ("'có' if 'động' in title else 'không'", "có"),
        ("'x' if not empty and year == 2024 else 'y'", "x"),
        ("'}}'", "}}"),
        ("'{%'", "{%"),
        ("none", None),
    ],
)
def test_what_expressions_come_to(inner: str, expected: object) -> None:
    assert value(inner) == expected


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        ("year / 0", "divides by zero"),
        ("year % 0", "divides by zero"),
        ("0 ** -1", "too large"),
        ("'a' * 3", "«*» takes numbers"),
        ("'%5d' % 3", "«%» takes numbers"),
        ("title - 1", "«-» takes numbers"),
        ("9 ** 99", "too large"),
        ("1001 ** 2", "too large"),
        ("99999999 * 99999999", "too large"),
        ("(0 - 8) ** 0.5", "too large"),
        ("-title", "different kinds"),
        ("title > 1", "different kinds"),
        ("1 in title", "different kinds"),
        ("date > 1", "different kinds"),
        ("year == 2024", "yes or no"),
        ("title | ngay", "«ngay» takes a date"),
        ("title | so2", "«so2» takes a whole number"),
        ("title | phan_tram", "«phan_tram» takes a number"),
    ],
)
def test_what_cannot_be_computed(inner: str, words: str) -> None:
    with pytest.raises(Uncomputable, match=re.escape(words)) as fault:
        value(inner)
    assert fault.value.template.format_map(fault.value.words) == str(fault.value)
    assert fault.value.hint


def test_a_text_has_an_end() -> None:
    long = {"a": "x" * 15_000}
    assert evaluate(parsed("{{ a ~ 'b' }}"), long) == long["a"] + "b"
    with pytest.raises(Uncomputable, match="longer than"):
        evaluate(parsed("{{ a ~ a }}"), long)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ a", [("E002", 0, 2)]),
        ("{{ a } }", [("E002", 0, 2)]),
        ("{{ a {{ b }}", [("E002", 0, 2)]),
        ("{{}}", [("E004", 0, 4)]),
        ("{{ }}", [("E004", 0, 5)]),
        ("{{- a }}", [("E003", 0, 8)]),
        ("{{ a -}} b", [("E003", 0, 8)]),
        ("{{+ a }}", [("E003", 0, 8)]),
        ("{{ năm }}", [("E006", 3, 6)]),
        ("{{ a.đợt }}", [("E006", 5, 8)]),
        ("{{ 'a }}", [("E006", 3, 4)]),
        ("{{ “a” }}", [("E006", 3, 4)]),
        ("{{ a ? b }}", [("E006", 5, 6)]),
        ("{{ 'a\\n' }}", [("E006", 3, 8)]),
        ("{{ a b }}", [("E007", 5, 6)]),
        ("{{ a = 1 }}", [("E007", 5, 6)]),
        ("{{ a + }}", [("E007", 5, 6)]),
        ("{{ (a }}", [("E006", 6, 7)]),
        ("{{ a) }}", [("E006", 4, 5)]),
        ("{{ a() }}", [("E008", 4, 5)]),
        ("{{ a[0] }}", [("E008", 4, 5)]),
        ("{{ [a] }}", [("E008", 3, 4)]),
        ("{{ (a, b) }}", [("E008", 5, 6)]),
        ("{{ a is none }}", [("E008", 5, 7)]),
        ("{{ 'a'.b.c }}", [("E008", 6, 7)]),
        ("{{ (a).b }}", []),
        ("{{ a | so2(1) }}", [("E008", 7, 10)]),
        ("{{ a | so2 | tojson }}", [("E009", 13, 19)]),
        ("{{ a() ~ b[0] ~ c | safe }}", [("E008", 4, 5), ("E008", 10, 11), ("E009", 20, 24)]),
        ("{{ 1234567890123456 }}", [("E005", 3, 19)]),
        ("{{ 1e9 }}", [("E005", 3, 6)]),
    ],
)
def test_faults(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert faults(text) == expected


@pytest.mark.parametrize(
    "inner",
    [
        "a" + " ~ a" * 200,
        "(" * 11 + "1" + ")" * 11,
        "-" * 250 + "1",
        "'" + "x" * grammar.MAX_EXPRESSION + "'",
        "a" * grammar.MAX_EXPRESSION,
    ],
)
def test_an_expression_has_an_end(inner: str) -> None:
    text = f"{{{{ {inner} }}}}"
    assert faults(text) == [("E005", 0, len(text))]


def test_after_a_fault_the_line_goes_on() -> None:
    made = scan(line("{{ a b }} và {{ c }}"), 0)
    assert made.end == len("{{ a b }}")
    assert scan(line("{{ a và {{ c }}"), 0).end == len("{{ a và ")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("{{ năm }}", "without accents"),
        ("{{ chi tieu }}", "joined with _"),
        ("{{ a | ngayy }}", "did you mean ngay?"),
        ("{{ a | zzz }}", "the filters are dau_cau, "),
        ("{{ “a” }}", "straight quotes"),
        ("{{ 'a }}", "the same kind of quote"),
        ("{{ a", "close them with }}"),
        ("{{ a() }}", "an expression holds ids"),
    ],
)
def test_hints(text: str, hint: str) -> None:
    [finding] = scan(line(text), 0).findings
    assert hint in finding.advice


def test_a_folded_text_has_no_place_for_an_expression() -> None:
    folded = Line("a {{ b }}", Span("x.yaml", 1, 4, 2, 9), exact=False)
    [finding] = scan(folded, 2).findings
    assert (finding.code, finding.where) == ("E001", folded.span)


def test_every_filter_may_be_used() -> None:
    for name in FILTERS:
        assert parsed(f"{{{{ a | {name} }}}}").reads == ("a",)
