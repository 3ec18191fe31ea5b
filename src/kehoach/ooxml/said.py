"""What one `w:rPr` or `w:pPr` says of characters and of a paragraph; None where it says nothing.

ECMA-376 part 1, 17.3.1 and 17.3.2. Lengths are in twips (1/1440 inch), sizes and gaps in points.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from kehoach.ooxml.package import w
from kehoach.ooxml.style import toggle, value

Tabs = tuple[tuple[float, str], ...]
"""Where tab stops stand, and what they are: `left center right clear` …"""

_UNITS = {"": 1, "pt": 20, "mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440, "pc": 240, "pi": 240}
_MEASURE = re.compile(r"(-?\d{1,9}(?:\.\d{0,6})?)(pt|mm|cm|in|pc|pi|)")
_LINES = 12.0
"""Points of a line where a gap is given in lines (17.3.1.33)."""
_AUTOMATIC = 14.0
"""Points of the gap that Word puts where it is to find one itself."""
_NO_BORDER = ("", "nil", "none")


class Characters(NamedTuple):
    """How characters look; `colour` is empty for the automatic one, `spread` in points."""

    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    colour: str | None = None
    spread: float | None = None

    def over(self, base: Characters) -> Characters:
        """Return this with what it leaves open filled from `base`."""
        if self is NO_CHARACTERS:
            return base
        return Characters._make(
            own if own is not None else below for own, below in zip(self, base, strict=True)
        )


class Lie(NamedTuple):
    """How a paragraph lies; `first` is negative when it hangs, `rule` says what `line` means."""

    align: str | None = None
    left: float | None = None
    right: float | None = None
    first: float | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    rule: str | None = None
    contextual: bool | None = None
    page: bool | None = None
    outline: str | None = None
    top: bool | None = None
    bottom: bool | None = None
    frame: str | None = None
    tabs: Tabs | None = None

    def over(self, base: Lie) -> Lie:
        """Return this with what it leaves open filled from `base`; tab stops add up."""
        if self is NO_LIE:
            return base
        made = Lie._make(
            own if own is not None else below for own, below in zip(self, base, strict=True)
        )
        if self.tabs and base.tabs:
            return made._replace(tabs=tuple(sorted({**dict(base.tabs), **dict(self.tabs)}.items())))
        return made


NO_CHARACTERS = Characters()
NO_LIE = Lie()


def measure(text: str) -> float | None:
    """Return a length in twips, None when `text` is none (22.9.2.14, 22.9.2.15)."""
    match = _MEASURE.fullmatch(text)
    return float(match[1]) * _UNITS[match[2]] if match else None


def characters(properties: etree._Element | None, theme: Mapping[str, str]) -> Characters:
    """Return what a `w:rPr` says; `theme` has the fonts that it may call by their part."""
    if properties is None or not len(properties):
        return NO_CHARACTERS
    said: dict[str, str] = {}
    for child in properties:
        said[str(child.tag).rpartition("}")[2]] = value(child)
    fonts = properties.find(w("rFonts")) if "rFonts" in said else None
    underline, colour = said.get("u"), said.get("color")
    return Characters(
        None if fonts is None else font_of(fonts, theme),
        _points(said["sz"]) if "sz" in said else None,
        toggle(properties, "b") if "b" in said else None,
        toggle(properties, "i") if "i" in said else None,
        None if underline is None else underline not in ("none", ""),
        toggle(properties, "caps") if "caps" in said else None,
        toggle(properties, "vanish") if "vanish" in said else None,
        None if colour is None else colour.upper() if colour not in ("auto", "") else "",
        (measure(said["spacing"]) or 0.0) / 20 if "spacing" in said else None,
    )


def font_of(fonts: etree._Element, theme: Mapping[str, str]) -> str | None:
    """Return the font that a `w:rFonts` names; the theme's beats a name (17.3.2.26)."""
    for name in ("ascii", "hAnsi"):
        called = value(fonts, f"{name}Theme")
        if called:
            return theme.get(called[:5], "")
        if given := value(fonts, name):
            return given
    return None


def lie(properties: etree._Element | None) -> Lie:
    """Return what a `w:pPr` says."""
    if properties is None or not len(properties):
        return NO_LIE
    found = {str(child.tag).rpartition("}")[2]: child for child in properties}
    indent, gap = found.get("ind"), found.get("spacing")
    align, outline, frame = found.get("jc"), found.get("outlineLvl"), found.get("framePr")
    made = Lie(
        align=None if align is None else value(align),
        contextual=toggle(properties, "contextualSpacing")
        if "contextualSpacing" in found
        else None,
        page=toggle(properties, "pageBreakBefore") if "pageBreakBefore" in found else None,
        outline=None if outline is None else value(outline),
        frame=None if frame is None else value(frame, "xAlign"),
        tabs=_tabs(found.get("tabs")),
    )
    if indent is not None:
        left, right, first = indents(indent)
        made = made._replace(left=left, right=right, first=first)
    if gap is not None:
        made = _spaced(made, gap)
    if (borders := found.get("pBdr")) is not None:
        made = made._replace(top=_border(borders, "top"), bottom=_border(borders, "bottom"))
    return made


def indents(indent: etree._Element) -> tuple[float | None, float | None, float | None]:
    """Return left, right and first-line indent of a `w:ind` (17.3.1.12)."""
    left = measure(value(indent, "start") or value(indent, "left"))
    right = measure(value(indent, "end") or value(indent, "right"))
    hanging = measure(value(indent, "hanging"))
    first = -hanging if hanging is not None else measure(value(indent, "firstLine"))
    return left, right, first


def _spaced(made: Lie, gap: etree._Element) -> Lie:
    line = measure(value(gap, "line"))
    return made._replace(
        before=_gap(gap, "before"),
        after=_gap(gap, "after"),
        line=line,
        rule=value(gap, "lineRule") or ("auto" if line is not None else None),
    )


def _gap(gap: etree._Element, side: str) -> float | None:
    if value(gap, f"{side}Autospacing") in ("1", "true", "on"):
        return _AUTOMATIC
    lines = measure(value(gap, f"{side}Lines"))
    if lines:
        return lines / 100 * _LINES
    twips = measure(value(gap, side))
    return None if twips is None else twips / 20


def _points(text: str) -> float | None:
    """Return the size in a `w:sz`: half points, or a length with its unit."""
    if text.isascii() and text.isdigit() and len(text) < 6:
        return int(text) / 2
    twips = measure(text)
    if twips is None:
        return None
    return twips / 2 if text[-1:].isdigit() else twips / 20


def _border(borders: etree._Element, side: str) -> bool | None:
    border = borders.find(w(side))
    return None if border is None else value(border) not in _NO_BORDER


def _tabs(tabs: etree._Element | None) -> Tabs | None:
    if tabs is None:
        return None
    stops = ((measure(value(tab, "pos")), value(tab)) for tab in tabs)
    return tuple(sorted((at, kind) for at, kind in stops if at is not None))
