"""What a filled form gets last: names and ids for its fields, and grids for its tables.

A field of a template is a content control (ECMA-376 part 1, 17.5.2) with a tag and nothing else:
ids, bookmarks and the state of check boxes follow from it, so that a template stays a file that
Word opens, with no braces where Word wants a number.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lxml import etree

from kehoach.ooxml.package import w
from kehoach.ooxml.style import value

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
PREFIX = "kh_"
CHECKED = "☒"
UNCHECKED = "☐"
_BLANK = re.compile(r"(?:[….\s/_]|ngày|tháng|năm)*")

_LONGEST = 40
"""The longest name of a bookmark that Word takes (17.13.6.2 leaves it open)."""

_FIRST = 1000
_PROPERTIES = ("rPr", "alias", "tag", "id", "lock", "placeholder", "temporary")


def is_blank(text: str) -> bool:
    """Return whether a field's text only prints a blank: dotted lines, the words of a date."""
    return _BLANK.fullmatch(text) is not None


def bookmark(field: str) -> str:
    """Return the name of a field's bookmark: letters, digits and `_`, at most 40 of them."""
    name = PREFIX + field.replace(".", "__")
    if len(name) <= _LONGEST and re.fullmatch(r"[a-z0-9_]+", name):
        return name
    return f"{PREFIX}x{zlib.crc32(field.encode()):08x}"


def mark_fields(root: etree._Element) -> list[str]:
    """Give every tagged control of `root` an id, a bookmark and its state.

    Returns its name and place, in order: `muc_1.dang_ky@2.3.6` has the 6th cell of the 3rd row of
    the 2nd table to itself, a name alone stands among words. All are counted from 1.
    """
    tables = {table: number for number, table in enumerate(root.iter(w("tbl")), 1)}
    marks = [*root.iter(w("bookmarkStart"))]
    taken = max((int(value(mark, "id") or 0) for mark in marks), default=0)
    found = []
    for number, control in enumerate(list(_tagged(root)), 1):
        name = field_of(control)
        _identify(control, _FIRST + number)
        _show(control)
        _enclose(control, name, taken + number)
        found.append(name + _place(control, tables))
    return found


def field_of(control: etree._Element) -> str:
    """Return the tag of a `w:sdt`, empty when it has none."""
    tag = control.find(f"{w('sdtPr')}/{w('tag')}")
    return "" if tag is None else value(tag)


def repeated(found: Sequence[str]) -> list[str]:
    """Return the names that `mark_fields` met more than once."""
    names = Counter(name.partition("@")[0] for name in found)
    return sorted(name for name, count in names.items() if count > 1)


def fit_tables(root: etree._Element) -> None:
    """Give each table whose columns a tag has repeated a grid, as wide as the table is (17.4.48).

    The widths of the cells stay in proportion.
    """
    for table in root.iter(w("tbl")):
        grid = table.find(w("tblGrid"))
        rows = [row.findall(w("tc")) for row in table.findall(w("tr"))]
        widest = max(rows, key=len, default=[])
        if (
            grid is None
            or not widest
            or sum(map(_span, widest)) == len(grid)
            or any(_span(c) > 1 for c in widest)
        ):
            continue
        size = table.find(f"{w('tblPr')}/{w('tblW')}")
        whole = int(value(size, "w") or 0) if size is not None else 0
        widths = _scaled([_width(cell) for cell in widest], whole)
        grid[:] = [_column(width) for width in widths]
        for row in rows:
            _set_widths(row, widths)


def _scaled(widths: list[int], whole: int) -> list[int]:
    """Return `widths` in proportion, adding up to `whole`."""
    total = sum(widths)
    edges = [sum(widths[:end]) * whole // total for end in range(len(widths) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _column(width: int) -> etree._Element:
    column = etree.Element(w("gridCol"))
    column.set(w("w"), str(width))
    return column


def _set_widths(row: Sequence[etree._Element], widths: Sequence[int]) -> None:
    start = 0
    for cell in row:
        end = start + _span(cell)
        size = cell.find(f"{w('tcPr')}/{w('tcW')}")
        if size is not None:
            size.set(w("w"), str(sum(widths[start:end])))
        start = end


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    return 1 if span is None else int(value(span))


def _width(cell: etree._Element) -> int:
    size = cell.find(f"{w('tcPr')}/{w('tcW')}")
    return max(1, int(value(size, "w") or 0)) if size is not None else 1


def _tagged(root: etree._Element) -> Iterator[etree._Element]:
    return (control for control in root.iter(w("sdt")) if field_of(control))


def _place(control: etree._Element, tables: dict[etree._Element, int]) -> str:
    """Return where a control is that has a cell to itself, empty for any other."""
    cell = next(control.iterancestors(w("tc")), None)
    if cell is None or _words(cell) != _words(control):
        return ""
    row = next(cell.iterancestors(w("tr")))
    table = next(row.iterancestors(w("tbl")))
    at = table.findall(w("tr")).index(row), row.findall(w("tc")).index(cell)
    return f"@{tables[table]}.{at[0] + 1}.{at[1] + 1}"


def _words(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(w("t"))).strip()


def _identify(control: etree._Element, number: int) -> None:
    """Set the id of a control, which Word wants to be the only one of its kind (17.5.2.18)."""
    properties = control.find(w("sdtPr"))
    assert properties is not None
    old = properties.find(w("id"))
    if old is None:
        old = etree.Element(w("id"))
        properties.insert(_before(properties, ("rPr", "alias", "tag")), old)
    old.set(w("val"), str(number))


def _before(properties: etree._Element, names: Sequence[str]) -> int:
    """Return where a child goes that the schema wants after all of `names`."""
    wanted = {w(name) for name in names}
    return max((n for n, child in enumerate(properties, 1) if child.tag in wanted), default=0)


def _show(control: etree._Element) -> None:
    """Mark a blank as the control's placeholder, and tell a check box what it shows."""
    properties = control.find(w("sdtPr"))
    assert properties is not None
    text = "".join(
        "\t" if item.tag == w("tab") else item.text or "" for item in control.iter(w("t"), w("tab"))
    )
    state = properties.find(f"{{{W14}}}checkbox/{{{W14}}}checked")
    if state is not None:
        state.set(f"{{{W14}}}val", str(int(text == CHECKED)))
    elif is_blank(text) and properties.find(w("showingPlcHdr")) is None:
        properties.insert(_before(properties, _PROPERTIES), etree.Element(w("showingPlcHdr")))


def _enclose(control: etree._Element, field: str, number: int) -> None:
    parent = control.getparent()
    assert parent is not None
    start, end = etree.Element(w("bookmarkStart")), etree.Element(w("bookmarkEnd"))
    for mark in (start, end):
        mark.set(w("id"), str(number))
    start.set(w("name"), bookmark(field))
    at = parent.index(control)
    parent.insert(at + 1, end)
    parent.insert(at, start)
