"""Word files damaged at random, as hostile hands or bad programs would: for tests."""

from __future__ import annotations

import random

from lxml import etree

from word import packed

JUNK = (
    *("", "0", "-1", "99999999999999999999", "1e309", "NaN", "9" * 400, "\u00e4", "%", "true"),
    *("2147483648", "-2147483649", "0x10", "١٢", "²", "3.5pt", "-.", "none", "x" * 3000, "100%"),
)


def damaged(parts: dict[str, str], chance: random.Random, times: int) -> bytes:
    """Return a file of `parts` after some random changes to its XML and its parts."""
    made = dict(parts)
    for _ in range(times):
        inner = [name for name in sorted(made) if name.startswith("word/") and "rels" not in name]
        name = chance.choice(inner if inner and chance.random() < 0.97 else sorted(made))
        if name.endswith(".xml") and chance.random() < 0.97:
            made[name] = _changed(made[name], chance)
        elif name != "[Content_Types].xml" and chance.random() < 0.5:
            del made[name]
        else:
            other = chance.choice(sorted(made))
            made[name] = made[other]
    return packed(made)


def _changed(text: str, chance: random.Random) -> str:
    try:
        root = etree.fromstring(text.encode())
    except etree.XMLSyntaxError:
        return text
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    one, other = chance.choice(elements), chance.choice(elements)
    kind = chance.randrange(7)
    parent = one.getparent()
    if kind == 0 and parent is not None:
        parent.remove(one)
    elif kind == 1 and one.attrib:
        one.set(chance.choice(sorted(one.attrib)), chance.choice(JUNK))
    elif kind == 2:
        one.tag = other.tag
    elif kind == 3 and one not in other.iterancestors() and one is not other:
        other.append(one)
    elif kind == 4:
        other.append(etree.fromstring(etree.tostring(one)))
    elif kind == 5:
        one.text = chance.choice(("", "\u0300", "a" * 5000, "\t\n \u200b", "Nơi nhận:", "1. I. a)"))
    elif one.attrib:
        del one.attrib[chance.choice(sorted(one.attrib))]
    return etree.tostring(root, encoding="unicode")
