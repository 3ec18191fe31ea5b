"""Styles of a Word file as the reader needs them: role, numbering and look, inherited.

A role is the *name* of a style, `KH <role>`: LibreOffice rewrites ids and keeps names, and a style
that an officer bases on one of ours keeps its role (ECMA-376 part 1, 17.7.4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from kehoach.ooxml.package import w

PREFIX = "KH "
_ON = {"1", "true", "on"}
_OFF = {"0", "false", "off", "none"}


class Style(NamedTuple):
    """One style as written: `numbering` is its (numId, ilvl), None where it says nothing."""

    id: str
    name: str
    parent: str
    numbering: tuple[str | None, str | None] | None
    bold: bool | None
    italic: bool | None


class Styles:
    """The styles of a package by id; an unknown id is a style that says nothing."""

    def __init__(self, root: etree._Element | None) -> None:
        """Read `root`, the styles part; None when the package has none."""
        elements = [] if root is None else root.findall(w("style"))
        self._styles = {style.id: style for style in map(_style, elements)}
        self._roles: dict[str, str] = {}
        self._default = next((value(e, "styleId") for e in elements if _is_default(e)), "")

    def role(self, properties: etree._Element | None) -> str:
        """Return the role of a paragraph with these `w:pPr`, empty when its style is not ours."""
        style = child_value(properties, "pStyle") or self._default
        return self._ours(style)

    def character_role(self, properties: etree._Element | None) -> str:
        """Return `marker`, `marker kept`, `fixed` … of a run with these `w:rPr`, else empty."""
        return self._ours(child_value(properties, "rStyle"))

    def look(self, properties: etree._Element | None) -> tuple[bool, bool]:
        """Return whether a run with these `w:rPr` is bold and italic beyond its paragraph."""
        chain = list(self._chain(child_value(properties, "rStyle")))
        bold = [toggle(properties, "b"), *(style.bold for style in chain)]
        italic = [toggle(properties, "i"), *(style.italic for style in chain)]
        return _first(bold), _first(italic)

    def numbering(self, properties: etree._Element | None) -> tuple[str | None, str | None, str]:
        """Return the (numId, ilvl) in force for a paragraph, and the style that gave the numId."""
        direct = numbering(properties)
        if direct is not None and direct[0] is not None:
            return *direct, ""
        for style in self._chain(child_value(properties, "pStyle") or self._default):
            if style.numbering is not None and style.numbering[0] is not None:
                number, level = style.numbering
                return number, (direct[1] if direct else None) or level, style.id
        return None, None, ""

    def _ours(self, style: str) -> str:
        role = self._roles.get(style)
        if role is None:
            names = (s.name for s in self._chain(style) if s.name.startswith(PREFIX))
            role = self._roles[style] = next(names, PREFIX)[len(PREFIX) :]
        return role

    def _chain(self, id: str) -> Iterator[Style]:
        """Yield the style and what it is based on, each once."""
        seen: set[str] = set()
        while id in self._styles and id not in seen:
            seen.add(id)
            yield self._styles[id]
            id = self._styles[id].parent


def _first(values: list[bool | None]) -> bool:
    return next((value for value in values if value is not None), False)


def _style(element: etree._Element) -> Style:
    look = element.find(w("rPr"))
    return Style(
        id=value(element, "styleId"),
        name=child_value(element, "name"),
        parent=child_value(element, "basedOn"),
        numbering=numbering(element.find(w("pPr"))),
        bold=toggle(look, "b"),
        italic=toggle(look, "i"),
    )


def _is_default(element: etree._Element) -> bool:
    return value(element, "type") == "paragraph" and value(element, "default") in (
        "1",
        "true",
        "on",
    )


def value(element: etree._Element, name: str = "val") -> str:
    """Return the attribute `w:<name>` of `element`, empty when it has none."""
    return element.get(w(name), "")


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """Return the first child `w:<name>` of `element`, None when there is none."""
    return None if element is None else next(element.iterchildren(w(name)), None)


def child_value(element: etree._Element | None, name: str) -> str:
    """Return `w:val` of the child `w:<name>`, empty when there is no such child."""
    found = child(element, name)
    return "" if found is None else value(found)


def integer(text: str, default: int) -> int:
    """Return the number written in `text`, `default` when there is none of at most 9 digits."""
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else default


def toggle(element: etree._Element | None, name: str) -> bool | None:
    """Return what the on-off child `w:<name>` says, None when there is none (17.17.4)."""
    found = child(element, name)
    return None if found is None else value(found) not in _OFF


def numbering(properties: etree._Element | None) -> tuple[str | None, str | None] | None:
    """Return the (numId, ilvl) of a `w:pPr`, each None where not given (17.3.1.19)."""
    numbers = child(properties, "numPr")
    if numbers is None:
        return None
    return child_value(numbers, "numId") or None, child_value(numbers, "ilvl") or None
