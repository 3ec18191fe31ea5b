"""The proof: the plan as it would be says what the Word file says, or what differs is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kehoach import versions
from kehoach.absorb import origin
from kehoach.absorb.drafts import overlaid
from kehoach.absorb.origin import Found
from kehoach.align import blocks
from kehoach.diagnostic import N_, Diagnostic, has_errors
from kehoach.diff.texts import Change, Kind, changes
from kehoach.document import Block, Document, canonical
from kehoach.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where the new document is not the Word file: its section, and the words of both.

    `why` is an English template for what the words do not tell, mostly empty.
    """

    section: str
    plan: str
    word: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """Whether the new document equals the edited one; `moved` when the plan has changed besides.

    With errors among `findings` there is no document at all, and nothing may be written.
    """

    differences: tuple[Difference, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    moved: bool = False

    @property
    def stands(self) -> bool:
        """Return whether the plan loads and composes, and so do its copies and forms."""
        return not has_errors(self.findings)

    @property
    def equal(self) -> bool:
        """Return whether every edit of the Word file is in the new document."""
        return self.stands and not self.differences


def prove(
    found: Found, files: Mapping[str, bytes], edited: Document, workspace: Workspace
) -> Proof:
    """Compose the plan with `files` as they would be, with copies and forms; compare with `edited`.

    A change that the plan has seen since the base is no difference. Pure but for reading.
    """
    version, findings = versions.of_plan(found.today, overlaid(workspace.fetch, files), found.name)
    if version is None:
        return Proof(findings=tuple(fault for fault in findings if has_errors([fault])))
    unit = found.base.unit
    made = version.documents.get(unit) if unit else version.document
    if made is None:
        return Proof((Difference("", "", "", N_("the plan makes no copy for this unit any more")),))
    if canonical(made) == canonical(edited):
        return Proof()
    today, _ = origin.composed(found.today, workspace.fetch, unit)
    since = today.document if today else found.base.document
    moved = canonical(since) != canonical(found.base.document)
    return Proof(tuple(_differences(made, edited, since, found.base.document)), (), moved)


def _differences(
    made: Document, edited: Document, today: Document, base: Document
) -> Iterator[Difference]:
    """Yield where `made` and `edited` differ, but for what `today` and `base` do already."""
    since = _Since(today, base, made)
    left = changes(made, edited)
    for change in left:
        if not since.explains(change):
            yield Difference(change.section, change.old, change.new, _why(change))
    if not left and canonical(today) == canonical(base):
        yield from list(_looks(made, edited)) or [Difference("", "", "", _HIDDEN)]


_HIDDEN = N_("something differs that the words do not show")


class _Since:
    """What the plan has changed since the base: `made` has it and the Word file does not."""

    def __init__(self, today: Document, base: Document, made: Document) -> None:
        """Take the document of today, that of the base, and the new one."""
        back = changes(today, base)
        self._lines = {(change.old, change.new) for change in back}
        self._words = {change.old: set(_edits(change)) for change in back}
        self._today = {change.new: change.old for change in changes(today, made)}

    def explains(self, change: Change) -> bool:
        """Return whether a change from the new document to the Word file is but the way back."""
        if (change.old, change.new) in self._lines:
            return True
        known = self._words.get(self._today.get(change.old, change.old), set())
        found = set(_edits(change))
        return bool(found) and found <= known


def _edits(change: Change) -> Iterator[tuple[str, str]]:
    """Yield the changed words of a line, each stretch before and after."""
    for edit in change.edits:
        if not edit.same:
            old, new = ("".join(word.text for word in side) for side in (edit.old, edit.new))
            yield old, new


def _why(change: Change) -> str:
    if change.kind is Kind.MOVED:
        return N_("it stands in another place")
    return N_("the look or the marker differs") if change.old == change.new else ""


def _looks(made: Document, edited: Document) -> Iterator[Difference]:
    """Yield what differs in numbers or ends of lines alone."""
    for pair in blocks(made.blocks, edited.blocks):
        if pair.old is None or pair.new is None:
            continue
        old, new = made.blocks[pair.old], edited.blocks[pair.new]
        if canonical(Document((old,))) != canonical(Document((new,))):
            why = N_("the number or the end of the line differs")
            yield Difference("", _shown(old), _shown(new), why)


def _shown(block: Block) -> str:
    return f"{block.marker.label} {block.text}" if block.marker else block.text
