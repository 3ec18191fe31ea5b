"""A copy of a Word file in which numbers are typed and no heading has an outline level.

For readers that miscount lists and lose headings.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from kehoach.ooxml import package
from kehoach.ooxml.numbers import Numbering
from kehoach.ooxml.package import Parts, parse_xml, related, w
from kehoach.ooxml.parts import to_bytes
from kehoach.ooxml.style import Styles

_BEFORE_INDENT = tuple(
    w(name)
    for name in (
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"),
        *("numPr", "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku"),
        *("wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi"),
        *("adjustRightInd", "snapToGrid", "spacing"),
    )
)
"""What stands before `w:ind` in a `w:pPr` (ECMA-376 part 1, 17.3.1.26)."""


def flattened(parts: Parts) -> Parts:
    """Return `parts` with each automatic number as text that begins its paragraph."""
    main = package.main_part(parts)
    names = {kind: next(iter(related(parts, main, kind)), "") for kind in ("numbering", "styles")}
    trees = {kind: parse_xml(parts[name]) if name else None for kind, name in names.items()}
    root = parse_xml(parts[main])
    numbering = Numbering(trees["numbering"], Styles(trees["styles"]))
    for paragraph in root.iter(w("p")):
        properties = paragraph.find(w("pPr"))
        layout = numbering.layout(properties)
        marker = numbering.marker(properties)
        if marker is not None and properties is not None:
            _type_out(properties, f"{marker.label} ", layout)
    made = {**parts, main: to_bytes(_unlevelled(root))}
    if trees["styles"] is not None:
        made[names["styles"]] = to_bytes(_unlevelled(trees["styles"]))
    return made


def _unlevelled(root: etree._Element) -> etree._Element:
    """Return `root` without outline levels."""
    for level in list(root.iter(w("outlineLvl"))):
        properties = level.getparent()
        if properties is not None:
            properties.remove(level)
    return root


def _type_out(properties: etree._Element, label: str, layout: etree._Element | None) -> None:
    number = properties.find(w("numPr"))
    if number is not None:
        properties.remove(number)
    indent = None if layout is None else layout.find(w("ind"))
    if indent is not None and properties.find(w("ind")) is None:
        place = sum(1 for child in properties if child.tag in _BEFORE_INDENT)
        properties.insert(place, deepcopy(indent))
    run = etree.Element(w("r"))
    first = properties.find(f"../{w('r')}/{w('rPr')}")
    if first is not None:
        run.append(deepcopy(first))
    text = etree.SubElement(run, w("t"))
    text.text = label
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    properties.addnext(run)
