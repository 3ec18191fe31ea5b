"""A paragraph as the smallest pieces that a tracked change can replace: words, signs, notes."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import groupby
from typing import NamedTuple

from lxml import etree

from kehoach.align import WORD
from kehoach.align import stretches as common_stretches
from kehoach.ooxml.frame import remove
from kehoach.ooxml.package import w
from kehoach.ooxml.revise import DELETED, HOLDERS, INSERTED, Reviser
from kehoach.ooxml.style import value
from kehoach.ooxml.tags import SPACE
from kehoach.ooxml.text import character

SAME = ""
_NOTE = w("footnoteReference")

Notes = Mapping[str, str]
"""What a footnote says, by its id."""


class Atom(NamedTuple):
    """A word, or a child of a run that is none; two with one `key`, look and words, are the same.

    `properties` are those of its run.
    """

    key: tuple[str, str]
    text: str
    properties: etree._Element | None
    child: etree._Element | None = None

    @property
    def counts(self) -> bool:
        """Return whether it says something: spaces and commas do not."""
        return self.child is not None or any(map(str.isalnum, self.text))


def unite(
    old: etree._Element, new: etree._Element, notes: tuple[Notes, Notes], reviser: Reviser
) -> None:
    """Put the runs of `old`, a paragraph or what holds runs in it, into those of `new`.

    `notes` are those of the two documents.
    """
    before, after = _stretches(old), _stretches(new)
    if _holders(before) != _holders(after):
        _instead(old, new, reviser)
        return
    for (gone, holder), (come, other) in zip(before, after, strict=True):
        if likeness(gone, notes[0]) != likeness(come, notes[1]):
            made: list[etree._Element] = []
            for kind, members in stretches(atoms(gone, notes[0]), atoms(come, notes[1])):
                runs = as_runs(members)
                made += runs if kind == SAME else [reviser.runs(runs, kind)]
            first = next(iter(come), other)
            at = len(new) if first is None else new.index(first)
            new[at:at] = made
            for run in come:
                remove(run)
        if holder is not None and other is not None:
            unite(holder, other, notes, reviser)


def _instead(old: etree._Element, new: etree._Element, reviser: Reviser) -> None:
    """Mark all runs of `new` as put in, in the place of all runs of `old`."""
    reviser.words(new, INSERTED)
    runs = [deepcopy(run) for run in runs_of(old)]
    if runs:
        at = 0 if new.find(w("pPr")) is None else 1
        new.insert(at, reviser.runs(runs, DELETED))


def runs_of(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield the runs of a paragraph in order, those in links and content controls too."""
    for child in parent:
        if child.tag == w("r"):
            yield child
        elif child.tag in HOLDERS:
            yield from runs_of(child)


_Stretches = list[tuple[list[etree._Element], etree._Element | None]]


def _stretches(parent: etree._Element) -> _Stretches:
    """Return the runs before each child that holds runs, with it, and those after the last."""
    found: _Stretches = []
    runs: list[etree._Element] = []
    for child in parent:
        if child.tag == w("r"):
            runs.append(child)
        elif child.tag in HOLDERS:
            found.append((runs, child))
            runs = []
    return [*found, (runs, None)]


def _holders(found: _Stretches) -> list[str]:
    return [str(holder.tag) for _, holder in found if holder is not None]


def atoms(runs: Iterable[etree._Element], notes: Notes) -> list[Atom]:
    """Return the atoms of `runs`, each a `w:r`."""
    found: list[Atom] = []
    for look, child, key in _children(runs, notes):
        properties = look[0]
        if child.tag == w("t"):
            found += [
                Atom((look[1], word), word, properties) for word in WORD.findall(character(child))
            ]
        else:
            found.append(Atom((look[1], key), "", properties, child))
    return found


def likeness(runs: Iterable[etree._Element], notes: Notes) -> tuple[Hashable, ...]:
    """Return what makes the words of `runs` the same as others, however they are divided."""
    found = _children(runs, notes)
    return tuple(
        (look, "".join(key for *_, key in group))
        for look, group in groupby(found, lambda each: each[0][1])
    )


def _children(
    runs: Iterable[etree._Element], notes: Notes
) -> list[tuple[tuple[etree._Element | None, str], etree._Element, str]]:
    """Return (look, its text), child and the child's key, of each child of the runs."""
    found = []
    for run in runs:
        properties = run.find(w("rPr"))
        look = "" if properties is None else etree.tostring(properties, encoding="unicode")
        for child in run:
            if child is properties:
                continue
            found.append(((properties, look), child, _key(child, notes)))
    return found


def _key(child: etree._Element, notes: Notes) -> str:
    if child.tag == w("t"):
        return character(child)
    if child.tag == _NOTE:
        return f"<note>{notes.get(value(child, 'id'), '')}"
    return etree.tostring(child, encoding="unicode", with_tail=False)


def stretches(old: Sequence[Atom], new: Sequence[Atom]) -> list[tuple[str, Sequence[Atom]]]:
    """Return the atoms in order, each stretch deleted, inserted or the same.

    What stands between two changes and says nothing, a space or a comma, is part of them.
    """
    made: list[_Stretch] = []
    a = b = 0
    same = common_stretches([atom.key for atom in old], [atom.key for atom in new])
    for i, j, size in [*same, (len(old), len(new), 0)]:
        made.append(_Stretch(old[a:i], new[b:j], False))
        a, b = i + size, j + size
        made.append(_Stretch(old[i:a], new[j:b], True))
    found: list[tuple[str, Sequence[Atom]]] = []
    for stretch in _smooth(each for each in made if each.old or each.new):
        pieces = [(DELETED, stretch.old), (INSERTED, stretch.new)]
        found += [(SAME, stretch.new)] if stretch.same else [piece for piece in pieces if piece[1]]
    return found


class _Stretch(NamedTuple):
    """Atoms of the old text, and what stands for them in the new one."""

    old: Sequence[Atom]
    new: Sequence[Atom]
    same: bool


def _smooth(made: Iterable[_Stretch]) -> list[_Stretch]:
    """Return the stretches, a silent one between two changes joined to both."""
    found: list[_Stretch] = []
    for stretch in made:
        last = found[-1] if len(found) > 1 else None
        if last and last.same and not stretch.same and not any(atom.counts for atom in last.old):
            first = found[-2]
            old = [*first.old, *last.old, *stretch.old]
            found[-2:] = [_Stretch(old, [*first.new, *last.new, *stretch.new], False)]
        else:
            found.append(stretch)
    return found


def as_runs(found: Iterable[Atom]) -> list[etree._Element]:
    """Return atoms as `w:r`s, one for each look, words put together again."""
    made = []
    for _, group in groupby(found, lambda atom: atom.key[0]):
        members = list(group)
        run = etree.Element(w("r"))
        if members[0].properties is not None:
            run.append(deepcopy(members[0].properties))
        for spoken, pieces in groupby(members, lambda atom: atom.child is None):
            if spoken:
                text = etree.SubElement(run, w("t"))
                text.text = "".join(atom.text for atom in pieces)
                text.set(SPACE, "preserve")
            else:
                run.extend(deepcopy(a.child) for a in pieces if a.child is not None)
        made.append(run)
    return made
