"""Markers typed before a paragraph: which they are, where the words begin, what they count."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kehoach.document import Marker

_TYPED = re.compile(
    r"\s*(?P<label>\d{1,3}(?:\.[1-9]\d?){1,4}\.?(?!\d)|\d{1,3}[.)/]|[IVXL]+[./]|[A-ZĐ]\.|[a-zđ][).]"
    r"|[-+–—•●▪◦*]|\(\d{1,3}\)|\([ivx]+\))(?P<gap>\s*)(?=\S)"
)
BULLETS = frozenset("-–—•●▪◦*·oØ§➢✓ü")
_ROMAN = re.compile(r"(X{0,3})(IX|IV|V?I{0,3})|XL|L")


@dataclass(slots=True)
class Marks:
    """Reads markers one after another: whether a capital letter counts, the list tells."""

    _capital: str = field(default="@")

    def typed(self, text: str) -> tuple[Marker, int] | None:
        """Return the marker that a text begins with, and where its words begin; None if none."""
        match = _TYPED.match(text)
        if not match:
            return None
        label, rest = match["label"], text[match.end() :]
        kind = self._kind(label)
        bare = label[-1].isdigit() and not rest[:1].isupper()
        if not kind or bare or (not match["gap"] and not _may_be_glued(label, rest)):
            return None
        if kind == "A.":
            self._capital = label[0]
        return Marker(kind, label), match.end()

    def _kind(self, label: str) -> str:
        """Return the kind of a label; a capital letter goes on with its list or begins one."""
        if re.fullmatch(r"[A-ZĐ]\.", label):
            if label[0] == "A" or label[0] in _after(self._capital):
                return "A."
            return "I." if label[0] in "IVX" else ""
        return kind_of(label)


def _after(letter: str) -> str:
    """Return the letters that may come after one: the next two, or itself by a slip."""
    letters = "@ABCDĐEGHIKLMNOPQRSTUVXY"
    at = letters.find(letter)
    return letters[max(at, 1) : at + 3]


def kind_of(label: str) -> str:
    """Return the kind of marker, a key of `document.KINDS`, that a label is; empty for none.

    `1)` and `1/` count as `1.`, `2.1` as `2.1.`, any bullet but `+` as `-`.
    """
    label = label.strip()
    if label in BULLETS or label == "+":
        return "+" if label == "+" else "-"
    if label.startswith("("):
        return "(1)" if label[1:2].isdigit() else "(i)"
    if re.fullmatch(r"[IVXL]+[./)-]?", label) and _ROMAN.fullmatch(label.rstrip("./)-")):
        return "I."
    if re.fullmatch(r"\d+[./)-]?", label):
        return "1." if label[-1:] in "./)-" else ""
    if re.fullmatch(r"\d+(\.\d+)+[./)]?", label):
        return {1: "1.1.", 2: "1.1.1."}.get(label.rstrip("./)").count("."), "1.1.1.")
    if re.fullmatch(r"[a-zđ][).]", label):
        return "a)" if label.endswith(")") else "a."
    return "A." if re.fullmatch(r"[A-ZĐ][.)/]", label) else ""


def _may_be_glued(label: str, rest: str) -> bool:
    """Return whether words may follow a marker without a space: «-Nâng cao», «1.Mục tiêu»."""
    capital = rest[:1].isalpha() and rest[:1].isupper()
    if re.fullmatch(r"[A-ZĐ]\.|[a-zđ]\.", label) and label not in ("I.", "V.", "X."):
        return False
    return capital and not re.match(r"[A-ZĐ]{1,3}[./-]", rest)
