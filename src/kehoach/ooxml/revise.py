"""Tracked changes: the marks that say who put in and took out what, and how to take them back.

ECMA-376 part 1, 17.13.5. A paragraph's end and a table's row are marked in their properties, words
by an element around their runs; the words of a deleted run are `w:delText`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from lxml import etree

from kehoach.ooxml.frame import ORDER, put_in_order, remove, replace
from kehoach.ooxml.package import w
from kehoach.ooxml.write import ILLEGAL

INSERTED, DELETED = "ins", "del"
HOLDERS = {w(name) for name in ("hyperlink", "smartTag", "customXml", "sdt", "sdtContent")}
HOLDERS |= {w(name) for name in ("fldSimple", "dir", "bdo")}
"""Elements between a paragraph and its runs."""

BLOCKS = {w(name) for name in ("p", "tbl", "sdt", "customXml")}
CHANGES = tuple(
    w(name)
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"),
        *("rPrChange", "pPrChange", "sectPrChange", "numberingChange", "tblGridChange"),
        *("tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange"),
    )
)
"""Every element that tracks a change."""

_HIDDEN = {w("t"): w("delText"), w("instrText"): w("delInstrText")}
_SHOWN = {hidden: shown for shown, hidden in _HIDDEN.items()}
_MARKS = tuple(w(name) for name in ("ins", "del", "moveFrom"))
_MARKED = {w(name) for name in ("rPr", "trPr")}
Matters = Callable[[etree._Element], bool]
"""Says of a tracked change whether it is to be taken back."""

_IDENTITY = {w(name) for name in ("bookmarkStart", "bookmarkEnd")}


@dataclass(slots=True)
class Reviser:
    """Whoever changed the text: `date` is ISO 8601, empty when it is not to be told."""

    name: str
    date: str = ""
    count: int = 0

    def mark(self, kind: str, *content: etree._Element) -> etree._Element:
        """Return an element `w:<kind>` around `content` that tells who and when."""
        self.count += 1
        made = etree.Element(w(kind))
        made.set(w("id"), str(self.count))
        made.set(w("author"), ILLEGAL.sub("", self.name))
        if self.date:
            made.set(w("date"), self.date)
        made.extend(content)
        return made

    def runs(self, runs: Sequence[etree._Element], kind: str) -> etree._Element:
        """Return `runs`, each a `w:r`, as inserted or deleted."""
        if kind == DELETED:
            for child in (child for run in runs for child in run):
                child.tag = _HIDDEN.get(str(child.tag), child.tag)
        return self.mark(kind, *runs)

    def whole(self, element: etree._Element, kind: str) -> None:
        """Mark a paragraph, a table, or all in a content control as inserted or deleted."""
        if element.tag == w("tr"):
            properties = element.find(w("trPr"))
            if properties is None:
                properties = etree.Element(w("trPr"))
                element.insert(len(element.findall(w("tblPrEx"))), properties)
            properties.append(self.mark(kind))
        if element.tag != w("p"):
            for child in element:
                self.whole(child, kind)
            return
        put_in_order(properties_of(element), self._ended(element, kind), ORDER)
        if kind == DELETED:
            for child in [child for child in element if child.tag in _IDENTITY]:
                element.remove(child)
        self.words(element, kind)

    def words(self, holder: etree._Element, kind: str) -> None:
        """Mark all runs of a paragraph as inserted or deleted."""
        for is_run, group in groupby(list(holder), lambda child: child.tag == w("r")):
            children = list(group)
            if is_run:
                at = holder.index(children[0])
                holder.insert(at, self.runs(children, kind))
                continue
            for child in children:
                if child.tag in HOLDERS:
                    self.words(child, kind)

    def _ended(self, paragraph: etree._Element, kind: str) -> etree._Element:
        """Return the properties of a paragraph's mark, which say that it is new or gone."""
        old = paragraph.find(f"{w('pPr')}/{w('rPr')}")
        made = etree.Element(w("rPr")) if old is None else deepcopy(old)
        made.insert(0, self.mark(kind))
        return made


def properties_of(paragraph: etree._Element) -> etree._Element:
    """Return the `w:pPr` of a paragraph, made when it has none."""
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    return properties


def reject(root: etree._Element, spared: str | None = None) -> None:
    """Take back every tracked change below `root`: it is then as it was before them.

    Changes of the author `spared` stay as they are.
    """
    gone = partial(_is_by_another, author=spared)
    for row in list(root.iter(w("tr"))):
        if _marks(row, "trPr", gone, "ins"):
            remove(row)
    for table in list(root.iter(w("tbl"))):
        if table.find(f".//{w('tr')}") is None:
            remove(table)
    for element in [e for e in root.iter(w("ins"), w("moveTo")) if gone(e) and not _is_mark(e)]:
        remove(element)
    for element in [e for e in root.iter(w("del"), w("moveFrom")) if gone(e) and not _is_mark(e)]:
        for child in (child for run in element.iter(w("r")) for child in run):
            child.tag = _SHOWN.get(str(child.tag), child.tag)
        replace(element, *element)
    for name in ("pPr", "rPr", "sectPr"):
        for change in [change for change in root.iter(w(f"{name}Change")) if gone(change)]:
            _restore(change, name)
    for paragraph in list(root.iter(w("p"))):
        if _marks(paragraph, "pPr/rPr", gone, "ins", "moveTo"):
            _join(paragraph)
    for mark in [e for e in root.iter(*_MARKS) if gone(e) and _is_mark(e)]:
        remove(mark)


def _is_by_another(change: etree._Element, author: str | None) -> bool:
    return author is None or change.get(w("author"), "") != author


def _marks(element: etree._Element, path: str, gone: Matters, *names: str) -> bool:
    steps = "/".join(w(step) for step in path.split("/"))
    return any(gone(mark) for name in names for mark in element.findall(f"{steps}/{w(name)}"))


def _is_mark(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag in _MARKED


def _restore(change: etree._Element, name: str) -> None:
    """Put the properties back that `change` keeps; what it cannot keep stays as it is."""
    now, before = change.getparent(), change.find(w(name))
    if now is None or before is None:
        return
    kept = {w(tag) for tag in _NOT_KEPT[name]}
    now[:] = [*(e for e in now if e.tag in kept and e.tag in _FIRST), *before] + [
        e for e in now if e.tag in kept and e.tag not in _FIRST
    ]


_NOT_KEPT = {
    "pPr": ("rPr", "sectPr"),
    "rPr": ("ins", "del", "moveFrom", "moveTo"),
    "sectPr": ("headerReference", "footerReference"),
}
"""Children that the record of a change leaves out (17.13.5.29, 17.13.5.31, 17.13.5.32)."""
_FIRST = {w(tag) for names in (_NOT_KEPT["rPr"], _NOT_KEPT["sectPr"]) for tag in names}


def _join(paragraph: etree._Element) -> None:
    """Give the words of a paragraph whose end is taken back to the one that follows."""
    words = [child for child in paragraph if child.tag != w("pPr")]
    after = next(_following(paragraph), None)
    if words and after is not None:
        at = 0 if after.find(w("pPr")) is None else 1
        after[at:at] = words
    if after is not None or not words:
        remove(paragraph)


def _following(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraph that comes directly after `paragraph`, if one does."""
    after: Iterable[etree._Element] = paragraph.itersiblings()
    for element in after:
        if element.tag in BLOCKS:
            if element.tag == w("p"):
                yield element
            return
