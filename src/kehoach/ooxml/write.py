"""The smallest pieces of a Word file that are written: the zip, the text and the runs.

Everything is a string; text is escaped here and nowhere else.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from kehoach.ooxml.package import CONTENT_TYPES

_LEVEL = 6
_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold (section 2.2), and the carriage return, which it changes."""


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return `parts` as the bytes of a .docx: the same parts always give the same bytes.

    Content types stand first, the rest in the order of their names; no time or machine is told.
    """
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, parts[name], compresslevel=_LEVEL)
    return file.getvalue()


def attribute(text: str) -> str:
    """Return `text` as an attribute's value with its quotes."""
    return quoteattr(text)


def content(text: str) -> str:
    """Return the children of a `w:r` that print `text`: `\\n` breaks the line, `\\t` is a tab."""
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
