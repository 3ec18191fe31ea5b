"""Two documents of one template put together: the new one, with what it changed in the old one.

What both have in common is written once, the rest twice and marked, so that taking all marks for
right leaves the new document and taking them all back the old one. Two rules keep that true:
only what is built alike belongs together (paragraphs that end a section or do not, rows with the
same merged cells, tables with as many columns), and the last paragraph of a cell or a text is
always the last one of both, since its end cannot be marked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain

from lxml import etree

from kehoach.align import Item, common, in_place
from kehoach.document import ANNEX, FOOT, HEAD
from kehoach.ooxml.atoms import Notes, runs_of, unite
from kehoach.ooxml.package import w
from kehoach.ooxml.revise import BLOCKS, DELETED, INSERTED, Reviser
from kehoach.ooxml.style import child_value, integer, value
from kehoach.ooxml.tables import is_frame
from kehoach.ooxml.text import character

LONE = {*HEAD, *(role for role in FOOT if role != "noi_nhan"), *ANNEX}
"""Roles whose paragraphs say one thing each: old and new belong together whatever they say."""

_PARAGRAPH, _TEXT = w("p"), w("t")
_NOTE, _NUMBER = w("footnoteReference"), w("numId")


@dataclass(slots=True)
class Merger:
    """Puts parts together; `gone` are the paragraphs of the old document that the new one lacks.

    `pairs` are those (old, new) that both have; of those that are the same to the letter `equal`
    has the `w:numId`s alone.
    `notes` are the footnotes' texts of both documents; `roles` the paragraph styles' roles by id;
    `marker` is the style of a typed marker.
    """

    notes: tuple[Notes, Notes]
    roles: Mapping[str, str]
    marker: str
    reviser: Reviser
    pairs: list[tuple[etree._Element, etree._Element]] = field(default_factory=list)
    equal: list[tuple[etree._Element, etree._Element]] = field(default_factory=list)
    gone: list[etree._Element] = field(default_factory=list)
    _same: dict[etree._Element, etree._Element] = field(default_factory=dict)

    def blocks(self, old: etree._Element, new: etree._Element) -> None:
        """Put what `old` (a body, a cell, a header) holds into `new`, marked where it is gone."""
        before, after = _blocks(old), _blocks(new)
        kept = self._aligned(before, after, self._block)
        if before and after and before[-1].tag == after[-1].tag == w("p"):
            kept = _ends(kept, len(before), len(after))
        for gone, come, pair in _gaps(kept, before, after):
            self._gap(gone, come, pair, new)
            for element in come:
                self.reviser.whole(element, INSERTED)
            if pair and not self._is_settled(*pair):
                self._pair(*pair)

    def _aligned(
        self,
        old: Sequence[etree._Element],
        new: Sequence[etree._Element],
        item: Callable[[etree._Element], Item],
    ) -> list[tuple[int, int]]:
        """Return the indices of what belongs together, rising on both sides.

        What is the same to the letter comes first: it is found at once, and most of a text is.
        """
        same = common(*([_plain(element) for element in side] for side in (old, new)))
        self._same |= {old[i]: new[j] for i, j in same}
        found: list[tuple[int, int]] = []
        start = (0, 0)
        for i, j in [*same, (len(old), len(new))]:
            gone, come = old[start[0] : i], new[start[1] : j]
            if gone and come:
                likely = in_place([*map(item, gone)], [*map(item, come)])
                found += [(start[0] + a, start[1] + b) for a, b in likely]
            found += [(i, j)] if i < len(old) else []
            start = i + 1, j + 1
        return found

    def _is_settled(self, old: etree._Element, new: etree._Element) -> bool:
        """Return whether a pair is the same to the letter: then only its lists are taken down."""
        if self._same.get(old) is not new:
            return False
        if self.notes[0] != self.notes[1] and next(old.iter(_NOTE), None) is not None:
            return False
        self.equal += zip(old.iter(_NUMBER), new.iter(_NUMBER), strict=True)
        return True

    def _gap(
        self,
        gone: Sequence[etree._Element],
        come: Sequence[etree._Element],
        pair: tuple[etree._Element, etree._Element] | None,
        parent: etree._Element,
    ) -> None:
        """Put what is gone before what stands in its place."""
        following = [*come, *([pair[1]] if pair else [])]
        made = list(gone)
        if gone and following and following[0].tag == w("tbl"):
            # Word takes two tables that touch for one, and LibreOffice keeps a paragraph that
            # stands before a table: it may be this one.
            made.append(_between())
        for element in made:
            if following:
                following[0].addprevious(element)
            else:
                parent.append(element)
            self.gone += element.iter(w("p"))
            self.reviser.whole(element, DELETED)

    def _pair(self, old: etree._Element, new: etree._Element) -> None:
        if new.tag == w("p"):
            unite(old, new, self.notes, self.reviser)
            self.pairs.append((old, new))
        elif new.tag == w("tbl"):
            self._rows(old, new)
        else:
            inner = old.find(w("sdtContent")), new.find(w("sdtContent"))
            self.blocks(*(e if o is None else o for e, o in zip((old, new), inner, strict=True)))

    def _rows(self, old: etree._Element, new: etree._Element) -> None:
        """Put the rows of `old` into `new`, as wide as the columns of `new`."""
        before, after = old.findall(w("tr")), new.findall(w("tr"))
        lone = self._is_frame(new)
        kept = self._aligned(before, after, partial(_row, lone=lone))
        columns = [
            integer(value(c, "w"), 0) for c in new.iterfind(f"{w('tblGrid')}/{w('gridCol')}")
        ]
        for gone, come, pair in _gaps(kept, before, after):
            following = [*come, *([pair[1]] if pair else [])]
            for row in gone:
                _widen(row, columns)
                if following:
                    following[0].addprevious(row)
                else:
                    new.append(row)
                self.gone += row.iter(w("p"))
                self.reviser.whole(row, DELETED)
            for row in come:
                self.reviser.whole(row, INSERTED)
            if pair and not self._is_settled(*pair):
                for cells in zip(*(row.findall(w("tc")) for row in pair), strict=True):
                    self.blocks(*cells)

    def _block(self, element: etree._Element) -> Item:
        """Return what tells a block from others: its build, its style and its words.

        What else differs is put together with it.
        """
        if element.tag == _PARAGRAPH:
            return self._paragraph(element)
        is_table = element.tag == w("tbl")
        shape = f"{element.tag} {_build(element) if is_table else ''}"
        if is_table and self._is_frame(element):  # There is one of a kind, whatever it says.
            return Item(shape, (), shape, lone=True)
        words = _words(element)
        return Item((shape, words), words, shape, lone=not is_table)

    def _paragraph(self, element: etree._Element) -> Item:
        properties = element.find(w("pPr"))
        style = child_value(properties, "pStyle")
        shape = "p" if properties is None or properties.find(w("sectPr")) is None else "section"
        runs = [run for run in runs_of(element) if not self._is_marker(run)]
        words = tuple("".join(character(child) for run in runs for child in run).split())
        lone = self.roles.get(style, "") in LONE
        return Item((shape, style, words), words, f"{shape} {style}" if lone else shape, lone)

    def _is_frame(self, table: etree._Element) -> bool:
        styles = (child_value(p.find(w("pPr")), "pStyle") for p in table.iter(w("p")))
        return is_frame({self.roles.get(style, "") for style in styles})

    def _is_marker(self, run: etree._Element) -> bool:
        return child_value(run.find(w("rPr")), "rStyle") == self.marker


def _row(row: etree._Element, lone: bool) -> Item:
    properties = row.find(w("trPr"))
    head = properties is not None and properties.find(w("tblHeader")) is not None
    cells = row.findall(w("tc"))
    shape = f"{head} " + " ".join(map(_span, cells))
    texts = tuple(map(_words, cells))
    return Item((shape, texts), tuple(chain.from_iterable(texts)), shape, lone)


def _words(element: etree._Element) -> tuple[str, ...]:
    texts = ("".join(t.text or "" for t in p.iter(_TEXT)) for p in element.iter(_PARAGRAPH))
    return tuple(word for text in texts for word in text.split())


Gap = tuple[
    list[etree._Element], list[etree._Element], tuple[etree._Element, etree._Element] | None
]


def _ends(kept: list[tuple[int, int]], old: int, new: int) -> list[tuple[int, int]]:
    """Return `kept` with the last ones of both sides as a pair."""
    last = old - 1, new - 1
    return [*(pair for pair in kept if pair[0] != last[0] and pair[1] != last[1]), last]


def _gaps(
    kept: Sequence[tuple[int, int]],
    old: Sequence[etree._Element],
    new: Sequence[etree._Element],
) -> Iterator[Gap]:
    """Yield what is gone and come before each pair, and the pair; at the end without one."""
    before = (0, 0)
    for i, j in kept:
        yield list(old[before[0] : i]), list(new[before[1] : j]), (old[i], new[j])
        before = i + 1, j + 1
    yield list(old[before[0] :]), list(new[before[1] :]), None


def _blocks(parent: etree._Element) -> list[etree._Element]:
    content = parent.find(w("sdtContent"))
    return [e for e in (parent if content is None else content) if e.tag in BLOCKS]


def _build(table: etree._Element) -> str:
    """Return what two tables must have in common to be put together."""
    properties = table.find(w("tblPr"))
    kept = [] if properties is None else [e for e in properties if e.tag != w("tblW")]
    columns = len(table.findall(f"{w('tblGrid')}/{w('gridCol')}"))
    return f"{columns} " + "".join(etree.tostring(e, encoding="unicode") for e in kept)


def _span(cell: etree._Element) -> str:
    properties = cell.find(w("tcPr"))
    merge = None if properties is None else properties.find(w("vMerge"))
    goes_on = "" if merge is None else value(merge) or "continue"
    return child_value(properties, "gridSpan") + goes_on or "1"


def _plain(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode", with_tail=False)


def _widen(row: etree._Element, columns: Sequence[int]) -> None:
    """Set the widths of a row's cells to those of the columns that they cover."""
    at = 0
    for cell in row.findall(w("tc")):
        span = integer(child_value(cell.find(w("tcPr")), "gridSpan"), 1)
        wide = cell.find(f"{w('tcPr')}/{w('tcW')}")
        if wide is not None:
            wide.set(w("w"), str(sum(columns[at : at + span])))
        at += span


def _between() -> etree._Element:
    """Return an empty paragraph of no height."""
    made = etree.Element(w("p"))
    properties = etree.SubElement(made, w("pPr"))
    gap = {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}
    etree.SubElement(properties, w("spacing"), {w(name): text for name, text in gap.items()})
    return made
