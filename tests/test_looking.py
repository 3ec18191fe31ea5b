"""`looking`: what rules ask of a paper, and that real Word files with one fault are found out."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import word
from foreign import p, package, r
from kehoach import rules
from kehoach.checking import Checker
from kehoach.looking import (
    Look,
    height,
    is_official,
    length,
    letters_by,
    misprinted,
    prose,
    room,
    rows,
    sections,
    span,
    sure,
    wraps,
)
from kehoach.metrics import width
from kehoach.paper import Layout, Paper, Spot
from kehoach.papers import read_paper
from kehoach.rule import Sees
from kehoach.vocabulary import QUOC_HIEU
from offices import Habit, Office
from said import CONG_VAN, HELD, KE_HOACH, PHU_LUC, SEEN
from subjects import GOOD_LINES, changed, line, paper, with_lines

LONG = "Tổ chức phát động phong trào thi đua ở tất cả các xã, phường, thị trấn trong tỉnh. " * 3
RULE = next(known.rule for known in rules.every() if known.rule.sees is Sees.PAPER)


def test_what_is_not_sure_or_of_the_party_is_not_asked() -> None:
    assert [one.role for one in sure(paper(), "quoc_hieu", "tieu_ngu")] == ["quoc_hieu", "tieu_ngu"]
    assert not sure(changed("quoc_hieu", confidence=0.69), "quoc_hieu")
    assert sure(changed("quoc_hieu", confidence=0.7), "quoc_hieu")
    party = paper(party=True)
    assert not sure(party, "quoc_hieu")
    assert not prose(party)
    assert not sections(party)
    assert not is_official(party)


def test_prose_ends_at_the_annexes_and_leaves_tables_out() -> None:
    more = (
        line("o", LONG, spot=Spot("cell", 3, 0, 0)),
        line("doan", "Một."),
        line("phu_luc", "Phụ lục I"),
        line("doan", "Hai."),
    )
    found = prose(with_lines(*more, after="ky_ho_ten"), "doan", "o")
    assert [one.text for one in found] == ["Một."]


def test_each_fault_is_told_once_with_the_number_of_lines() -> None:
    lines = [line("doan", "Một.", 12), line("doan", "Hai.", 12), line("doan", "Ba.", 15)]
    found = [one.message for one in misprinted(RULE, "nội dung", lines, Look(sizes=(13, 14)))]
    assert found == [
        "nội dung (×2): 12 pt instead of 13-14 pt",
        "nội dung: 15 pt instead of 13-14 pt",
    ]


def test_a_word_set_apart_is_no_fault() -> None:
    plain, bold = line("doan", LONG).pieces[0], line("doan", "Bộ Công an", 14, "b").pieces[0]
    mixed = replace(line("doan", LONG), pieces=(plain, bold))
    assert not list(misprinted(RULE, "nội dung", [mixed], Look(bold=False)))
    assert list(misprinted(RULE, "nội dung", [mixed], Look(bold=True)))


def test_lengths_are_those_of_the_metrics() -> None:
    wide = width(QUOC_HIEU, 13, bold=True) * 25.4 / 72
    [head] = sure(paper(), "quoc_hieu")
    assert length(head) == pytest.approx(wide)
    tight = replace(head, pieces=(replace(head.pieces[0], spread=-0.5),))
    assert length(tight) == pytest.approx(wide - 0.5 * len(QUOC_HIEU) * 25.4 / 72)
    small = replace(head, pieces=(replace(head.pieces[0], text=QUOC_HIEU.lower(), caps=True),))
    assert length(small) == pytest.approx(wide)


def test_a_line_takes_the_rows_for_which_it_has_room() -> None:
    made = line("doan", LONG, layout=Layout("both", left=10, first=12.7))
    page = with_lines(made, after="khoan")
    assert room(page, made) == 150
    assert len(rows(page, made)) == 4
    assert max(rows(page, made)) <= 150
    assert wraps(page, made)
    cell = replace(made, room=60.0, layout=Layout())
    assert room(page, cell) == 60
    assert not wraps(page, line("doan", "Như trên."))


def test_lines_of_a_row_stand_side_by_side() -> None:
    one = line("doan", "Một.", layout=Layout(spacing=1.0))
    single = height(paper(lines=(one,)))
    assert single == pytest.approx(14 * 1.15 * 25.4 / 72)
    beside = [replace(one, spot=Spot("cell", 0, 0, column)) for column in (0, 1)]
    assert height(paper(lines=tuple(beside))) == pytest.approx(single)
    below = [replace(one, spot=Spot("cell", 0, row, 0)) for row in (0, 1)]
    assert height(paper(lines=tuple(below))) == pytest.approx(2 * single)


def test_letters_are_counted_by_kind_from_the_first_line_on() -> None:
    lines = (line("doan", "Một, 1"), line("doan", "Hai"), line("doan", "2 …"))
    found = letters_by(paper(lines=lines), lambda piece: piece.font)
    assert [(font, where.text, count) for font, (where, count) in found.items()] == [
        ("Times New Roman", "Một, 1", 6)
    ]


def test_sizes_are_said_as_officers_write_them() -> None:
    assert (span((13, 13)), span((12, 13.5))) == ("13", "12-13,5")


@pytest.mark.parametrize("keep", range(len(GOOD_LINES) + 1))
def test_no_rule_fails_on_a_part_of_a_document(keep: int) -> None:
    Checker().check_looks(paper(lines=GOOD_LINES[keep:], sections=()))
    Checker().check_looks(paper(lines=GOOD_LINES[:keep]))


@pytest.mark.parametrize("role", sorted({one.role for one in GOOD_LINES} | {"phu_luc", "ve_viec"}))
def test_no_words_stop_a_rule(role: str) -> None:
    for words in ("?", "ngày" + " " * 20_000, "Số: " + "9" * 6_000, "T" * 10_000, "1." * 5_000):
        lines = (replace(line(role, words), layout=Layout("both", left=300)), *GOOD_LINES)
        Checker().check_looks(paper(lines=lines))


def read(data: bytes) -> Paper:
    found, findings = read_paper(data, "x.docx")
    assert found
    assert not findings
    return found


def looks(data: bytes) -> list[str]:
    """Return the codes of what the look of a Word file breaks."""
    return [found.code for found in Checker().check_looks(read(data))]


@pytest.mark.parametrize(
    "each", [one for one in (*SEEN, *HELD) if one.clean], ids=lambda one: one.name
)
def test_nothing_is_found_in_good_files_of_other_makers(each: Office) -> None:
    assert not looks(each.data())


HABITS = (
    Habit(),
    Habit("tabs", "vml", "theme"),
    Habit("table", "drawing", counted=True, field="simple"),
)
FAULTS: dict[str, tuple[str, str, str]] = {
    "letter paper": ("N101", r'w:pgSz w:w="\d+" w:h="\d+"', 'w:pgSz w:w="12240" w:h="15840"'),
    "a margin of an inch": ("N103", r'(<w:pgMar[^>]*w:left=)"\d+"', r'\1"1440"'),
    "red words": (
        "N106",
        r"(<w:sz [^>]*/>(?:(?!</w:r>|</w:pPr>).)*Khơi dậy)",
        r'<w:color w:val="FF0000"/>\1',
    ),
    "a big Quốc hiệu": (
        "N204",
        r'<w:sz w:val="24"/>((?:(?!</w:r>).)*CỘNG HÒA)',
        r'<w:sz w:val="28"/>\1',
    ),
    "a slip in Quốc hiệu": ("N205", "CHỦ NGHĨA VIỆT NAM<", "CHỦ NGHỈA VIỆT NAM<"),
    "a gap before the colon": ("N214", "Số: ", "Số : "),
    "gaps around the slash": ("N215", "21/KH-BCĐ", "21 / KH-BCĐ"),
    "a zero before March": ("N217", "ngày 09 tháng 01", "ngày 09 tháng 03"),
    "no place": ("N218", "Thái Bình, ngày 09", "ngày 09"),
    "an italic title": (
        "N220",
        r"<w:b/>((?:(?!</w:rPr>).)*</w:rPr><w:t[^>]*>(?:Phát động phong trào thi đua|bảo vệ an))",
        r"<w:b/><w:i/>\1",
    ),
    "an authority with a slash": ("N401", "KT. TRƯỞNG BAN", "K/T TRƯỞNG BAN"),
    "a name in capitals": ("N404", "Trần Xuân Trường", "TRẦN XUÂN TRƯỜNG"),
    "a doctor": ("N405", "Trần Xuân Trường", "TS. Trần Xuân Trường"),
    "a comma after a recipient": ("N408", "thành viên Ban Chỉ đạo;", "thành viên Ban Chỉ đạo,"),
    "no colon after Lưu": ("N409", "Lưu: VT", "Lưu VT"),
    "a text without its end": ("N315", r"hướng dẫn\./\.", "hướng dẫn."),
    "a number on the first page": ("N502", "<w:titlePg/>", ""),
}


@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: f"{habit.head}, {habit.rules}")
@pytest.mark.parametrize("fault", FAULTS)
def test_one_fault_is_found_and_nothing_else(fault: str, habit: Habit) -> None:
    code, old, new = FAULTS[fault]
    data = Office("", KE_HOACH, habit).data()
    assert not looks(data)
    assert set(looks(word.edited(lambda text: re.sub(old, new, text), data=data))) == {code}


def test_cells_say_how_wide_they_are_and_pages_where_they_begin() -> None:
    found = read(Office("", PHU_LUC, Habit()).data())
    heads = [one for one in found.lines if one.role in ("quoc_hieu", "so_ky_hieu")]
    assert [one.room for one in heads] == [pytest.approx(93, abs=0.1), pytest.approx(72, abs=0.1)]
    assert {one.room for one in found.lines if one.spot.part == "body"} == {None}


@pytest.mark.parametrize(
    ("more", "begins"),
    [
        (p(r("Hai.")), False),
        (p(r("Hai."), more="<w:pageBreakBefore/>"), True),
        ('<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + p(r("Hai.")), True),
        ('<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p/>' + p(r("Hai.")), True),
        (p('<w:r><w:br w:type="page"/></w:r>', r("Hai.")), True),
        (p(r("Một."), '<w:r><w:br w:type="page"/></w:r>') + p(r("Hai.")), True),
        (p(r("Một."), "<w:r><w:br/></w:r>") + p(r("Hai.")), False),
    ],
)
def test_a_line_after_a_page_break_begins_a_page(more: str, begins: bool) -> None:
    found = read(package(p(r("Không.")) + more)).lines
    assert [one.new_page for one in found] == [False] * (len(found) - 1) + [begins]


def test_letters_drawn_together_are_read() -> None:
    run = '<w:r><w:rPr><w:spacing w:val="-8"/></w:rPr><w:t>Một.</w:t></w:r>'
    [one] = read(package(p(run))).lines
    assert [piece.spread for piece in one.pieces] == [-0.4]


def test_a_letter_without_a_type_is_official() -> None:
    assert is_official(read(Office("", CONG_VAN).data()))
