"""The text of a document: preamble, points by their markers, headings, tables, closing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from kehoach.document import KINDS, PLAIN, Marker
from kehoach.endings import is_closed
from kehoach.paper import Line
from kehoach.roles.confidence import LIKELY, PLAUSIBLE
from kehoach.roles.marks import BULLETS, Marks, kind_of
from kehoach.roles.split import broken, is_bold, is_italic, trimmed
from kehoach.roles.words import ARTICLE, BASIS, BASIS_TOO, CHAPTER, DECIDES, is_capital, plain

_HEADED = ("A.", "I.", "1.", "1.1.", "1.1.1.", "a)", "a.")
"""Kinds of markers that a heading may have."""
_LONG = 250
"""Characters of a line that is no heading, whatever its look."""
_SENTENCE = 60
"""Characters of a line that ends in a full stop and may yet be a heading."""
_ALIGNS = {"center": "o_giua", "right": "o_phai"}


def text(lines: Sequence[Line], widths: dict[int, int]) -> list[Line]:
    """Return the lines between title and foot in their roles.

    `widths` has how many cells each table has, by its number.
    """
    start = _outline_start(lines)
    made = [*_preamble(lines[:start]), *points(lines[start:], widths)]
    return _closed(made)


def points(lines: Sequence[Line], widths: dict[int, int]) -> list[Line]:
    """Return the lines of an outline in their roles, those of tables as cells."""
    reader = _Points(any(is_bold(line) for line in lines if _starts(line, ("1.", "1.1."))))
    made: list[Line] = []
    for line in lines:
        if line.spot.part == "cell" and widths.get(line.spot.table, 0) > 1:
            made.append(cell(line))
            continue
        made += [reader.point(each) for each in _sentences(line)]
    return made


def cell(line: Line) -> Line:
    """Return a line of a table in its role."""
    role = _ALIGNS.get(line.layout.align, "o")
    return replace(line, role="o_dau" if line.spot.row == 0 else role, confidence=PLAUSIBLE)


@dataclass(slots=True)
class _Points:
    """Reads points one after another; `bold` says that numbered headings are bold."""

    bold: bool
    marks: Marks = field(default_factory=Marks)
    chaptered: bool = False

    def point(self, line: Line) -> Line:
        """Return a line in its role, with the marker that it begins with."""
        words = plain(line.text)
        centred = line.layout.align == "center" or is_bold(line)
        if DECIDES.fullmatch(words) and centred:
            return replace(line, role="quyet_dinh", confidence=LIKELY)
        if CHAPTER.fullmatch(words) and centred and len(words) < _LONG:
            self.chaptered = True
            return replace(line, role="chuong", confidence=LIKELY)
        both = line.layout.align == "center" and is_bold(line)
        if self.chaptered and (both or (centred and is_capital(line.printed))):
            return replace(line, role="chuong", confidence=PLAUSIBLE)
        self.chaptered = False
        if ARTICLE.fullmatch(words) and (_begins_article(line.text) or is_bold(line)):
            return replace(line, role="dieu", confidence=LIKELY)
        marker = self._marker(line)
        if marker is None:
            return replace(line, role=PLAIN, marker=None, automatic=False, confidence=PLAUSIBLE)
        role = KINDS[marker.kind]
        heading = "_td" if _is_heading(marker, line, self.bold) else ""
        return replace(line, role=role + heading, marker=marker, confidence=LIKELY)

    def _marker(self, line: Line) -> Marker | None:
        if line.marker is None:
            found = self.marks.typed(line.text)
            return found[0] if found else None
        label = line.marker.label.strip()
        symbol = len(label) == 1 and line.marker.kind == label and label not in "+1aAiI"
        if symbol or label in BULLETS or not re.search(r"[\w+-]", label):
            return Marker("-", label)
        kind = kind_of(label)
        return Marker(kind, label) if kind else None


def _begins_article(text: str) -> bool:
    return bool(re.match(r"\s*(Đ|đ(?=iều \d+[.:]))", text))


def marked(line: Line, marks: Marks | None = None) -> Marker | None:
    """Return the marker of a line, be it typed or counted, None without one."""
    return _Points(False, marks or Marks())._marker(line)


def _starts(line: Line, kinds: Sequence[str]) -> bool:
    marker = marked(line)
    return marker is not None and marker.kind in kinds


def _is_heading(marker: Marker, line: Line, bold_headings: bool) -> bool:
    text = line.text.rstrip()
    if marker.kind not in _HEADED or len(text) > _LONG:
        return False
    if text.endswith(";") or (text.endswith(".") and len(text) > _SENTENCE):
        return False
    if bold_headings and marker.kind not in ("A.", "I."):
        return is_bold(line)
    return is_bold(line) or line.heading or not is_closed(text)


def _outline_start(lines: Sequence[Line]) -> int:
    """Return where the preamble ends: after «như sau:», before the first number."""
    for number, line in enumerate(lines):
        words = plain(line.text)
        if re.search(r"(nhu sau|sau day) ?:$", words):
            return number + 1
        opens = ARTICLE.fullmatch(words) or DECIDES.fullmatch(words) or CHAPTER.fullmatch(words)
        if opens or (line.spot.part != "cell" and _starts(line, ("I.", "A.", "1."))):
            return number
    leading = (i for i, line in enumerate(lines) if not BASIS.match(line.text.strip()))
    return next(leading, len(lines))


def _preamble(lines: Iterable[Line]) -> Iterator[Line]:
    listed = False
    for line in lines:
        if line.spot.part == "cell":
            yield cell(line)
            continue
        for each in _sentences(line):
            basis = _is_basis(each, listed)
            listed = basis and each.text.rstrip().endswith(";")
            role = "can_cu" if basis else "mo_dau"
            marker = marked(each)
            yield replace(
                each, role=role, marker=marker, automatic=each.marker is not None, confidence=LIKELY
            )


def _is_basis(line: Line, listed: bool) -> bool:
    """Return whether a line is a legal basis; `listed` says that one of a list is above."""
    text = line.text.strip()
    if BASIS.match(text) or plain(text).startswith("can cu "):
        return True
    looks = is_italic(line) and text.endswith(";")
    return looks or (listed and (text.startswith(BASIS_TOO) or is_italic(line)))


def _closed(made: list[Line]) -> list[Line]:
    """Return the text, its last paragraph as the closing one when it has no marker."""
    if len(made) < 2 or made[-1].role != PLAIN or made[-1].spot.part == "cell":
        return made
    return [*made[:-1], replace(made[-1], role="ket")]


def _sentences(line: Line) -> list[Line]:
    """Return the paragraphs that the breaks of a line make; a sentence that goes on stays whole."""
    lines = broken(line)
    marks = Marks()
    for before, after in pairwise(lines):
        if not (marks.typed(after.text) or is_closed(before.text)):
            return [trimmed(line)]
    return lines
