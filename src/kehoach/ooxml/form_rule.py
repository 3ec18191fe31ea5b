"""The line drawn below the name that a form is filled with.

A template draws it for a name that it does not know yet; how long it has to be, the words say.
"""

from __future__ import annotations

from lxml import etree

from kehoach.metrics import widest
from kehoach.ooxml.frame import put
from kehoach.ooxml.looks import Looks
from kehoach.ooxml.package import w
from kehoach.ooxml.style import child_value, integer, value

RULE, OWNER = "ke_co_quan", "co_quan_ban_hanh"
SHARE = 0.4
"""Of the longest row above it (NĐ 30, Phụ lục I, Phần I, mục II.2: 1/3 to 1/2)."""


def fit_rules(root: etree._Element, looks: Looks) -> None:
    """Make each line below an issuer's name as long as the name wants it, in the middle still.

    Below a blank it stays as the template has it.
    """
    rule, owner = looks.roles.get(RULE), looks.roles.get(OWNER)
    if rule is None or owner is None:
        return
    for paragraph in root.iter(w("p")):
        name = paragraph.getprevious()
        if name is None or _style(paragraph) != rule.id or _style(name) != owner.id:
            continue
        text = "".join(word.text or "" for word in name.iter(w("t")))
        room = _room(paragraph)
        if room and any(map(str.isalpha, text)):
            text = text.upper() if owner.caps else text
            whole = widest(text, room / 20, owner.size, owner.bold, owner.italic) * 20
            side = round((room - whole * SHARE) / 2)
            put(paragraph, "ind", left=side, right=side)


def _style(paragraph: etree._Element) -> str:
    return child_value(paragraph.find(w("pPr")), "pStyle")


def _room(paragraph: etree._Element) -> int:
    """Return the width of the cell around a paragraph in twips, 0 when it does not say."""
    cell = next(paragraph.iterancestors(w("tc")), None)
    width = None if cell is None else cell.find(f"{w('tcPr')}/{w('tcW')}")
    return 0 if width is None or value(width, "type") != "dxa" else integer(value(width, "w"), 0)
