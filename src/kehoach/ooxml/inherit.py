"""How text of any maker looks: what styles, defaults and the paragraph itself say together.

Nearest first: the run, its character style, the list that numbers the paragraph, the paragraph's
style and what that is based on, the table's style, the document's defaults (ECMA-376 part 1,
17.7.2). What several kinds of styles switch on is on where an odd number of them say so (17.7.3).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce
from typing import Final

from lxml import etree

from kehoach.ooxml.dress import BARE, Dress
from kehoach.ooxml.numbers import Numbering
from kehoach.ooxml.package import w
from kehoach.ooxml.said import NO_CHARACTERS, NO_LIE, Characters, Lie, characters, lie
from kehoach.ooxml.style import child, child_value, numbering, value

_ON = ("1", "true", "on")
_HEADINGS = ("heading", "title", "tiêu đề", "đề mục")
_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LEVELS = tuple("012345678")
_FORMAT = w("tblStylePr")
_NOT_NUMBERED = "0"
"""The numId that takes a paragraph out of the list of its style (17.9.18)."""


class Inherited:
    """The styles of a package, for what a paragraph or run does not say itself."""

    def __init__(
        self,
        root: etree._Element | None,
        theme: etree._Element | None = None,
        lists: Numbering | None = None,
    ) -> None:
        """Read `root`, the styles part, and `theme`; None when the package has none.

        `lists` tells the indents of numbered paragraphs.
        """
        styles = [] if root is None else root.findall(w("style"))
        self._styles = {value(style, "styleId"): style for style in styles}
        self._fonts = theme_fonts(theme)
        self._lists = lists
        defaults = None if root is None else root.find(w("docDefaults"))
        found = [] if defaults is None else list(defaults.iter(w("rPr"), w("pPr")))
        self._plain = self._read(next((e for e in found if e.tag == w("rPr")), None))
        self._lies = lie(next((e for e in found if e.tag == w("pPr")), None))
        normal = (s for s in styles if value(s, "default") in _ON)
        self._normal = next(
            (value(s, "styleId") for s in normal if value(s, "type") == "paragraph"), ""
        )
        self._characters: dict[str, Characters] = {}
        self._mixed: dict[tuple[Dress, str, str], Characters] = {}
        self._paragraphs: dict[tuple[str, Dress, str, str], Lie] = {}
        self._own: dict[etree._Element, Lie] = {}

    def style(self, paragraph: etree._Element | None) -> str:
        """Return the name of the style of a paragraph with these `w:pPr`."""
        style = self._styles.get(child_value(paragraph, "pStyle"))
        return "" if style is None else child_value(style, "name")

    def is_heading(self, paragraph: etree._Element | None, known: Lie | None = None) -> bool:
        """Return whether a paragraph has an outline level or a style for headings.

        `known` is how it lies, where that was asked before.
        """
        if self.style(paragraph).lower().startswith(_HEADINGS):
            return True
        level = (known or self.paragraph(paragraph)).outline or ""
        return level in _LEVELS

    def align(self, paragraph: etree._Element | None, table: Dress = BARE) -> str:
        """Return `left`, `center`, `right`, `both` …, empty when nothing says it."""
        return self.paragraph(paragraph, table).align or ""

    def look(
        self, paragraph: etree._Element | None, run: etree._Element | None, table: Dress = BARE
    ) -> tuple[bool, bool]:
        """Return whether a run is bold and italic."""
        look = self.characters(paragraph, run, table)
        return bool(look.bold), bool(look.italic)

    def font(self, paragraph: etree._Element | None, run: etree._Element | None) -> str:
        """Return the name of a run's font, empty when nothing says it."""
        return self.characters(paragraph, run).font or ""

    def characters(
        self, paragraph: etree._Element | None, run: etree._Element | None, table: Dress = BARE
    ) -> Characters:
        """Return how a run with these `w:rPr` looks; `table` is what its cell wears."""
        key = table, self._id(paragraph), child_value(run, "rStyle")
        base = self._mixed.get(key)
        if base is None:
            levels = [self._worn(table), *(self._of(id) for id in key[1:])]
            base = self._mixed[key] = _mix(levels, self._plain)
        return self._read(run).over(base) if run is not None else base

    def paragraph(self, properties: etree._Element | None, table: Dress = BARE) -> Lie:
        """Return how a paragraph with these `w:pPr` lies; `table` is what its cell wears."""
        listed = numbering(properties)
        number = listed[0] if listed else None
        level = listed[1] if listed else None
        key = self._id(properties), table, number or "", level or ""
        base = self._paragraphs.get(key)
        if base is None:
            base = self._paragraphs[key] = self._base(properties, table, number)
        return lie(properties).over(base)

    def _base(self, properties: etree._Element | None, table: Dress, number: str | None) -> Lie:
        """Return how a paragraph lies but for its own words; `number` is its own numId."""
        base = self._chained(self._id(properties), listed=number is None)
        if self._lists is not None and number not in (None, _NOT_NUMBERED):
            base = lie(self._lists.layout(properties)).over(base)
        if table.style:
            parts = (lie(child(part, "pPr")) for part in self._formats(table))
            base = reduce(lambda near, far: near.over(far), parts, base)
            base = base.over(self._chained(table.style, listed=False))
        return base.over(self._lies)

    def table_parts(self, table: str) -> frozenset[str]:
        """Return the parts of a table for which its style has a format of its own."""
        found = (value(f, "type") for s in self._chain(table) for f in s.findall(_FORMAT))
        return frozenset(found)

    def _formats(self, table: Dress) -> Iterator[etree._Element]:
        """Yield what a table's style says of the parts that a cell is in, the strongest first."""
        for part in table.parts:
            for style in self._chain(table.style):
                yield from (f for f in style.findall(_FORMAT) if value(f, "type") == part)

    def _worn(self, table: Dress) -> Characters:
        """Return what the style of a table says of the characters in a cell."""
        looks = (self._read(child(part, "rPr")) for part in self._formats(table))
        own = reduce(lambda near, far: near.over(far), looks, NO_CHARACTERS)
        return own.over(self._of(table.style))

    def cell_margins(self, table: str) -> etree._Element | None:
        """Return what the style of a table says of the margins of its cells, None if nothing."""
        found = (s.find(f"{w('tblPr')}/{w('tblCellMar')}") for s in self._chain(table))
        return next((margins for margins in found if margins is not None), None)

    def default(self, kind: str) -> str:
        """Return the id of the style that things of a `kind` (`table` …) have without saying so."""
        found = (s for s in self._styles.values() if value(s, "default") in _ON)
        return next((value(s, "styleId") for s in found if value(s, "type") == kind), "")

    def _of(self, id: str) -> Characters:
        """Return what a style and those that it is based on say of characters."""
        found = self._characters.get(id)
        if found is None:
            looks = (self._read(child(style, "rPr")) for style in self._chain(id))
            found = reduce(lambda near, far: near.over(far), looks, NO_CHARACTERS)
            self._characters[id] = found
        return found

    def _chained(self, id: str, *, listed: bool) -> Lie:
        """Return what a style and those that it is based on say of paragraphs.

        With `listed` the list that a style numbers with stands behind that style.
        """
        made = NO_LIE
        for style in self._chain(id):
            properties = child(style, "pPr")
            own = self._own.get(style)
            if own is None:
                own = self._own[style] = lie(properties)
            made = made.over(own)
            if listed and self._lists is not None and numbering(properties) is not None:
                made = made.over(lie(self._lists.layout(properties, value(style, "styleId"))))
        return made

    def _read(self, properties: etree._Element | None) -> Characters:
        return characters(properties, self._fonts)

    def _id(self, paragraph: etree._Element | None) -> str:
        return child_value(paragraph, "pStyle") or self._normal

    def _chain(self, id: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while id in self._styles and id not in seen:
            seen.add(id)
            yield self._styles[id]
            id = child_value(self._styles[id], "basedOn")


def theme_fonts(theme: etree._Element | None) -> Mapping[str, str]:
    """Return the Latin fonts of a theme under `major` and `minor` (20.1.4.1.16)."""
    if theme is None:
        return {}
    names = ("major", "minor")
    found = {name: theme.find(f".//{_DRAWING}{name}Font/{_DRAWING}latin") for name in names}
    return {name: e.get("typeface", "") for name, e in found.items() if e is not None}


def _mix(levels: list[Characters], plain: Characters) -> Characters:
    """Return the looks of table, paragraph and character style together."""
    made = reduce(lambda below, own: own.over(below), levels, plain)
    return made._replace(
        bold=_toggled([level.bold for level in levels], plain.bold),
        italic=_toggled([level.italic for level in levels], plain.italic),
        caps=_toggled([level.caps for level in levels], plain.caps),
        hidden=_toggled([level.hidden for level in levels], plain.hidden),
    )


def _toggled(said: list[bool | None], plain: bool | None) -> bool:
    return bool(plain) or sum(map(bool, said)) % 2 == 1
