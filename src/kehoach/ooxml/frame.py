"""The frame of a plan template: its own paragraphs, each with the tag of one role.

Compiled once: a tag becomes a mark in the tree, fixed words get the character style `KH fixed`.
What is made of the tree for a document, by `press`, is kept for all others of the same shape.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from kehoach.ooxml.package import w
from kehoach.ooxml.parts import inner
from kehoach.ooxml.style import child_value
from kehoach.ooxml.tags import SPACE, Tag

SLOTS = ("body", "noi_nhan", "chu_ky")
RULE = "ke_"
MARK = "kh"
_TOGGLES = {w(name) for name in ("rStyle", "b", "bCs", "i", "iCs")}
_FIRST = {w("rFonts")}
_WORDS = {w(name) for name in ("t", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "sym")}
_ORDERED = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
    "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
    "rPr sectPr pPrChange"
)
ORDER = _ORDERED.split()


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a tag stood: its role or slot, and the look of its run but for bold and italic."""

    name: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """A part with tags: its tree, in which the instruction `kh N` stands for `marks[N]`.

    `pressed` keeps what was made of it, by the shape of the document.
    """

    root: etree._Element
    marks: Sequence[Mark] = ()
    pressed: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def names(self) -> set[str]:
        """Return the roles and slots that the frame prints."""
        return {mark.name for mark in self.marks}


def compile_frame(root: etree._Element, tags: Sequence[Tag], fixed: str = "") -> Frame:
    """Return `root` with its `tags` marked and its fixed words in the character style id `fixed`.

    Changes `root`. Each tag is a scalar in a run of its paragraph or a slot alone in its own.
    """
    marks: list[Mark] = []
    for tag in tags:
        mark = etree.ProcessingInstruction(MARK, str(len(marks)))
        run = next(tag.element.iterancestors(w("r")))
        container = tag.container
        if tag.scope and container is not None:
            marks.append(Mark(tag.body))
            _keep_row(container)
            replace(container, mark)
        else:
            marks.append(Mark(tag.body, *_look(run, root.nsmap)))
            _split(run, tag, mark)
    for run in root.iter(w("r")):
        if fixed and any(child.tag in _WORDS for child in run):
            _fix(run, fixed)
    return Frame(root, tuple(marks))


def style_of(tag: Tag) -> str:
    """Return the id of the paragraph style in which a tag stands, empty for the default one."""
    paragraph = tag.container
    return "" if paragraph is None else child_value(paragraph.find(w("pPr")), "pStyle")


def is_emphasized(tag: Tag) -> bool:
    """Return whether the run of a tag is bold or italic by itself, apart from its styles."""
    run = next(tag.element.iterancestors(w("r")), None)
    properties = None if run is None else run.find(w("rPr"))
    if properties is None:
        return False
    return any(properties.find(w(name)) is not None for name in ("b", "i"))


def _keep_row(paragraph: etree._Element) -> None:
    """Keep the table row of a slot on one page, with what stands around the slot (17.3.1.15)."""
    row = next(paragraph.iterancestors(w("tr")), None)
    if row is None:
        return
    properties = row.find(w("trPr"))
    if properties is None:
        properties = etree.Element(w("trPr"))
        before = [e for e in row if e.tag in (w("tblPrEx"), w("tblPr"))]
        row.insert(len(before), properties)
    if properties.find(w("cantSplit")) is None:
        properties.insert(0, etree.Element(w("cantSplit")))
    for other in row.iter(w("p")):
        put(other, "keepNext")


def replace(old: etree._Element, *new: etree._Element) -> None:
    """Put `new` in the place of `old`."""
    parent = old.getparent()
    if parent is not None:
        at = parent.index(old)
        parent[at : at + 1] = list(new)


def remove(element: etree._Element) -> None:
    """Take `element` out of the tree."""
    replace(element)


def put(paragraph: etree._Element, name: str, **values: object) -> None:
    """Give `paragraph` the property `w:<name>`, in its place in the schema's order."""
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    new = etree.Element(w(name), {w(key): str(value) for key, value in values.items()})
    put_in_order(properties, new, ORDER)


def put_in_order(parent: etree._Element, new: etree._Element, order: Sequence[str]) -> None:
    """Put `new` into `parent` in the place of its namesake, `order` being that of the schema."""
    for old in parent.findall(new.tag):
        parent.remove(old)
    rank = [w(name) for name in order]
    earlier = set(rank[: rank.index(new.tag)])
    before = [at for at, child in enumerate(parent, 1) if child.tag in earlier]
    parent.insert(max(before, default=0), new)


def _look(run: etree._Element, declared: Mapping[str | None, str]) -> tuple[str, str]:
    """Return what stands before and after bold and italic in a run's properties (17.3.2.28)."""
    properties = run.find(w("rPr"))
    kept = [] if properties is None else [e for e in properties if e.tag not in _TOGGLES]
    first: list[str] = []
    rest: list[str] = []
    for element in kept:
        (first if element.tag in _FIRST else rest).append(inner(element, declared))
    return "".join(first), "".join(rest)


def _split(run: etree._Element, tag: Tag, mark: etree._Element) -> None:
    """Put `mark` in the place of `tag`, words before and after it in runs of their own."""
    text = tag.element
    own = text.text or ""
    start = own.index(tag.text)
    index = run.index(text)
    before = deepcopy(run)
    for child in list(before)[index + 1 :]:
        before.remove(child)
    for child in list(run)[:index]:
        if child.tag != w("rPr"):
            run.remove(child)
    before[index].text = own[:start]
    text.text = own[start + len(tag.text) :]
    run.addprevious(before)
    run.addprevious(mark)
    for part in (before, run):
        if not any(_prints(child) for child in part):
            remove(part)
            continue
        for words_ in part.iter(w("t")):
            words_.set(SPACE, "preserve")


def _prints(child: etree._Element) -> bool:
    return bool(child.text) if child.tag == w("t") else child.tag != w("rPr")


def _fix(run: etree._Element, style: str) -> None:
    properties = run.find(w("rPr"))
    if properties is None:
        properties = etree.Element(w("rPr"))
        run.insert(0, properties)
    for old in properties.findall(w("rStyle")):
        properties.remove(old)
    named = etree.Element(w("rStyle"))
    named.set(w("val"), style)
    properties.insert(0, named)
