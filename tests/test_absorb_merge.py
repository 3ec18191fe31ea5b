"""Three texts into one: what both sides changed, and what they cannot agree on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.absorb.merge import Conflict, MergeError, merge

BASE = "một\nhai ba bốn năm\nsáu\nbảy\ntám\n"

_lines = st.lists(st.sampled_from(["a", "b c d", "- e", "=====", "<<<<<<< x", ""]), max_size=6)
texts = _lines.map(lambda lines: "".join(f"{line}\n" for line in lines))


def test_changes_of_different_lines_come_together() -> None:
    merged = merge(BASE, BASE.replace("một", "MỘT"), BASE.replace("tám", "TÁM"))
    assert merged.pieces == ("MỘT\nhai ba bốn năm\nsáu\nbảy\nTÁM\n",)
    assert merged.mixed == ()


def test_different_words_of_one_line_come_together_and_are_told() -> None:
    merged = merge(BASE, BASE.replace("hai", "HAI"), BASE.replace("năm", "NĂM"))
    assert merged.text({}) == BASE.replace("hai", "HAI").replace("năm", "NĂM")
    assert merged.mixed == (2,)


def test_the_same_words_are_a_conflict_and_the_plan_keeps_its_own() -> None:
    today, word = BASE.replace("hai", "HAI"), BASE.replace("hai", "Hai").replace("tám", "TÁM")
    merged = merge(BASE, today, word)
    sides = ("hai ba bốn năm\n", "HAI ba bốn năm\n", "Hai ba bốn năm\n")
    (conflict,) = merged.conflicts
    assert conflict == Conflict(2, *sides)
    assert merged.text({}) == today.replace("tám", "TÁM")
    assert merged.text({conflict: True}) == word


def test_a_line_that_one_side_took_out_and_the_other_changed() -> None:
    merged = merge(BASE, BASE.replace("sáu\n", ""), BASE.replace("sáu", "SÁU"))
    (conflict,) = merged.conflicts
    assert (conflict.line, conflict.today, conflict.word) == (3, "", "SÁU\n")


def test_the_same_change_on_both_sides_is_one() -> None:
    both = BASE.replace("hai", "HAI")
    merged = merge(BASE, both.replace("tám", "TÁM"), both)
    assert merged.pieces == (both.replace("tám", "TÁM"),)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["", "\n"])
def test_lines_end_as_they_do_today(ends: str, last: str) -> None:
    today = (BASE.replace("một", "MỘT").rstrip("\n") + last).replace("\n", ends)
    merged = merge(BASE, today, BASE.replace("tám", "TÁM"))
    assert merged.text({}) == today.replace("tám", "TÁM")


def test_lines_that_look_like_marks_are_text() -> None:
    base = "<<<<<<< a\n=======\n" + BASE + ">>>>>>> b\n|||||||\n"
    merged = merge(base, base.replace("hai", "HAI"), base.replace("hai", "Hai"))
    (conflict,) = merged.conflicts
    assert merged.text({conflict: True}) == base.replace("hai", "Hai")


def test_separators_that_are_no_line_ends_stay() -> None:
    base = "a\u2028b\x0b\n1\n2\n3\n"
    merged = merge(base, base.replace("1", "một"), base.replace("3", "ba"))
    assert merged.text({}) == "a\u2028b\x0b\nmột\n2\nba\n"


@given(texts, texts)
def test_where_one_side_stood_still_the_other_is_taken(base: str, other: str) -> None:
    assert merge(base, base, other).text({}) == other
    assert merge(base, other, base).text({}) == other
    assert merge(base, other, other).text({}) == other


@given(texts, texts, texts)
def test_every_conflict_answered_for_word_gives_all_its_lines(a: str, b: str, c: str) -> None:
    merged = merge(a, b, c)
    text = merged.text(dict.fromkeys(merged.conflicts, True))
    assert all(conflict.word in text for conflict in merged.conflicts)
    assert not merged.conflicts or merged.text({}) != text


def test_without_git_nothing_is_merged_but_what_needs_no_merging(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    assert merge(BASE, BASE, "x\n").pieces == ("x\n",)
    with pytest.raises(MergeError, match="not installed"):
        merge(BASE, BASE.replace("một", "MỘT"), BASE.replace("tám", "TÁM"))
