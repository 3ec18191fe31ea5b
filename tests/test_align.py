"""What belongs together in two versions: nothing lost, nothing twice, moves found."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies
from kehoach import align
from kehoach.align import Item, Pair
from kehoach.document import Block, Cell, Marker, Row, Run, Table

WORDS = ("an", "ninh", "trật", "tự", "khu", "dân", "cư", "xã")
letters = st.text(st.sampled_from("abcd"), max_size=8)
sentences = st.lists(
    st.sampled_from(["an", "ninh", "trật", "tự", "khu", "dân", "cư", "xã"]), max_size=7
).map(tuple)
items = st.lists(sentences.map(lambda found: Item(found, found)), max_size=9)


def paragraph(text: str, label: str = "", kept: bool = False) -> Block:
    marker = Marker("1.", label, kept) if label else None
    return Block("khoan" if label else "doan", (Run(text),), marker)


def pairs(old: list[str], new: list[str]) -> list[tuple[int | None, int | None]]:
    found = align.blocks([paragraph(t) for t in old], [paragraph(t) for t in new])
    return [(pair.old, pair.new) for pair in found]


def changes(old: str, new: str) -> list[tuple[str, str]]:
    """Return the edits between two texts, each as its words before and after."""
    found = align.edits(align.words((Run(old),)), align.words((Run(new),)))
    return [("".join(w.text for w in e.old), "".join(w.text for w in e.new)) for e in found]


def longest(a: str, b: str) -> int:
    """Return the length of the longest common subsequence, by trying all."""
    tries = (
        size
        for size in range(len(a), 0, -1)
        for chosen in combinations(a, size)
        if any(chosen == other for other in combinations(b, size))
    )
    return next(tries, 0)


@given(letters, letters)
def test_the_common_subsequence_is_the_longest(a: str, b: str) -> None:
    found = align.common(a, b)
    assert all(a[i] == b[j] for i, j in found)
    assert all(p[0] < q[0] and p[1] < q[1] for p, q in pairwise(found))
    assert len(found) == longest(a, b)


@given(items, items)
def test_every_index_is_named_once_and_in_order(old: list[Item], new: list[Item]) -> None:
    found = align.align(old, new)
    assert sorted(p.old for p in found if p.old is not None) == list(range(len(old)))
    assert [p.new for p in found if p.new is not None] == list(range(len(new)))
    stays = [p.old for p in found if p.old is not None and not p.moved]
    assert stays == sorted(stays)
    assert all(p.old is not None and p.new is not None for p in found if p.moved)


@given(items)
def test_nothing_has_changed_in_what_is_the_same(same: list[Item]) -> None:
    assert align.align(same, same) == tuple(Pair(at, at) for at in range(len(same)))


@given(strategies.runs(), strategies.runs())
def test_the_words_that_are_kept_or_new_make_the_new_text(
    one: tuple[Run, ...], other: tuple[Run, ...]
) -> None:
    old, new = align.words(one), align.words(other)
    found = align.edits(old, new)
    assert sum((edit.old for edit in found), ()) == old
    assert sum((edit.new for edit in found), ()) == new
    text = "".join(run.text for run in other)
    assert "".join(word.text for word in new) == text
    assert all(text.startswith(word.text, word.start) for word in new)


@given(strategies.runs())
def test_words_do_not_depend_on_how_a_text_is_cut_into_runs(runs: tuple[Run, ...]) -> None:
    cut: list[Run] = []
    for run in runs:
        same = [Run(letter, run.bold, run.italic) for letter in run.text]
        cut += same if run.note is None else [run]
    assert align.words(cut) == align.words(runs)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(1, 9)), max_size=7))
def test_the_chain_has_the_greatest_sum(made: list[tuple[int, int, int]]) -> None:
    candidates = [(i, j, float(w)) for i, j, w in {(i, j): (i, j, w) for i, j, w in made}.values()]
    weight = {(i, j): w for i, j, w in candidates}
    found = sorted(align._chain(candidates))

    def rises(chain: tuple[tuple[int, int, float], ...]) -> bool:
        ordered = sorted(chain)
        return all(p[0] < q[0] and p[1] < q[1] for p, q in pairwise(ordered))

    tried = (c for size in range(len(candidates) + 1) for c in combinations(candidates, size))
    best = max(sum(w for _, _, w in chain) for chain in tried if rises(chain))
    assert rises(tuple((i, j, 0.0) for i, j in found))
    assert sum(weight[pair] for pair in found) == best


def test_a_changed_paragraph_belongs_to_what_it_was() -> None:
    old = ["Mở đầu chung cho cả năm", "Có trên 80% thôn đạt chuẩn", "Kết thúc"]
    new = ["Mở đầu chung cho cả năm", "Đoạn hoàn toàn khác ở giữa", "Có trên 85% thôn đạt chuẩn"]
    assert pairs(old, new) == [(0, 0), (None, 1), (1, 2), (2, None)]


def test_less_than_half_alike_is_not_the_same_paragraph() -> None:
    assert pairs(["một hai ba bốn"], ["một hai năm sáu bảy"]) == [(0, None), (None, 0)]
    assert pairs(["một hai ba bốn"], ["một hai ba sáu bảy"]) == [(0, 0)]


def test_what_stands_elsewhere_has_moved() -> None:
    old = ["Tuyên truyền sâu rộng trong nhân dân", "Hai câu này", "ở lại đây", "như cũ"]
    new = [*old[1:], "Tuyên truyền sâu rộng trong toàn nhân dân"]
    found = align.blocks([paragraph(t) for t in old], [paragraph(t) for t in new])
    assert [pair for pair in found if pair.moved] == [Pair(0, 3, moved=True)]
    assert [pair.old for pair in found] == [1, 2, 3, 0]


def test_a_text_that_was_changed_much_or_is_short_does_not_move() -> None:
    old = ["Khẩn trương", "ở lại đây", "như cũ"]
    assert (0, None) in pairs(old, [*old[1:], "Khẩn cấp"])


def test_a_counted_label_is_no_difference_and_a_kept_one_is() -> None:
    text = "Làm tốt hơn nữa"
    old, new, kept = paragraph(text, "1."), paragraph(text, "2."), paragraph(text, "7.", kept=True)
    assert align.block_item(old).key == align.block_item(new).key
    assert align.block_item(new).key != align.block_item(kept).key
    assert align.block_item(kept).key != align.block_item(paragraph(text, "8.", kept=True)).key


def test_the_parts_of_the_head_belong_together_whatever_they_say() -> None:
    def head(number: str, title: str) -> list[Block]:
        return [Block("so_ky_hieu", (Run(number),)), Block("trich_yeu", (Run(title),))]

    found = align.blocks(head("Số: 1", "Một hai"), head("05/KH-UBND", "Ba bốn năm"))
    assert [(pair.old, pair.new) for pair in found] == [(0, 0), (1, 1)]
    strange = align.blocks([Block("quoc_hieu", (Run("Một"),))], [Block("trich_yeu", (Run("Một"),))])
    assert [(pair.old, pair.new) for pair in strange] == [(0, None), (None, 0)]


def row(*texts: str, header: bool = False) -> Row:
    return Row(tuple(Cell((Block("o", (Run(text),)),)) for text in texts), header)


def test_rows_and_cells_find_each_other() -> None:
    old = Table(
        (row("Nội dung", "Số", header=True), row("Tuyên truyền cơ sở", "10"), row("Họp", "5"))
    )
    rest = (row("Tuyên truyền cơ sở", "12"), row("Khác", "1"))
    new = Table((old.rows[0], row("Họp", "5"), *rest))
    assert align.rows(old, new) == (Pair(0, 0), Pair(2, 1), Pair(1, 2, True), Pair(None, 3))
    assert align.cells(old.rows[1], new.rows[2]) == (Pair(0, 0), Pair(1, 1))
    wider = align.cells(row("Họp", "5"), row("Họp", "thêm", "5"))
    assert [(pair.old, pair.new) for pair in wider] == [(0, 0), (None, 1), (1, 2)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Có trên 80% thôn", "Có trên 85% thôn", [("80%", "85%")]),
        ("trước ngày 15/01/2024", "trước ngày 20/01/2024", [("15/01/2024", "20/01/2024")]),
        ("an ninh", "an ninh, trật tự", [("", ", trật tự")]),
        ("một hai ba", "bốn năm ba", [("một hai", "bốn năm")]),
        ("Tỉnh ủy, Ủy ban", "Thành ủy; Ủy ban", [("Tỉnh", "Thành"), (",", ";")]),
    ],
)
def test_words_are_marked(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert [(a, b) for a, b in changes(old, new) if a != b] == expected


def test_another_look_is_another_word() -> None:
    old, new = align.words((Run("an ninh"),)), align.words((Run("an "), Run("ninh", bold=True)))
    assert [edit.same for edit in align.edits(old, new)] == [True, False]


def test_texts_beyond_the_limit_keep_their_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(align, "_MATRIX", 10)
    assert align.common("abcxdef", "abcydef") == [(0, 0), (1, 1), (2, 2), (4, 4), (5, 5), (6, 6)]
    assert align.common("aaaaa", "aaaa") == [(0, 0), (1, 1), (2, 2), (3, 3)]


def test_a_long_gap_is_compared_near_the_diagonal(monkeypatch: pytest.MonkeyPatch) -> None:
    old = [f"câu số {n} nói về việc thứ {n}" for n in range(30)]
    new = [f"câu số {n} nói về việc hay {n}" for n in range(30)]
    whole = pairs(old, new)
    monkeypatch.setattr(align, "_LARGEST", 90)
    assert pairs(old, new) == whole == [(n, n) for n in range(30)]


def test_two_thousand_changed_paragraphs_are_aligned() -> None:
    old = [f"Đoạn {n * 7919} về việc {n * 104729} trong năm {n}" for n in range(2000)]
    new = [f"Đoạn {n * 7919} về việc {n * 104729} của năm {n}" for n in range(2000)]
    assert pairs(old, new[5:]) == [(n, n - 5 if n > 4 else None) for n in range(2000)]
