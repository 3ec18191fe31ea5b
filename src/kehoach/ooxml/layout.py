"""What of a page must be computed: columns of the head, drawn rules, lines of equal length.

Widths come from `metrics`, sizes and faces from the template's styles, so an office that changes a
style gets a head that fits. What depends on the template alone is found out once, by `arrange`;
what depends on the words, by `Layout.lengths`. A twip is a twentieth of a point.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from lxml import etree

from kehoach.document import Block
from kehoach.metrics import balanced, widest, width
from kehoach.ooxml.frame import put, remove, replace
from kehoach.ooxml.lists import indent_xml
from kehoach.ooxml.looks import Look, Looks
from kehoach.ooxml.package import w
from kehoach.ooxml.parted import Parted
from kehoach.ooxml.parts import inner
from kehoach.ooxml.press import Press, Printed, Sheet, tidy
from kehoach.ooxml.style import integer, value

_SLACK = 113
"""Added to the right column: 2 mm."""

_CLEAR = 170
"""Kept free on either side of a name in a column of the head: 3 mm, or it runs into Quốc hiệu."""

_RULES = {
    "ke_tieu_ngu": ("tieu_ngu", 1.0),
    "ke_co_quan": ("co_quan_ban_hanh", 0.4),
    "ke_trich_yeu": ("trich_yeu", 0.4),
}
"""Rule to the role above it and its share of that role's longest line (NĐ 30: 1, or 1/3 to 1/2)."""

_BALANCED = ("co_quan_chu_quan", "co_quan_ban_hanh", "trich_yeu")
_BOXED = ("do_khan",)
_NATION = ("quoc_hieu", "tieu_ngu", "dia_danh_ngay")
_SPAN = f"{w('tcPr')}/{w('gridSpan')}"
_MARGIN = 80
_EASE = 20


@dataclass(frozen=True, slots=True)
class _Columns:
    """The two columns of the head: which is that of Quốc hiệu, padding of a cell, whole width."""

    side: int
    padding: int
    whole: int


@dataclass(frozen=True, slots=True)
class _Box:
    """A line of the head, and the room around it in twips: that of its column, or `space`.

    `own` is the `w:ind` that the template gives it.
    """

    role: str
    number: int
    words: str
    look: Look
    column: int | None
    space: int
    in_cell: bool
    own: bytes = b""

    def text(self, head: Mapping[str, Sequence[Block]]) -> str:
        text = self.words + head[self.role][self.number].text
        return text.upper() if self.look.caps else text

    def room(self, columns: Sequence[int]) -> int:
        return self.space if self.column is None else columns[self.column]


@dataclass(frozen=True, slots=True)
class Layout:
    """What the lengths in a head are computed from, for all documents of a shape."""

    columns: _Columns | None
    boxes: Sequence[_Box]
    rules: Sequence[tuple[_Box, str, float]]

    def lengths(self, parted: Parted) -> tuple[tuple[int, ...], list[bytes]]:
        """Return the widths of the head's columns and of both, and the `w:ind` of its lines."""
        texts = [(box, box.text(parted.head)) for box in self.boxes]
        widths = self._widths(texts)
        padding = self.columns.padding if self.columns else 0
        inside = [max(wide - padding, 0) for wide in widths]
        indents: list[bytes] = []
        longest: dict[str, float] = {}
        for box, text in texts:
            space = box.room(inside)
            if box.role in _BALANCED:
                space = _balance(box, text, space, indents)
            elif box.role in _BOXED:
                indents.append(_indent(space - math.ceil(_width(text, box.look) * 20) - _MARGIN))
            look = box.look
            longest[box.role] = widest(text, space / 20, look.size, look.bold, look.italic)
        for box, owner, share in self.rules:
            side = max((box.room(inside) - longest[owner] * share * 20) / 2, 0)
            indents.append(indent_xml((round(side), round(side), 0)).encode())
        return (*widths, sum(widths)), indents

    def _widths(self, texts: Sequence[tuple[_Box, str]]) -> tuple[int, ...]:
        """Return both columns: that of Quốc hiệu as wide as it needs, the other the rest."""
        if self.columns is None:
            return ()
        side, padding, whole = self.columns.side, self.columns.padding, self.columns.whole
        needs = [
            _width(text, box.look)
            for box, text in texts
            if box.role in _NATION and box.column == side
        ]
        wide = min(math.ceil(max(needs) * 20) + _SLACK + padding, whole)
        return (whole - wide, wide) if side == 1 else (wide, whole - wide)


def arrange(press: Press, looks: Looks, room: int) -> Layout:
    """Mark columns, indents and rules of the head; return what their lengths follow from.

    A rule whose line is not printed goes away.
    """
    table, columns = _head(press, room)
    boxes: list[_Box] = []
    rules: list[tuple[_Box, str, float]] = []
    marks = 0
    for printed in press.printed:
        look = looks.roles.get(printed.role)
        if look is None or printed.role in _RULES:
            continue
        box = _box(printed, look, table, room)
        boxes.append(box)
        if printed.role in (*_BALANCED, *_BOXED):
            _mark_indent(press, printed.element, marks)
            marks += 1
    there = {box.role for box in boxes}
    for printed in [p for p in press.printed if p.role in _RULES]:
        owner, share = _RULES[printed.role]
        if owner in there:
            rules.append((_box(printed, looks.roles[printed.role], table, room), owner, share))
            _mark_indent(press, printed.element, marks)
            marks += 1
        else:
            parent = printed.element.getparent()
            remove(printed.element)
            if parent is not None:
                tidy(parent)
    if table is not None:
        _mark_columns(press, table)
    return Layout(columns, boxes, rules)


def _box(printed: Printed, look: Look, table: etree._Element | None, room: int) -> _Box:
    """Return how wide the text around a paragraph is, and in which column of the head it is."""
    cell = next(printed.element.iterancestors(w("tc")), None)
    column, space = None, room
    if cell is not None and next(cell.iterancestors(w("tbl"))) is table:
        column = None if cell.find(_SPAN) is not None else min(_column(cell), 1)
    elif cell is not None:
        own = cell.find(f"{w('tcPr')}/{w('tcW')}")
        space = room if own is None else integer(value(own, "w"), room) or room
    indent = printed.element.find(f"{w('pPr')}/{w('ind')}")
    declared = printed.element.nsmap
    own_indent = b"" if indent is None else inner(indent, declared).encode()
    place = (printed.role, printed.number, printed.words)
    return _Box(*place, look, column, space, cell is not None, own_indent)


def _head(press: Press, room: int) -> tuple[etree._Element | None, _Columns | None]:
    """Return the table with Quốc hiệu and what is known of its two columns.

    A table of another shape is left as it is.
    """
    anchor = next((p.element for p in press.printed if p.role == "quoc_hieu"), None)
    table = None if anchor is None else next(anchor.iterancestors(w("tbl")), None)
    if anchor is None or table is None:
        return None, None
    if len(table.findall(f"{w('tblGrid')}/{w('gridCol')}")) != 2:
        return None, None
    padding = sum(_padding(table, name) for name in ("left", "right"))
    return table, _Columns(_column(anchor), padding, room)


def _column(element: etree._Element) -> int:
    """Return in which cell of its row, from 0, `element` stands; its own place if it is a cell."""
    cell = element if element.tag == w("tc") else next(element.iterancestors(w("tc")), None)
    return 0 if cell is None else sum(1 for _ in cell.itersiblings(w("tc"), preceding=True))


def _padding(table: etree._Element, side: str) -> int:
    names = (side, {"left": "start", "right": "end"}[side])
    paths = [f"{w('tblPr')}/{w('tblCellMar')}/{w(name)}" for name in names]
    found = (table.find(path) for path in paths)
    return next((integer(value(e, "w"), 0) for e in found if e is not None), 108)


def _mark_columns(press: Press, table: etree._Element) -> None:
    """Mark the widths in the head's table: of columns, cells and the whole."""
    for number, column in enumerate(table.findall(f"{w('tblGrid')}/{w('gridCol')}")):
        replace(column, press.mark(partial(_wide, b'<w:gridCol w:w="%d"/>', number)))
    for cell in table.iter(w("tc")):
        own = cell.find(f"{w('tcPr')}/{w('tcW')}")
        if own is not None:
            number = 2 if cell.find(_SPAN) is not None else min(_column(cell), 1)
            replace(own, press.mark(partial(_wide, b'<w:tcW w:w="%d" w:type="dxa"/>', number)))
    whole = table.find(f"{w('tblPr')}/{w('tblW')}")
    if whole is not None:
        replace(whole, press.mark(partial(_wide, b'<w:tblW w:w="%d" w:type="dxa"/>', 2)))


def _wide(element: bytes, number: int, sheet: Sheet) -> bytes:
    return element % sheet.widths[number]


def _mark_indent(press: Press, paragraph: etree._Element, number: int) -> None:
    put(paragraph, "ind")
    indent = paragraph.find(f"{w('pPr')}/{w('ind')}")
    assert indent is not None
    replace(indent, press.mark(lambda sheet: sheet.indents[number]))


def _width(text: str, look: Look) -> float:
    return max(width(line, look.size, look.bold, look.italic) for line in text.split("\n"))


def _balance(box: _Box, text: str, space: int, indents: list[bytes]) -> int:
    """Indent a text of several lines so that they come out even; return the room it then has."""
    look = box.look
    clear = 2 * _CLEAR if box.in_cell else 0
    room = (space - look.left - look.right - clear) / 20
    if _width(text, look) <= room:
        indents.append(box.own)
        return space
    needed = math.ceil(balanced(text, room, look.size, look.bold, look.italic) * 20) + _EASE
    indents.append(_indent(space - needed))
    return space - 2 * max((space - needed) // 2, 0)


def _indent(rest: int) -> bytes:
    """Return the `w:ind` that leaves half of what is left free on either side."""
    side = max(rest // 2, 0)
    return indent_xml((side, side, 0)).encode()
