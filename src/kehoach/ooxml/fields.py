"""The fields of a filled form: found by tag, else by bookmark, else by place.

Word keeps all three. LibreOffice drops tags and keeps bookmarks; a date or a list loses its title
as well. Who retypes a cell takes control and bookmark away: its place is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from kehoach.diagnostic import N_, Diagnostic, Place, error, warning
from kehoach.ooxml import package
from kehoach.ooxml.form_part import CHECKED, PREFIX, UNCHECKED, bookmark, field_of, is_blank
from kehoach.ooxml.package import parse_xml, w
from kehoach.ooxml.style import value
from kehoach.ooxml.text import character

PROPERTY = "kehoach.fields."
"""Custom properties with the names and places of a form's fields, numbered in their order."""

_CHUNK = 240
"""Characters of one property; Word's own dialog takes 255."""

_DOTS = re.compile(r"…{3,}")
_GONE = frozenset(w(name) for name in ("del", "moveFrom", "sdtPr", "rPr", "pPr", "tbl"))
_CROSSES = frozenset("☒☑✓✔🗹🗷")


@dataclass(frozen=True, slots=True)
class Field:
    """A field that a form was made with: its name, and (table, row, cell) when it is in one."""

    name: str
    place: tuple[int, int, int] | None


def properties(found: Sequence[str]) -> dict[str, str]:
    """Return the custom properties that tell which fields a form has, as `mark_fields` says."""
    chunks: list[str] = []
    for item in found:
        if chunks and len(chunks[-1]) + 1 + len(item) <= _CHUNK:
            chunks[-1] += f" {item}"
        else:
            chunks.append(item)
    return {f"{PROPERTY}{number:03}": chunk for number, chunk in enumerate(chunks, 1)}


def read_fields(data: bytes, path: str) -> tuple[dict[str, str], list[Diagnostic]]:
    """Return field name → text of a form in the bytes of a .docx, and what was not found.

    A field that is blank has an empty text, a box that is ticked `x`. Spaces around a text and
    dots beside it are left out.
    """
    parts, findings = package.unpack(data, path)
    if parts is None:
        return {}, findings
    main = package.main_part(parts)
    root = parse_xml(parts[main])
    made = _made(package.properties(parts))
    tagged, found = _by_tag(root, Place(path, main))
    findings += found
    marked = _by_bookmark(root, made)
    names = list(dict.fromkeys([*(field.name for field in made), *tagged, *marked]))
    texts = {**marked, **tagged}
    places = {field.name: field.place for field in made}
    cells = _cells(root) if len(texts) < len(names) else {}
    for name in names:
        if name not in texts and (cell := cells.get(places[name] or (0, 0, 0))) is not None:
            texts[name] = _clean(_text(cell))
    lost = [name for name in names if name not in texts]
    findings += (_lost(name, Place(path, main)) for name in lost)
    if not names:
        findings.append(error("D030", Place(path), N_("this is not a form of ours: no fields")))
    return {name: texts[name] for name in names if name in texts}, findings


def _lost(name: str, place: Place) -> Diagnostic:
    message = N_("the field {name} is no longer in the file")
    hint = N_("type into the dotted lines and leave the rest of the form as it is")
    return warning("D031", place, message, hint, name=name)


def _made(given: Mapping[str, str]) -> list[Field]:
    """Return the fields that the properties of a form tell of, in their order."""
    texts = [text for name, text in sorted(given.items()) if name.startswith(PROPERTY)]
    return [_field(item) for text in texts for item in text.split()]


def _field(item: str) -> Field:
    name, _, place = item.partition("@")
    match = re.fullmatch(r"(\d{1,5})\.(\d{1,5})\.(\d{1,5})", place)
    return Field(name, (int(match[1]), int(match[2]), int(match[3])) if match else None)


def _by_tag(root: etree._Element, place: Place) -> tuple[dict[str, str], list[Diagnostic]]:
    texts: dict[str, str] = {}
    findings = []
    for control in root.iter(w("sdt")):
        name = field_of(control)
        content = control.find(w("sdtContent"))
        if not name or content is None or content.find(f".//{w('sdt')}") is not None:
            continue
        if name in texts:
            message = N_("the field {name} is there twice; the first one is read")
            hint = N_("a row that was copied keeps the names of the row it was copied from")
            findings.append(warning("D032", place, message, hint, name=name))
        else:
            texts[name] = _clean(_text(content))
    return texts, findings


def _by_bookmark(root: etree._Element, made: Sequence[Field]) -> dict[str, str]:
    names = {bookmark(field.name): field.name for field in made}
    texts: dict[str, str] = {}
    for start in root.iter(w("bookmarkStart")):
        mark = value(start, "name")
        if mark.startswith(PREFIX):
            name = names.get(mark) or mark.removeprefix(PREFIX).replace("__", ".")
            texts.setdefault(name, _clean("".join(_between(start))))
    return texts


def _between(start: etree._Element) -> Iterator[str]:
    """Yield the characters from a bookmark's start to its end, which may lie outside its control.

    A bookmark whose end is gone, or lies in another paragraph or cell, ends with its paragraph.
    """
    id, paragraph = value(start, "id"), next(start.iterancestors(w("p")), None)
    if paragraph is None:
        return
    inside = False
    for item in _walk(paragraph):
        if item is start:
            inside = True
        elif item.tag == w("bookmarkEnd") and value(item, "id") == id:
            return
        elif inside:
            yield character(item)


def _walk(element: etree._Element) -> Iterator[etree._Element]:
    """Yield what lies below `element`, without properties and without what was deleted."""
    for child in element:
        if child.tag not in _GONE:
            yield child
            yield from _walk(child)


def _text(element: etree._Element) -> str:
    paragraphs = [*element.iter(w("p"))] or [element]
    return "\n".join("".join(character(i) for i in _walk(p)) for p in paragraphs)


def _cells(root: etree._Element) -> dict[tuple[int, int, int], etree._Element]:
    """Return the cells of all tables by their place."""
    return {
        (table, row, cell): element
        for table, t in enumerate(root.iter(w("tbl")), 1)
        for row, r in enumerate(t.findall(w("tr")), 1)
        for cell, element in enumerate(r.findall(w("tc")), 1)
    }


def _clean(text: str) -> str:
    """Return what was written into a field, without the dots that were printed there."""
    if is_blank(text) or text.strip() == UNCHECKED:
        return ""
    if text.strip() in _CROSSES | {CHECKED}:
        return "x"
    return _DOTS.sub("", text).strip("\t\n \u00a0")
