"""Nodes know where each of their characters stands; no file is more than findings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach import markup, source
from kehoach.diagnostic import Span
from kehoach.expression import Literal
from kehoach.source import Line, Mapping, Node, Scalar, Sequence
from kehoach.yaml_faults import FORBIDDEN

PATH = "plans/x.yaml"
VIETNAMESE = "aăâđêơưĐỨệạ To\u0302\u0309 quo\u0302\u0301c"
FRAGMENTS = [
    *"ab: \n  -{}[]'\"|>#&*!%@`,?\\\t.<~=",
    "{{ ",
    " }}",
    "\n  ",
    ": ",
    "\u00a0",
    "é",
    "😀",
]
YAML = st.lists(st.sampled_from(FRAGMENTS)).map("".join)
"""Texts of what means something to YAML."""

words = st.text(st.sampled_from([*VIETNAMESE, *"'\"{}[]*\\:#,. -|>&!", "😀"]), min_size=1)
"""Texts that a value may have, and YAML's own characters among them."""


def lines_of(data: str) -> list[str]:
    return re.split(r"\r\n|\r|\n", data.removeprefix("\ufeff"))


def scalars(node: Node) -> Iterator[Scalar]:
    """Yield every scalar in a node, keys included."""
    if isinstance(node, Scalar):
        yield node
    for item in node.items if isinstance(node, Sequence) else ():
        yield from scalars(item)
    for key, value in node.items.values() if isinstance(node, Mapping) else ():
        yield key
        yield from scalars(value)


def read(text: str) -> Mapping:
    """Return the root of a file in which nothing is wrong."""
    made, found = source.parse(text.encode(), PATH)
    assert made, found
    assert not found
    return made.root


def value(text: str, key: str = "a") -> Scalar:
    node = read(text).get(key)
    assert isinstance(node, Scalar)
    return node


def quoted(text: str) -> str:
    """Return the text in single quotes of YAML."""
    return "'" + text.replace("'", "''") + "'"


def at(text: str, span: Span) -> str:
    """Return the characters of a file at a span of one line."""
    assert span.line == span.end_line
    return lines_of(text)[span.line - 1][span.column - 1 : span.end_column - 1]


def stands(text: str, line: Line) -> None:
    """Check that each character of an exact line stands where the line says."""
    for index, character in enumerate(line.text):
        assert at(text, line.part(index, index + 1))[:1] == character
    whole = at(text, line.part(0, len(line.text)))
    assert line.text in (whole, whole.replace("''", "'"))


@given(words)
def test_single_quoted(text: str) -> None:
    written = f"# Kế hoạch\na:  {quoted(text)} # ghi chú\n"
    scalar = value(written)
    assert scalar.text == unicodedata.normalize("NFC", text)
    assert at(written, scalar.span) == quoted(text)
    [line] = scalar.lines
    assert (line.text, line.exact) == (text, True)
    stands(written, line)


@given(words)
def test_plain(text: str) -> None:
    written = f"a: {text}\nb: c\n"
    made, found = source.parse(written.encode(), PATH)
    node = made.root.get("a") if made and not found else None
    if isinstance(node, Scalar) and node.style == "" and node.lines[0].exact:
        assert at(written, node.span) == node.lines[0].text
        stands(written, node.lines[0])


@given(st.lists(words, min_size=1), st.integers(1, 4), st.booleans())
def test_literal(texts: list[str], indent: int, below: bool) -> None:
    texts = [text.strip() or "x" for text in texts]
    written = "a:\n - b: |\n" if below else "a: |\n"
    indent += 3 if below else 0
    written += "".join(f"{' ' * indent}{text}\n\n" for text in texts) + "c: d\n"
    scalar = next(s for s in scalars(read(written)) if s.style == "|")
    assert [line.text for line in scalar.lines if line.text] == texts
    for line in scalar.lines:
        assert line.exact
        stands(written, line)


@given(words, st.booleans())
def test_columns_of_literals_lead_back_to_the_file(text: str, literal: bool) -> None:
    text = text.strip() or "x"
    written = f"a: |\n  {text}\n" if literal else f"a: {quoted(text)}\n"
    line = value(written).lines[0]
    marked, _ = markup.parse(line)
    file = lines_of(written)[line.span.line - 1]
    for piece in marked.pieces:
        if isinstance(piece.segment, Literal):
            segment = piece.segment
            first = segment.span.column
            columns = segment.columns or range(first, first + len(segment.text))
            assert len(columns) == len(segment.text)
            for character, column in zip(segment.text, columns, strict=True):
                # A mark that no letter takes up stands where its letter does.
                if not unicodedata.combining(character):
                    assert base(file[column - 1]) == base(character)


def base(character: str) -> str:
    """Return the letter without its marks."""
    return unicodedata.normalize("NFD", character)[0]


@given(st.binary())
def test_no_bytes_raise(data: bytes) -> None:
    source.parse(data, PATH)


@given(st.one_of(st.text(), YAML, YAML.map(lambda text: f"a: |\n  {text}\nb: {text}\n")))
def test_no_text_raises_and_every_finding_is_in_the_file(text: str) -> None:
    made, found = source.parse(text.encode("utf-8", "surrogatepass"), PATH)
    lines = lines_of(text)
    for finding in found:
        assert isinstance(finding.where, Span)
        assert 1 <= finding.where.line <= len(lines)
        assert 1 <= finding.where.column <= len(lines[finding.where.line - 1]) + 1
        assert finding.message
        assert finding.advice
    assert made or found
    for scalar in scalars(made.root) if made else ():
        for line in scalar.lines:
            if line.exact and not found:
                stands(text, line)


@given(st.dictionaries(st.from_regex(r"[a-z][a-z0-9_]*", fullmatch=True), words))
def test_what_is_written_is_read(texts: dict[str, str]) -> None:
    written = "{}" if not texts else ""
    written += "".join(f'"{key}": {quoted(text)}\n' for key, text in texts.items())
    read_back = {key: node.text for key, (_, node) in read(written).items.items()}
    assert read_back == {k: unicodedata.normalize("NFC", text) for k, text in texts.items()}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a:", ""),
        ("a: ~", "~"),
        ("a: null", "null"),
        ("a: ''", ""),
        ("a: 'null'", "null"),
        ("a: 012", "012"),
        ("a: no", "no"),
        ("a: 10:30", "10:30"),
        ("a: 2024-01-15", "2024-01-15"),
        ("a: 0x1F", "0x1F"),
        ("a: 05/KH-UBND", "05/KH-UBND"),
    ],
)
def test_yaml_types_mean_nothing(written: str, expected: str) -> None:
    scalar = value(written)
    assert scalar.text == expected
    assert scalar.is_null == (expected in ("", "~", "null") and "'" not in written)


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_breaks_and_the_mark_of_utf_8(line_break: str, mark: str) -> None:
    written = mark + line_break.join(["a: |", "  một", "  hai", "b: ba", ""])
    assert [line.text for line in value(written).lines] == ["một", "hai"]
    assert value(written, "b").span == Span(PATH, 4, 4, 4, 6)


@pytest.mark.parametrize(
    ("written", "texts", "exact"),
    [
        ("a: >\n  một\n  hai\n\n  ba\n", ["một hai", "ba"], False),
        ("a: một\n  hai\n", ["một hai"], False),
        ('a: "một\\thai"\n', ["một\thai"], False),
        ('a: "một\\nhai"\n', ["một", "hai"], False),
        ('a: "một"\n', ["một"], True),
        ("a: |-\n  một\n", ["một"], True),
        ("a: |+\n  một\n\n\n", ["một"], True),
        ("a: |2\n   một\n", [" một"], True),
        ("a: |\n\n  một\n     \n  hai\n", ["", "một", "   ", "hai"], True),
        ("a: |\n", [], True),
    ],
)
def test_lines_of_each_style(written: str, texts: list[str], exact: bool) -> None:
    lines = value(written).lines
    assert [line.text for line in lines] == texts
    assert all(line.exact is exact for line in lines)


def test_a_folded_line_has_the_span_of_the_whole() -> None:
    [line] = value("a: một\n  hai\n").lines
    assert line.part(2, 4) == line.span == Span(PATH, 1, 4, 2, 6)


def test_keys_keep_their_order_and_their_places() -> None:
    root = read("b: 1\na:\n  - c: 2\n")
    assert list(root.items) == ["b", "a"]
    assert root.items["a"][0].span == Span(PATH, 2, 1, 2, 2)
    assert [scalar.text for scalar in scalars(root)] == ["b", "1", "a", "c", "2"]
    assert root.get("c") is None


@pytest.mark.parametrize("written", ["{a: b}", "a: {b: c}"])
def test_braces_are_told_apart(written: str) -> None:
    root = read(written)
    inner = root.get("a")
    assert root.flow or (isinstance(inner, Mapping) and inner.flow)
    assert not read("a:\n  b: c\n").flow


def test_a_file_at_fault_still_gives_what_is_right() -> None:
    made, found = source.parse(b"a: b: c\nd: e\n", PATH)
    assert made
    assert [scalar.text for scalar in scalars(made.root)] == ["a", "", "d", "e"]
    assert [finding.code for finding in found] == ["Y005"]


def test_characters_that_no_document_can_hold() -> None:
    import lxml.etree as etree

    for number in [*range(0x20), *range(0x7F, 0xA0), 0x2028, 0xFEFF, 0xFFFE, 0xFFFF, 0x1F600]:
        character = chr(number)
        try:
            etree.Element("x").text = character
            holds = True
        except ValueError:
            holds = False
        assert holds or FORBIDDEN.match(character) or character == "\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_called_by_its_name(encoding: str) -> None:
    found = source.parse("type: ke-hoach\ntitle: Kế hoạch phát động\n".encode(encoding), "p")[1]
    assert [fault.code for fault in found] == ["Y002"]
    assert "UTF-16 (“Unicode” in Notepad)" in found[0].advice


@pytest.mark.parametrize("data", [b"title: T\xf4\xd2 qu\xf4\xecc\n", b"title: A\0" + b" A" * 20])
def test_another_encoding_is_not_taken_for_utf_16(data: bytes) -> None:
    [fault] = source.parse(data, "p")[1]
    assert "TCVN3" in fault.advice
