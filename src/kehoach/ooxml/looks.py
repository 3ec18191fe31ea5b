"""What the styles of a template say, inherited: what the writer must know to lay out a page.

Only what is computed from is read here; everything else Word takes from the style by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from kehoach.ooxml.package import w
from kehoach.ooxml.style import PREFIX, child_value, toggle, value

_SIDES = {"left": ("left", "start"), "right": ("right", "end")}


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style: size in points, lengths in twips (`first` is negative when it hangs)."""

    id: str
    name: str
    font: str = "Times New Roman"
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    caps: bool = False
    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    after: int = 0

    @property
    def indent(self) -> tuple[int, int, int]:
        """Return left, right and first-line indents in twips."""
        return self.left, self.right, self.first


@dataclass(frozen=True, slots=True)
class Looks:
    """The styles `KH …` of a template: paragraph styles by role, ids of the others by name.

    What was made for these very styles is kept under their `token`.
    """

    roles: Mapping[str, Look] = field(default_factory=dict)
    ids: Mapping[str, str] = field(default_factory=dict)
    token: object = field(default_factory=object, compare=False, repr=False)

    def role(self, style: str) -> str:
        """Return the role of the paragraph style with id `style`, empty when it has none."""
        return next((role for role, look in self.roles.items() if look.id == style), "")


def read_looks(root: etree._Element) -> Looks:
    """Return what `root`, a styles part, says of the styles whose names begin with `KH `."""
    styles = {value(style, "styleId"): style for style in root.findall(w("style"))}
    defaults = root.find(w("docDefaults"))
    roles: dict[str, Look] = {}
    ids: dict[str, str] = {}
    for id, style in styles.items():
        name = child_value(style, "name")
        if not name.startswith(PREFIX):
            continue
        if value(style, "type") == "paragraph":
            roles[name[len(PREFIX) :]] = _look(id, name, list(_chain(id, styles, defaults)))
        else:
            ids[name[len(PREFIX) :]] = id
    return Looks(roles, ids)


def _chain(
    id: str, styles: Mapping[str, etree._Element], defaults: etree._Element | None
) -> Iterator[etree._Element]:
    """Yield the style, what it is based on, and the document's defaults, nearest first."""
    seen: set[str] = set()
    while id in styles and id not in seen:
        seen.add(id)
        yield styles[id]
        id = child_value(styles[id], "basedOn")
    if defaults is not None:
        yield from defaults


def _look(id: str, name: str, chain: list[etree._Element]) -> Look:
    runs = [found for style in chain for found in style.iter(w("rPr")) if _own(found, style)]
    indents = [found for style in chain for found in style.iterfind(f".//{w('ind')}")]
    size = _first(child_value(look, "sz") for look in runs)
    fonts = [font for look in runs if (font := look.find(w("rFonts"))) is not None]
    return Look(
        id,
        name,
        font=_first(value(font, "ascii") for font in fonts) or "Times New Roman",
        size=_number(size, 20) / 2,
        bold=_toggled(runs, "b"),
        italic=_toggled(runs, "i"),
        caps=_toggled(runs, "caps"),
        left=_side(indents, "left"),
        right=_side(indents, "right"),
        first=_first_line(indents),
        before=_gap(chain, "before"),
        after=_gap(chain, "after"),
    )


def _own(look: etree._Element, style: etree._Element) -> bool:
    """Return whether `look` speaks of the style's text, not of its paragraph mark or a table."""
    parent = look.getparent()
    return parent is style or (parent is not None and parent.tag == w("rPrDefault"))


def _first(values: Iterator[str]) -> str:
    return next((text for text in values if text), "")


def _toggled(looks: list[etree._Element], name: str) -> bool:
    return next((on for look in looks if (on := toggle(look, name)) is not None), False)


def _side(indents: list[etree._Element], side: str) -> int:
    return _number(_first(value(i, name) for i in indents for name in _SIDES[side]), 0)


def _first_line(indents: list[etree._Element]) -> int:
    for indent in indents:
        if hanging := value(indent, "hanging"):
            return -_number(hanging, 0)
        if first := value(indent, "firstLine"):
            return _number(first, 0)
    return 0


def _gap(chain: list[etree._Element], side: str) -> int:
    gaps = (gap for style in chain for gap in style.iterfind(f".//{w('spacing')}"))
    return _number(_first(value(gap, side) for gap in gaps), 0)


def _number(text: str, default: int) -> int:
    try:
        return round(float(text))
    except (ValueError, OverflowError):
        return default
