"""What belongs together in a document and its edited copy."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from kehoach.absorb.hunks import Hunk, compare
from kehoach.document import Block, Document, Run
from strategies import documents

LONG = "một hai ba bốn năm sáu bảy tám chín mười"


def document(*texts: str) -> Document:
    return Document(tuple(Block("doan", (Run(text),)) for text in texts))


def hunks(old: Document, new: Document) -> tuple[Hunk, ...]:
    return compare(old, new).hunks


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(documents(), documents())
def test_taking_all_hunks_is_the_new_document_and_none_the_old(
    old: Document, new: Document
) -> None:
    found = compare(old, new)
    every = range(len(found.hunks))
    assert [block for block, _ in found.wanted(every)] == list(found.edited)
    assert [block for block, _ in found.wanted(())] == list(found.base)


def test_the_same_has_no_hunks() -> None:
    assert hunks(document("a", "b"), document("a", "b")) == ()


def test_a_paragraph_cut_in_two_is_one_hunk() -> None:
    old = document("trước", LONG, "sau")
    new = document("trước", "một hai ba bốn năm", "sáu bảy tám chín mười", "sau")
    assert hunks(old, new) == (Hunk((1,), (1, 2)),)


def test_two_paragraphs_made_one_are_one_hunk() -> None:
    old = document("trước", "một hai ba bốn năm", "sáu bảy tám chín mười", "sau")
    assert hunks(old, document("trước", LONG, "sau")) == (Hunk((1, 2), (1,)),)


def test_a_new_paragraph_beside_an_old_one_is_a_hunk_of_its_own() -> None:
    old = document("trước", LONG, "sau")
    new = document("trước", LONG, "không có gì chung với đoạn trên", "sau")
    assert hunks(old, new) == (Hunk((), (2,)),)


def test_a_paragraph_written_anew_is_one_hunk() -> None:
    old = document("trước", LONG, "sau")
    assert hunks(old, document("trước", "không có gì chung", "sau")) == (
        Hunk((1,), (1,), anew=True),
    )


def test_a_copy_of_a_paragraph_is_new() -> None:
    assert hunks(document(LONG), document(LONG, LONG)) == (Hunk((), (1,)),)


def test_a_moved_paragraph_stands_at_its_old_place_until_it_is_taken() -> None:
    old = document("a", LONG, "b", "c")
    found = compare(old, document("a", "b", "c", LONG))
    assert found.hunks == (Hunk((1,), (3,), moved=True),)
    assert [block.text for block, _ in found.wanted(())] == ["a", LONG, "b", "c"]
