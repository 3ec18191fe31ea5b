"""The smallest pieces of a Word file that are written: the zip, the text and the runs.

Text is escaped here and nowhere else. The zip is put together by hand: the parts that all files
of a template share are compressed once, and nothing in it depends on the time or the machine.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kehoach.ooxml.package import CONTENT_TYPES
from kehoach.store import sha256

LEVEL = 3
"""Of zlib: 1 is hardly faster, 6 takes nearly three times as long and saves a tenth."""

SMALL = 10_000
"""Bytes of a part that is worth being looked up before it is compressed."""

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _UNIX, _UTF8, _DEFLATED = 20, 3 << 8, 0x800, 8
_MODE = 0o600 << 16
_DAY = 0x21
"""1980-01-01, the first day that a zip knows."""

ILLEGAL = re.compile("[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold (section 2.2), and the carriage return, which it changes."""


@dataclass(frozen=True, slots=True)
class Member:
    """A part as it stands in a zip: its entry, and what the directory says of it but the place."""

    data: bytes
    digest: str
    entry: bytes
    listed: tuple[object, ...]
    name: bytes


def member(name: str, data: bytes) -> Member:
    """Return a part ready to be put into a zip (APPNOTE.TXT of PKWARE, 4.3.7 and 4.3.12)."""
    squeeze = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = squeeze.compress(data) + squeeze.flush()
    raw = name.encode()
    flags = 0 if name.isascii() else _UTF8
    common = (flags, _DEFLATED, 0, _DAY, zlib.crc32(data), len(packed), len(data), len(raw), 0)
    head = _LOCAL.pack(b"PK\3\4", _VERSION, *common)
    listed = (b"PK\1\2", _UNIX | _VERSION, _VERSION, *common, 0, 0, 0, _MODE)
    return Member(data, sha256(data), b"".join((head, raw, packed)), listed, raw)


_small_member = lru_cache(maxsize=256)(member)
"""Lists and properties are often the same from one document to the next."""

_QUOTED = str.maketrans({"\t": "&#9;", "\n": "&#10;", "\r": "&#13;", '"': "&quot;"})

Members = dict[str, Member]
"""Part names to parts that are ready to be put into a zip."""


def members(parts: Mapping[str, bytes], known: Mapping[str, Member]) -> Members:
    """Return `parts` made ready; those in `known` that are the very same are taken from there."""
    return {
        name: there
        if (there := known.get(name)) is not None and there.data is data
        else (member if len(data) > SMALL else _small_member)(name, data)
        for name, data in parts.items()
    }


def join(ready: Mapping[str, Member]) -> bytes:
    """Return the bytes of a .docx: the same parts always give the same bytes.

    Content types stand first, the rest in the order of their names; no time or machine is told.
    """
    entries: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for name in sorted(ready, key=lambda name: (name != CONTENT_TYPES, name)):
        each = ready[name]
        directory += (_CENTRAL.pack(*each.listed, at), each.name)
        entries.append(each.entry)
        at += len(each.entry)
    size, count = sum(map(len, directory)), len(entries)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, size, at, 0)
    return b"".join((*entries, *directory, end))


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return `parts` as the bytes of a .docx, as `join` does."""
    return join(members(parts, {}))


def escape(text: str) -> str:
    """Return `text` as the content of an element (XML 1.0, 2.4)."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@lru_cache(maxsize=1024)
def attribute(text: str) -> str:
    """Return `text` as an attribute's value with its quotes; white space is kept (3.3.3)."""
    return f'"{escape(text).translate(_QUOTED)}"'


def content(text: str) -> str:
    """Return the children of a `w:r` that print `text`: `\\n` breaks the line, `\\t` is a tab."""
    if text.isprintable():
        return _piece(text) if text else ""
    return "".join(_piece(piece) for piece in re.split(r"([\n\t])", text) if piece)


def _piece(piece: str) -> str:
    if piece == "\n":
        return "<w:br/>"
    if piece == "\t":
        return "<w:tab/>"
    return f'<w:t xml:space="preserve">{escape(piece)}</w:t>'


def toggles(bold: bool, italic: bool) -> str:
    """Return the `w:rPr` children for bold and italic, complex scripts included."""
    return ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")


def run(properties: str, children: str) -> str:
    """Return a `w:r` of `children` with these `w:rPr` children, in the schema's order."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{look}{children}</w:r>"
