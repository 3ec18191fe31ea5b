"""What a text says: citations, dates, bodies and markers, and where their characters stand."""

from __future__ import annotations

import datetime
import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import cases
from kehoach.compose import compose
from kehoach.diagnostic import Place, Span
from kehoach.document import Block, Marker, Run
from kehoach.expression import Literal
from kehoach.markup import Marked
from kehoach.outline import LETTERS, Counter, Point
from kehoach.values import Day
from kehoach.wording import awards, bases, clauses, dates, duties, markers, quotes, symbols
from kehoach.wording.citations import citations, in_citation, nested
from kehoach.wording.counted import about, objects
from kehoach.wording.percents import shares
from kehoach.wording.slips import slip, slips_in
from kehoach.wording.spots import is_typed, marker_place, paragraphs, place

ROOT = Path(__file__).parents[1]


def composed(plan: str) -> tuple[Block, ...]:
    loaded, found = cases.load(plan)
    assert loaded, found
    document, _ = compose(loaded)
    assert document
    return document.blocks


def point(plan: str, words: str) -> tuple[Block, Span]:
    """Return the block that holds `words`, and the place of the words in it."""
    block = next(block for block in composed(plan) if words in block.text)
    at = block.text.index(words)
    where = place(block, at, at + len(words))
    assert isinstance(where, Span)
    return block, where


def columns(plan: str, words: str) -> tuple[int, int, int]:
    _, where = point(plan, words)
    return where.line, where.column, where.end_column


# Places


def test_words_of_a_line_have_its_line_and_columns() -> None:
    assert columns("body: |\n  I. Một\n  1. Củng cố thể trận.\n", "thể trận") == (3, 14, 22)


def test_marks_and_escapes_count_as_characters_of_the_file() -> None:
    plan = "body: |\n  I. Một\n  1. **Phạm vi:** \\*củng cố thể trận.\n"
    assert columns(plan, "thể trận") == (3, 29, 37)


def test_decomposed_letters_count_as_they_stand_in_the_file() -> None:
    plan = unicodedata.normalize("NFD", "body: |\n  I. Một\n  1. Củng cố thể trận.\n")
    line = plan.splitlines()[2]
    start = line.index(unicodedata.normalize("NFD", "thể trận")) + 1
    words = unicodedata.normalize("NFC", "thể trận")
    assert columns(plan, words) == (3, start, line.index(".", start) + 1)


def test_words_that_an_expression_prints_stand_where_it_does() -> None:
    plan = "terms: {at: thể trận}\nbody: |\n  I. Một\n  1. Củng cố {{ at }} ấy.\n"
    block, where = point(plan, "thể trận")
    assert (where.line, where.column, where.end_column) == (4, 14, 22)
    assert not is_typed(block, block.text.index("thể"))
    assert is_typed(block, 0)


def test_words_across_runs_reach_from_the_first_to_the_last() -> None:
    plan = "terms: {at: thể}\nbody: |\n  I. Một\n  1. Củng cố {{ at }} trận.\n"
    assert columns(plan, "thể trận") == (4, 14, 27)


def test_a_word_file_has_its_paragraph() -> None:
    where = Place("a.docx", "document", 3, "Một")
    block = Block("doan", (Run("Một"),), Marker("1.", "1."), where=where)
    assert place(block, 0, 1) == where
    assert marker_place(block) == where


def test_characters_that_the_programme_wrote_stand_at_their_block() -> None:
    span = Span("a.yaml", 3, 5, 3, 9)
    block = Block("doan", (Run("./.", origin=Literal("./.", span, ())),), where=span)
    assert place(block, 0, 3) == span
    assert place(block, 7, 8) == span


@pytest.mark.parametrize(("typed", "end"), [("2.", 5), ("=9.", 6)])
def test_a_marker_has_a_place_of_its_own(typed: str, end: int) -> None:
    blocks = composed(f"body: |\n  I. Một\n  1. Đầu.\n  {typed} Sau.\n")
    where = marker_place(next(block for block in blocks if block.text.startswith("Sau")))
    assert isinstance(where, Span)
    assert (where.line, where.column, where.end_column) == (4, 3, end)


def test_cells_and_footnotes_are_paragraphs() -> None:
    plan = (
        "tables:\n  bang:\n    columns: [{title: Cột}]\n    rows: [[Ô một]]\n"
        "body: |\n  I. Một\n  {{ bang }}\n  1. Chữ[^a].\n  [^a]: Ghi chú.\n"
    )
    document, _ = compose(cases.load(plan)[0])  # type: ignore[arg-type]
    assert document
    texts = [block.text for block in paragraphs(document)]
    assert {"Cột", "Ô một", "Ghi chú."} <= set(texts)


# Citations


@pytest.mark.parametrize(
    ("written", "right", "party"),
    [
        ("16/2022/QĐ-UBND", "16/2022/QĐ-UBND", False),
        ("612/KH-BCA-V05", "612/KH-BCA-V05", False),
        ("44-KL/TW", "44-KL/TW", True),
        ("48/CT/TW", "48-CT/TW", True),
        ("48/CT-TW", "48-CT/TW", True),
        ("25- NQ/TW", "25-NQ/TW", True),
        ("731/QĐ- UBND", "731/QĐ-UBND", False),
        ("18/20202QĐ-UBND", "18/2020/QĐ-UBND", False),
        ("23/2012/TT - BCA", "23/2012/TT-BCA", False),
        ("07/CTrPH-BCA-MTTW", "07/CTrPH-BCA-MTTW", False),
        ("06/2022/QH15", "06/2022/QH15", False),
    ],
)
def test_symbols_are_found_and_put_right(written: str, right: str, party: bool) -> None:
    [found] = citations(f"theo văn bản số {written} về việc")
    assert found.symbol.written == written
    assert found.symbol.right == right
    assert found.symbol.party is party


@pytest.mark.parametrize(
    "text",
    ["ngày 02/9/1945", "giai đoạn 2021-2025", "đạt 16/21 đơn vị", "năm 2024 - UBND tỉnh", "I/2024"],
)
def test_numbers_alone_are_no_citations(text: str) -> None:
    assert not citations(text)


def test_a_citation_has_type_date_body_and_title() -> None:
    text = (
        "Theo Thông tư số 124/2021/TT-BCA ngày 28 tháng 12 năm 2021 của Bộ trưởng Bộ Công an quy"
        " định về khu dân cư; Kết luận số 44-KL/TW, ngày 22/01/2019 của Ban Bí thư."
    )
    first, second = citations(text)
    assert (first.kind, first.by) == ("Thông tư", "Bộ trưởng Bộ Công an")
    assert first.date
    assert first.date.iso == "2021-12-28"
    assert first.title == "quy định về khu dân cư"
    assert text[second.start : second.end] == "Kết luận số 44-KL/TW, ngày 22/01/2019 của Ban Bí thư"
    assert first.full
    assert second.full


def test_the_title_of_a_citation_belongs_to_it() -> None:
    text = "Theo Kế hoạch số 5/KH-UBND về xây dựng huyện theo Chỉ thị số 9-CT/TW; các huyện làm."
    assert in_citation(text, text.index("huyện"))
    assert not in_citation(text, text.index("các huyện"))
    first, second = citations(text)
    assert not nested(text, first)
    assert nested(text, second)


def test_the_name_of_a_law_belongs_to_it() -> None:
    text = "Theo Luật Bảo vệ dân phố ngày 15 tháng 6, bảo vệ dân phố làm tốt."
    assert in_citation(text, text.index("dân phố"))
    assert not in_citation("Bảo vệ dân phố làm.", 0)


# Bases


def test_the_table_of_bases_says_what_the_base_plan_says() -> None:
    class Strings(yaml.SafeLoader):
        """Reads every scalar as text."""

    Strings.yaml_implicit_resolvers = {}
    refs = yaml.load((ROOT / "plans/base/refs.yaml").read_text("utf-8"), Strings)["refs"]
    told = {
        ref["no"]: (ref["date"], ref["by"].partition(" (")[0], ref.get("from"), ref.get("until"))
        for ref in refs.values()
    }
    known = {
        number: (
            basis.date.isoformat(),
            basis.by,
            basis.start and basis.start.isoformat(),
            basis.until and basis.until.isoformat(),
        )
        for number, basis in bases.every().items()
    }
    assert known == told


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Bộ trưởng Bộ Công an", "Bộ Công an", True),
        ("Ban Bí thư", "Ban Bí thư Trung ương Đảng", True),
        ("Ban chấp hành Trung ương", "Ban Chấp hành Trung ương Đảng", True),
        ("Ban Chấp hành Trung ương", "Bộ Chính trị", False),
        ("Chính phủ", "Thủ tướng Chính phủ", False),
        ("", "Bộ Chính trị", True),
    ],
)
def test_bodies_are_told_apart_by_their_names(one: str, other: str, same: bool) -> None:
    assert bases.same_body(one, other) is same


# Dates


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_a_date_is_read_as_it_is_printed(day: datetime.date) -> None:
    value = Day(day.year, None, day.month, day.day)
    for printed in (value.words(), value.long(), value.numeric()):
        [said] = dates.dates(f"Gửi trước {printed}.")
        assert said.day == value


@given(st.integers(1900, 2099), st.integers(1, 12), st.sampled_from([None, 1, 2, 3, 4]))
def test_a_month_or_a_quarter_is_read_as_it_is_printed(year: int, month: int, quarter: int) -> None:
    value = Day(year, quarter, None if quarter else month)
    for printed in (value.words(), value.long()):
        [said] = dates.dates(f"Làm xong trong {printed}.")
        assert said.day == value


def test_a_period_has_two_ends() -> None:
    [said] = dates.periods("Từ ngày 18/9/2024 đến hết ngày 19/8/2025, chia làm 02 đợt.")
    assert (said.period.start.iso, said.period.end.iso) == ("2024-09-18", "2025-08-19")
    assert not list(dates.periods("từ năm 2024; đến tháng 3"))


@pytest.mark.parametrize(
    ("day", "last"),
    [("2024-01-01", "2024-12-31"), ("2024-02-01", "2024-02-29"), ("2024-02-05", "2024-02-05")],
)
def test_a_first_day_may_stand_for_more(day: str, last: str) -> None:
    assert dates.latest(datetime.date.fromisoformat(day)).isoformat() == last


# Markers


def pointed(*labels: tuple[str, str]) -> list[Block]:
    return [Block("khoan", (Run("Làm."),), Marker(kind, label)) for kind, label in labels]


KINDS = ("I.", "1.", "1.1.", "1.1.1.", "a)", "-")


@settings(max_examples=60)
@given(st.lists(st.sampled_from(KINDS), min_size=1, max_size=30))
def test_what_the_outline_counts_has_no_slips(kinds: list[str]) -> None:
    span = Span("a.yaml", 1, 1, 1, 1)
    counter = Counter()
    text = Marked((), span)
    made = [counter.mark(Point(kind, "", False, text, span)) for kind in kinds]
    assume(not any(marker and marker.kept for marker in made))
    blocks = [Block("khoan", (), marker) for marker in made]
    assert not list(markers.slips(blocks))


@given(st.sampled_from(["I.", "(i)", "1.", "(1)", "a)", "a.", "A."]), st.integers(1, len(LETTERS)))
def test_a_label_has_the_value_it_was_made_of(kind: str, number: int) -> None:
    assert markers.value(kind, markers.label(kind, (), number)) == number


@pytest.mark.parametrize(("kind", "label"), [("1.", "3/"), ("a)", "c/"), ("I.", "III/")])
def test_a_label_of_another_habit_has_a_value_too(kind: str, label: str) -> None:
    assert markers.value(kind, label) == 3


def test_one_slip_is_one_finding() -> None:
    labels = [("1.", "1."), ("1.1.", "1.1."), ("1.1.", "2.2."), ("1.1.", "2.3."), ("1.", "2.")]
    [slip] = markers.slips(pointed(*labels))
    assert (slip.fault, slip.right) == (markers.Fault.STRANGER, "1.2.")


def test_an_annex_counts_anew() -> None:
    body, annex = pointed(("1.", "1."), ("1.", "2.")), Block("phu_luc", (Run("Phụ lục"),))
    assert not list(markers.slips([*body, annex, *body]))


# Clauses, quotations, shares


def test_a_clause_ends_at_a_semicolon_or_a_full_stop() -> None:
    text = "Làm tốt 1.000 việc; năm trước đạt 75%. Sang năm làm hơn."
    assert clauses.words_around(text, 3) == "Làm tốt 1.000 việc"
    assert clauses.words_around(text, text.index("75")) == " năm trước đạt 75%"
    assert clauses.tells_of_past(clauses.words_around(text, text.index("75")))
    assert not clauses.tells_of_past(clauses.words_around(text, 3))


def test_quotations_have_their_marks() -> None:
    text = 'Phong trào “Dân vận khéo” và "Vì dân".'
    assert [text[start:end] for start, end in quotes.quoted(text)] == ["“Dân vận khéo”", '"Vì dân"']
    assert quotes.is_quoted(text, text.index("vận"))
    assert not quotes.is_quoted(text, text.index("và"))


def test_a_sign_without_a_number_is_no_share() -> None:
    assert list(shares("Tỷ lệ (%)")) == []


def test_shares_have_the_words_up_to_the_next() -> None:
    text = "Có 100% khu dân cư đăng ký, trên 80,5% xã đạt tiêu chuẩn; 5% đơn vị."
    first, second, third = shares(text)
    assert [str(share.number) for share in (first, second, third)] == ["100", "80.5", "5"]
    assert about(first.words) == "dang_ky"
    assert objects(first.words) == {"khu_dan_cu"}
    assert objects(third.words) == {"don_vi"}


# Duties and awards


@pytest.mark.parametrize(
    ("body", "recipients", "missing"),
    [
        ("Sở Nội vụ", "- Các sở, ban, ngành tỉnh", False),
        ("Sở Nội vụ", "- UBND các xã", True),
        ("Hội Nông dân tỉnh", "- Các sở, ban, ngành, đoàn thể tỉnh", False),
        ("Công an cấp xã", "- Công an các đơn vị, địa phương", False),
        ("UBND các huyện", "- Ủy ban nhân dân các huyện, thành phố", False),
        ("Phòng Nội vụ", "- Các phòng, ban, ngành", False),
        ("các sở, ban, ngành", "- Thành viên Ban Chỉ đạo 138 tỉnh", True),
        ("Sở Nội vụ", "- Thành viên Ban Chỉ đạo 138 tỉnh", False),
        ("Trưởng thôn", "- UBND các xã", False),
        ("Sở Nội vụ", "- Như trên", False),
    ],
)
def test_recipients_reach_bodies_by_name_or_group(
    body: str, recipients: str, missing: bool
) -> None:
    assert duties.unreached(body, recipients) is missing


def test_an_enumeration_of_bodies_is_taken_apart() -> None:
    who = "Công an tỉnh, Sở Nội vụ; các sở, ban, ngành"
    assert list(duties.bodies(who)) == ["Công an tỉnh", "Sở Nội vụ", "các sở, ban, ngành"]


def test_an_award_is_known_by_form_and_giver() -> None:
    [told] = awards.given("Bằng khen của Chủ tịch UBND tỉnh: không vượt quá 15 tập thể, cá nhân.")
    assert told.number == 15
    assert told.key[:2] == awards.key("Bằng khen", "Chủ tịch Ủy ban nhân dân tỉnh")
    assert not list(awards.given("Bằng khen của Bộ Công an và Giấy khen của UBND xã: 5 tập thể."))


def test_a_slip_is_looked_for_where_its_letters_stand() -> None:
    [one] = [slip("hể trận", "thể trận", "thế trận")]
    [(match, right)] = slips_in("Củng cố thể trận.", [one])
    assert (match.span(), right) == ((8, 16), "thế trận")
    assert not list(slips_in("Nhạc thể trận1 khác.", [one]))


def test_codes_of_types_are_those_of_the_decree() -> None:
    first = [codes[0] for codes in symbols.CODES.values()]
    assert len(first) == len(set(first)) == 27
    assert "CV" not in symbols.KNOWN
