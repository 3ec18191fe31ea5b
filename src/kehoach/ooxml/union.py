"""The parts of two documents of one template as one package, what differs tracked.

Lists and footnotes of the old document that the new one does not have come in under new numbers;
a list that both have is one list, so that its numbers are no change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy

from lxml import etree

from kehoach.ooxml.frame import ORDER, put_in_order
from kehoach.ooxml.merge import Merger
from kehoach.ooxml.package import parse_xml, w
from kehoach.ooxml.parts import Prepared, to_bytes
from kehoach.ooxml.revise import Reviser, properties_of
from kehoach.ooxml.style import child_value, integer, value

_REFERENCES = {w("headerReference"), w("footerReference")}
_MARKS = {w(name) for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange")}
_NOTE = w("footnoteReference")

Lists = Mapping[str, etree._Element]
"""A `w:abstractNum` by the numId of its list."""


def union(
    old: Mapping[str, bytes],
    new: Mapping[str, bytes],
    made: Prepared,
    texts: Iterable[str],
    reviser: Reviser,
) -> dict[str, bytes]:
    """Return the parts of `new` with what `old` had instead, tracked as changes of `reviser`.

    Both were rendered with the template `made`; `texts` are its parts with words of the document.
    """
    numbering = [parse_xml(parts[made.numbering]) for parts in (old, new)]
    notes = [parse_xml(parts[made.footnotes]) for parts in (old, new)]
    lists = [_lists(root) for root in numbering]
    roles = {look.id: role for role, look in made.looks.roles.items()}
    said = _texts(notes[0]), _texts(notes[1])
    merger = Merger(said, roles, made.looks.ids.get("marker", ""), reviser)
    parts = dict(new)
    roots = {}
    for name in texts:
        if name != made.footnotes and (old[name] != new[name] or name == made.main):
            before, roots[name] = parse_xml(old[name]), parse_xml(new[name])
            _merge(merger, before, roots[name])
    ids = _same_lists(merger, lists[0], lists[1], made.num)
    _add_lists(numbering[1], ids, lists[0], merger, made.num)
    for paragraph in merger.gone:
        _renumber(paragraph.find(w("pPr")), ids)
    for paragraph, now in merger.pairs:
        _renumber(paragraph.find(w("pPr")), ids)
        _settle(paragraph, now, reviser)
    for number, same in merger.equal:
        if ids.get(value(number)) != value(same):
            paragraph, now = (next(each.iterancestors(w("p"))) for each in (number, same))
            _renumber(paragraph.find(w("pPr")), ids)
            _settle(paragraph, now, reviser)
    for root in roots.values():
        _add_notes(root, notes[0], notes[1], made.note)
    parts |= {name: to_bytes(root) for name, root in roots.items()}
    parts[made.numbering] = to_bytes(numbering[1])
    parts[made.footnotes] = to_bytes(notes[1])
    return parts


def _merge(merger: Merger, old: etree._Element, new: etree._Element) -> None:
    bodies = old.find(w("body")), new.find(w("body"))
    if bodies[0] is None or bodies[1] is None:
        merger.blocks(old, new)
        return
    merger.blocks(bodies[0], bodies[1])
    sections = bodies[0].find(w("sectPr")), bodies[1].find(w("sectPr"))
    _section(sections[0], sections[1], merger.reviser)


def _lists(root: etree._Element) -> dict[str, etree._Element]:
    abstracts = {value(e, "abstractNumId"): e for e in root.findall(w("abstractNum"))}
    named = ((value(e, "numId"), child_value(e, "abstractNumId")) for e in root.findall(w("num")))
    return {num: abstracts[abstract] for num, abstract in named if abstract in abstracts}


def _texts(notes: etree._Element) -> dict[str, str]:
    return {
        value(note, "id"): "".join(etree.tostring(child, encoding="unicode") for child in note)
        for note in notes.findall(w("footnote"))
    }


def _number(paragraph: etree._Element) -> etree._Element | None:
    return paragraph.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")


def _same_lists(merger: Merger, old: Lists, new: Lists, base: int) -> dict[str, str]:
    """Return the numId in the new document of each list that both have, by the old numId.

    Two lists are one when they are set up alike and share more points with each other than with
    any other list; the template's own, up to `base`, are the same anyway.
    """
    shared: Counter[tuple[str, str]] = Counter()
    for before, after in merger.pairs:
        numbers = _number(before), _number(after)
        if numbers[0] is not None and numbers[1] is not None:
            shared[value(numbers[0]), value(numbers[1])] += 1
    shared.update((value(number), value(same)) for number, same in merger.equal)
    found = {num: num for num in old if integer(num, 0) <= base}
    taken = set(found)
    for (mine, other), _ in shared.most_common():
        alike = mine in old and other in new and _set_up(old[mine]) == _set_up(new[other])
        if alike and mine not in found and other not in taken:
            found[mine] = other
            taken.add(other)
    return found


def _set_up(abstract: etree._Element) -> list[str]:
    return [etree.tostring(level, encoding="unicode") for level in abstract.findall(w("lvl"))]


def _add_lists(
    root: etree._Element, ids: dict[str, str], old: Lists, merger: Merger, base: int
) -> None:
    """Add the old lists that the new document does not have, and put their numbers into `ids`."""
    paragraphs = [*merger.gone, *(before for before, _ in merger.pairs)]
    numbers = [number for p in paragraphs if (number := _number(p)) is not None]
    used = dict.fromkeys(value(n) for n in (*numbers, *(number for number, _ in merger.equal)))
    abstracts, nums = root.findall(w("abstractNum")), root.findall(w("num"))
    abstract = max((integer(value(e, "abstractNumId"), 0) for e in abstracts), default=-1)
    num = max((integer(value(e, "numId"), 0) for e in nums), default=base)
    at = root.index(abstracts[-1]) + 1 if abstracts else 0
    last = root.index(nums[-1]) + 1 if nums else len(root)
    for mine in used:
        if mine in ids or mine not in old:
            continue
        abstract, num = abstract + 1, num + 1
        added = deepcopy(old[mine])
        added.set(w("abstractNumId"), str(abstract))
        for own in added.findall(w("nsid")):
            own.set(w("val"), f"{0x4B480000 + abstract:08X}")
        root.insert(at, added)
        named = etree.Element(w("num"), {w("numId"): str(num)})
        etree.SubElement(named, w("abstractNumId"), {w("val"): str(abstract)})
        root.insert(last + 1, named)
        at, last = at + 1, last + 2
        ids[mine] = str(num)


def _renumber(properties: etree._Element | None, ids: Mapping[str, str]) -> None:
    number = None if properties is None else properties.find(f"{w('numPr')}/{w('numId')}")
    if number is not None:
        number.set(w("val"), ids.get(value(number), value(number)))


def _settle(old: etree._Element, new: etree._Element, reviser: Reviser) -> None:
    """Record what a paragraph was, where its role, its list or its mark's look have changed.

    What is computed for the page (indents, keeping with the next) follows the new document.
    """
    before, after = old.find(w("pPr")), new.find(w("pPr"))
    looks = [list(_mark_look(properties)) for properties in (before, after)]
    if list(map(_plain, looks[0])) != list(map(_plain, looks[1])):
        mark = etree.Element(w("rPr"))
        mark.extend(looks[1])
        mark.append(reviser.mark("rPrChange", _with("rPr", looks[0])))
        put_in_order(properties_of(new), mark, ORDER)
    if before is not None and after is not None:
        _section(before.find(w("sectPr")), after.find(w("sectPr")), reviser)
    if _role(before) != _role(after):
        kept = [] if before is None else before
        left_out = {w(name) for name in ("rPr", "sectPr", "pPrChange")}
        was = _with("pPr", [e for e in kept if e.tag not in left_out])
        properties_of(new).append(reviser.mark("pPrChange", was))


def _role(properties: etree._Element | None) -> tuple[str, ...]:
    number = None if properties is None else properties.find(w("numPr"))
    names = child_value(number, "numId"), child_value(number, "ilvl")
    return child_value(properties, "pStyle"), *names


def _mark_look(properties: etree._Element | None) -> Iterator[etree._Element]:
    look = None if properties is None else properties.find(w("rPr"))
    if look is not None:
        yield from (e for e in look if e.tag not in _MARKS)


def _section(old: etree._Element | None, new: etree._Element | None, reviser: Reviser) -> None:
    """Record what the properties of a section were, if they have changed."""
    if old is None or new is None:
        return
    before, after = ([e for e in each if e.tag not in _REFERENCES] for each in (old, new))
    if list(map(_plain, before)) != list(map(_plain, after)):
        new.append(reviser.mark("sectPrChange", _with("sectPr", before)))


def _with(name: str, children: Iterable[etree._Element]) -> etree._Element:
    made = etree.Element(w(name))
    made.extend(deepcopy(child) for child in children)
    return made


def _plain(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode", with_tail=False)


def _add_notes(root: etree._Element, old: etree._Element, new: etree._Element, base: int) -> None:
    """Add the old footnotes to which a deleted run refers, under numbers of their own."""
    there = {value(note, "id"): note for note in old.findall(w("footnote"))}
    last = max((integer(value(e, "id"), 0) for e in new.findall(w("footnote"))), default=base)
    for gone in root.iter(w("del")):
        for reference in gone.iter(_NOTE):
            note = there.get(value(reference, "id"))
            if note is None or integer(value(reference, "id"), 0) <= base:
                continue
            last += 1
            added = deepcopy(note)
            added.set(w("id"), str(last))
            new.append(added)
            reference.set(w("id"), str(last))
