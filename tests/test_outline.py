"""Markers: their kinds, how they are counted, and what is said about a slip."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.outline import LETTERS, roman
from plans import counted, faults, labels, prose
from strategies import numbered

SEED = Path(__file__).parents[2] / "shared/seeds/002_e6e3aae60ceb8631.txt"


def kinds(text: str) -> list[str]:
    read, _ = prose(text)
    return [point.kind for point in read.points]


def words(text: str) -> list[str]:
    read, _ = prose(text)
    return [point.text.literal for point in read.points]


# Kinds


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("A. Phần", "A."),
        ("Đ. Phần", ""),
        ("C. Mác", ""),
        ("I. Mục", "I."),
        ("XIV. Mục", "I."),
        ("1. Khoản", "1."),
        ("12. Khoản", "1."),
        ("1.1. Khoản", "1.1."),
        ("1.1.1. Khoản", "1.1.1."),
        ("a) Điểm", "a)"),
        ("đ) Điểm", "a)"),
        ("a. Điểm", "a."),
        ("- Gạch", "-"),
        ("+ Cộng", "+"),
        ("(1) Ngoặc", "(1)"),
        ("(iv) Ngoặc", "(i)"),
        ("=2.2.3. Giữ", "1.1.1."),
        ("-\tTab", "-"),
        ("1.\u00a0Dấu cách liền", "1."),
        ("  - Thụt vào", "-"),
        ("Không dấu", ""),
        ("2024 là năm", ""),
        ("1.000 hộ dân", ""),
        ("19/8 là ngày hội", ""),
        ("-5 độ", ""),
        ("--- ngăn", ""),
        (r"\- Không phải gạch", ""),
        (r"\1. Không phải khoản", ""),
        (r"\C. Mác", ""),
        (r"\=1. Không giữ", ""),
    ],
)
def test_a_marker_says_its_kind(line: str, kind: str) -> None:
    assert kinds(line) == [kind]


def test_a_line_without_words_is_a_point() -> None:
    assert kinds("-") == ["-"]
    assert words("1.") == [""]


def test_an_open_list_of_capitals_makes_a_letter_of_what_could_be_roman() -> None:
    capitals = [f"{letter.upper()}. Phần" for letter in LETTERS[: LETTERS.index("i") + 1]]
    assert kinds("\n".join(capitals))[-1] == "A."
    assert kinds("A. Phần\nI. Mục\nB. Phần\nI. Mục") == ["A.", "I.", "A.", "I."]
    assert kinds("I. Mục\nV. Mục") == ["I.", "I."]


def test_empty_lines_and_comments_say_nothing() -> None:
    assert words("Một\n\n# ghi chú\n   # cũng vậy\n\\# Hai") == ["Một", "# Hai"]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (r"- \- gạch", "- gạch"),
        (r"\- gạch", "- gạch"),
        (r"\a) chữ", "a) chữ"),
        (r"\(1) số", "(1) số"),
        (r"1. \{{ x \}}", "{{ x }}"),
        (r"\*sao\*", "*sao*"),
        (r"hai \\ gạch", "hai \\ gạch"),
        (r"hết \{td}", "hết {td}"),
    ],
)
def test_a_backslash_makes_the_next_character_plain(line: str, read: str) -> None:
    assert words(line) == [read]
    assert not faults(line)


# Counting


def test_numbers_follow_their_lists() -> None:
    text = """
        I. Mục
        1. Khoản
        1.1. Khoản
        1.2. Khoản
        1.2.1. Khoản
        2. Khoản
        2.1. Khoản
        II. Mục
        1. Khoản
        a) Điểm
        b) Điểm
        2. Khoản
        a) Điểm
    """
    typed = [line.split()[0] for line in text.split("\n") if line.strip()]
    assert labels(text) == typed


def test_the_letters_are_those_of_the_decree() -> None:
    text = "\n".join(f"{letter}) Điểm" for letter in "abcdđeghiklmnopqrstuvxy")
    assert labels(text) == [f"{letter})" for letter in "abcdđeghiklmnopqrstuvxy"]
    assert faults("a) Một\nb) Hai\nc) Ba\nd) Bốn\ne) Năm") == [("O001", 5, 1)]


def test_a_list_may_begin_anew_at_any_time() -> None:
    assert labels("1. Một\n2. Hai\n1. Một\n2. Hai") == ["1.", "2.", "1.", "2."]
    assert labels("a) Một\nb) Hai\nĐoạn\na) Một") == ["a)", "b)", "", "a)"]
    assert labels("(1) Một\n(2) Hai\n- Gạch\n(1) Một") == ["(1)", "(2)", "-", "(1)"]


def test_paragraphs_and_dashes_do_not_disturb_the_count() -> None:
    assert labels("1. Một\nĐoạn\n- Gạch\n+ Cộng\n2. Hai") == ["1.", "", "-", "+", "2."]


def test_letters_with_a_dot_inside_letters_with_a_bracket() -> None:
    assert labels("a) Một\na. Trong\nb. Trong\nb) Hai") == ["a)", "a.", "b.", "b)"]


def test_a_higher_point_ends_the_lists_below_it() -> None:
    assert labels("1. Một\na) Điểm\n2. Hai\na) Điểm") == ["1.", "a)", "2.", "a)"]
    assert faults("1. Một\na) Điểm\n2. Hai\nb) Điểm") == [("O001", 4, 1)]


@pytest.mark.parametrize(
    ("text", "found", "printed"),
    [
        ("1. Một\n3. Ba", [("O001", 2, 1)], ["1.", "2."]),
        ("2. Hai", [("O001", 1, 1)], ["1."]),
        ("a) Một\nb) Hai\nb) Hai", [("O001", 3, 1)], ["a)", "b)", "c)"]),
        ("I. Một\nIII. Ba", [("O001", 2, 1)], ["I.", "II."]),
        ("A. Một\nC. Mác", [("O005", 2, 1)], ["A."]),
        ("1. Một\n1.1. Một\n2.2. Hai", [("O001", 3, 1)], ["1.", "1.1.", "1.2."]),
        ("2.1. Mồ côi", [("O002", 1, 1)], ["2.1."]),
        ("1. Một\n1.1.1. Cháu", [("O002", 2, 1)], ["1.", "1.1.1."]),
        ("  - Gạch\n  7. Bảy", [("O001", 2, 1)], ["-", "1."]),
    ],
)
def test_a_number_out_of_turn_is_found(
    text: str, found: list[tuple[str, int, int]], printed: list[str]
) -> None:
    markers, _ = counted(text)
    assert faults(text) == found
    assert [marker.label for marker in markers if marker] == printed


def test_an_initial_is_not_a_marker() -> None:
    assert faults("C. Mác nói\nA. Một\nB. Hai\nĐ. Phạm") == [("O005", 1, 1), ("O005", 4, 1)]
    assert labels("A. Một\nB. Hai\nC. Ba\nD. Bốn\nĐ. Năm") == ["A.", "B.", "C.", "D.", "Đ."]


def test_one_slip_is_one_finding() -> None:
    assert faults("1. Một\n3. Ba\n4. Bốn\n5. Năm") == [("O001", 2, 1)]
    assert faults("a) Một\nb) Hai\nb) Hai\nc) Ba") == [("O001", 3, 1)]
    assert faults("1. Một\n1.1. Một\n2.2. Hai\n1.3. Ba") == [("O001", 3, 1)]
    assert faults("d) Bốn\nf) Sáu\nđ) Năm") == [("O001", 1, 1), ("O001", 2, 1)]


def test_a_kept_number_stays_and_does_not_count() -> None:
    text = "1. Một\n=7. Bảy\n2. Hai\n=2.2.3. Giữ\n3. Ba"
    markers, findings = counted(text)
    assert not findings
    kept = [(marker.label, marker.kept) for marker in markers if marker]
    assert kept == [("1.", False), ("7.", True), ("2.", False), ("2.2.3.", True), ("3.", False)]


@pytest.mark.parametrize(
    "line",
    [
        "1.Dính",
        "1.1.Dính",
        "I.MỤC TIÊU",
        "a)Dính",
        "-Dính",
        "(1)Dính",
        "1) Một",
        "1.1 Thiếu chấm",
        "1.1.1 Thiếu chấm",
        "1.1.1.1. Bốn phần",
        "1/ Một",
        "a/ Một",
        "I/ Một",
        "I) Một",
        "A) Một",
        "(a) Một",
        "ii) Một",
        "• Chấm tròn",
        "·\tChấm giữa",
        "\uf0b7\tChấm của Symbol",
        "o\tVòng của Courier",
        "ü\tDấu của Wingdings",
        "− Dấu trừ",
        "‑ Gạch không ngắt",
        "– Gạch dài",
        "* Sao",
    ],
)
def test_what_is_nearly_a_marker_is_found_and_printed_as_it_is(line: str) -> None:
    assert faults(line) == [("O003", 1, 1)]
    assert kinds(line) == [""]
    assert words(line) == [line]


@pytest.mark.parametrize("line", ["**1. Mục tiêu**", "*a) Điểm*", "***I. MỤC***", "**- Gạch**"])
def test_a_marker_inside_bold_words_is_found(line: str) -> None:
    assert faults(line) == [("O003", 1, 1)]
    assert kinds(line) == [""]


@pytest.mark.parametrize(
    "line",
    [
        "C.Mác viết",
        "2,5 triệu đồng",
        "1.500.000 đồng",
        "(sau đây gọi tắt)",
        "30/2020/NĐ-CP",
        "o ép",
    ],
)
def test_what_only_begins_like_a_marker_is_left_alone(line: str) -> None:
    assert not faults(line)
    assert words(line) == [line]


def test_the_body_of_a_plan_as_it_was_issued() -> None:
    if not SEED.exists():
        pytest.skip("the original document is not beside the repository")
    lines = SEED.read_text("utf-8").split("\n")
    start = next(i for i, line in enumerate(lines) if line.startswith("I. "))
    end = next(i for i, line in enumerate(lines) if line.startswith("Nhận Kế hoạch này"))
    body = [line for line in lines[start:end] if line.strip()]
    pattern = re.compile(r"([IVX]+\.|\d+(\.\d+)*\.|-) ")
    typed = [found[1] if (found := pattern.match(line)) else "" for line in body]
    markers, findings = counted("\n".join(body))
    given = [marker.label if marker else "" for marker in markers]
    assert len(body) > 60
    assert [(typed[i], given[i]) for i in range(len(body)) if typed[i] != given[i]] == [
        ("2.2.3.", "1.2.3.")
    ]
    assert [(f.code, f.args) for f in findings] == [("O001", {"typed": "2.2.3.", "next": "1.2.3."})]


# Footnotes


def test_footnotes_are_no_points_and_each_prose_has_its_own() -> None:
    read, findings = prose("Lời[^1]\n[^1]: Ghi **chú**\n- Nữa[^hai]\n  [^hai]: Hai")
    assert not findings
    assert [point.text.literal for point in read.points] == ["Lời", "Nữa"]
    assert {name: note.literal for name, note in read.notes.items()} == {
        "1": "Ghi chú",
        "hai": "Hai",
    }
    assert all(point.notes == read.notes for point in read.points)


def test_a_footnote_defined_twice() -> None:
    assert faults("Lời[^1]\n[^1]: Một\n[^1]: Hai") == [("O004", 3, 3)]


# Properties


MARKED = st.sampled_from(["A.", "I.", "1.", "1.", "1.1.", "1.1.1.", "a)", "-", "+", "(1)", "(i)"])


@given(st.lists(st.tuples(MARKED, st.integers(0, 6).map(lambda number: not number)), max_size=20))
def test_typing_the_numbers_that_were_counted_gives_no_finding(
    wanted: list[tuple[str, bool]],
) -> None:
    typed = [marker.label for marker in numbered(wanted)]
    text = "\n".join(f"{label} Lời" for label in typed) or "Lời"
    first, _ = counted(text)
    again = "\n".join(f"{marker.label if marker else ''} Lời" for marker in first)
    markers, findings = counted(again)
    assert [found.code for found in findings if found.code != "O002"] == []
    assert [marker and marker.label for marker in markers] == [
        marker and marker.label for marker in first
    ]


@given(st.integers(1, 49))
def test_a_roman_number_is_read_as_it_is_written(number: int) -> None:
    text = "\n".join(f"{roman(count)}. Mục" for count in range(1, number + 1))
    assert labels(text)[-1] == f"{roman(number)}."
