"""Prose lines as points: the kind of each from its typed marker, its number by counting.

One line is one paragraph. What was typed says which list a point belongs to; which number it
gets follows from the points before it, and a typed number that differs is a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from kehoach.diagnostic import N_, Diagnostic, Span, error, warning
from kehoach.document import KINDS, Marker
from kehoach.markup import Marked, parse
from kehoach.source import Line

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Letters of points, in the decree's order (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""

RANKS = {kind: list(KINDS).index("a)" if kind == "a." else kind) for kind in KINDS}
"""How deep a kind stands: a point hangs under the nearest one above with a lower rank."""

_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_NUMERALS = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_NUMBERED = {"1.": 1, "1.1.": 2, "1.1.1.": 3}
_MARKER = re.compile(
    r"(?P<kept>=?)(?:"
    r"(?P<number>[0-9]{1,4}(?:\.[0-9]{1,4}){0,2}\.)"
    r"|(?P<capital>[A-ZĐ]|[IVXL]+)\."
    r"|(?P<letter>[a-zđ])(?P<close>[).])"
    r"|(?P<bullet>[-+])"
    r"|\((?:(?P<arabic>[0-9]{1,3})|(?P<roman>[ivx]+))\)"
    r")(?=\s|$)"
)
_SLIPS = (
    (re.compile(r"(\d+(\.\d+){3,}\.)(?=\s)"), N_("a number has at most three parts")),
    (re.compile(r"\d{1,2}(\.\d{1,2}){1,2}(?=\s)"), N_("end the number with a dot: «1.1.»")),
    (re.compile(r"\d+\)(?=\s)"), N_("write «1.» or «(1)»")),
    (re.compile(r"(\d{1,2}|[A-ZĐ]|[IVXL]+|[a-zđ])/(?=\s)"), N_("write «1.», «I.», «A.» or «a)»")),
    (re.compile(r"([A-ZĐ]|[IVXL]+)\)(?=\s)"), N_("write «I.» or «A.»")),
    (re.compile(r"\([a-zđ]\)(?=\s)|[ivx]{2,}\)(?=\s)"), N_("write «a)» or «(1)»")),
    (
        re.compile(r"(\d+(\.\d+)*\.|[IVXL]+\.|[a-zđ]\)|\((\d{1,2}|[ivx]+)\)|[-+–—])(?=[^\W\d_])"),
        N_("put a space after the marker, or a backslash before it if it is text"),
    ),
    (re.compile(r"[•●▪◦○■□*–—−‐‑·\uf0b7\uf0a7\uf02d➢✓](?=\s)"), N_("write «-» or «+»")),
    # What the bullets of Wingdings and Courier become where Word text is pasted.
    (re.compile(r"[oüØv§](?=\t)"), N_("write «-» or «+»")),
    (
        re.compile(r"\*{1,3}(\d+(\.\d+)*\.|[IVXL]+\.|[A-ZĐ]\.|[a-zđ][).]|[-+])(?=\s)"),
        N_("put the stars after the marker: «1. **…**»"),
    ),
)
_DEFINITION = re.compile(r"\s*\[\^([A-Za-z0-9_]+)\]:\s*")


@dataclass(frozen=True, slots=True)
class Point:
    """A line: its marker as typed (`kind` is empty without one), and its text taken apart.

    `typed` is empty for a point that an include made: it takes the next number of its list. A
    point that is `gone` is not printed, but was counted by the writer. `notes` are the footnotes
    of the prose that it stands in; `end` closes the line when its words do not.
    """

    kind: str
    typed: str
    kept: bool
    text: Marked
    span: Span
    gone: bool = False
    notes: Mapping[str, Marked] = field(default_factory=dict, compare=False)
    end: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """Points in order, and the footnotes defined among them."""

    points: tuple[Point, ...]
    notes: dict[str, Marked]
    span: Span


@dataclass(slots=True)
class _List:
    """An open list: how many points it has on paper, and how far the typed numbers are."""

    kind: str
    count: int = 0
    typed: int = 0


def miscounted(points: Iterable[Point]) -> list[Diagnostic]:
    """Return what is wrong with the numbers that were typed, whatever includes will add."""
    counter = Counter()
    for point in points:
        counter.mark(point)
    return counter.findings


@dataclass(slots=True)
class Counter:
    """Gives points their markers, one after another."""

    findings: list[Diagnostic] = field(default_factory=list)
    _open: list[_List] = field(default_factory=list)

    def mark(self, point: Point) -> Marker | None:
        """Return the marker of the next point, or None for a point without one."""
        if not point.kind:
            return None
        kind = point.kind
        if point.kept:
            return Marker(kind, point.typed, kept=True)
        if kind in "-+":
            self._close(RANKS[kind])
            return Marker(kind, kind)
        return self._numbered(kind, point)

    def expects_letter(self, letter: str) -> bool:
        """Return whether an open list of capital letters goes on with `letter`."""
        return any(o.kind == "A." and letter == _capital(o.typed + 1) for o in self._open)

    def _numbered(self, kind: str, point: Point) -> Marker:
        self._close(RANKS[kind])
        self._return_to(kind)
        parts = _NUMBERED.get(kind, 1)
        if parts > 1 and not self._has_parent(kind):
            return self._orphan(kind, point)
        current = self._open[-1] if self._open and self._open[-1].kind == kind else None
        if point.typed and current and parts == 1 and _value(kind, point.typed) == 1:
            self._open.pop()
            current = None
        if current is None:
            current = _List(kind)
            self._open.append(current)
        self._count(current, point, parts)
        return Marker(kind, self._label(parts, printed=True))

    def _count(self, current: _List, point: Point, parts: int) -> None:
        if not point.gone:
            current.count += 1
        if not point.typed:
            return
        current.typed += 1
        expected = self._label(parts, printed=False)
        if point.typed != expected:
            message = N_("the number {typed} is neither the next ({next}) nor the first of a list")
            hint = N_("write {next}, ={typed} to keep it, or \\{typed} if it is text")
            label = {"typed": point.typed, "next": expected}
            self.findings.append(warning("O001", _marker_span(point), message, hint, **label))
            # The writer goes on from what was typed: one slip is one finding.
            # A letter that the decree does not have (f, j, w, z) has no place to go on from.
            current.typed = _value(current.kind, point.typed) or current.typed - 1

    def _orphan(self, kind: str, point: Point) -> Marker:
        parent = kind[:-2]
        if point.typed:
            message = N_("{typed} has no «{parent}» above it")
            hint = N_("add the point above, or write a marker of one part less")
            where = _marker_span(point)
            found = warning("O002", where, message, hint, typed=point.typed, parent=parent)
            self.findings.append(found)
        return Marker(kind, point.typed or kind, kept=True)

    def _has_parent(self, kind: str) -> bool:
        kinds = [opened.kind for opened in self._open]
        return bool(kinds) and (
            kinds[-1] == kind[:-2] or (kinds[-1] == kind and kind[:-2] in kinds[:-1])
        )

    def _close(self, rank: int) -> None:
        while self._open and RANKS[self._open[-1].kind] > rank:
            self._open.pop()

    def _return_to(self, kind: str) -> None:
        """Close the lists of one rank (`a)`, `a.`) that were opened below the one of `kind`."""
        kinds = [opened.kind for opened in self._open]
        if kind in kinds:
            del self._open[kinds.index(kind) + 1 :]

    def _label(self, parts: int, *, printed: bool) -> str:
        numbers = [opened.count if printed else opened.typed for opened in self._open[-parts:]]
        kind = self._open[-1].kind
        if kind in _NUMBERED:
            return "".join(f"{number}." for number in numbers)
        return _label(kind, numbers[-1])


def read(lines: Iterable[Line], span: Span) -> tuple[Prose, list[Diagnostic]]:
    """Return the points of prose and what is wrong in its markers and its text.

    Empty lines and lines that begin with `#` say nothing. The numbers themselves are checked
    when the points are counted, after includes.
    """
    findings: list[Diagnostic] = []
    points: list[Point] = []
    notes: dict[str, Marked] = {}
    letters = Counter()
    for line in lines:
        if not line.text.strip() or line.text.lstrip().startswith("#"):
            continue
        definition = _DEFINITION.match(line.text)
        if definition:
            text, found = parse(line, definition.end())
            if definition[1] in notes:
                where = line.part(definition.start(1), definition.end(1))
                message = N_("the footnote {name} is defined twice")
                hint = N_("give one of the two another name")
                found = [*found, error("O004", where, message, hint, name=definition[1])]
            notes[definition[1]] = text
        else:
            point, found = _point(line, letters)
            point = replace(point, notes=notes)
            points.append(point)
            letters.mark(point)
        findings += found
    return Prose(tuple(points), notes, span), findings


def roman(number: int) -> str:
    """Return a number below 90 in Roman capitals: 4 gives `IV`."""
    return _to_roman(number)


def _point(line: Line, letters: Counter) -> tuple[Point, list[Diagnostic]]:
    text = line.text
    start = len(text) - len(text.lstrip())
    match = _MARKER.match(text, start)
    findings: list[Diagnostic] = []
    kind, typed, kept = "", "", False
    if match and _begins_nothing(match, letters):
        findings.append(_initial(line, match))
        begin = start
    elif match:
        kind, typed, kept = _kind(match, letters), match[0].lstrip("="), bool(match["kept"])
        begin = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
    else:
        begin = start
        findings += _slip(line, start)
    marked, found = parse(line, begin)
    where = line.part(start, len(text.rstrip()))
    return Point(kind, typed, kept, marked, where), findings + found


def _begins_nothing(match: re.Match[str], letters: Counter) -> bool:
    """Return whether a capital neither begins nor continues a list: most likely an initial."""
    if not match["capital"] or match["kept"] or _kind(match, letters) != "A.":
        return False
    return match["capital"] != "A" and not letters.expects_letter(match["capital"])


def _initial(line: Line, match: re.Match[str]) -> Diagnostic:
    where = line.part(match.start(), match.end())
    message = N_("«{marker}» neither begins a list nor continues one: it stays part of the text")
    hint = N_("write \\{marker} for text, or ={marker} for a marker that is kept as it is")
    return warning("O005", where, message, hint=hint, marker=match[0])


def _kind(match: re.Match[str], letters: Counter) -> str:
    if match["number"]:
        return "1." + "1." * (match["number"].count(".") - 1)
    if match["capital"]:
        roman = _from_roman(match["capital"])
        return "I." if roman and not letters.expects_letter(match["capital"]) else "A."
    if match["letter"]:
        return "a" + match["close"]
    if match["bullet"]:
        return match["bullet"]
    return "(1)" if match["arabic"] else "(i)"


def _slip(line: Line, start: int) -> list[Diagnostic]:
    for pattern, hint in _SLIPS:
        match = pattern.match(line.text, start)
        if match:
            where = line.part(start, match.end())
            message = N_("«{marker}» is not a marker: the line becomes a paragraph without one")
            return [warning("O003", where, message, hint=hint, marker=match[0])]
    return []


def _marker_span(point: Point) -> Span:
    span = point.span
    return Span(span.path, span.line, span.column, span.line, span.column + len(point.typed))


def _value(kind: str, typed: str) -> int:
    """Return the number that a marker stands for, be it the last of several parts."""
    bare = typed.strip("().")
    if kind in _NUMBERED or kind == "(1)":
        return int(bare.rpartition(".")[2])
    if kind in ("I.", "(i)"):
        return _from_roman(bare.upper())
    return LETTERS.find(bare.lower()) + 1


def _label(kind: str, number: int) -> str:
    if kind in ("I.", "(i)"):
        roman = _to_roman(number)
        return f"{roman}." if kind == "I." else f"({roman.lower()})"
    if kind in ("1.", "(1)"):
        return kind.replace("1", str(number))
    letter = LETTERS[number - 1] if number <= len(LETTERS) else f"{LETTERS[-1]}{number}"
    return kind.replace("a", letter) if kind[0] == "a" else f"{letter.upper()}."


def _capital(number: int) -> str:
    return _label("A.", number)[:-1]


def _from_roman(text: str) -> int:
    """Return the value of a Roman number below 90, or 0 for anything that is not one."""
    if not set(text) <= set(_ROMAN_VALUES) or text in ("L", "C"):
        return 0
    total = 0
    for character, following in zip(text, [*text[1:], ""], strict=True):
        value = _ROMAN_VALUES[character]
        total += -value if value < _ROMAN_VALUES.get(following, 0) else value
    return total if _to_roman(total) == text else 0


def _to_roman(number: int) -> str:
    text = ""
    for value, numeral in _NUMERALS:
        text += numeral * (number // value)
        number %= value
    return text
