"""How text of any maker looks: what styles, defaults and the paragraph itself say together.

Nearest first: the run, its character style, the paragraph's style and what that is based on, the
document's defaults (ECMA-376 part 1, 17.7.2).
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from kehoach.ooxml.package import w
from kehoach.ooxml.style import child_value, toggle, value

_ON = ("1", "true", "on")
_HEADINGS = ("heading", "title", "tiêu đề", "đề mục")


class Inherited:
    """The styles of a package, for what a paragraph or run does not say itself."""

    def __init__(self, root: etree._Element | None) -> None:
        """Read `root`, the styles part; None when the package has none."""
        styles = [] if root is None else root.findall(w("style"))
        self._styles = {value(style, "styleId"): style for style in styles}
        defaults = None if root is None else root.find(w("docDefaults"))
        self._defaults = [] if defaults is None else list(defaults)
        normal = (s for s in styles if value(s, "default") in _ON)
        self._normal = next(
            (value(s, "styleId") for s in normal if value(s, "type") == "paragraph"), ""
        )

    def style(self, paragraph: etree._Element | None) -> str:
        """Return the name of the style of a paragraph with these `w:pPr`."""
        style = self._styles.get(child_value(paragraph, "pStyle"))
        return "" if style is None else child_value(style, "name")

    def is_heading(self, paragraph: etree._Element | None) -> bool:
        """Return whether a paragraph has an outline level or a style for headings."""
        if self.style(paragraph).lower().startswith(_HEADINGS):
            return True
        level = self._first(paragraph, "outlineLvl")
        return level.isdigit() and int(level) < 9

    def align(self, paragraph: etree._Element | None) -> str:
        """Return `left`, `center`, `right`, `both` …, empty when nothing says it."""
        return self._first(paragraph, "jc")

    def look(
        self, paragraph: etree._Element | None, run: etree._Element | None
    ) -> tuple[bool, bool]:
        """Return whether a run is bold and italic."""
        looks = list(self._looks(paragraph, run))
        return _first_of(looks, "b"), _first_of(looks, "i")

    def font(self, paragraph: etree._Element | None, run: etree._Element | None) -> str:
        """Return the name of a run's font; a theme's font, which beats a name, has none."""
        for look in self._looks(paragraph, run):
            fonts = look.find(w("rFonts"))
            if fonts is None:
                continue
            for name in ("ascii", "hAnsi"):
                if value(fonts, f"{name}Theme"):
                    return ""
                if value(fonts, name):
                    return value(fonts, name)
        return ""

    def _first(self, paragraph: etree._Element | None, name: str) -> str:
        direct = [] if paragraph is None else [paragraph]
        chain = (s.find(w("pPr")) for s in self._chain(self._id(paragraph)))
        found = (child_value(p, name) for p in [*direct, *chain])
        return next((text for text in found if text), "")

    def _looks(
        self, paragraph: etree._Element | None, run: etree._Element | None
    ) -> Iterator[etree._Element]:
        """Yield every `w:rPr` that has a say in a run, the nearest first."""
        if run is not None:
            yield run
        for style in (*self._chain(child_value(run, "rStyle")), *self._chain(self._id(paragraph))):
            look = style.find(w("rPr"))
            if look is not None:
                yield look
        for default in self._defaults:
            yield from default.iter(w("rPr"))

    def _id(self, paragraph: etree._Element | None) -> str:
        return child_value(paragraph, "pStyle") or self._normal

    def _chain(self, id: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while id in self._styles and id not in seen:
            seen.add(id)
            yield self._styles[id]
            id = child_value(self._styles[id], "basedOn")


def _first_of(looks: list[etree._Element], name: str) -> bool:
    return next((on for look in looks if (on := toggle(look, name)) is not None), False)
