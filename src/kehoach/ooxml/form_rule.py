"""The line drawn below the name that a form is filled with.

A template draws it for a name that it does not know yet; how long it has to be, the words say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from kehoach.metrics import widest
from kehoach.ooxml.looks import Look, Looks
from kehoach.ooxml.package import w
from kehoach.ooxml.style import child_value, integer, value

RULE, OWNER = "ke_co_quan", "co_quan_ban_hanh"
SHARE = 0.4
"""Of the longest row above it (NĐ 30, Phụ lục I, Phần I, mục II.2: 1/3 to 1/2)."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """A line, the name above it in its look, and the room around both in twips."""

    rule: etree._Element
    name: etree._Element
    room: int
    look: Look


def ruled(root: etree._Element, looks: Looks) -> Iterator[Ruled]:
    """Yield each line below an issuer's name that has a known room around it.

    It is to be as long as the name wants it, in the middle still; below a blank it stays.
    """
    rule, owner = looks.roles.get(RULE), looks.roles.get(OWNER)
    if rule is None or owner is None:
        return
    for paragraph in root.iter(w("p")):
        name = paragraph.getprevious()
        if name is None or _style(paragraph) != rule.id or _style(name) != owner.id:
            continue
        if room := _room(paragraph):
            yield Ruled(paragraph, name, room, owner)


def indent(text: str, found: Ruled) -> str:
    """Return the `w:ind` of a line below a name that reads `text`, empty below a blank."""
    side = _side(text, found)
    return "" if side is None else f'<w:ind w:left="{side}" w:right="{side}"/>'


def _side(text: str, found: Ruled) -> int | None:
    if not any(map(str.isalpha, text)):
        return None
    look = found.look
    text = text.upper() if look.caps else text
    whole = widest(text, found.room / 20, look.size, look.bold, look.italic) * 20
    return round((found.room - whole * SHARE) / 2)


def _style(paragraph: etree._Element) -> str:
    return child_value(paragraph.find(w("pPr")), "pStyle")


def _room(paragraph: etree._Element) -> int:
    """Return the width of the cell around a paragraph in twips, 0 when it does not say."""
    cell = next(paragraph.iterancestors(w("tc")), None)
    width = None if cell is None else cell.find(f"{w('tcPr')}/{w('tcW')}")
    return 0 if width is None or value(width, "type") != "dxa" else integer(value(width, "w"), 0)
