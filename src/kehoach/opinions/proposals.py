"""Changes of a text as proposals, worded as an office words them; the words are Vietnamese."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kehoach.align import Edit, Pair, Word, edits
from kehoach.diff.texts import Line
from kehoach.opinions.text import Text

MOST = 6
"""Changed stretches of a line that are told one by one; beyond them the line was written anew."""

CLOSE = 2
"""Words between two changes at the most that are told as one."""

_NEAR = 5
"""Words before an insertion that say where it goes."""

_FIRST = re.compile(r"\s*\w+")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed for a line of the old text, by its number in `texts.lines`.

    One that `adds` a line tells the line that it goes behind, -1 for the very top. `went` are the
    words of the line that would go.
    """

    line: int
    text: str
    adds: bool = False
    went: tuple[str, ...] = ()


def proposals(old: Text, new: Text) -> Iterator[Proposal]:
    """Yield what turns `old` into `new`."""
    behind = -1
    for pair in old.pairs(new):
        if pair.old is None:
            assert pair.new is not None
            yield Proposal(behind, _added(new.lines[pair.new]), adds=True)
        elif pair.new is None:
            gone = _said(old.lines[pair.old])
            yield Proposal(pair.old, "Đề nghị bỏ cả nội dung này.", went=(gone,))
            behind = pair.old
        else:
            yield from _kept(pair.old, pair, old, new, behind)
            behind = behind if pair.moved else pair.old


def _kept(number: int, pair: Pair, before: Text, after: Text, behind: int) -> Iterator[Proposal]:
    assert pair.new is not None
    old, new = before.lines[number], after.lines[pair.new]
    if pair.moved:
        above = before.points[behind] if behind >= 0 else ""
        there = f"đến sau {_inside(above)}" if above else "lên đầu văn bản"
        yield Proposal(number, f"Đề nghị chuyển nội dung này {there}.")
    if before.items[number].key == after.items[pair.new].key:
        return
    found = _joined(edits(old.words, new.words))
    changed = [stretch for stretch in found if not stretch.same]
    if _text(old.words) == _text(new.words):
        yield Proposal(number, _look(old, new))
    elif len(changed) > MOST or _mostly(changed, old):
        text = f"Đề nghị viết lại thành: «{_said(new)}»."
        yield Proposal(number, text, went=(_said(old),))
    else:
        went = tuple(stretch.old.strip() for stretch in changed if stretch.old.strip())
        yield Proposal(number, f"Đề nghị {'; '.join(_words(found))}.", went=went)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Characters of a line before and after."""

    old: str
    new: str
    same: bool


def _joined(found: Sequence[Edit]) -> list[_Stretch]:
    """Return the stretches of a line, changes that stand close together as one.

    A word that would stand alone takes the word behind it along: it would say little by itself.
    """
    made: list[_Stretch] = []
    for edit in found:
        now = _Stretch(_text(edit.old), _text(edit.new), edit.same)
        if now.same or len(made) < 2 or len(made[-1].old.split()) > CLOSE:
            made.append(now)
            continue
        between, before = made.pop(), made.pop()
        sides = (before.old + between.old + now.old, before.new + between.new + now.new)
        made.append(_Stretch(*sides, same=False))
    for at, stretch in enumerate(made[:-1]):
        if not stretch.same and len(stretch.old.split()) == 1 and stretch.new.strip():
            along, rest = _first_word(stretch.old, made[at + 1].old)
            made[at] = _Stretch(stretch.old + along, stretch.new + along, same=False)
            made[at + 1] = _Stretch(rest, rest, same=True)
    return made


def _first_word(before: str, text: str) -> tuple[str, str]:
    """Return a text up to the end of its first word, and the rest; no word beyond a sign."""
    match = _FIRST.match(text)
    parted = before.endswith(" ") or text.startswith(" ")
    at = match.end() if match and parted else 0
    return text[:at], text[at:]


def _words(found: Sequence[_Stretch]) -> Iterator[str]:
    """Yield what is proposed for each changed stretch of a line."""
    before = ""
    for stretch in found:
        old, new = stretch.old, stretch.new
        if stretch.same:
            before += old
            continue
        gone, come = old.strip(), new.strip()
        if gone and come:
            yield f"sửa «{gone}» thành «{come}»"
        elif come:
            near = " ".join(before.split()[-_NEAR:])
            yield f"bổ sung «{come}» sau «{near}»" if near else f"bổ sung «{come}» vào đầu"
        elif gone:
            yield f"bỏ «{gone}»"
        else:
            yield "sửa khoảng trắng"
        before += new


def reworded(was: str, now: str) -> str:
    """Return the proposal to put other words in the place of some."""
    if not was or not now:
        return f"Đề nghị bổ sung «{now}»" if now else f"Đề nghị bỏ «{was}»"
    return f"Đề nghị sửa «{was}» thành «{now}»"


def _added(line: Line) -> str:
    what = "dòng của bảng" if line.role == "bang" else "nội dung"
    return f"Đề nghị bổ sung {what}: «{_said(line)}»."


def _look(old: Line, new: Line) -> str:
    if old.label != new.label and old.kind != new.kind:
        return f"Đề nghị đổi «{old.label or 'không dấu'}» thành «{new.label or 'không dấu'}»."
    return "Đề nghị đổi cách trình bày."


def _mostly(changed: Sequence[_Stretch], line: Line) -> bool:
    """Return whether more than half of a line of some length would go."""
    gone = sum(len(stretch.old) for stretch in changed)
    return len(changed) > 1 and 2 * gone > len(_text(line.words))


def _inside(name: str) -> str:
    return name[:1].lower() + name[1:]


def _said(line: Line) -> str:
    words = _text(line.words).strip()
    return f"{line.label} {words}" if line.label in ("-", "+") else words


def _text(words: Sequence[Word]) -> str:
    return "".join(word.text for word in words)
