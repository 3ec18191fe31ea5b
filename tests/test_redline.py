"""Redlines: taken for right they are the new document, taken back the old one."""

from __future__ import annotations

import os
import random
import re
from functools import cache
from pathlib import Path

import docx_scalpel
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree

import edits
import office
import test_nothing_lost as nothing_lost
import validator
from kehoach import compose, plan
from kehoach.document import Block, Cell, Document, Marker, Row, Run, Table, canonical
from kehoach.ooxml.package import W
from kehoach.ooxml.read import read
from kehoach.redline import redline
from strategies import documents
from word import MAIN, parts
from word import block as b
from word import plan as made

ROOT = Path(__file__).parents[1]
EXAMPLES = int(os.environ.get("KEHOACH_EXAMPLES", "25"))
AUTHOR, DATE = "Nguyễn Thị “B” & <C>", "2024-01-31T08:00:00Z"
LIKELY = sorted(edits.EDITS)


def compared(old: Document, new: Document) -> bytes:
    data, findings = redline(nothing_lost.template(), old, new, AUTHOR, DATE)
    assert data is not None, findings
    return data


def tree(data: bytes, rejected: bool = False) -> tuple[object, ...]:
    document, findings = read(data, "a.docx", rejected)
    assert document is not None, findings
    return canonical(document)


def check(old: Document, new: Document) -> bytes:
    """Check both ways, by our reader and by another programme's, and the schema."""
    data = compared(old, new)
    assert tree(data) == canonical(new)
    assert tree(data, rejected=True) == canonical(old)
    assert tree(docx_scalpel.docx_diff_accept_revisions(data)) == canonical(new)
    assert tree(docx_scalpel.docx_diff_reject_revisions(data)) == canonical(old)
    assert not validator.faults(data)
    return data


def changed(data: bytes) -> list[tuple[str, str]]:
    """Return the words of each tracked run, in order, with `+` or `-`."""
    root = etree.fromstring(parts(data)[MAIN].encode())
    found = []
    for element in root.iter(f"{{{W}}}ins", f"{{{W}}}del"):
        text = "".join(e.text or "" for e in element.iter(f"{{{W}}}t", f"{{{W}}}delText"))
        if text:
            found.append(("+" if element.tag.endswith("ins") else "-", text))
    return found


def xml(data: bytes) -> str:
    return parts(data)[MAIN]


@cache
def real() -> Document:
    """Return a plan that is in use, with tables, annexes and a hundred points."""
    path = "plans/thai-binh/2024.yaml"
    loaded, _ = plan.load(path, lambda name: (ROOT / name).read_bytes())
    assert loaded
    document, _ = compose.compose(loaded)
    assert document
    return document


@settings(
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(documents(), documents())
def test_any_two_documents(old: Document, new: Document) -> None:
    check(old, new)


@settings(max_examples=EXAMPLES)
@given(st.lists(st.sampled_from(LIKELY), min_size=1, max_size=20), st.integers(0, 10**9))
@example(LIKELY, 1)
def test_edits_of_a_real_plan(kinds: list[str], number: int) -> None:
    old = edits.edited(real(), (), random.Random(0))
    check(old, edits.edited(old, kinds, random.Random(number)))


@pytest.mark.parametrize("kind", LIKELY)
def test_every_kind_of_edit_changes_a_document(kind: str) -> None:
    old = edits.edited(real(), (), random.Random(0))
    new = edits.edited(old, [kind], random.Random(3))
    assert canonical(new) != canonical(old)
    assert changed(check(old, new))


def test_the_same_document_has_no_changes() -> None:
    data = check(real(), real())
    assert not re.search(r"<w:(ins|del|\w+Change)\b", xml(data))


def test_the_same_twice_gives_the_same_bytes() -> None:
    old, new = made(b("doan", "Một hai.")), made(b("doan", "Một ba."))
    assert compared(old, new) == compared(old, new)


def test_only_the_changed_words_are_marked() -> None:
    old = made(b("doan", "Phấn đấu trên 80% thôn, tổ dân phố đạt chuẩn."))
    new = made(b("doan", "Phấn đấu trên 85% thôn, tổ dân phố đạt chuẩn."))
    assert changed(check(old, new)) == [("-", "80%"), ("+", "85%")]


def test_the_author_and_the_day_are_told() -> None:
    data = check(made(b("doan", "Một.")), made(b("doan", "Hai.")))
    root = etree.fromstring(xml(data).encode())
    marks = list(root.iter(f"{{{W}}}ins", f"{{{W}}}del"))
    assert {mark.get(f"{{{W}}}author") for mark in marks} == {AUTHOR}
    assert {mark.get(f"{{{W}}}date") for mark in marks} == {DATE}
    ids = [mark.get(f"{{{W}}}id") for mark in marks]
    assert len(set(ids)) == len(ids)


def test_without_a_day_none_is_told() -> None:
    data, _ = redline(nothing_lost.template(), made(b("doan")), made(b("doan", "y")), "A\x01")
    assert data
    assert "w:date" not in xml(data)
    assert 'w:author="A"' in xml(data)
    assert not validator.faults(data)


def points(*texts: str) -> Document:
    markers = [Marker("1.", f"{number}.") for number in range(1, len(texts) + 1)]
    return made(*(b("khoan", t, m) for t, m in zip(texts, markers, strict=True)), b("ket", "Hết."))


def test_a_new_point_does_not_mark_the_numbers_after_it() -> None:
    data = check(points("Tuyên truyền.", "Tuần tra."), points("Mới.", "Tuyên truyền.", "Tuần tra."))
    assert changed(data) == [("+", "Mới.")]
    assert "pPrChange" not in xml(data)


def test_a_typed_label_is_a_change_of_its_run() -> None:
    def letters(*texts: str) -> Document:
        return made(
            *(b("diem", t, Marker("a)", f"{x})")) for x, t in zip("abc", texts, strict=False))
        )

    data = check(letters("Một hai ba.", "Bốn năm."), letters("Bốn năm."))
    assert ("-", "b") in changed(data)
    assert ("+", "a") in changed(data)
    assert ("+", "Bốn năm.") not in changed(data)


def test_a_paragraph_that_gets_another_role_says_which_it_had() -> None:
    old = made(b("doan", "Một hai ba."), b("ket", "Hết."))
    new = made(b("khoan_td", "Một hai ba.", Marker("1.", "1."), bold=True), b("ket", "Hết."))
    assert "pPrChange" in xml(check(old, new))
    assert "pPrChange" in xml(check(new, old))


def test_another_head_signer_and_recipient() -> None:
    old = made()
    new = made(so_ky_hieu="Số: 06/KH-BCĐ", trich_yeu="Phát động năm 2025")
    blocks = [
        Block(block.role, (Run("Trần Văn B"),)) if block.role == "ky_ho_ten" else block
        for block in new.blocks
    ]
    blocks.insert(6, b("do_khan", "KHẨN"))
    at = next(i for i, block in enumerate(blocks) if block.role == "noi_nhan")
    blocks.insert(at, b("noi_nhan", "- Sở Nội vụ;"))
    found = changed(check(old, Document(tuple(blocks))))
    assert {("-", "05"), ("+", "06"), ("+", "- Sở Nội vụ;"), ("+", "KHẨN")} <= set(found)


def test_a_second_signer() -> None:
    signer = (b("ky_chuc_vu", "GIÁM ĐỐC"), b("ky_ho_ten", "Lê Văn C"))
    new = Document((*made().blocks, *signer))
    check(made(), new)
    check(new, made())


def table(*rows: tuple[str, ...]) -> Block:
    return Block(
        "bang",
        table=Table(tuple(Row(tuple(Cell((b("o", text),)) for text in row)) for row in rows)),
    )


def test_rows_come_and_go() -> None:
    old = made(b("doan"), table(("Xã An", "12"), ("Xã Bình", "7"), ("Xã Châu", "9")), b("ket"))
    new = made(b("doan"), table(("Xã An", "12"), ("Xã Châu", "10"), ("Xã Đông", "3")), b("ket"))
    data = check(old, new)
    found = [("-", "Xã Bình"), ("-", "7"), ("-", "9"), ("+", "10"), ("+", "Xã Đông"), ("+", "3")]
    assert changed(data) == found


def test_a_table_with_other_columns_takes_the_place_of_the_old_one() -> None:
    old = made(b("doan"), table(("Xã An", "12"), ("Xã Bình", "7")), b("ket"))
    new = made(b("doan"), table(("Xã An", "12", "x"), ("Xã Bình", "7", "y")), b("ket"))
    data = check(old, new)
    assert xml(data).count("<w:tbl>") == xml(compared(old, old)).count("<w:tbl>") + 1
    assert "</w:tbl><w:tbl>" not in xml(data)


def test_a_table_comes_and_goes() -> None:
    with_table = made(b("doan"), table(("Xã An", "12")), b("ket"))
    check(made(b("doan"), b("ket")), with_table)
    check(with_table, made(b("doan"), b("ket")))


def test_merged_cells_that_lose_their_first_row() -> None:
    merged = Cell((b("o", "Cả hai"),), rows=2)
    rows = (Row((merged, Cell((b("o", "1"),)))), Row((Cell((b("o", "2"),)),)))
    whole = Row((Cell((b("o", "Một"),)), Cell((b("o", "2"),))))
    old, new = Block("bang", table=Table(rows)), Block("bang", table=Table((whole,)))
    check(made(old, b("ket")), made(new, b("ket")))
    check(made(new, b("ket")), made(old, b("ket")))


def test_footnotes_come_go_and_change() -> None:
    def noted(*texts: str) -> Document:
        runs = [run for text in texts for run in (Run("", note=(Run(text),)), Run(" chữ"))]
        return made(Block("doan", (Run("Lời"), *runs)))

    for old, new in ((("a",), ("a", "b")), (("a", "b"), ("b",)), (("a",), ("c",)), (("a",), ())):
        check(noted(*old), noted(*new))


@pytest.mark.parametrize("lies", [(False, True), (True, False), (True, True)])
def test_annexes_come_and_go(lies: tuple[bool, bool]) -> None:
    annexes = [
        (
            Block("phu_luc", (Run(f"Phụ lục {number}"),), landscape=lie),
            b("doan", f"Nội dung {number}"),
        )
        for number, lie in enumerate(lies)
    ]
    none = made()
    one = Document((*none.blocks, *annexes[0]))
    other = Document((*none.blocks, *annexes[1]))
    both = Document((*none.blocks, *annexes[0], *annexes[1]))
    for old, new in ((none, one), (one, both), (other, both), (one, other), (none, both)):
        check(old, new)
        check(new, old)


def test_a_paragraph_more_at_the_end_of_a_cell() -> None:
    def celled(*texts: str) -> Document:
        cell = Cell(tuple(b("o", text) for text in texts))
        return made(Block("bang", table=Table((Row((cell,)),))), b("ket"))

    check(celled("Một"), celled("Một", "Hai"))
    check(celled("Một", "Hai"), celled("Một"))
    check(celled(), celled("Một"))
    check(celled("Một"), celled())


def test_libreoffice_opens_it_with_its_changes(tmp_path: Path) -> None:
    # No whole paragraph goes: LibreOffice 7.4 gives its style to the one that follows.
    kinds = ["word", "sentence", "row", "cell", "signature"]
    old = edits.edited(real(), (), random.Random(0))
    news = [edits.edited(old, kinds, random.Random(number)) for number in range(3)]
    paths = [tmp_path / f"{number}.docx" for number in range(len(news))]
    for path, new in zip(paths, news, strict=True):
        path.write_bytes(compared(old, new))
    for path, new in zip(office.resave(paths, tmp_path / "saved"), news, strict=True):
        assert tree(path.read_bytes()) == canonical(new)
        assert tree(path.read_bytes(), rejected=True) == canonical(old)


def test_what_cannot_be_printed_is_told() -> None:
    data, findings = redline(
        nothing_lost.template(), made(b("khau_hieu")), made(b("la_lung")), AUTHOR, DATE
    )
    assert data is None
    assert [finding.code for finding in findings] == ["R001", "R001"]
