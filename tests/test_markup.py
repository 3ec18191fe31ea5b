"""A line of plan text taken apart: nothing is lost but the marks, and nothing raises."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.diagnostic import Span
from kehoach.expression import Expression, Literal
from kehoach.markup import Marked, Piece, parse
from kehoach.source import Line

FRAGMENTS = ["a", "Tổ quốc", "o\u0302\u0301", " ", "*", "**", "\\", "{{", "}}", "{{ x }}", "{", "}"]
FRAGMENTS += [
    "{#id}",
    "{td}",
    "{#Sai}",
    "[^1]",
    "[",
    "]",
    "{%",
    "%}",
    "😀",
    "\u00a0",
    ".",
    "“",
    "”",
]
lines = st.one_of(st.text(), st.lists(st.sampled_from(FRAGMENTS)).map("".join))
plain = st.text(st.characters(exclude_characters="*\\{}[]", exclude_categories=("Cs",)))
words = st.text(st.sampled_from("aăâbcđeêôơưáạệ"), min_size=1)


def line(text: str) -> Line:
    return Line(text, Span("plans/x.yaml", 7, 3, 7, 3 + len(text)))


def told(piece: Piece) -> str:
    """Return a piece in a short notation: `b:` bold, `i:` italic, `<path>`, `^note`."""
    look = "b" * piece.bold + "i" * piece.italic
    prefix = f"{look}:" if look else ""
    if piece.note:
        return f"{prefix}^{piece.note}"
    if isinstance(piece.segment, Expression):
        return f"{prefix}<{piece.segment.source}>"
    assert isinstance(piece.segment, Literal)
    return prefix + piece.segment.text


def marked(text: str) -> Marked:
    made, findings = parse(line(text))
    assert findings == []
    return made


def escaped(text: str) -> str:
    """Return plan text that means `text` to the letter."""
    return re.sub(r"([\\*{}\[])", r"\\\1", text)


@given(lines, st.integers(0, 3))
def test_nothing_raises_and_every_finding_is_in_the_line(text: str, start: int) -> None:
    start = min(start, len(text))
    made, findings = parse(line(text), start)
    for finding in findings:
        assert isinstance(finding.where, Span)
        assert 3 + start <= finding.where.column <= 3 + len(text)
        assert finding.message
        assert finding.advice
    assert made.span.line == 7


@given(lines)
def test_all_characters_but_markup_are_kept(text: str) -> None:
    """What is printed is the text without marks: take those out of both and compare."""
    made, findings = parse(line(text))
    if findings or made.braces != type(made.braces)():
        return
    printed = "".join(told(piece) for piece in made.pieces if isinstance(piece.segment, Literal))
    printed = "".join(
        piece.segment.text if isinstance(piece.segment, Literal) else "" for piece in made.pieces
    )
    rest = re.sub(r"\{\{.*?\}\}|\[\^[A-Za-z0-9_]+\]", "", text) if "\\" not in text else None
    if rest is not None:
        rest = unicodedata.normalize("NFC", rest.rstrip(" \t"))
        assert printed.replace("*", "") == rest.replace("*", "")


@given(plain)
def test_text_without_marks_is_one_literal(text: str) -> None:
    made = marked(text)
    kept = unicodedata.normalize("NFC", text.rstrip(" \t"))
    assert [told(piece) for piece in made.pieces] == ([kept] if kept else [])


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_a_backslash_makes_every_mark_a_character(text: str) -> None:
    text = unicodedata.normalize("NFC", text.strip() + ".")
    made = marked(escaped(text))
    assert "".join(told(piece) for piece in made.pieces) == text
    assert not any(piece.bold or piece.italic for piece in made.pieces)


@given(words, words, words, st.sampled_from(["*", "**"]))
def test_a_stretch_between_stars(before: str, inside: str, after: str, stars: str) -> None:
    made = marked(f"{before} {stars}{inside}{stars} {after}")
    look = "i" if stars == "*" else "b"
    assert [told(p) for p in made.pieces] == [f"{before} ", f"{look}:{inside}", f" {after}"]


@given(lines, words)
def test_an_expression_is_found_in_any_text_without_braces(text: str, name: str) -> None:
    name = "x" + re.sub("[^a-z]", "", name)
    text = re.sub(r"[\\{}]", "", text)
    made, findings = parse(line(f"{text}{{{{ {name} }}}}{text}"))
    assert not findings
    [found] = [p for p in made.pieces if isinstance(p.segment, Expression)]
    assert isinstance(found.segment, Expression)
    assert found.segment.reads == (name,)
    assert found.span
    assert found.span.column == 3 + len(text)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("một hai", ["một hai"]),
        ("**1. Mục:** hai", ["b:1. Mục:", " hai"]),
        ("một *hai* **ba**", ["một ", "i:hai", " ", "b:ba"]),
        ("**một *hai* ba**", ["b:một ", "bi:hai", "b: ba"]),
        ("***một*** hai", ["bi:một", " hai"]),
        ("2 * 3 = 6", ["2 * 3 = 6"]),
        ("một* hai", ["một* hai"]),
        ("**một", ["**một"]),
        ("một**", ["một**"]),
        ("(*)", ["(*)"]),
        ("*.docx và *.yaml", ["*.docx và *.yaml"]),
        ("một\\*hai\\*", ["một*hai*"]),
        ("\\C. Mác", ["C. Mác"]),
        ("\\- một", ["- một"]),
        ("một\\\\hai", ["một\\hai"]),
        ("một\\", ["một\\"]),
        ("**{{ a }}** và {{ b.c }}", ["b:<a>", " và ", "<b.c>"]),
        ("một[^1] hai[^a_b]", ["một", "^1", " hai", "^a_b"]),
        ("một[^ hai] [ba]", ["một[^ hai] [ba]"]),
        ("\\{{ một \\}}", ["{{ một }}"]),
        ("tập {a, b, c, d và nhiều phần tử khác nữa, rất dài}", None),
        ("ngày {{ d | ngay }}.", ["ngày ", "<d | ngay>", "."]),
    ],
)
def test_pieces(text: str, pieces: list[str] | None) -> None:
    made = marked(text)
    assert [told(piece) for piece in made.pieces] == (pieces if pieces is not None else [text])


@pytest.mark.parametrize(
    ("text", "printed", "name", "words_"),
    [
        ("Mục tiêu {#muc}", "Mục tiêu", "muc", ()),
        ("Mục tiêu {#muc} {td}", "Mục tiêu", "muc", ("td",)),
        ("Mục tiêu {td}{#muc}  ", "Mục tiêu", "muc", ("td",)),
        ("Mục tiêu {can_cu} {td}", "Mục tiêu", "", ("can_cu", "td")),
        ("Mục tiêu{td}", "Mục tiêu", "", ("td",)),
        ("{td}", "", "", ("td",)),
        ("Mục tiêu \\{td}", "Mục tiêu {td}", "", ()),
        ("Mục tiêu {{ td }}", "Mục tiêu \ufffc", "", ()),
    ],
)
def test_braces_at_the_end(text: str, printed: str, name: str, words_: tuple[str, ...]) -> None:
    made = marked(text)
    assert made.literal == printed
    assert (made.braces.id, made.braces.words) == (name, words_)
    if made.braces.id_span:
        span = made.braces.id_span
        assert text[span.column - 3 : span.end_column - 3] == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("một }} hai", [("E011", 4, 6)]),
        ("{% if %} một", [("E012", 0, 2)]),
        ("một {#Mục tiêu}", [("E013", 4, 15)]),
        ("một {#muc} hai", [("E013", 4, 10)]),
        ("một {TD}", [("E013", 4, 8)]),
        ("một {td, doan}", [("E013", 4, 14)]),
        ("một {#muc", [("E013", 4, 9)]),
        ("{{ a b }} {% x %} }}", [("E007", 5, 6), ("E012", 10, 12), ("E011", 18, 20)]),
        ("**{{ năm }}** {{ b", [("E006", 5, 8), ("E002", 14, 16)]),
    ],
)
def test_faults(text: str, expected: list[tuple[str, int, int]]) -> None:
    spans = [(f.code, f.where) for f in parse(line(text))[1]]
    found = [(c, w.column - 3, w.end_column - 3) for c, w in spans if isinstance(w, Span)]
    assert found == expected


def test_the_only_expression() -> None:
    for text in ("{{ a.b }}", "**{{ a.b }}**", "{{ a.b }} {#muc}"):
        only = marked(text).only
        assert only
        assert only.reads == ("a.b",)
    for text in ("{{ a }}.", "{{ a }}{{ b }}", "a", ""):
        assert marked(text).only is None


def test_columns_with_escapes_and_decomposed_letters() -> None:
    text = "\\*To\u0302\u0309 \\{{ quo\u0302\u0301c"
    [piece] = marked(text).pieces
    assert isinstance(piece.segment, Literal)
    assert piece.segment.text == "*Tổ {{ quốc"
    assert piece.segment.columns
    at = [column - 3 for column in piece.segment.columns]
    assert at == [1, 2, 3, 6, 8, 9, 10, 11, 12, 13, 16]
    assert "".join(text[index] for index in at) == "*To {{ quoc"


def test_columns_of_a_line_in_single_quotes() -> None:
    quoted = Line("a'b", Span("x.yaml", 1, 5, 1, 9), (5, 6, 8))
    [piece] = parse(quoted)[0].pieces
    assert isinstance(piece.segment, Literal)
    assert piece.segment.columns == (5, 6, 8)
    assert piece.span == Span("x.yaml", 1, 5, 1, 9)


def test_a_line_of_faults_has_an_end() -> None:
    assert len(parse(line("}}" * 5000))[1]) == 100


def test_a_star_between_digits_multiplies() -> None:
    marked, findings = parse(Line("Số 5*3*2 và 2**3**4, *nghiêng*", Span("p", 1, 1, 1, 31)))
    assert not findings
    assert [
        (p.segment.text, p.italic) for p in marked.pieces if isinstance(p.segment, Literal)
    ] == [
        ("Số 5*3*2 và 2**3**4, ", False),
        ("nghiêng", True),
    ]
