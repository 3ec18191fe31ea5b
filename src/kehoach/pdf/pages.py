"""Reads the pages of a PDF by PDFium, and takes page numbers off them."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from kehoach.printed import Box, Page, Piece, in_margin

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_ID = re.compile(rb"(/ID\s*\[.{0,80}?<)[0-9A-F]{32}>\]", re.DOTALL)
"""The second, changing identifier of a file (ISO 32000-1, 14.4)."""
_FLAT = 3.0
"""Points: a drawn shape that is no higher is a rule."""


def read_pages(data: bytes) -> tuple[Page, ...]:
    """Return the pages of a PDF. Raises `ValueError` when it is none."""
    import pypdfium2

    try:
        with closing(pypdfium2.PdfDocument(data)) as document:
            return tuple(_page(document, number) for number in range(len(document)))
    except pypdfium2.PdfiumError as fault:
        raise ValueError(str(fault)) from fault


def without_numbers(data: bytes, pages: tuple[int, ...]) -> bytes:
    """Return a PDF without the page numbers of `pages` (0-based), which stand in the top margin."""
    import pypdfium2
    from pypdfium2 import raw

    document = pypdfium2.PdfDocument(data)
    try:
        for number in pages:
            page = document[number]
            height = page.get_height()
            texts = list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1))
            for item in texts:
                if in_margin(Box(*item.get_bounds()), height):
                    page.remove_obj(item)
            page.gen_content()
        out = io.BytesIO()
        document.save(out)
        return _settled(out.getvalue(), data)
    finally:
        document.close()


def _settled(saved: bytes, data: bytes) -> bytes:
    """Return `saved` with an identifier that follows from `data`: PDFium makes one up."""
    digest = hashlib.md5(data, usedforsecurity=False).hexdigest().upper().encode()
    return _ID.sub(lambda match: match[1] + digest + b">]", saved)


def _page(document: PdfDocument, number: int) -> Page:
    page = document[number]
    try:
        fonts: dict[str, bool] = {}
        rules = tuple(_shapes(page, fonts))
        text, pieces = _words(page)
        return Page(page.get_width(), page.get_height(), text, pieces, rules, fonts)
    finally:
        page.close()


def _words(page: PdfPage) -> tuple[str, tuple[Piece, ...]]:
    text = page.get_textpage()
    try:
        boxes = (Box(*text.get_rect(index)) for index in range(text.count_rects()))
        within = ((b, text.get_text_bounded(b.left, b.bottom, b.right, b.top)) for b in boxes)
        pieces = tuple(Piece(words, box) for box, words in within if words.strip())
        return text.get_text_range(), pieces
    finally:
        text.close()


def _shapes(page: PdfPage, fonts: dict[str, bool]) -> Iterator[Box]:
    """Yield the flat shapes of a page, and note the fonts of its text in `fonts`."""
    from pypdfium2 import raw

    for item in page.get_objects(max_depth=8):
        if item.type == raw.FPDF_PAGEOBJ_PATH:
            box = Box(*item.get_bounds())
            if box.top - box.bottom <= _FLAT < box.width:
                yield box
        elif item.type == raw.FPDF_PAGEOBJ_TEXT:
            font = item.get_font()
            fonts[font.get_base_name().rpartition("+")[2]] = bool(font.is_embedded)
