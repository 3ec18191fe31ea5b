"""Tables as WordprocessingML: widths of columns, cells, rows, and the paragraph after a table.

Children stand in the schema's order (ECMA-376 part 1, 17.4).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kehoach.ooxml.write import attribute

_SPACER = (
    '<w:p><w:pPr>{keep}<w:spacing w:before="0" w:after="{after}" w:line="20" w:lineRule="exact"/>'
    '<w:ind w:left="0" w:right="0" w:firstLine="0"/>'
    '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>{section}</w:pPr></w:p>'
)
_GRID = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_BARE = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
EMPTY = b"<w:p/>"
_MERGES = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}
_STEP = 72
"""Twips that are a whole number of hundredths of a millimetre: 127."""


def shares(widths: Sequence[float], count: int, room: int) -> list[int]:
    """Return `count` column widths in twips that add up to `room`, equal where not given.

    Columns end on whole steps: LibreOffice keeps widths in hundredths of a millimetre, and takes
    merged cells that are off by one of them for cells of another column.
    """
    given = list(widths) if len(widths) == count and min(widths) > 0 else [1.0] * count
    step = _STEP if room > _STEP * count else 1
    edges, so_far = [0], 0.0
    for number, share in enumerate(given[:-1], 1):
        so_far += share
        edge = step * round(room * so_far / sum(given) / step)
        edges.append(min(max(edge, edges[-1] + step), step * (room // step - count + number)))
    return [right - left for left, right in pairwise([*edges, room])]


def spacer(keep: bool, end: str = "", after: int = 0) -> bytes:
    """Return an empty paragraph of no height: after a table, or to close a section."""
    return _SPACER.format(keep="<w:keepNext/>" if keep else "", section=end, after=after).encode()


def cell_xml(wide: int, span: int, merge: str, inner: bytes, align: str = "") -> bytes:
    """Return a `w:tc`, `wide` in twips; `merge` is that of a `Slot`, `align` that of `w:vAlign`."""
    properties = (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "") + _MERGES[merge]
    properties += f'<w:vAlign w:val="{align}"/>' if align else ""
    head = f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{properties}</w:tcPr>'
    return b"%b%b</w:tc>" % (head.encode(), inner)


def table_xml(
    columns: Sequence[int], rows: bytes, style: str = "", *, borders: bool = True
) -> bytes:
    """Return a `w:tbl` in this table style; without one it has a grid, or no line at all."""
    look = f"<w:tblStyle w:val={attribute(style)}/>" if style else ""
    lines = f"<w:tblBorders>{_GRID}</w:tblBorders>" if borders and not style else ""
    margins = "" if borders else _BARE
    wide = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    head = (
        f'<w:tbl><w:tblPr>{look}<w:tblW w:w="{sum(columns)}" w:type="dxa"/>{lines}'
        f'<w:tblLayout w:type="fixed"/>{margins}</w:tblPr><w:tblGrid>{wide}</w:tblGrid>'
    )
    return b"%b%b</w:tbl>" % (head.encode(), rows)


def row_xml(header: bool, cells: bytes) -> bytes:
    """Return a `w:tr` that no page parts; a header is repeated on each."""
    head = b"<w:tblHeader/>" if header else b""
    return b"<w:tr><w:trPr><w:cantSplit/>%b</w:trPr>%b</w:tr>" % (head, cells)
