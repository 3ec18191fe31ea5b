"""An edited Word file on its way home: what it changes, what is asked, what would be written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kehoach import manifest, store, verify
from kehoach.absorb import origin
from kehoach.absorb.absorb import absorb, settled
from kehoach.absorb.changes import Absorbed, Choice
from kehoach.absorb.comments import Comment, comments
from kehoach.absorb.drafts import Draft, contents, drafts
from kehoach.absorb.edits import Edit, Kind
from kehoach.absorb.fixed import fixed
from kehoach.absorb.merge import Conflict
from kehoach.absorb.origin import Found
from kehoach.absorb.prove import Difference, Proof, prove
from kehoach.absorb.unfit import unfit
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

    `picks` are the answers: choice → option, both counted from 0. The edits `left_out` would keep
    the plan from being built, as `refusals` say; `refused` are the files as they would be then.
    """

    picks: Mapping[int, int]
    edits: tuple[Edit, ...]
    drafts: Mapping[str, Draft]
    files: Mapping[str, bytes]
    proof: Proof
    findings: tuple[Diagnostic, ...] = ()
    left_out: tuple[Edit, ...] = ()
    refusals: tuple[Diagnostic, ...] = ()
    refused: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def conflicts(self) -> tuple[tuple[str, Conflict], ...]:
        """Return the path of today and the conflict, for all of them."""
        return tuple(
            (draft.path, conflict)
            for draft in self.drafts.values()
            for conflict in draft.merged.conflicts
        )

    @property
    def taken(self) -> tuple[Edit, ...]:
        """Return the edits that would be written."""
        return tuple(edit for edit in self.edits if edit not in self.left_out)

    @property
    def writable(self) -> bool:
        """Return whether there is something to write, and it may be written."""
        return bool(self.changed) and self.proof.stands and not has_errors(self.findings)

    @property
    def changed(self) -> dict[str, tuple[bytes | None, bytes]]:
        """Return path → content read and content to write, of the files that would change."""
        before = {draft.path: draft.before for draft in self.drafts.values()}
        made = ((path, before[path], data) for path, data in self.files.items())
        return {path: (old, new) for path, old, new in made if old != new}


def opened(
    data: bytes, file: str, given: str, unit: str, workspace: Workspace, here: Path
) -> tuple[Session | None, list[Diagnostic]]:
    """Return what the edited Word file `file` changes, or None and why that cannot be told.

    `given` and `unit` name the base when the file does not carry it. Reads files and git.
    """
    document, findings = read(data, file)
    if document is None:
        carried = verify.verify(data, file).origin
        return None, [origin.a_form(carried, file)] if carried and carried.form else findings
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


@dataclass(frozen=True, slots=True)
class _Attempt:
    """Some edits laid onto the plan of today."""

    drafts: Mapping[str, Draft]
    files: Mapping[str, bytes]
    proof: Proof
    findings: Sequence[Diagnostic]


def prepared(
    session: Session, picks: Mapping[int, int], words: Mapping[int, bool], workspace: Workspace
) -> Prepared:
    """Return what would be written with these answers, and whether it is proven.

    `picks` is choice → option; `words` is conflict → whether the words of Word are taken; all
    count from 0. Raises `Overlap` when two picks want the same characters. Reads files.
    """
    edits = settled(session.absorbed, picks, session.found.base)
    made, findings = drafts(session.found, edits, workspace)
    conflicts = (conflict for draft in made.values() for conflict in draft.merged.conflicts)
    taken = {conflict: words.get(at, False) for at, conflict in enumerate(conflicts)}

    def attempt(some: Sequence[Edit]) -> _Attempt:
        anew = len(some) < len(edits)
        laid, found = drafts(session.found, some, workspace) if anew else (made, findings)
        files = contents(session.found, laid, taken, workspace.fetch, anew)
        return _Attempt(laid, files, _proof(session, files, workspace), found)

    whole = last = attempt(edits)
    left: tuple[Edit, ...] = ()
    if not whole.proof.stands and not has_errors(findings):
        left = unfit(edits, lambda some: attempt(some).proof.stands)
        rest = [e for e in edits if e not in left and e.kind is not Kind.NUMBER]
        last = attempt(rest) if left else whole
    ready = Prepared(picks, edits, made, last.files, last.proof, tuple(last.findings))
    if not left:
        return ready
    return replace(ready, left_out=left, refusals=whole.proof.findings, refused=whole.files)


def _proof(session: Session, files: Mapping[str, bytes], workspace: Workspace) -> Proof:
    proof = prove(session.found, files, session.marked.document, workspace)
    left = (Difference("", choice.was, choice.now, _TEMPLATE) for choice in session.fixed)
    return replace(proof, differences=(*proof.differences, *left))


def write(prepared: Prepared, workspace: Workspace) -> list[str]:
    """Write the files, all or none; return their paths. Raises `OSError`, `store.Moved` also."""
    made = {(workspace.root / path).resolve(): pair for path, pair in prepared.changed.items()}
    store.replace_all(made)
    return list(prepared.changed)


def lines_today(prepared: Prepared, edits: Iterable[Edit]) -> Iterator[tuple[Edit, str, int]]:
    """Yield each of `edits` with the path and the line of today's file that it changes."""
    for edit in edits:
        draft = prepared.drafts.get(edit.path)
        line = edit.where.line if edit.where else 0
        yield edit, draft.path if draft else edit.path, draft.today(line) if draft else line
