"""Word numbering for the markers of a document: which list, which level, or typed after all.

One `w:abstractNum` and one `w:num` for each list, since LibreOffice keeps those as they are
(ECMA-376 part 1, 17.9). A list goes on as long as its next number is the one to be printed; any
other number begins a new list, and a number that Word could not count to is typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from kehoach.document import KINDS, Marker
from kehoach.ooxml.looks import Look
from kehoach.ooxml.numbers import format_number
from kehoach.ooxml.write import attribute, content, run

_ARABIC = ("1.", "1.1.", "1.1.1.")
_FORMATS = {"I.": "upperRoman", "1.": "decimal", "(1)": "decimal", "(i)": "lowerRoman"}
_TEXTS = {"1.": "%1.", "1.1.": "%1.%2.", "1.1.1.": "%1.%2.%3.", "I.": "%1.", "(1)": "(%1)"}
_TEXTS["(i)"] = "(%1)"
_BULLETS = ("-", "+")
_ROMAN = {format_number(number, "lowerRoman"): number for number in range(1, 400)}

Indent = tuple[int, int, int]


State = tuple[Any, ...]


class Position(NamedTuple):
    """A paragraph's place in a list; `indent` is the level's own (left, right, first), in twips."""

    num: int
    level: int
    indent: Indent


@dataclass(slots=True)
class _List:
    num: int
    indents: tuple[Indent, ...]
    counts: list[int]

    def takes(self, numbers: tuple[int, ...]) -> bool:
        """Return whether the next paragraph at this depth would get `numbers`."""
        *above, last = numbers
        depth = len(above)
        return self.counts[:depth] == above and self.counts[depth] + 1 == last

    def count(self, numbers: tuple[int, ...]) -> None:
        self.counts[:] = [*numbers, *[0] * (len(self.counts) - len(numbers))]


@dataclass(slots=True)
class Lists:
    """The lists of one document. `abstract` and `num` are the ids that the template uses up to.

    After all paragraphs are placed, `abstracts` and `nums` hold the XML to be added.
    """

    looks: Mapping[str, Look]
    abstract: int = -1
    num: int = 0
    abstracts: list[str] = field(default_factory=list)
    nums: list[str] = field(default_factory=list)
    _open: dict[str, _List] = field(default_factory=dict)
    _bullets: dict[tuple[str, Indent], Position] = field(default_factory=dict)

    def state(self) -> State:
        """Return all that decides where the next paragraphs will stand."""
        open_ = tuple((kind, (o.num, o.indents, tuple(o.counts))) for kind, o in self._open.items())
        added = tuple(self.abstracts), tuple(self.nums)
        return self.abstract, self.num, added, open_, tuple(self._bullets.items())

    def go_on(self, state: State) -> None:
        """Go on from a state that lists of the same template were in."""
        self.abstract, self.num, added, open_, bullets = state
        self.abstracts, self.nums = [*added[0]], [*added[1]]
        self._open = {kind: _List(num, indents, [*n]) for kind, (num, indents, n) in open_}
        self._bullets = dict(bullets)

    def reset(self) -> None:
        """Close all lists: the next number begins a new one."""
        self._open.clear()

    def place(self, marker: Marker, look: Look) -> Position | None:
        """Return where a paragraph of style `look` stands, None when its marker must be typed."""
        if marker.kept:
            return None
        if marker.kind in _BULLETS and marker.label == marker.kind:
            return self._bullet(marker.kind, look)
        numbers = _numbers(marker)
        return self._number(marker.kind, numbers, look) if numbers else None

    def _bullet(self, kind: str, look: Look) -> Position:
        key = kind, look.indent
        if key not in self._bullets:
            font = attribute(look.font)
            fonts = f'<w:rFonts w:ascii={font} w:hAnsi={font} w:cs={font} w:hint="default"/>'
            level = _level(0, 1, "bullet", kind, look.indent, f"<w:rPr>{fonts}</w:rPr>")
            self._bullets[key] = Position(self._add([level]), 0, look.indent)
        return self._bullets[key]

    def _number(self, kind: str, numbers: tuple[int, ...], look: Look) -> Position | None:
        key = "1." if kind in _ARABIC else kind
        current = self._open.get(key)
        if current is None or not current.takes(numbers):
            if len(numbers) > 1:
                return None
            current = self._open[key] = self._begin(key, numbers[0], look)
        current.count(numbers)
        level = len(numbers) - 1
        return Position(current.num, level, current.indents[level])

    def _begin(self, key: str, start: int, look: Look) -> _List:
        kinds = _ARABIC if key == "1." else (key,)
        indents = tuple(self.looks.get(KINDS[kind], look).indent for kind in kinds)
        levels = [
            _level(depth, 1 if depth else start, _FORMATS[key], _TEXTS[kind], indent)
            for depth, (kind, indent) in enumerate(zip(kinds, indents, strict=True))
        ]
        return _List(self._add(levels), indents, [0] * len(kinds))

    def _add(self, levels: list[str]) -> int:
        self.abstract += 1
        self.num += 1
        several = "multilevel" if len(levels) > 1 else "singleLevel"
        self.abstracts.append(
            f'<w:abstractNum w:abstractNumId="{self.abstract}">'
            f'<w:nsid w:val="{0x4B480000 + self.abstract:08X}"/>'
            f'<w:multiLevelType w:val="{several}"/>{"".join(levels)}</w:abstractNum>'
        )
        self.nums.append(
            f'<w:num w:numId="{self.num}"><w:abstractNumId w:val="{self.abstract}"/></w:num>'
        )
        return self.num


@lru_cache(maxsize=4096)
def _numbers(marker: Marker) -> tuple[int, ...]:
    """Return the numbers of a label by its kind, empty when it is not one that Word counts."""
    if marker.kind in _ARABIC:
        shape = r"\.".join([r"([1-9]\d{0,3})"] * (_ARABIC.index(marker.kind) + 1)) + r"\."
        match = re.fullmatch(shape, marker.label, re.ASCII)
        return tuple(map(int, match.groups())) if match else ()
    if marker.kind == "(1)":
        match = re.fullmatch(r"\(([1-9]\d{0,3})\)", marker.label, re.ASCII)
        return (int(match[1]),) if match else ()
    if marker.kind == "I." and marker.label.isupper() and marker.label.endswith("."):
        number = _ROMAN.get(marker.label[:-1].lower())
    elif marker.kind == "(i)":
        number = _ROMAN.get(marker.label[1:-1]) if marker.label == f"({marker.label[1:-1]})" else 0
    else:
        return ()
    return (number,) if number else ()


def indent_xml(indent: Indent) -> str:
    """Return the `w:ind` for left, right and first-line indents in twips."""
    left, right, first = indent
    line = f'w:hanging="{-first}"' if first < 0 else f'w:firstLine="{first}"'
    return f'<w:ind w:left="{left}" w:right="{right}" {line}/>'


def typed(label: str, kept: bool, styles: Mapping[str, str], bold: bool) -> str:
    """Return the run of a typed marker: its label and one space, in its own character style."""
    style = styles["marker kept" if kept else "marker"]
    look = f"<w:rStyle w:val={attribute(style)}/>" + ("<w:b/><w:bCs/>" if bold else "")
    return run(look, content(f"{label} "))


def _level(depth: int, start: int, form: str, text: str, indent: Indent, look: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{indent_xml(indent)}</w:pPr>{look}</w:lvl>"
    )
