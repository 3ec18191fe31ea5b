"""Two versions side by side: facts, text, and whose documents are not what they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from kehoach.diff.facts import Fact, changed
from kehoach.diff.texts import Change, changes
from kehoach.document import Document, tree_hash
from kehoach.form.fillers import ROOT
from kehoach.form.jobs import FormJob, template_paths
from kehoach.versions import Version


class Effect(StrEnum):
    """What becomes of a unit's documents."""

    CHANGED = "changed"
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Affected:
    """A unit or registrant, what becomes of its documents, and which of its forms change.

    `changes` are those in the text of its copy.
    """

    id: str
    name: str
    effect: Effect
    changes: tuple[Change, ...] = ()
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs from version `old` to `new`, which are named for people to read.

    `templates` are the Word templates that look different: every document made with them does.
    """

    title: str
    old: str
    new: str
    facts: tuple[Fact, ...]
    changes: tuple[Change, ...]
    units: tuple[Affected, ...]
    templates: tuple[str, ...]
    from_word: bool = False

    @property
    def empty(self) -> bool:
        """Return whether nothing differs."""
        moved = [unit for unit in self.units if unit.effect is not Effect.SAME]
        return not (self.facts or self.changes or moved or self.templates)


def compare(old: Version, new: Version) -> Comparison:
    """Return what changed from one version to the other.

    Facts and units are those of plans: a Word file has its text alone.
    """
    facts = changed(old.plan, new.plan) if old.plan and new.plan else ()
    both = old.plan is not None and new.plan is not None
    return Comparison(
        new.document.title or old.document.title,
        old.name,
        new.name,
        facts,
        changes(old.document, new.document),
        tuple(_units(old, new)) if both else (),
        tuple(_templates(old, new)) if both else (),
        from_word=not both,
    )


def _units(old: Version, new: Version) -> Iterator[Affected]:
    """Yield the units in their order, those of the new version first, then registrants."""
    names = {copy.unit.id: copy.unit.in_sentence for copy in (*new.copies, *old.copies)}
    before, after = _forms(old.forms), _forms(new.forms)
    folders = dict.fromkeys([*names, *after, *before])
    for id in folders:
        forms = tuple(_differing(before.get(id, {}), after.get(id, {})))
        was, now = old.documents.get(id), new.documents.get(id)
        found = _text(was, now)
        jobs = [*after.get(id, {}).values(), *before.get(id, {}).values()]
        name = names.get(id) or _registrant(id, jobs)
        here = now is not None or id in after
        there = was is not None or id in before
        if not (here and there):
            yield Affected(id, name, Effect.ADDED if here else Effect.REMOVED, forms=forms)
            continue
        same = not forms and _hash(was) == _hash(now)
        yield Affected(id, name, Effect.SAME if same else Effect.CHANGED, found, forms)


def _registrant(folder: str, jobs: Sequence[FormJob]) -> str:
    """Return the name of who fills forms without being a unit: the issuer, or a registrant."""
    if folder == ROOT.as_posix():
        return "cơ quan ban hành"
    return next((str(job.values["don_vi"]) for job in jobs if job.values.get("don_vi")), folder)


def _text(old: Document | None, new: Document | None) -> tuple[Change, ...]:
    if old is None or new is None or _hash(old) == _hash(new):
        return ()
    return changes(old, new)


def _hash(document: Document | None) -> str:
    return tree_hash(document) if document else ""


def _forms(jobs: Iterable[FormJob]) -> dict[str, dict[str, FormJob]]:
    """Return folder → form → its job."""
    found: dict[str, dict[str, FormJob]] = {}
    for job in jobs:
        folder = job.unit.id if job.unit else job.path.parent.as_posix()
        found.setdefault(folder, {})[job.path.name] = job
    return found


def _differing(old: dict[str, FormJob], new: dict[str, FormJob]) -> Iterator[str]:
    for name in dict.fromkeys([*new, *old]):
        before, after = old.get(name), new.get(name)
        if before is None or after is None or before.values != after.values:
            yield PurePosixPath(name).stem if name.endswith(".docx") else name


def _templates(old: Version, new: Version) -> Iterator[str]:
    """Yield the paths of the templates in use whose bytes differ."""
    assert old.plan
    assert new.plan
    forms = {job.template for job in (*old.forms, *new.forms)}
    for name in [new.plan.type, *sorted(forms)]:
        found = [_template(version, name) for version in (old, new)]
        if found[0] and found[1] and found[0][1] != found[1][1]:
            yield found[1][0]


def _template(version: Version, name: str) -> tuple[str, bytes] | None:
    if version.fetch is None or version.plan is None:
        return None
    for path in template_paths(version.plan.path, name):
        try:
            return path, version.fetch(path)
        except OSError:
            continue
    return None
