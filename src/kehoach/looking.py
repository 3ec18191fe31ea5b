"""What rules ask of a paper: which lines are surely what, how they are printed, how long they are.

Lengths are in millimetres, sizes in points. A paper of the Party follows rules of its own: there
is nothing to ask of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kehoach.diagnostic import N_, Diagnostic
from kehoach.document import ANNEX, FOOT, KINDS, PLAIN
from kehoach.metrics import width, wrap
from kehoach.paper import Line, Paper, Piece, Section
from kehoach.rule import Rule
from kehoach.vietnamese import fold

SURE = 0.7
"""A line that is less surely what it is taken for is left alone: a false alarm costs most."""

SMALL = 0.5
"""Millimetres that a margin may be off."""

SLACK = 1.0
"""Millimetres that any other length may be off."""

_MOST = 0.2
"""Share of a line's letters that may look otherwise, such as a word set apart."""

_TYPES = (
    *("nghi quyet", "quyet dinh", "chi thi", "quy che", "quy dinh", "thong cao", "thong bao"),
    *("huong dan", "chuong trinh", "ke hoach", "phuong an", "de an", "du an", "bao cao"),
    *("to trinh", "cong van", "cong dien"),
)
"""Types of Điều 7 that a body issues under a number, without accents."""

_OPENING = (ANNEX[0], "van_ban_kem")

_TOP = 25
"""Lines among which the head of a document ends."""

_WIDE = 165.0
"""Millimetres of text on a page of which nothing is known."""

_POINT = 25.4 / 72

_LEADING = 1.15
"""Distance of the lines of Times New Roman, single spacing, in sizes."""

HEADINGS = tuple(f"{role}_td" for role in dict.fromkeys(KINDS.values()))
POINTS = tuple(dict.fromkeys(KINDS.values()))
PROSE = ("mo_dau", PLAIN, "ket", "dieu", *POINTS)
"""Roles of the paragraphs of the text, those with a marker included; headings apart."""


def sure(paper: Paper, *roles: str) -> list[Line]:
    """Return the lines that are surely in any of `roles`, in reading order."""
    if paper.party:
        return []
    return [line for line in paper.of(*roles) if line.confidence >= SURE and line.worded]


def main(paper: Paper) -> list[Line]:
    """Return the lines before the first annex or the regulation that goes with a decision."""
    opening = next((n for n, line in enumerate(paper.lines) if line.role in _OPENING), None)
    return [] if paper.party else list(paper.lines[:opening])


def prose(paper: Paper, *roles: str) -> list[Line]:
    """Return the lines of the main text that stand in no table and are surely in `roles`."""
    wanted = roles or PROSE
    return [
        line
        for line in main(paper)
        if line.role in wanted
        and line.confidence >= SURE
        and line.spot.part == "body"
        and line.worded
    ]


def sections(paper: Paper) -> tuple[Section, ...]:
    """Return the sections of a paper, none where it is of the Party."""
    return () if paper.party else paper.sections


def is_official(paper: Paper) -> bool:
    """Return whether a paper is issued by a body: it has a number, or an issuer and a type.

    A form, a letter or a list has neither, and not all parts of a document; nor has what goes
    with another document.
    """
    if any(line.role == "kem_theo" for line in main(paper)):
        return False
    issued = bool(sure(paper, "co_quan_ban_hanh"))
    return bool(sure(paper, "so_ky_hieu", "ve_viec")) or (issued and is_typed(paper))


def is_typed(paper: Paper) -> bool:
    """Return whether a paper names a type that has a title: all but some short ones do."""
    named = [" ".join(fold(line.text).split()) for line in sure(paper, "ten_loai")]
    return any(name.startswith(_TYPES) for name in named)


def addressed(paper: Paper) -> list[Line]:
    """Return the lines above the text that say to whom a document goes."""
    top = main(paper)[:_TOP]
    return [one for one in top if one.role == "kinh_gui" or fold(one.text).startswith("kinh gui")]


@dataclass(frozen=True, slots=True)
class Look:
    """How a line must be printed; None leaves a matter open."""

    sizes: tuple[float, float] | None = None
    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    align: str = ""


_Fault = tuple[str, str, str]
"""A message with what is found and what is right."""

_ALIGNED = {
    "center": N_("{name}: must be centred"),
    "left": N_("{name}: must begin at the left edge"),
}
_AS_GOOD = {"center": ("center", ""), "left": ("left", "both", "")}
"""Alignments that look alike on one row; nobody knows what tab stops make."""

_BESIDE = (
    *("co_quan_chu_quan", "co_quan_ban_hanh", "so_ky_hieu", "ve_viec", "quoc_hieu", "tieu_ngu"),
    *("dia_danh_ngay", "noi_nhan_de", "noi_nhan", *FOOT),
)
"""Roles of lines that stand side by side: outside a table, spaces and tabs place them."""
_SIZE = N_("{name}: {found} pt instead of {right} pt")
_ITALIC = N_("{name}: must be italic")
_UPRIGHT = N_("{name}: must be upright")
_BOLD = N_("{name}: must be bold")
_LIGHT = N_("{name}: must not be bold")
_CAPS = N_("{name}: must be in capitals")
_LOWER = N_("{name}: must not be all in capitals")


def misprinted(rule: Rule, name: str, lines: Iterable[Line], look: Look) -> Iterator[Diagnostic]:
    """Yield a finding of `rule` for each way in which `lines` do not have `look`.

    Each is told once, at the first line; `name` says in Vietnamese what the lines are.
    """
    found: dict[_Fault, list[Line]] = {}
    for line in lines:
        for fault in _faults(line, look):
            found.setdefault(fault, []).append(line)
    for (message, was, right), where in found.items():
        yield rule.found(where[0].where, message, name=times(name, where), found=was, right=right)


def times(name: str, lines: Sequence[Line]) -> str:
    """Return a name with the number of lines, if there is more than one."""
    return f"{name} (×{len(lines)})" if len(lines) > 1 else name


def told_once(
    rule: Rule, name: str, lines: Sequence[Line], message: str, found: str = ""
) -> Iterator[Diagnostic]:
    """Yield one finding for all `lines`, at the first of them, if there is any."""
    if lines:
        yield rule.found(lines[0].where, message, name=times(name, lines), found=found)


def _faults(line: Line, look: Look) -> Iterator[_Fault]:
    size = odd_size(line, look.sizes) if look.sizes else None
    if look.sizes and size:
        yield _SIZE, points(size), span(look.sizes)
    for wanted, name, yes, no in (
        (look.bold, "bold", _BOLD, _LIGHT),
        (look.italic, "italic", _ITALIC, _UPRIGHT),
    ):
        if wanted is not None and share(line, name, not wanted) > _MOST:
            yield (yes if wanted else no), "", ""
    if look.caps is True and not in_capitals(line):
        yield _CAPS, "", ""
    if look.caps is False and in_capitals(line) and len(_letters(line.printed)) > 4:
        yield _LOWER, "", ""
    free = line.spot.part == "cell" or line.role not in _BESIDE
    if look.align and free and line.layout.align not in _AS_GOOD[look.align]:
        yield _ALIGNED[look.align], "", ""


def share(line: Line, look: str, having: bool = True) -> float:
    """Return which share of a line's letters and digits is, say, `bold` or is not."""
    said = [(sum(map(str.isalnum, p.text)), getattr(p, look) is having) for p in line.pieces]
    count = sum(number for number, _ in said)
    return sum(number for number, found in said if found) / count if count else 0.0


def letters_by(paper: Paper, kind: Callable[[Piece], str]) -> dict[str, tuple[Line, int]]:
    """Return each kind of piece, none where it is empty: its first line and how many letters."""
    found: dict[str, tuple[Line, int]] = {}
    for line in () if paper.party else paper.lines:
        for piece in line.pieces:
            name, count = kind(piece), len(_letters(piece.text))
            if name and count:
                first, before = found.get(name, (line, 0))
                found[name] = first, before + count
    return found


def is_old_font(font: str) -> bool:
    """Return whether a font is one of TCVN3 (`.VnTime`) or VNI (`VNI-Times`), before Unicode."""
    return font.strip().lower().startswith((".vn", "vni-"))


def odd_size(line: Line, sizes: tuple[float, float]) -> float | None:
    """Return the first known size of letters or digits outside `sizes`, None if there is none."""
    low, high = sizes
    said = (piece.size for piece in line.pieces if any(map(str.isalnum, piece.text)))
    return next((size for size in said if size and not low <= size <= high), None)


def in_capitals(line: Line) -> bool:
    """Return whether nearly all letters of a line are printed as capitals."""
    letters = _letters(line.printed)
    return sum(map(str.isupper, letters)) >= (1 - _MOST) * len(letters)


def length(line: Line) -> float:
    """Return how long the words of a line are on one line."""
    return sum(_points(piece) for piece in line.pieces) * _POINT


def rows(paper: Paper, line: Line) -> list[float]:
    """Return the lengths of the rows that a line takes, broken as Word breaks it."""
    first = line.worded[0]
    size, bold, italic = first.size, first.bold, first.italic
    words = wrap(line.printed.strip(), room(paper, line) / _POINT, size, bold, italic)
    return [width(row, size, bold, italic) * _POINT for row in words]


def room(paper: Paper, line: Line) -> float:
    """Return how wide the space for a line is: of its cell, else of its page, less its indents."""
    around = line.room
    if around is None and not paper.sections:
        return _WIDE
    if around is None:
        page = paper.sections[min(line.section, len(paper.sections) - 1)]
        around = page.width - page.left - page.right
    return around - line.layout.left - line.layout.right


def wraps(paper: Paper, line: Line) -> bool:
    """Return whether the words of a line surely take more than one row."""
    return length(line) + line.layout.first > room(paper, line) * 1.05


def height(paper: Paper) -> float:
    """Return how high the lines of a paper are one below the other, cells of a row side by side."""
    columns: dict[tuple[int, int], dict[int, float]] = {}
    for number, line in enumerate(paper.lines):
        if line.spot.part in ("body", "cell") and line.worded:
            spot = line.spot
            row = (spot.table, spot.row) if spot.part == "cell" else (-1, number)
            column = columns.setdefault(row, {})
            column[spot.column] = column.get(spot.column, 0.0) + _height(paper, line)
    return sum(max(column.values()) for column in columns.values())


def _height(paper: Paper, line: Line) -> float:
    layout, size = line.layout, line.worded[0].size
    distance = _LEADING * size * (layout.spacing or 1)
    return (layout.before + layout.after + len(rows(paper, line)) * distance) * _POINT


def points(size: float) -> str:
    """Return a size as an officer writes it: `13`, `13,5`."""
    return f"{size:g}".replace(".", ",")


def span(sizes: tuple[float, float]) -> str:
    """Return a range of sizes: `12-13`, or `13`."""
    low, high = sizes
    return points(low) if low == high else f"{points(low)}-{points(high)}"


def millimetres(number: float) -> str:
    """Return a length with one place at most: `19,5`."""
    return f"{round(number, 1):g}".replace(".", ",")


def _points(piece: Piece) -> float:
    text = piece.text.upper() if piece.caps else piece.text
    return width(text, piece.size, piece.bold, piece.italic) + piece.spread * len(text)


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))
