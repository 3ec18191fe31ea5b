"""What of a page must be computed: columns of the head, drawn rules, lines of equal length.

Widths come from `metrics`, sizes and faces from the template's styles, so an office that changes a
style gets a head that fits. A twip is a twentieth of a point.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from lxml import etree

from kehoach.metrics import balanced, widest, width
from kehoach.ooxml.frame import Filled, Printed, put, remove, tidy
from kehoach.ooxml.looks import Look, Looks
from kehoach.ooxml.package import w
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
_SPAN = f"{w('tcPr')}/{w('gridSpan')}"
_MARGIN = 80
_EASE = 20


def lay_out(filled: Filled, looks: Looks, room: int) -> None:
    """Set the widths of the head's columns, the lengths of rules, and balanced lines."""
    columns = _head_columns(filled, looks, room)
    texts: dict[str, float] = {}
    for printed in filled.printed:
        look = looks.roles.get(printed.role)
        if look is None or printed.role in _RULES:
            continue
        space = _space(printed.element, columns, room)
        if printed.role in _BALANCED:
            space = _balance(printed, look, space)
        elif printed.role in _BOXED:
            _box(printed, look, space)
        texts[printed.role] = _longest(printed, look, space)
    for printed in [p for p in filled.printed if p.role in _RULES]:
        owner, share = _RULES[printed.role]
        if owner in texts:
            _rule(printed.element, _space(printed.element, columns, room), texts[owner] * share)
        else:
            parent = printed.element.getparent()
            remove(printed.element)
            if parent is not None:
                tidy(parent)


def _text(printed: Printed, look: Look) -> str:
    return printed.text.upper() if look.caps else printed.text


def _width(printed: Printed, look: Look) -> float:
    lines = _text(printed, look).split("\n")
    return max(width(line, look.size, look.bold, look.italic) for line in lines)


def _longest(printed: Printed, look: Look, space: int) -> float:
    return widest(_text(printed, look), space / 20, look.size, look.bold, look.italic)


def _head_columns(filled: Filled, looks: Looks, room: int) -> dict[etree._Element, tuple[int, ...]]:
    """Set the columns of the table with Quốc hiệu: its own as wide as it needs, the other the rest.

    Return the widths of the table's columns; a table of another shape is left as it is.
    """
    anchor = next((p.element for p in filled.printed if p.role == "quoc_hieu"), None)
    table = None if anchor is None else next(anchor.iterancestors(w("tbl")), None)
    if anchor is None or table is None:
        return {}
    columns = table.findall(f"{w('tblGrid')}/{w('gridCol')}")
    if len(columns) != 2:
        return {}
    side = _column(anchor)
    needs = [
        _width(p, look)
        for p in filled.printed
        if p.role in ("quoc_hieu", "tieu_ngu", "dia_danh_ngay") and _column(p.element) == side
        if (look := looks.roles.get(p.role)) is not None
    ]
    padding = sum(_padding(table, name) for name in ("left", "right"))
    wide = min(math.ceil(max(needs) * 20) + _SLACK + padding, room)
    widths = (room - wide, wide) if side == 1 else (wide, room - wide)
    _set_columns(table, columns, widths)
    return {table: tuple(max(number - padding, 0) for number in widths)}


def _column(element: etree._Element) -> int:
    """Return in which cell of its row, from 0, `element` stands; its own place if it is a cell."""
    cell = element if element.tag == w("tc") else next(element.iterancestors(w("tc")), None)
    return 0 if cell is None else sum(1 for _ in cell.itersiblings(w("tc"), preceding=True))


def _padding(table: etree._Element, side: str) -> int:
    names = (side, {"left": "start", "right": "end"}[side])
    paths = [f"{w('tblPr')}/{w('tblCellMar')}/{w(name)}" for name in names]
    found = (table.find(path) for path in paths)
    return next((integer(value(e, "w"), 0) for e in found if e is not None), 108)


def _set_columns(
    table: etree._Element, columns: Sequence[etree._Element], widths: tuple[int, ...]
) -> None:
    for column, number in zip(columns, widths, strict=True):
        column.set(w("w"), str(number))
    for cell in table.iter(w("tc")):
        own = cell.find(f"{w('tcPr')}/{w('tcW')}")
        if own is not None:
            both = cell.find(_SPAN) is not None
            own.set(w("w"), str(sum(widths) if both else widths[min(_column(cell), 1)]))
            own.set(w("type"), "dxa")
    whole = table.find(f"{w('tblPr')}/{w('tblW')}")
    if whole is not None:
        whole.set(w("w"), str(sum(widths)))
        whole.set(w("type"), "dxa")


def _space(
    paragraph: etree._Element, columns: dict[etree._Element, tuple[int, ...]], room: int
) -> int:
    """Return how wide the text around `paragraph` is, in twips."""
    cell = next(paragraph.iterancestors(w("tc")), None)
    if cell is None:
        return room
    table = next(cell.iterancestors(w("tbl")))
    if table in columns and cell.find(_SPAN) is None:
        return columns[table][min(_column(cell), 1)]
    own = cell.find(f"{w('tcPr')}/{w('tcW')}")
    return room if own is None else integer(value(own, "w"), room) or room


def _balance(printed: Printed, look: Look, space: int) -> int:
    """Indent a text of several lines so that they come out even; return the room it then has."""
    clear = 2 * _CLEAR if next(printed.element.iterancestors(w("tc")), None) is not None else 0
    room = (space - look.left - look.right - clear) / 20
    if _width(printed, look) <= room:
        return space
    text = _text(printed, look)
    needed = math.ceil(balanced(text, room, look.size, look.bold, look.italic) * 20) + _EASE
    side = max((space - needed) // 2, 0)
    put(printed.element, "ind", left=side, right=side, firstLine=0)
    return space - 2 * side


def _box(printed: Printed, look: Look, space: int) -> None:
    """Draw a bordered paragraph's box around its words rather than from side to side."""
    side = max((space - math.ceil(_width(printed, look) * 20) - _MARGIN) // 2, 0)
    put(printed.element, "ind", left=side, right=side, firstLine=0)


def _rule(paragraph: etree._Element, space: int, length: float) -> None:
    """Make the border of an empty paragraph `length` points long, in the middle of `space`."""
    side = max((space - length * 20) / 2, 0)
    put(paragraph, "ind", left=round(side), right=round(side), firstLine=0)
