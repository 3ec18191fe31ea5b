"""Tags of a template: where they stand, what is wrong with their form.

Word splits a tag over runs whenever spelling or an edit touches it, so tags are looked for in the
words of a paragraph and put back into one piece. Attributes (`w:tag/@w:val`) hold tags, too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from kehoach.diagnostic import N_, Diagnostic, Place, error
from kehoach.ooxml.package import w

Element = etree._Element
PATTERN = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_STRAY = re.compile(r"\{\{|\}\}|\{%|%\}|\{#")
_FORM = re.compile(
    r"(?P<open>\{[{%#])(?P<control>[-+]?)(?:(?P<scope>p|tr|tc|r)\s)?(?P<body>.*?)"
    r"(?P<end>-?)(?:\}\}|%\}|#\})",
    re.DOTALL,
)
_QUOTES = str.maketrans("“”„‘’\u00a0", '"""\'\' ')
_OTHER = ("hm", "vm", "cellbg", "colspan")
_WORDS = 80
_NOT_WORDS = ("drawing", "pict", "object", "footnoteReference", "endnoteReference")
_THINGS = [w(name) for name in _NOT_WORDS]
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """One tag: `open` is `{{` or `{%`, `scope` what it replaces (`p`, `tr`, `tc` or nothing).

    `body` is what stands inside, its quotes straight; `element` holds it, in its text or in one
    of its attributes.
    """

    text: str
    open: str
    scope: str
    body: str
    place: Place
    element: etree._Element
    attribute: bool = False
    odd: bool = False

    @property
    def source(self) -> str:
        """Return the tag as Jinja reads it."""
        close = "}}" if self.open == "{{" else "%}"
        return f"{self.open} {self.body} {close}"

    @property
    def container(self) -> etree._Element | None:
        """Return the paragraph, row or cell that the tag stands for, None when there is none."""
        name = self.scope or "p"
        return next(self.element.iterancestors(w(name)), None)


def words(element: etree._Element) -> str:
    """Return the words of `element` as one string."""
    return "".join(text.text or "" for text in element.iter(w("t")))


def paragraphs(root: Element, path: str, part: str) -> dict[Element, Place]:
    """Return the place of each paragraph of a part."""
    return {
        paragraph: Place(path, part, number, words(paragraph)[:_WORDS])
        for number, paragraph in enumerate(root.iter(w("p")), 1)
    }


def find_tags(root: etree._Element, path: str, part: str) -> tuple[list[Tag], list[Diagnostic]]:
    """Return the tags of a part in the order of its XML, each now in one text, and their faults.

    Changes `root`: a tag that was split over runs stands in the first of them afterwards. A tag
    of a kind that is not ours is a fault and left out.
    """
    places = paragraphs(root, path, part)
    findings = [fault for p, place in places.items() if (fault := _join(p, place)) is not None]
    tags: list[Tag] = []
    place = Place(path, part)
    for element in root.iter(tag=etree.Element):
        place = places.get(element, place)
        for value in element.attrib.values():
            tags += (_tag(found, place, element, True) for found in PATTERN.findall(str(value)))
        if element.tag == w("t"):
            around = _paragraph(element)
            here = place if around is None else places[around]
            tags += (_tag(found, here, element) for found in PATTERN.findall(element.text or ""))
    findings += (fault for tag in tags if (fault := _fault(tag)) is not None)
    return [tag for tag in tags if not tag.odd], findings


def _paragraph(text: etree._Element) -> etree._Element | None:
    return next(text.iterancestors(w("p")), None)


def _join(paragraph: etree._Element, place: Place) -> Diagnostic | None:
    """Put each tag of `paragraph` into the text where it begins; return what does not close."""
    texts = [text for text in paragraph.iter(w("t")) if _paragraph(text) is paragraph]
    whole = "".join(text.text or "" for text in texts)
    for match in reversed(list(PATTERN.finditer(whole))):
        _gather(texts, match)
    stray = _STRAY.search(PATTERN.sub("", whole))
    if stray is None:
        return None
    return error(
        "T001",
        place,
        N_("“{brace}” does not belong to a whole tag"),
        hint=N_("a tag begins and ends in one paragraph: {{{{ name }}}}"),
        brace=stray[0],
    )


def _gather(texts: list[etree._Element], match: re.Match[str]) -> None:
    start = 0
    first = True
    for text in texts:
        own = text.text or ""
        cut = max(match.start() - start, 0), min(match.end() - start, len(own))
        start += len(own)
        if cut[0] < cut[1]:
            tag = match[0].translate(_QUOTES) if first else ""
            text.text = own[: cut[0]] + tag + own[cut[1] :]
            text.set(SPACE, "preserve")
            first = False


def _tag(text: str, place: Place, element: etree._Element, attribute: bool = False) -> Tag:
    match = _FORM.fullmatch(text)
    if match is None:
        return Tag(text, text[:2], "", "", place, element, attribute, odd=True)
    body = match["body"].translate(_QUOTES).strip()
    word = re.match(r"\w*", body)
    odd = bool(match["control"] or match["end"]) or match["open"] == "{#" or match["scope"] == "r"
    odd |= match["open"] == "{%" and word is not None and word[0] in _OTHER
    odd |= attribute and bool(match["scope"])
    odd |= match["open"] == "{{" and match["scope"] in ("tr", "tc")
    return Tag(text, match["open"], match["scope"] or "", body, place, element, attribute, odd)


def _fault(tag: Tag) -> Diagnostic | None:
    if tag.odd:
        return error(
            "T004",
            tag.place,
            N_("a tag of this kind is not known here: {tag}"),
            hint=N_("known are {{{{ name }}}}, {{%p … %}}, {{%tr … %}} and {{%tc … %}}"),
            tag=tag.text,
        )
    return _beside(tag) if tag.scope else None


def _beside(tag: Tag) -> Diagnostic | None:
    """Return the fault of a tag that stands for a paragraph, row or cell but not alone in it."""
    container = tag.container
    if container is None:
        return error(
            "T005",
            tag.place,
            N_("{tag} stands for a part of a table, but not in one"),
            tag=tag.text,
        )
    rest = words(container).replace(tag.text, "", 1).strip()
    hint = N_("give the tag a paragraph or a table row of its own")
    if container.find(f".//{w('sectPr')}") is not None:
        fault = N_("the section break beside {tag} would be lost")
        return error("T005", tag.place, fault, hint, tag=tag.text)
    if any(True for _ in container.iter(*_THINGS)):
        fault = N_("the picture or note beside {tag} would be lost")
        return error("T005", tag.place, fault, hint, tag=tag.text)
    if not rest:
        return None
    return error(
        "T005",
        tag.place,
        N_("what stands beside {tag} would not be printed: {rest}"),
        hint,
        tag=tag.text,
        rest=rest,
    )
