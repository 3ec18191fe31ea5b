"""A filled form pressed flat: what is done to it last is done once for all of one make-up.

Forms that differ in their words alone get the same ids, bookmarks and grids. So the words are
taken out first; what is left, and of each text whether it is a blank, decides what is done.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape

from lxml import etree

from kehoach.ooxml.fields import properties
from kehoach.ooxml.form_part import (
    CHECKED,
    UNCHECKED,
    fit_tables,
    is_blank,
    mark_fields,
    repeated,
)
from kehoach.ooxml.form_rule import Ruled, indent, ruled
from kehoach.ooxml.frame import put
from kehoach.ooxml.looks import Looks
from kehoach.ooxml.package import parse_xml, w
from kehoach.ooxml.parts import inner

MOST, LARGEST = 8, 300_000
"""So many make-ups of a template are kept, those of so many characters: a form of 30 rows has one,
whoever fills it; a summary of a hundred units is made once a plan."""

_MARK = "kh"
_TEXT = re.compile(r"<w:t((?: [^>]*)?)>([^<]*)</w:t>")
_MARKED = re.compile(
    rf'<w:t {_MARK}="(\d+)"([^>]*?)(?:/>|>[^<]*</w:t>)|<w:ind [^>]*{_MARK}="r(\d+)"/>'
)


@dataclass(frozen=True, slots=True)
class _Rule:
    """A drawn rule: the texts above it, the room around it, and the `w:ind` that it has."""

    texts: tuple[int, ...]
    ruled: Ruled
    own: str

    def write(self, texts: Sequence[str]) -> str:
        words = unescape("".join(texts[number] for number in self.texts))
        return indent(words, self.ruled) or self.own


Piece = str | int | _Rule


@dataclass(frozen=True, slots=True)
class MadeUp:
    """What comes of all forms of a make-up: the text between their words.

    `fields` are the properties that tell which fields there are, `twice` the names of several.
    """

    pieces: tuple[Piece, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    twice: Sequence[str] = ()


def finish(text: str, looks: Looks, known: dict[str, MadeUp]) -> tuple[bytes, MadeUp]:
    """Return the part of a filled form with its fields marked, and what its make-up is.

    `known` keeps what was made of the template before.
    """
    if "<w:sdt" not in text and "<w:tbl" not in text:
        return text.encode(), MadeUp()
    parts = _TEXT.split(text)
    texts = parts[2::3]
    parts[2::3] = map(_kind, texts)
    key = "\0".join(parts)
    made = known.get(key)
    if made is None:
        made = _press(text, looks)
        if len(known) >= MOST:
            known.clear()
        if len(text) <= LARGEST:
            known[key] = made
    written = [
        piece
        if isinstance(piece, str)
        else texts[piece]
        if isinstance(piece, int)
        else piece.write(texts)
        for piece in made.pieces
    ]
    return "".join(written).encode(), made


@lru_cache(maxsize=4096)
def _kind(text: str) -> str:
    """Return what of a text matters to the fields of a form."""
    if text in (CHECKED, UNCHECKED):
        return text
    if not text.strip():
        return "e"
    return "b" if is_blank(text) else "w"


def _press(text: str, looks: Looks) -> MadeUp:
    numbers = iter(range(len(text)))
    marked = _TEXT.sub(lambda m: f'<w:t {_MARK}="{next(numbers)}"{m[1]}>{m[2]}</w:t>', text)
    root = parse_xml(marked.encode())
    fit_tables(root)
    rules = [_marked(root, number, found) for number, found in enumerate(ruled(root, looks))]
    fields = mark_fields(root)
    whole = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True).decode()
    return MadeUp(tuple(_pieces(whole, rules)), properties(fields), repeated(fields))


def _marked(root: etree._Element, number: int, found: Ruled) -> _Rule:
    """Mark the `w:ind` of a rule."""
    old = found.rule.find(f"{w('pPr')}/{w('ind')}")
    own = "" if old is None else inner(old, root.nsmap)
    put(found.rule, "ind")
    new = found.rule.find(f"{w('pPr')}/{w('ind')}")
    assert new is not None
    new.set(w("left"), "0")
    new.set(_MARK, f"r{number}")
    texts = (text.get(_MARK) for text in found.name.iter(w("t")))
    return _Rule(tuple(int(text) for text in texts if text), found, own)


def _pieces(whole: str, rules: Sequence[_Rule]) -> list[Piece]:
    pieces: list[Piece] = []
    end = 0
    for match in _MARKED.finditer(whole):
        pieces.append(whole[end : match.start()])
        end = match.end()
        if match[3]:
            pieces.append(rules[int(match[3])])
        else:
            pieces += (f"<w:t{match[2]}>", int(match[1]), "</w:t>")
    return [*pieces, whole[end:]]
