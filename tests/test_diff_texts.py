"""What changed in a text: nothing when nothing did, every word accounted for when something did."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import cases
import plans
import strategies
from kehoach.diff.texts import Change, Kind, Zone, changes, lines
from kehoach.document import Block, Document, Run

BODY = """
    I. Mục tiêu
    1. Nâng cao tinh thần cảnh giác của toàn dân;
    2. Xây dựng khu dân cư bình yên, hạnh phúc;
    3. Phát hiện, nhân rộng điển hình tiên tiến.
    II. Chỉ tiêu
    - Có trên 80% thôn, tổ dân phố đạt tiêu chuẩn;
    - Giảm số vụ phạm pháp hình sự ở cơ sở.
"""
slow = settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None)


def document(body: str = BODY, rest: str = "") -> Document:
    return cases.document(plans.with_body(body, rest))


def differences(old: Document, new: Document) -> list[tuple[str, str, str, str]]:
    """Return kind, section, and the words that went and came."""
    return [(c.kind.value, c.section, *marked(c)) for c in changes(old, new)]


def marked(change: Change) -> tuple[str, str]:
    went, came = "", ""
    for edit in change.edits:
        if not edit.same:
            went += "".join(word.text for word in edit.old)
            came += "".join(word.text for word in edit.new)
    return went, came


def bag(document: Document) -> Counter[object]:
    return Counter(word for line in lines(document) for word in line.words)


@slow
@given(strategies.documents())
def test_nothing_differs_from_itself(document: Document) -> None:
    assert changes(document, document) == ()


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Document, Document]:
    """A document and one that has much of it: blocks gone, come, changed and in other places."""
    old, other = draw(strategies.documents()), draw(strategies.documents())
    kept = [block for block in old.blocks if draw(st.integers(0, 9))]
    cut = draw(st.integers(0, len(kept)))
    changed = [
        replace(b, runs=(*b.runs, Run(" thêm"))) if n % 5 == 2 else b
        for n, b in enumerate([*kept[cut:], *kept[:cut]])
    ]
    return old, Document((*changed, *other.blocks[:3]))


@slow
@given(pairs())
def test_every_word_of_both_sides_is_kept_or_told(pair: tuple[Document, Document]) -> None:
    old, new = pair
    went: Counter[object] = Counter()
    came: Counter[object] = Counter()
    for change in changes(old, new):
        for edit in change.edits:
            if not edit.same:
                went.update(edit.old)
                came.update(edit.new)
    before, after = bag(old), bag(new)
    assert went <= before
    assert came <= after
    assert before - went == after - came


@slow
@given(strategies.documents())
def test_all_of_a_document_is_added_to_an_empty_one(document: Document) -> None:
    told = changes(Document(()), document)
    assert {change.kind for change in told} <= {Kind.ADDED}
    assert len(told) == len(lines(document))
    assert sum((Counter(w for e in c.edits for w in e.new) for c in told), Counter()) == bag(
        document
    )


def test_words_are_marked_below_their_section() -> None:
    new = document(BODY.replace("trên 80%", "trên 85%").replace("toàn dân", "nhân dân"))
    assert differences(document(), new) == [
        ("changed", "I. Mục tiêu", "toàn", "nhân"),
        ("changed", "II. Chỉ tiêu", "80%", "85%"),
    ]


def test_renumbering_alone_is_no_change() -> None:
    new = BODY.replace(
        "    1. Nâng cao tinh thần cảnh giác của toàn dân;\n    2.", "    1."
    ).replace("3. Phát", "2. Phát")
    assert differences(document(), document(new)) == [
        ("removed", "I. Mục tiêu", "Nâng cao tinh thần cảnh giác của toàn dân;", "")
    ]


def test_a_section_that_got_another_number_is_named_as_it_is_now() -> None:
    first = "    I. Căn cứ\n    - Nghị quyết của Tỉnh ủy;\n"
    new = first + BODY.lstrip("\n").replace("II.", "III.").replace("I. Mục", "II. Mục")
    new = new.replace("    - Giảm số vụ phạm pháp hình sự ở cơ sở.\n", "")
    told = differences(document(), document(new))
    assert [(kind, section) for kind, section, *_ in told] == [
        ("added", "I. Căn cứ"),
        ("added", "I. Căn cứ"),
        ("changed", "III. Chỉ tiêu"),
        ("removed", "III. Chỉ tiêu"),
    ]


def test_a_kept_number_is_a_change() -> None:
    old, new = (document(f"1. Một việc;\n={n}. Hai việc nữa.") for n in ("2.2.3", "2.2.4"))
    (change,) = changes(old, new)
    assert (change.kind, change.old_label, change.new_label) == (Kind.CHANGED, "2.2.3.", "2.2.4.")
    assert marked(change) == ("", "")


def test_a_point_that_moved_is_told_once_where_it_is_now() -> None:
    point = "    1. Nâng cao tinh thần cảnh giác của toàn dân;\n"
    new = BODY.replace(point, "").replace("2. Xây", "1. Xây").replace("3. Phát", "2. Phát")
    new = new.replace("    - Giảm", "    - Nâng cao tinh thần cảnh giác của nhân dân;\n    - Giảm")
    (change,) = changes(document(), document(new))
    assert (change.kind, change.section, change.came_from) == (
        Kind.MOVED,
        "II. Chỉ tiêu",
        "I. Mục tiêu",
    )
    assert marked(change) == ("toàn", "nhân")
    assert (change.old_label, change.new_label) == ("1.", "-")


RECIPIENTS = "recipients: |\n  Như trên\n  Công an tỉnh\n  Lưu: VT\n"


def test_the_end_of_a_list_is_no_change() -> None:
    more = RECIPIENTS + "  Tỉnh đoàn\n"
    assert differences(document(rest=RECIPIENTS), document(rest=more)) == [
        ("added", "Nơi nhận", "", "Tỉnh đoàn")
    ]
    longer = BODY + "    - Thêm một việc nữa.\n"
    assert differences(document(), document(longer)) == [
        ("added", "II. Chỉ tiêu", "", "Thêm một việc nữa.")
    ]


def test_head_and_signature_have_zones_of_their_own() -> None:
    def signed(name: str, number: str) -> Document:
        rest = f"number: {number}\nsignature:\n  - {{as: TRƯỞNG BAN, name: {name}}}\n"
        return document(rest=rest)

    told = changes(signed("Nguyễn Văn A", ""), signed("Trần Thị B", "5"))
    assert [(c.zone, c.old, c.new) for c in told] == [
        (Zone.HEAD, "Số:        /KH-BCĐ", "Số: 05/KH-BCĐ"),
        (Zone.SIGNATURE, "Nguyễn Văn A", "Trần Thị B"),
    ]


TABLE = """\
tables:
  kinh_phi:
    columns: [{title: Nội dung}, {title: Số tiền}]
    rows: [[Tuyên truyền ở cơ sở, '10'], [Sơ kết, '5']]
"""


def test_tables_are_compared_row_by_row() -> None:
    body = "1. Kinh phí như sau:\n{{ kinh_phi }}"
    new = TABLE.replace("'10'", "'12'").replace("[Sơ kết, '5']", "[Sơ kết, '5'], [Khen, '3']")
    assert [
        (kind, *words)
        for kind, _, *words in differences(document(body, TABLE), document(body, new))
    ] == [("changed", "10", "12"), ("added", "", "Khen | 3")]


def test_a_footnote_is_compared_where_it_is_called() -> None:
    body = "1. Một việc[^n].\n[^n]: Theo Quyết định cũ"
    told = differences(document(body), document(body.replace("cũ", "mới")))
    assert told == [("changed", "Phần mở đầu", "cũ", "mới")]


def test_annexes_have_sections_of_their_own() -> None:
    rest = "annexes:\n  - title: Biểu giao\n    body: |\n      1. Giao cho các huyện một việc.\n"
    told = changes(document(rest=rest), document(rest=rest.replace("một việc", "hai việc")))
    assert [(c.zone, c.section) for c in told] == [(Zone.ANNEX, "Phụ lục")]


def test_another_look_is_a_change_of_its_own() -> None:
    told = changes(document("1. Một việc."), document("1. Một *việc*."))
    assert [(c.kind, c.old == c.new) for c in told] == [(Kind.CHANGED, True)]


def test_the_words_of_a_template_are_left_out() -> None:
    assert changes(Document(()), Document((Block("fixed", (Run("Mẫu"),)),))) == ()


def test_a_change_leads_back_to_its_lines() -> None:
    old, new = document(), document(BODY.replace("trên 80%", "trên 85%"))
    (change,) = changes(old, new)
    assert change.old_where == change.new_where
    assert getattr(change.old_where, "line", 0) > 0
