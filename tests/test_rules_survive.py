"""No rule fails on any words, any order of paragraphs, any look: a document is whatever it is."""

from __future__ import annotations

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

import cases
from kehoach import rules
from kehoach.checking import Checker
from kehoach.compose import compose
from kehoach.diagnostic import Place, has_errors
from kehoach.document import FOOT, HEAD, KINDS, Block, Document, Marker, Run
from kehoach.paper import Layout, Line, Spot
from kehoach.papers import read_paper
from kehoach.rule import Sees, Text, Words
from made import Made, plans
from subjects import line, paper
from test_nothing_lost import written

PIECES = (
    *("%", "100%", "(%)", "1000000000000", "²", "٣", "=2.2.3.", "I.MỤC", "a)", "1.1."),
    *("ngày 31/02/2024", "ngày    tháng  năm 20", "năm 20245", "quý V/2024", "99/99/9999"),
    *("từ tháng 01/2024 đến tháng 13/2024", "ngày 05 tháng 01 năm 2024", "01/7/2025", "(cũ)"),
    *("Điều", "điều 5", "khoản 1", "Luật", "Luật số 06/2022/QH15", "48/CT/TW", "KẾ HOẠCH"),
    *("số 05/KH-UBND", "Số:        /KH-BCĐ", "Quyết định số 18/20202QĐ-UBND", "V/v", "Về việc"),
    *("Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ", "Căn cứ", "thị trấn"),
    *("huyện", "Công an huyện", "tỉnh Thái Bình", "TP.", "Ủy ban nhân dân", "Uỷ ban", "hoà"),
    *("Kính gửi:", "Nơi nhận:", "- Lưu: VT, NCKS.", "TM. BAN CHỈ ĐẠO", "KT.TRƯỞNG BAN", "Q."),
    *("Phụ lục I", "(Kèm theo Kế hoạch số  /KH-UBND ngày  tháng  năm  của )", "02 Cờ", "15 xã"),
    *("”", "“", '"', "(", ")", ":", ";", "./.", "…", "……/……", "  ", "e\u0301", "\u200b", "*", "^"),
)
ROLES = (*HEAD, *FOOT, *KINDS.values(), "muc_td", "khoan_td", "can_cu", "mo_dau", "doan", "ket")
OTHERS = ("phu_luc", "phu_luc_ten", "phu_luc_kem", "kinh_gui", "ve_viec", "noi_nhan_de", "o", "x")
LABELS = ("I.", "1.", "7.", "a)", "đ)", "-", "1.1.", "9.9.9.", "(1)", "(i)", "A.")

texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=8).flatmap(
    lambda words: st.sampled_from([joint.join(words) for joint in ("", " ", ", ")])
)
roles = st.sampled_from((*ROLES, *OTHERS))
markers = st.none() | st.builds(Marker, st.sampled_from(list(KINDS)), st.sampled_from(LABELS))
dates = st.none() | st.dates(datetime.date(1990, 1, 1), datetime.date(2030, 1, 1))


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    """A paragraph of two runs."""
    words = draw(texts)
    half = len(words) // 2
    runs = (Run(words[:half]), Run(words[half:], bold=draw(st.booleans())))
    place = Place("a.docx", "word/document.xml", 1, words)
    return Block(draw(roles), runs, draw(markers), where=place)


@st.composite
def lines(draw: st.DrawFn) -> Line:
    """A line of any look, anywhere on the page."""
    first = draw(st.sampled_from([0.0, 12.7, -5.0, 200.0]))
    spot = st.sampled_from([Spot(), Spot("cell", 0, 0, 0), Spot("cell", 0, 1, 1), Spot("box")])
    return line(
        draw(roles),
        draw(texts),
        draw(st.sampled_from([0.0, 12.0, 13.5, 20.0])),
        draw(st.sampled_from(["", "b", "bi", "u", "c"])),
        layout=Layout(draw(st.sampled_from(["left", "right", "center", "both"])), first=first),
        spot=draw(spot),
        marker=draw(markers),
        confidence=draw(st.sampled_from([0.0, 0.9, 1.0])),
    )


def survive(sees: Sees, subject: object) -> None:
    """Run every rule of a kind; every finding can be said."""
    for known in rules.every():
        if known.rule.sees is sees:
            assert all(found.message for found in known.check(subject))


@settings(max_examples=150)
@given(blocks(), dates)
def test_any_words(block: Block, day: datetime.date | None) -> None:
    survive(Sees.WORDS, Words(block, day))


@settings(max_examples=60)
@given(st.lists(blocks(), max_size=14), dates, st.booleans())
def test_any_order(made: list[Block], day: datetime.date | None, draft: bool) -> None:
    survive(Sees.TEXT, Text(Document(tuple(made)), "a.docx", day, draft))


@settings(max_examples=60)
@given(st.lists(lines(), max_size=14), st.lists(lines(), max_size=3))
def test_any_look(made: list[Line], strays: list[Line]) -> None:
    survive(Sees.PAPER, paper(lines=tuple(made), strays=tuple(strays)))


@settings(max_examples=10)
@given(plans())
def test_any_plan_and_its_file(made: Made) -> None:
    loaded, found = cases.load({cases.PATH: made.text})
    assert loaded
    assert not has_errors(found)
    document, _ = compose(loaded)
    assert document
    checker = Checker()
    read, _ = read_paper(written(document), "a.docx")
    quick, _ = read_paper(written(document), "a.docx", tree=False)
    assert read
    assert quick
    assert checker.check_looks(quick) == checker.check_looks(read)
    assert all(f.message for f in checker.check_plan(loaded, document))
    assert all(f.message for f in checker.check_paper(read))
