"""Word's own numbering, counted as Word counts it (ECMA-376 part 1, 17.9).

Counters belong to the abstractNum, not to the num: a num that says `startOverride` sets its level
back when it is used for the first time.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from kehoach.document import Marker
from kehoach.ooxml.package import w
from kehoach.ooxml.style import Styles, child_value, integer, numbering, value

_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)
_LEVELS = 9
_LABEL = 255
_LETTERS = 780  # as far as Word goes on with letters: 26 letters up to 30 times


class Level(NamedTuple):
    """One level of a list: `text` is its label with `%1` … for the numbers, `layout` a `w:pPr`."""

    text: str
    format: str
    start: int
    restart: int
    legal: bool
    style: str
    layout: etree._Element | None


class Numbering:
    """The lists of a package and how far each has counted."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        """Read `root`, the numbering part; None when the package has none."""
        abstract = [] if root is None else root.findall(w("abstractNum"))
        nums = [] if root is None else root.findall(w("num"))
        self._styles = styles
        self._lists = {value(a, "abstractNumId"): _levels(a) for a in abstract}
        self._nums = {value(n, "numId"): n for n in nums}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._in_force: dict[etree._Element, dict[int, Level]] = {}

    def marker(self, properties: etree._Element | None) -> Marker | None:
        """Count a paragraph with these `w:pPr` and return its marker, None when it has none.

        To be called once for each paragraph, in reading order.
        """
        num, levels, index = self._place(*self._styles.numbering(properties))
        level = levels.get(index)
        if num is None or level is None:
            return None
        counts = self._count(num, levels, index)
        label = _print(level, levels, counts)
        return Marker(_kind(level, levels), label) if label else None

    def layout(self, properties: etree._Element | None, style: str = "") -> etree._Element | None:
        """Return the `w:pPr` of the level that these `w:pPr` number with, None without one.

        They are those of the style `style`, or of a paragraph.
        """
        number, given = numbering(properties) or (None, None)
        _, levels, index = self._place(number, given, style)
        level = levels.get(index)
        return None if level is None else level.layout

    def _place(
        self, number: str | None, given: str | None, style: str
    ) -> tuple[etree._Element | None, dict[int, Level], int]:
        """Return list, levels and level of a paragraph; `style` gave the number, if not itself."""
        num = self._nums.get(number or "")
        if num is None:
            return None, {}, 0
        levels = self._levels(num)
        return num, levels, _index(levels, given, style)

    def _levels(self, num: etree._Element) -> dict[int, Level]:
        """Return the levels in force for `num`: the list's, with those that `num` replaces."""
        found = self._in_force.get(num)
        if found is None:
            found = self._lists.get(child_value(num, "abstractNumId"), {}) | {
                integer(value(override, "ilvl"), 0): _level(replaced)
                for override in num.findall(w("lvlOverride"))
                if (replaced := override.find(w("lvl"))) is not None
            }
            self._in_force[num] = found
        return found

    def _count(self, num: etree._Element, levels: dict[int, Level], index: int) -> dict[int, int]:
        """Return the list's counters after one more paragraph at level `index`."""
        counts = self._counts.setdefault(child_value(num, "abstractNumId"), {})
        started = self._override(num, index)
        if started is not None:
            counts[index] = started
        elif index in counts:
            counts[index] += 1
        else:
            counts[index] = levels[index].start
        for deeper, level in levels.items():
            if deeper > index and index < level.restart:
                counts.pop(deeper, None)
        return counts

    def _override(self, num: etree._Element, index: int) -> int | None:
        """Return where `num` makes level `index` start anew, the first time it is asked."""
        use = value(num, "numId"), index
        if use in self._begun:
            return None
        self._begun.add(use)
        for override in num.findall(w("lvlOverride")):
            start = child_value(override, "startOverride")
            if integer(value(override, "ilvl"), 0) == index and start:
                return integer(start, 1)
        return None


def _levels(abstract: etree._Element) -> dict[int, Level]:
    return {integer(value(lvl, "ilvl"), 0): _level(lvl) for lvl in abstract.findall(w("lvl"))}


def _level(lvl: etree._Element) -> Level:
    index = integer(value(lvl, "ilvl"), 0)
    return Level(
        text=child_value(lvl, "lvlText")[:_LABEL],
        format=child_value(lvl, "numFmt") or "decimal",
        start=integer(child_value(lvl, "start"), 0),
        restart=integer(child_value(lvl, "lvlRestart"), index),
        legal=lvl.find(w("isLgl")) is not None,
        style=child_value(lvl, "pStyle"),
        layout=lvl.find(w("pPr")),
    )


def _index(levels: dict[int, Level], given: str | None, style: str) -> int:
    """Return the level: the one linked to the style that numbers, else the one given, else 0."""
    linked = (index for index, level in levels.items() if style and level.style == style)
    return next(linked, integer(given or "", 0))


def _print(level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
    """Return the label of `level`; a level above that has not counted yet prints its start."""

    def number(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        above = levels.get(index)
        if above is None:
            return ""
        form = "decimal" if level.legal else above.format
        return format_number(counts.get(index, above.start), form)

    if level.format == "bullet":
        return _plain(level.text)
    return re.sub(r"%([1-9])", number, level.text).strip()


def _kind(level: Level, levels: dict[int, Level]) -> str:
    """Return the kind: the label as it would be if every number were the first."""
    return _print(level, levels, dict.fromkeys(range(_LEVELS), 1))


def _plain(bullet: str) -> str:
    """Return `bullet` without the private codes that symbol fonts use for ASCII."""
    return "".join(chr(ord(c) - 0xF000) if "\uf020" <= c <= "\uf07e" else c for c in bullet).strip()


def format_number(number: int, form: str) -> str:
    """Return `number` in a `w:numFmt` (17.18.59); what is not known prints as decimal."""
    if form in ("upperRoman", "lowerRoman"):
        roman = _roman(number)
        return roman if form == "upperRoman" else roman.lower()
    if form in ("upperLetter", "lowerLetter") and 0 < number <= _LETTERS:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form == "decimalZero":
        return f"{number:02}"
    return "" if form == "none" else str(number)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    letters = []
    for step, letter in _ROMAN:
        letters.append(letter * (number // step))
        number %= step
    return "".join(letters)
