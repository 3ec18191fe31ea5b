"""Vietnamese words as keys: without accents for ids and searches, and in dictionary order."""

from __future__ import annotations

import re
import unicodedata
from itertools import filterfalse

_NO_WORD = re.compile(r"[^a-z0-9]+")
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_MODIFIERS = {"\u0302", "\u0306", "\u031b"}


def fold(text: str) -> str:
    """Return `text` in small letters without accents, `đ` as `d`; nothing else changes."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(filterfalse(unicodedata.combining, plain))


def slug(text: str) -> str:
    """Return `text` as an id: `Bà Rịa - Vũng Tàu` is `ba_ria_vung_tau`, `Ia H'Drai` `ia_hdrai`."""
    return _NO_WORD.sub("_", fold(text).replace("'", "")).strip("_")


def order(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Return a sort key in the order of a Vietnamese dictionary.

    Letters come first (a ă â b … d đ e ê … o ô ơ … u ư), then tones (none, huyền, hỏi, ngã, sắc,
    nặng), then the text itself. A number counts as one letter, before all others, by its value.
    """
    letters: list[int] = []
    tones: list[int] = []
    for part in re.findall(r"\d+|\D", unicodedata.normalize("NFC", text.lower())):
        if part.isdecimal():
            letters.append(int(part) - 10**9)
            tones.append(0)
        elif part.isalpha():
            letter, tone = _split(part)
            letters.append(_LETTERS.find(letter) + 1 or ord(letter[0]))
            tones.append(tone)
        elif part.isspace() and letters and letters[-1]:
            letters.append(0)
            tones.append(0)
    return tuple(letters), tuple(tones), text


def _split(char: str) -> tuple[str, int]:
    """Return a letter without its tone, and the rank of the tone."""
    marks = unicodedata.normalize("NFD", char)
    tone = next((_TONES.index(c) for c in marks[1:] if c in _TONES), 0)
    letter = marks[0] + "".join(c for c in marks[1:] if c in _MODIFIERS)
    return unicodedata.normalize("NFC", letter), tone
