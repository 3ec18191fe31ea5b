"""A reader of a Word file, as Word writes down what one does: comments, tracked and plain edits."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from kehoach.ooxml.package import parse_xml, unpack, w
from kehoach.ooxml.write import pack

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
MAIN = "word/document.xml"
_RELS = "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_MICROSOFT = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
DATE = "2024-01-10T08:00:00Z"


class Reviewer:
    """Changes one part of a Word file; words are looked for in one paragraph, over its runs."""

    def __init__(self, data: bytes, author: str, part: str = MAIN) -> None:
        parts, findings = unpack(data, "x.docx")
        assert parts is not None, findings
        self.parts = parts
        self.author = author
        self.part = part
        self.root = parse_xml(parts[part])
        name = "word/comments.xml"
        has = name in parts
        self.comments = parse_xml(parts[name]) if has else etree.Element(w("comments"))
        self.threads: list[tuple[int, int | None, bool]] = []
        self.number = 100 + len(self.comments)

    def data(self) -> bytes:
        """Return the file."""
        made = dict(self.parts)
        made[self.part] = etree.tostring(self.root)
        if len(self.comments):
            self._with_comments(made)
        return pack(made)

    def comment(self, words: str, text: str, answers: int | None = None, done: bool = False) -> int:
        """Put a comment on words, the first place that has them; return its number."""
        runs = self._runs(words)
        number = self._next()
        start, end = etree.Element(w("commentRangeStart")), etree.Element(w("commentRangeEnd"))
        for mark in (start, end):
            mark.set(w("id"), str(number))
        runs[0].addprevious(start)
        runs[-1].addnext(end)
        called = etree.Element(w("r"))
        etree.SubElement(called, w("commentReference")).set(w("id"), str(number))
        end.addnext(called)
        self._said(number, text)
        self.threads.append((number, answers, done))
        return number

    def replace(self, words: str, new: str, tracked: bool = True) -> None:
        """Put `new` in the place of words; take them out when it is empty."""
        runs = self._runs(words)
        if new:
            come = deepcopy(runs[0])
            for child in [child for child in come if child.tag != w("rPr")]:
                come.remove(child)
            self._text(come, new)
            runs[-1].addnext(self._mark("ins", come) if tracked else come)
        if tracked:
            gone = self._mark("del")
            runs[0].addprevious(gone)
            gone.extend(runs)
            for text in gone.iter(w("t")):
                text.tag = w("delText")
        else:
            for run in runs:
                run.getparent().remove(run)

    def insert(self, words: str, new: str, tracked: bool = True) -> None:
        """Put `new` behind words."""
        runs = self._runs(words)
        come = deepcopy(runs[-1])
        for child in [child for child in come if child.tag != w("rPr")]:
            come.remove(child)
        self._text(come, new)
        runs[-1].addnext(self._mark("ins", come) if tracked else come)

    def paragraph_after(self, words: str, new: str, tracked: bool = True) -> None:
        """Put a paragraph like that of words behind it: Enter at its end, then `new`."""
        old = self._paragraph(words)
        made = etree.Element(w("p"))
        properties = old.find(w("pPr"))
        if properties is not None:
            made.append(deepcopy(properties))
        run = etree.Element(w("r"))
        self._text(run, new)
        made.append(self._mark("ins", run) if tracked else run)
        if tracked:
            self._end(made, "ins")
        old.addnext(made)

    def without(self, words: str, tracked: bool = True) -> None:
        """Take out the whole paragraph of words."""
        old = self._paragraph(words)
        if not tracked:
            old.getparent().remove(old)
            return
        for own in old.findall(w("ins")):
            old.remove(own)
        for run in old.findall(w("r")):
            gone = self._mark("del")
            run.addprevious(gone)
            gone.append(run)
            for text in gone.iter(w("t")):
                text.tag = w("delText")
        self._end(old, "del")

    def _end(self, paragraph: etree._Element, kind: str) -> None:
        properties = paragraph.find(w("pPr"))
        if properties is None:
            properties = etree.Element(w("pPr"))
            paragraph.insert(0, properties)
        look = properties.find(w("rPr"))
        if look is None:
            look = etree.SubElement(properties, w("rPr"))
        look.insert(0, self._mark(kind))

    def _paragraph(self, words: str) -> etree._Element:
        for paragraph in self.root.iter(w("p")):
            if words in "".join(text.text or "" for text in paragraph.iterfind(f".//{w('t')}")):
                return paragraph
        raise AssertionError(f"no paragraph has the words: {words}")

    def _runs(self, words: str) -> list[etree._Element]:
        """Return runs that hold just these words: runs are parted where words begin and end."""
        paragraph = self._paragraph(words)
        texts = [t for t in paragraph.iter(w("t")) if t.getparent().getparent() is paragraph]
        whole = "".join(text.text or "" for text in texts)
        start = whole.index(words)
        end, at = start + len(words), 0
        found = []
        for text in texts:
            own = text.text or ""
            first, last = max(start - at, 0), min(end - at, len(own))
            at += len(own)
            if first < last:
                found.append(self._cut(text, first, last))
        return found

    def _cut(self, text: etree._Element, first: int, last: int) -> etree._Element:
        """Return the run of characters `first:last` of a text, its run parted around them."""
        run, own = text.getparent(), text.text or ""
        for piece, place in ((own[:first], run.addprevious), (own[last:], run.addnext)):
            if piece:
                other = deepcopy(run)
                for child in [child for child in other if child.tag != w("rPr")]:
                    other.remove(child)
                self._text(other, piece)
                place(other)
        text.text = own[first:last]
        text.set(_SPACE, "preserve")
        return run

    def _text(self, run: etree._Element, words: str) -> None:
        made = etree.SubElement(run, w("t"))
        made.text = words
        made.set(_SPACE, "preserve")

    def _mark(self, kind: str, *content: etree._Element) -> etree._Element:
        made = etree.Element(w(kind))
        made.set(w("id"), str(self._next()))
        made.set(w("author"), self.author)
        made.set(w("date"), DATE)
        made.extend(content)
        return made

    def _next(self) -> int:
        self.number += 1
        return self.number

    def _said(self, number: int, text: str) -> None:
        made = etree.SubElement(self.comments, w("comment"))
        made.set(w("id"), str(number))
        made.set(w("author"), self.author)
        made.set(w("date"), DATE)
        lines = text.split("\n")
        for at, line in enumerate(lines):
            paragraph = etree.SubElement(made, w("p"))
            last = at == len(lines) - 1
            paragraph.set(f"{{{W14}}}paraId", f"{number:08X}" if last else f"{number:04X}000{at}")
            self._text(etree.SubElement(paragraph, w("r")), line)

    def _with_comments(self, made: dict[str, bytes]) -> None:
        """Add the parts of comments, and of their threads."""
        made["word/comments.xml"] = etree.tostring(self.comments)
        root = etree.Element(f"{{{W15}}}commentsEx", nsmap={"w15": W15})
        for number, above, done in self.threads:
            told = etree.SubElement(root, f"{{{W15}}}commentEx")
            told.set(f"{{{W15}}}paraId", f"{number:08X}")
            if above is not None:
                told.set(f"{{{W15}}}paraIdParent", f"{above:08X}")
            told.set(f"{{{W15}}}done", "1" if done else "0")
        made["word/commentsExtended.xml"] = etree.tostring(root)
        if b"comments.xml" in made[_RELS]:
            return
        links = "".join(
            f'<Relationship Id="rIdK{at}" Type="{kind}" Target="{name}.xml"/>'
            for at, (kind, name) in enumerate(
                ((_OFFICE, "comments"), (_MICROSOFT, "commentsExtended"))
            )
        )
        made[_RELS] = made[_RELS].replace(b"</Relationships>", f"{links}</Relationships>".encode())
        word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        types = "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{word}.{name}+xml"/>'
            for name in ("comments", "commentsExtended")
        )
        made[_TYPES] = made[_TYPES].replace(b"</Types>", f"{types}</Types>".encode())
