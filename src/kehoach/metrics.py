"""Widths of text in a face with the metrics of Times New Roman.

A body's name must be known to fit its column, and a drawn rule to be as long as the words above
it, before Word lays out the page. The advance widths are those of Liberation Serif, which has
the widths of Times New Roman, in units of 1/2048 of the font size. A tone or vowel mark adds
nothing to its letter; ơ and ư, which are wider than o and u, are letters of their own.
"""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache

_UNITS = 2048
_HORNED = [(letter + "\u031b", horned) for letter, horned in zip("oOuU", "ơƠưƯ", strict=True)]
"""NFD writes the horn right after its letter, before any other mark."""

_REGULAR = {
    369: "'", 410: "|", 512: " ,.", 569: "/:;\\ijlt", 682: "!()-I[]`fr‘’\u00ad\u2011",
    717: "•", 797: "Js", 819: "°", 836: '"', 909: "?acez“”", 961: "^", 983: "{}",
    1024: "#$*0123456789_bdghknopquvxyđ–§", 1083: "ơ", 1108: "~", 1110: "ư", 1124: "±",
    1139: "FPS", 1155: "+<=>×", 1251: "ELTZ", 1366: "BCR", 1479: "ADGHKNOQUVXYwĐƠ", 1536: "½",
    1589: "Ư", 1593: "&m", 1706: "%", 1821: "M", 1886: "@", 1933: "W", 2048: "—…",
}  # fmt: skip
_BOLD = {
    451: "|", 512: " ,.", 569: "'/\\il", 682: "!()-:;[]`fjt‘’\u00ad\u2011", 717: "•", 797: "Is",
    807: "{}", 819: "°", 909: "cerz", 1024: "#$*0123456789?J_agovxy–“”§", 1065: "~", 1124: "±",
    1134: "ơ", 1137: '"', 1139: "Sbdhknpquđ", 1167: "+<=>×", 1190: "^", 1229: "ư", 1251: "FP",
    1366: "BELTZ", 1479: "ACDNRUVXYwĐ", 1536: "½", 1593: "GHKOQƠ", 1630: "Ư", 1706: "&m",
    1905: "@", 1933: "M", 2048: "%W—…",
}  # fmt: skip
_ITALIC = {
    438: "'", 512: " ,.", 563: "|", 569: "/\\fijlt", 682: "!()-:;I`‘’\u00ad\u2011", 717: "•",
    797: "[]rsz", 819: "{}°", 860: '"', 864: "^", 909: "Jcekvxy",
    1024: "#$*0123456789?S_abdghnopquđ–§", 1093: "ơ", 1108: "~", 1117: "ư", 1124: "±",
    1139: "LTYZ“”", 1251: "ABEFPRVX", 1366: "CKNw", 1382: "+<=>×", 1479: "DGHOQUmĐƠ", 1536: "½",
    1544: "Ư", 1593: "&", 1706: "%MW", 1821: "—…", 1884: "@",
}  # fmt: skip
_BOLD_ITALIC = {
    451: "|", 512: " ,.", 569: "'/\\ijlt", 682: "()-:;[]`f‘’\u00ad\u2011", 713: "{}", 717: "•",
    797: "!Irsz", 819: "°", 909: "cevy", 1024: "#$*0123456789?J_abdgkopqxđ–“”§", 1099: "ơ",
    1124: "±", 1137: '"', 1139: "Shnu", 1167: "+<=>^~×", 1227: "ư", 1251: "LPTYZ",
    1366: "ABCEFKRVXw", 1479: "DGNOQUĐƠ", 1536: "½", 1587: "Ư", 1593: "&Hm", 1704: "@",
    1706: "%", 1821: "MW", 2048: "—…",
}  # fmt: skip
_MARKS = re.compile("[\u0300-\u036f]")
_BEYOND = "\u0370"
"""Marks of Latin letters; beyond them are other scripts, some with marks of their own."""

_UNKNOWN = 2048
"""A character of another script counts as a square: a column is then too wide, never too small."""


class _Face(dict[str, int]):
    """Advance widths by letter."""

    def __missing__(self, letter: str) -> int:
        return _UNKNOWN


def _table(groups: dict[int, str]) -> _Face:
    return _Face({letter: width for width, letters in groups.items() for letter in letters})


_FACES = {
    (False, False): _table(_REGULAR),
    (True, False): _table(_BOLD),
    (False, True): _table(_ITALIC),
    (True, True): _table(_BOLD_ITALIC),
}


@lru_cache(maxsize=4096)
def width(text: str, size: float, bold: bool = False, italic: bool = False) -> float:
    """Return the length in points of `text` on one line, at `size` points.

    A no-break space is as wide as a space; combining marks have no width.
    """
    advance = _FACES[bold, italic].__getitem__
    return sum(map(advance, _letters(text))) * size / _UNITS


@lru_cache(maxsize=1024)
def _letters(text: str) -> str:
    """Return `text` without the marks that add no width, ơ and ư kept."""
    parts = unicodedata.normalize("NFD", text.replace("\u00a0", " "))
    for plain, horned in _HORNED:
        parts = parts.replace(plain, horned)
    parts = _MARKS.sub("", parts)
    if max(parts, default="") < _BEYOND:
        return parts
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def wrap(
    text: str, room: float, size: float, bold: bool = False, italic: bool = False
) -> list[str]:
    """Return the lines of `text` as Word breaks them in `room` points: greedily, at spaces.

    A single word longer than `room` has a line to itself. `\\n` breaks where it stands.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        if width(paragraph, size, bold, italic) <= room:
            lines.append(paragraph.lstrip(" "))
            continue
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if line and width(longer, size, bold, italic) > room:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return lines


@lru_cache(maxsize=1024)
def balanced(
    text: str, room: float, size: float, bold: bool = False, italic: bool = False
) -> float:
    """Return the least room in points in which `text` takes as many lines as in `room`.

    For a text of one line this is its own length.
    """
    count = len(wrap(text, room, size, bold, italic))
    low, high = 0.0, room
    while high - low > 0.25:
        middle = (low + high) / 2
        if len(wrap(text, middle, size, bold, italic)) > count:
            low = middle
        else:
            high = middle
    longest = widest(text, high, size, bold, italic)
    return math.ceil(longest * 20) / 20


@lru_cache(maxsize=1024)
def widest(text: str, room: float, size: float, bold: bool = False, italic: bool = False) -> float:
    """Return the length in points of the longest line of `text` in `room` points."""
    return max(width(line, size, bold, italic) for line in wrap(text, room, size, bold, italic))
