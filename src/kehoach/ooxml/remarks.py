"""What readers of a Word file left in it: comments with their answers, and who changed words.

ECMA-376 part 1, 17.13.4 (comments) and 17.13.5 (revisions); threads and what is settled are in the
part that Word calls `commentsExtended` ([MS-DOCX] 2.5.4).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from kehoach.diagnostic import N_, Diagnostic, Place, error
from kehoach.document import Document
from kehoach.ooxml import package
from kehoach.ooxml.package import Parts, parse_xml, related, w
from kehoach.ooxml.read import Walked, taken_back, walk
from kehoach.ooxml.style import value
from kehoach.ooxml.text import character

QUOTED = 300
"""Characters of the words commented on that are kept."""

AUTHORS = 100
"""People at the most whose tracked changes are told apart: the text is read again for each."""

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_OTHER_PARTS = ("header", "footer", "footnotes", "endnotes")
_REVISIONS = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment: who wrote what, when (as the file tells it), on which words.

    `paragraph` is counted as in `Place`, 0 where the comment stands outside the text, in `part`.
    A `settled` one was marked as done.
    """

    author: str
    date: str
    text: str
    quoted: str = ""
    part: str = ""
    paragraph: int = 0
    settled: bool = False
    answers: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """A Word file with what its readers left: `document` is the text with all changes accepted.

    `before` is the text with tracked changes taken back, and `authors` are those who tracked any;
    `ours` tells whether the file has paragraphs in our styles, `properties` are its custom ones.
    """

    document: Document
    before: Document
    remarks: tuple[Remark, ...]
    authors: tuple[str, ...]
    ours: bool
    properties: Mapping[str, str]
    parts: Parts = field(repr=False)
    path: str = ""

    def by(self, author: str) -> Document:
        """Return the text with the tracked changes of `author` alone."""
        if self.authors == (author,):
            return self.document
        return walk(taken_back(self.parts, author), self.path).document


def marked(data: bytes, path: str) -> tuple[Marked | None, list[Diagnostic]]:
    """Return a Word file of any maker with its comments, or None and why it cannot be opened.

    `path` only names the file.
    """
    parts, findings = package.unpack(data, path)
    if parts is None:
        return None, findings
    authors = tuple(dict.fromkeys(_authors(parts)))
    if len(authors) > AUTHORS:
        message = N_("more than {most} people have tracked changes in the file")
        hint = N_("accept or reject them in Word, and save the file")
        return None, [error("D018", Place(path), message, hint, most=AUTHORS)]
    walked = walk(parts, path)
    before = walk(taken_back(parts), path).document if authors else walked.document
    remarks = tuple(_remarks(parts, walked))
    properties = package.properties(parts)
    return Marked(
        walked.document, before, remarks, authors, walked.ours, properties, parts, path
    ), []


def _authors(parts: Parts) -> Iterator[str]:
    """Yield who tracked changes of words or paragraphs, in the order of the text."""
    main = package.main_part(parts)
    for name in (main, *related(parts, main, "footnotes")):
        for revision in parse_xml(parts[name]).iter(*_REVISIONS):
            yield value(revision, "author")


@dataclass(slots=True)
class _Anchor:
    """Where a comment stands."""

    part: str
    paragraph: int
    words: list[str] = field(default_factory=list)
    room: int = QUOTED

    def take(self, text: str) -> bool:
        """Add a text to the words commented on; return whether there is room for more."""
        self.words.append(text[: self.room])
        self.room -= len(text)
        return self.room > 0

    @property
    def quoted(self) -> str:
        """Return the words commented on, on one line."""
        more = "…" if self.room < 0 else ""
        return " ".join("".join(self.words).split()) + more


def _remarks(parts: Parts, walked: Walked) -> Iterator[Remark]:
    """Yield the comments in the order of the text; those that stand nowhere come last."""
    main = package.main_part(parts)
    elements = [
        element
        for name in related(parts, main, "comments")
        for element in parse_xml(parts[name]).iterfind(w("comment"))
    ]
    if not elements:
        return
    anchors = _anchors(parts, walked)
    threads, settled = _threads(parts, elements)
    made = {value(e, "id"): _remark(e, anchors, settled) for e in elements}
    answers: dict[str, list[Remark]] = {}
    for id, first in threads.items():
        answers.setdefault(first, []).append(made[id])
    order = {id: number for number, id in enumerate(anchors)}
    for id in sorted(made.keys() - threads.keys(), key=lambda id: order.get(id, len(order))):
        yield replace(made[id], answers=tuple(answers.get(id, ())))


def _remark(
    element: etree._Element, anchors: Mapping[str, _Anchor], settled: Mapping[str, bool]
) -> Remark:
    id = value(element, "id")
    anchor = anchors.get(id)
    return Remark(
        author=value(element, "author"),
        date=value(element, "date"),
        text=_text(element),
        quoted=anchor.quoted if anchor else "",
        part=anchor.part if anchor else "",
        paragraph=anchor.paragraph if anchor else 0,
        settled=settled.get(id, False),
    )


def _text(element: etree._Element) -> str:
    """Return the words of a comment, its paragraphs parted by line breaks."""
    paragraphs = ("".join(map(character, p.iter())) for p in element.iter(w("p")))
    return "\n".join(paragraphs).strip()


def _threads(
    parts: Parts, elements: list[etree._Element]
) -> tuple[dict[str, str], dict[str, bool]]:
    """Return answer → comment that opened the thread, and comment → whether it is settled.

    A comment is known in the part by the id of its last paragraph.
    """
    main = package.main_part(parts)
    ids = {p.get(f"{_W14}paraId"): value(e, "id") for e in elements for p in e.iter(w("p"))}
    above: dict[str, str] = {}
    settled: dict[str, bool] = {}
    for name in related(parts, main, "commentsExtended"):
        for told in parse_xml(parts[name]).iter(f"{_W15}commentEx"):
            id = ids.get(told.get(f"{_W15}paraId"))
            parent = ids.get(told.get(f"{_W15}paraIdParent"))
            if id is not None:
                settled[id] = told.get(f"{_W15}done") in ("1", "true")
            if id is not None and parent is not None and parent != id:
                above[id] = parent
    return {id: first for id in above if (first := _first(id, above)) is not None}, settled


def _first(id: str, above: Mapping[str, str]) -> str | None:
    """Return what opened the thread of an answer, None when the file leads round in a circle."""
    seen = {id}
    while id in above:
        id = above[id]
        if id in seen:
            return None
        seen.add(id)
    return id


def _anchors(parts: Parts, walked: Walked) -> dict[str, _Anchor]:
    """Return comment → where it stands, in the order of the text."""
    main = package.main_part(parts)
    numbers = {paragraph: at for at, paragraph in enumerate(walked.paragraphs, 1)}
    found: dict[str, _Anchor] = {}
    _scan(walked.root, main, numbers, found)
    calls = {
        value(call, "id"): _number(call, numbers)
        for call in walked.root.iter(w("footnoteReference"))
    }
    for kind in _OTHER_PARTS:
        for name in related(parts, main, kind):
            root = parse_xml(parts[name])
            called = {note: calls[value(note, "id")] for note in root if value(note, "id") in calls}
            _scan(root, name, called if kind == "footnotes" else {}, found)
    return found


def _scan(
    root: etree._Element,
    part: str,
    numbers: Mapping[etree._Element, int],
    found: dict[str, _Anchor],
) -> None:
    """Add the comments on the words of a part to `found`; `numbers` counts what holds words."""
    opened: dict[str, _Anchor] = {}
    for element in _shown(root):
        if element.tag == w("commentRangeStart"):
            id = value(element, "id")
            opened[id] = found.setdefault(id, _Anchor(part, _number(element, numbers)))
        elif element.tag == w("commentRangeEnd"):
            opened.pop(value(element, "id"), None)
        elif element.tag == w("commentReference"):
            found.setdefault(value(element, "id"), _Anchor(part, _number(element, numbers)))
        elif opened:
            text = " " if element.tag == w("p") else character(element)
            if text:
                opened = {id: anchor for id, anchor in opened.items() if anchor.take(text)}


def _shown(root: etree._Element) -> Iterator[etree._Element]:
    """Yield all elements in order, without those that repeat a drawing for older programmes."""
    stack = [root]
    while stack:
        element = stack.pop()
        if element.tag != _FALLBACK:
            yield element
            stack.extend(reversed(element))


def _number(element: etree._Element, numbers: Mapping[etree._Element, int]) -> int:
    """Return the number of the paragraph around `element`, of the next where none is around."""
    for around in (element, *element.iterancestors()):
        if around in numbers:
            return numbers[around]
    after = (e for e in element.itersiblings() if e.tag == w("p"))
    return numbers.get(next(after, element), 0)
