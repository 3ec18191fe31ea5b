"""The words of a Word file that its template put there: they are no part of the document."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from kehoach.document import FIXED
from kehoach.ooxml import package
from kehoach.ooxml.package import Parts, parse_xml, related, w
from kehoach.ooxml.style import Styles
from kehoach.ooxml.text import FIXED_WORDS, TextReader


def fixed_words(parts: Parts) -> tuple[str, ...]:
    """Return the template's words as paragraphs: those of the text, then of headers and footers.

    Page numbers and empty paragraphs are left out; tracked changes count as accepted.
    """
    main = package.main_part(parts)
    styles = Styles(next((parse_xml(parts[name]) for name in related(parts, main, "styles")), None))
    texts = [_fixed(paragraph, styles) for paragraph in parse_xml(parts[main]).iter(w("p"))]
    kinds = (related(parts, main, kind) for kind in ("header", "footer"))
    # LibreOffice gives the parts other names, in another order.
    around = sorted({text for names in kinds for name in names for text in _texts(parts[name])})
    return tuple(text for text in (*texts, *around) if text and not text.isdigit())


def _fixed(paragraph: etree._Element, styles: Styles) -> str:
    """Return what a template's style marks as its own in a paragraph of the text."""
    whole = styles.role(paragraph.find(w("pPr"))) == FIXED
    pieces = TextReader(styles, {}).pieces(paragraph)
    own = (piece.run.text for piece in pieces if whole or piece.role in FIXED_WORDS)
    return "".join(own).strip()


def _texts(part: bytes) -> Iterator[str]:
    reader = TextReader(Styles(None), {})
    for paragraph in parse_xml(part).iter(w("p")):
        yield "".join(piece.run.text for piece in reader.pieces(paragraph)).strip()
