"""Lines drawn in a Word file: borders of paragraphs, DrawingML, and the older VML.

A drawing that Word wrote in two forms is taken once (ECMA-376 part 3, 10.2.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from kehoach.ooxml.package import w
from kehoach.paper import Stroke

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_V = "{urn:schemas-microsoft-com:vml}"
_O = "{urn:schemas-microsoft-com:office:office}"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_EMU = 36_000
_LINES = ("line", "straightConnector1", "lineInv")
_CONNECTOR = "_x0000_t32"
_FLAT = 1.5
"""Millimetres up to which a shape that is no line by name is one by its look."""
_LENGTH = re.compile(r"\s*(-?\d{0,7}(?:\.\d{1,6})?)(pt|px|mm|cm|in|pc|)\s*")
_MILLIMETRES = {"pt": 25.4 / 72, "px": 25.4 / 96, "": 25.4 / 96, "mm": 1, "cm": 10, "in": 25.4}
_MILLIMETRES["pc"] = 25.4 / 6


class Drawn(NamedTuple):
    """A drawn line; `below` is how far under the top of its paragraph it lies, in mm.

    It is None for a line that stands where the text does, or if the file counts from elsewhere.
    """

    stroke: Stroke
    below: float | None = None


def drawn(element: etree._Element) -> Iterator[Drawn]:
    """Yield the lines that a child of a run draws."""
    if element.tag == w("drawing"):
        yield from _drawing(element)
    elif element.tag in (w("pict"), w("object")):
        yield from _picture(element)
    elif element.tag == _ALTERNATE:
        forms = ([d for child in form for d in drawn(child)] for form in element)
        yield from next(filter(None, forms), [])


def _drawing(drawing: etree._Element) -> Iterator[Drawn]:
    for shape in drawing:
        extent = shape.find(f"{_WP}extent")
        if extent is None or shape.find(f".//{_WPS}txbx") is not None:
            continue
        wide, high = _emu(extent.get("cx", "")), _emu(extent.get("cy", ""))
        if wide is None or not (_is_line(shape) or _is_flat(shape, high)):
            continue
        across, down = _offset(shape, "H"), _offset(shape, "V")
        if high is None or high <= max(_FLAT, wide / 10):
            yield Drawn(Stroke("drawing", round(wide, 2), across), down)


def _is_line(shape: etree._Element) -> bool:
    named = shape.find(f".//{_A}prstGeom")
    return named is not None and named.get("prst") in _LINES


def _is_flat(shape: etree._Element, high: float | None) -> bool:
    return high is not None and high <= _FLAT and shape.find(f".//{_A}blip") is None


def _offset(shape: etree._Element, axis: str) -> float | None:
    """Return the offset along an axis where it counts from the text, else None (20.4.2.10)."""
    position = shape.find(f"{_WP}position{axis}")
    if position is None or position.get("relativeFrom") not in _FROM_TEXT[axis]:
        return None
    offset = position.findtext(f"{_WP}posOffset")
    return None if offset is None else _emu(offset)


_FROM_TEXT = {"H": ("column", "margin", "character"), "V": ("paragraph", "line")}


def _emu(text: str) -> float | None:
    return int(text) / _EMU if re.fullmatch(r"-?[0-9]{1,10}", text) else None


def _picture(picture: etree._Element) -> Iterator[Drawn]:
    for shape in picture.iter(f"{_V}line", f"{_V}shape", f"{_V}rect"):
        style = dict(_styles(shape.get("style", "")))
        if shape.find(f".//{w('txbxContent')}") is not None:
            continue
        length = _vml_length(shape, style)
        if length is None:
            continue
        start = _point(shape.get("from", "")) if shape.tag == f"{_V}line" else None
        across = start[0] if start else _millimetres(style.get("margin-left", ""))
        down = start[1] if start else _millimetres(style.get("margin-top", ""))
        yield Drawn(Stroke("vml", round(length, 2) or None, across), down)


def _vml_length(shape: etree._Element, style: dict[str, str]) -> float | None:
    """Return the length of a VML line in mm, 0 when it is not told, None for other shapes."""
    wide, high = (_millimetres(style.get(side, "")) for side in ("width", "height"))
    if shape.tag == f"{_V}line":
        start, end = _point(shape.get("from", "")), _point(shape.get("to", ""))
        if start is None or end is None:
            return wide or 0.0
        return abs(end[0] - start[0]) if abs(end[0] - start[0]) >= abs(end[1] - start[1]) else None
    if shape.get(f"{_O}hr") in ("t", "true"):
        return wide or 0.0
    connector = shape.get("type", "").endswith(_CONNECTOR) or shape.get(f"{_O}connectortype")
    if wide and (connector or (high is not None and high <= _FLAT and not _has_picture(shape))):
        return wide
    return None


def _has_picture(shape: etree._Element) -> bool:
    return shape.find(f"{_V}imagedata") is not None


def _styles(text: str) -> Iterator[tuple[str, str]]:
    for said in text.split(";"):
        name, _, given = said.partition(":")
        yield name.strip().lower(), given.strip()


def _point(text: str) -> tuple[float, float] | None:
    """Return a place in mm that is written as `x,y`, None when it is none."""
    first, comma, second = text.partition(",")
    if not comma:
        return None
    across, down = _millimetres(first or "0"), _millimetres(second or "0")
    return None if across is None or down is None else (across, down)


def _millimetres(text: str) -> float | None:
    match = _LENGTH.fullmatch(text)
    return float(match[1]) * _MILLIMETRES[match[2]] if match and match[1] not in ("", "-") else None
