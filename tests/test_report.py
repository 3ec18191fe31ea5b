"""How findings look: place, line, caret, hint; and as JSON."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach import report
from kehoach.diagnostic import PAGE, Diagnostic, Place, Severity, Span, error, style, warning
from kehoach.messages import translator

ENGLISH = translator("en")
FILES = {"plans/a.yaml": ["year: 2024", "title: Phát động", "\tkhoá: sai", ""]}


def show(*findings: Diagnostic, files: dict[str, list[str]] | None = None) -> str:
    known = FILES if files is None else files
    return report.text(findings, lambda path: known.get(path, []), ENGLISH)


def at(line: int, column: int, end: int = 0) -> Span:
    return Span("plans/a.yaml", line, column, line if end else 0, end)


def marked(line: str, column: int, end: int = 0) -> str:
    """Return the caret line under `line` without its margin."""
    span = Span("f", 1, column, 1 if end else 0, end)
    shown = show(error("X001", span, "m"), files={"f": [line]}).split("\n")
    assert shown[1].startswith("  | ")
    return shown[2].removeprefix("  | ")


def test_a_finding_with_its_line_and_hint() -> None:
    found = error(
        "P001",
        at(2, 1, 6),
        "unknown key {name}",
        "did you mean {best}?",
        name="titel",
        best="title",
    )
    assert show(found) == (
        "plans/a.yaml:2:1: error[P001] unknown key titel\n"
        "  | title: Phát động\n"
        "  | ^~~~~\n"
        "  hint: did you mean title?\n"
    )


def test_severities_and_a_finding_without_hint() -> None:
    assert show(warning("P002", at(1, 7), "odd")).splitlines()[0] == (
        "plans/a.yaml:1:7: warning[P002] odd"
    )
    assert "style[P003] taste" in show(style("P003", at(1, 7), "taste"))


def test_places_without_a_line() -> None:
    assert show(error("B001", Place("x.yaml"), "gone")) == "x.yaml: error[B001] gone\n"
    assert show(error("Y001", Span("x.yaml", 0, 0), "gone")) == "x.yaml: error[Y001] gone\n"


def test_a_place_in_a_word_file() -> None:
    where = Place("t.docx", "word/document.xml", 3, "{{ titel }}")
    assert show(error("T001", where, "unknown name")) == (
        "t.docx: word/document.xml, paragraph 3: error[T001] unknown name\n  | {{ titel }}\n"
    )


def test_what_is_no_files_fault_has_no_place() -> None:
    assert show(error("B023", Place(""), "no LibreOffice")) == "error[B023] no LibreOffice\n"


def test_a_place_in_a_pdf() -> None:
    places = [Place("a.pdf", PAGE, number) for number in (10, 2)]
    found = [warning("N804", where, "alone") for where in places]
    assert [line.split(" warning")[0] for line in show(*found).splitlines()] == [
        "a.pdf: page 2:",
        "a.pdf: page 10:",
    ]


def test_findings_come_in_the_order_of_their_places_and_once() -> None:
    first, second = error("P001", at(1, 1), "a"), error("P001", at(2, 3), "b")
    shown = show(second, first, second)
    assert shown.index("] a") < shown.index("] b")
    assert shown.count("] b") == 1


def test_equal_messages_in_two_files_are_two_findings() -> None:
    one = error("P001", Span("a", 1, 1), "m")
    two = error("P001", Span("b", 1, 1), "m")
    assert len(show(one, two, files={}).splitlines()) == 2


@pytest.mark.parametrize(
    ("line", "column", "end", "expected"),
    [
        ("abc", 1, 0, "^"),
        ("abc", 3, 0, "  ^"),
        ("abc", 4, 0, "   ^"),
        ("abc", 9, 0, "   ^"),
        ("abc", 1, 4, "^~~"),
        ("abc", 2, 2, " ^"),
        ("\tabc", 2, 4, "\t^~"),
        ("đổi mới", 5, 8, "    ^~~"),
        (unicodedata.normalize("NFD", "đổi mới"), 7, 0, "    ^"),
        ("漢字 x", 4, 0, "     ^"),
        ("漢字 x", 1, 3, "^~~~"),
        ("a\u00a0b", 3, 0, "  ^"),
    ],
)
def test_caret(line: str, column: int, end: int, expected: str) -> None:
    assert marked(line, column, end) == expected


def test_a_span_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    span = Span("f", 1, 3, 2, 2)
    assert show(error("X001", span, "m"), files={"f": ["abcd", "ef"]}).splitlines()[2] == "  |   ^~"


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=400), st.data())
def test_the_caret_stands_under_its_character(line: str, data: st.DataObject) -> None:
    column = data.draw(st.integers(1, len(line) + 1))
    shown = show(error("X001", Span("f", 1, column), "m"), files={"f": [line]}).split("\n")
    source, mark = shown[1].removeprefix("  | "), shown[2].removeprefix("  | ")
    width = sum(map(report.cells, mark.rstrip("~").removesuffix("^")))
    taken, index = 0, 0
    while index < len(source) and taken < width:
        taken += report.cells(source[index])
        index += 1
    assert taken == width
    assert sum(map(report.cells, source)) <= report.WIDTH + 2
    if column <= len(line) and report.cells(line[column - 1]):
        while not report.cells(source[index]):
            index += 1
        assert source[index] == report.plain(line[column - 1])


def test_a_long_line_is_cut_around_the_caret() -> None:
    line = "x" * 5000 + "HERE" + "y" * 5000
    shown = show(error("X001", Span("f", 1, 5001, 1, 5005), "m"), files={"f": [line]}).split("\n")
    source, mark = shown[1], shown[2]
    start = mark.index("^")
    assert source[start : start + 4] == "HERE"
    assert mark.endswith("^~~~")
    assert len(source) < 120


def test_nothing_steers_the_terminal() -> None:
    nasty = "a\x1b[31mb\u202ec\x07\x9bd"
    found = error("X001", Span("f\x1b", 1, 1), "m {x}", "h {x}", x=nasty)
    place = error("X002", Place("g", "p\x1b", 1, nasty), "m")
    shown = show(found, place, files={"f\x1b": [nasty]})
    assert not set(shown) & set("\x1b\u202e\x07\x9b")
    assert "a�[31mb" in shown


def test_a_line_break_in_an_argument_does_not_make_a_line() -> None:
    assert len(show(error("X001", Place("f"), "{x}", x="a\nb\r\nc")).splitlines()) == 1


def test_no_excerpt_when_the_file_is_gone_or_shorter() -> None:
    assert len(show(error("X001", Span("gone", 1, 1), "m")).splitlines()) == 1
    assert len(show(error("X001", at(99, 1), "m")).splitlines()) == 1


def test_vietnamese() -> None:
    found = error("P001", at(1, 1), "error", "hint")
    shown = report.text([found], lambda path: FILES.get(path, []), translator("vi"))
    assert shown == "plans/a.yaml:1:1: lỗi[P001] lỗi\n  | year: 2024\n  | ^\n  gợi ý: gợi ý\n"


def test_records() -> None:
    found = error("P001", at(2, 1, 6), "unknown {name}", "try {name}", name="x")
    place = warning("T001", Place("t.docx", "word/document.xml", 3, "w"), "odd")
    made = report.records([place, found, found], ENGLISH)
    assert made == [
        {
            "path": "plans/a.yaml",
            "line": 2,
            "column": 1,
            "end_line": 2,
            "end_column": 6,
            "severity": "error",
            "code": "P001",
            "message": "unknown x",
            "hint": "try x",
        },
        {
            "path": "t.docx",
            "part": "word/document.xml",
            "paragraph": 3,
            "text": "w",
            "severity": "warning",
            "code": "T001",
            "message": "odd",
            "hint": "",
        },
    ]
    assert json.loads(json.dumps(made)) == made


def test_every_severity_has_a_word() -> None:
    assert set(report.SEVERITIES) == set(Severity)


def test_lines_end_where_spans_say() -> None:
    data = "\ufeffa\r\nb\rc\u2028d\x0ce\n".encode()
    assert report.split_lines(data) == ["a", "b", "c\u2028d\x0ce", ""]
    assert report.split_lines(b"\xff\n") == ["�", ""]


def test_table_counts_cells() -> None:
    shown = report.table(["kế hoạch", "n"], [["漢字", "10"], ["a", "2"]], right=[1])
    assert shown == "kế hoạch   n\n--------  --\n漢字      10\na          2\n"


def test_the_reason_that_the_system_gives_is_translated() -> None:
    found = error("B008", Place("a"), "cannot be written: {reason}", reason="Permission denied")
    assert "cannot be written: Permission denied" in show(found)
    said = report.text([found], lambda path: [], translator("vi"))
    assert "cannot be written: không có quyền" in said
    strange = error("B008", Place("a"), "cannot be written: {reason}", reason="Strange {x}")
    assert "Strange {x}" in report.text([strange], lambda path: [], translator("vi"))


@given(st.binary(max_size=300))
def test_no_bytes_of_a_file_steer_the_terminal(data: bytes) -> None:
    lines = report.split_lines(data)
    found = [error("Y002", at(line, 2, 3), "no text") for line in range(1, len(lines) + 1)]
    printed = report.text(found, lambda path: lines, str).replace("\n", "").replace("\t", "")
    assert not [letter for letter in printed if unicodedata.category(letter) == "Cc"]


@pytest.mark.parametrize("path", ["plans/a.csv", "plans/a.xlsx"])
def test_a_cell_of_a_table_is_no_place_in_a_line(path: str) -> None:
    found = error("P081", Span(path, 1, 3, 1, 4), "wrong")
    assert show(found, files={path: ["PK\0\0"]}) == f"{path}:1:3: error[P081] wrong\n"
