"""An edited Word file on its way home: what it changes, what is asked, what would be written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kehoach import manifest, store
from kehoach.absorb import origin
from kehoach.absorb.absorb import absorb, settled
from kehoach.absorb.changes import Absorbed, Choice
from kehoach.absorb.comments import Comment, comments
from kehoach.absorb.drafts import Draft, contents, drafts
from kehoach.absorb.edits import Edit
from kehoach.absorb.fixed import fixed
from kehoach.absorb.merge import Conflict
from kehoach.absorb.origin import Found
from kehoach.absorb.prove import Difference, Proof, prove
from kehoach.diagnostic import N_, Diagnostic, has_errors
from kehoach.diff.texts import Change, changes
from kehoach.ooxml.read import read
from kehoach.ooxml.remarks import Marked, marked
from kehoach.workspace import Workspace

_TEMPLATE = N_("these are the template's words")


@dataclass(frozen=True, slots=True)
class Session:
    """An edited file with its base, and what it changes in the sources of that.

    `tracked` are, by author, the changes that Word tracked; `plain` those that it did not. `fixed`
    are those choices that tell of a template's own words.
    """

    found: Found
    marked: Marked
    absorbed: Absorbed
    comments: tuple[Comment, ...]
    tracked: Mapping[str, tuple[Change, ...]]
    plain: tuple[Change, ...]
    fixed: tuple[Choice, ...] = ()

    def authors(self, edit: Edit) -> tuple[str, ...]:
        """Return who tracked a change with the words of `edit`, nobody when none did."""
        return tuple(
            author
            for author, made in self.tracked.items()
            if any(_meet(edit.was, c.old) and _meet(edit.now, c.new) for c in made)
        )


def _meet(told: str, changed: str) -> bool:
    """Return whether two texts are of one place: a paragraph or a cell, with its marker or not."""
    one, other = told.strip(), changed.strip()
    return (one in other or other in one) if one and other else one == other


@dataclass(frozen=True, slots=True)
class Prepared:
    """What answers make of a session: edits, the files as they would be, conflicts, the proof.

    `picks` are the answers: choice → option, both counted from 0.
    """

    picks: Mapping[int, int]
    edits: tuple[Edit, ...]
    drafts: Mapping[str, Draft]
    files: Mapping[str, bytes]
    proof: Proof
    findings: tuple[Diagnostic, ...] = ()

    @property
    def conflicts(self) -> tuple[tuple[str, Conflict], ...]:
        """Return the path of today and the conflict, for all of them."""
        return tuple(
            (draft.path, conflict)
            for draft in self.drafts.values()
            for conflict in draft.merged.conflicts
        )

    @property
    def writable(self) -> bool:
        """Return whether there is something to write, and it may be written."""
        return bool(self.changed) and self.proof.stands and not has_errors(self.findings)

    @property
    def changed(self) -> dict[str, tuple[bytes | None, bytes]]:
        """Return path → content read and content to write, of the files that would change."""
        made = {d.path: (d.before, self.files[d.path]) for d in self.drafts.values()}
        return {path: pair for path, pair in made.items() if pair[0] != pair[1]}


def opened(
    data: bytes, file: str, given: str, unit: str, workspace: Workspace, here: Path
) -> tuple[Session | None, list[Diagnostic]]:
    """Return what the edited Word file `file` changes, or None and why that cannot be told.

    `given` and `unit` name the base when the file does not carry it. Reads files and git.
    """
    document, findings = read(data, file)
    if document is None:
        return None, findings
    held, findings = marked(data, file)
    if held is None:
        return None, findings
    found, findings = origin.find(
        manifest.provenance(held.properties), given, unit, file, workspace, here
    )
    if found is None:
        return None, findings
    absorbed = absorb(found.base, document)
    told = tuple(fixed(found, held.parts, workspace))
    made = Session(
        found,
        held,
        replace(absorbed, choices=(*absorbed.choices, *told)),
        tuple(comments(held)),
        {author: changes(held.before, held.by(author)) for author in held.authors},
        changes(found.base.document, held.before),
        told,
    )
    return made, findings


def prepared(
    session: Session, picks: Mapping[int, int], words: Mapping[int, bool], workspace: Workspace
) -> Prepared:
    """Return what would be written with these answers, and whether it is proven.

    `picks` is choice → option; `words` is conflict → whether the words of Word are taken; all
    count from 0. Raises `Overlap` when two picks want the same characters. Reads files.
    """
    edits = settled(session.absorbed, picks, session.found.base)
    made, findings = drafts(session.found, edits, workspace)
    conflicts = [c for draft in made.values() for c in draft.merged.conflicts]
    taken = {c: words.get(number, False) for number, c in enumerate(conflicts)}
    files = contents(session.found, made, taken, workspace.fetch)
    proof = prove(session.found, files, session.marked.document, workspace)
    left = (Difference("", choice.was, choice.now, _TEMPLATE) for choice in session.fixed)
    proof = replace(proof, differences=(*proof.differences, *left))
    return Prepared(dict(picks), edits, made, files, proof, tuple(findings))


def write(prepared: Prepared, workspace: Workspace) -> list[str]:
    """Write the files, all or none; return their paths. Raises `OSError`, `store.Moved` also."""
    made = {(workspace.root / path).resolve(): pair for path, pair in prepared.changed.items()}
    store.replace_all(made)
    return list(prepared.changed)


def lines_today(prepared: Prepared) -> Iterator[tuple[Edit, str, int]]:
    """Yield each edit with the path and the line of today's file that it changes."""
    for edit in prepared.edits:
        draft = prepared.drafts.get(edit.path)
        line = edit.where.line if edit.where else 0
        yield edit, draft.path if draft else edit.path, draft.today(line) if draft else line
