"""The files that an edited Word file changes, as they would be: nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from kehoach import plan as plans
from kehoach.absorb import origin
from kehoach.absorb.edits import Edit, Kind, applied
from kehoach.absorb.files import Files
from kehoach.absorb.merge import Conflict, Merged, MergeError, merge
from kehoach.absorb.numbers import retyped
from kehoach.absorb.origin import Found
from kehoach.diagnostic import N_, Diagnostic, Place, Span, error, has_errors, warning
from kehoach.layers import Fetch
from kehoach.report import split_lines
from kehoach.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Draft:
    """A source: where it is today, what is there (None in the package alone), what would be.

    `base` is its text in the base, `current` that of today.
    """

    path: str
    before: bytes | None
    base: str
    current: str
    merged: Merged

    def data(self, word: Mapping[Conflict, bool]) -> bytes:
        """Return the new content; a conflict takes the words of Word where `word` says so."""
        return self.merged.text(word).encode()

    def today(self, line: int) -> int:
        """Return where a line of the base stands today, or would if it still did."""
        if self.base == self.current:
            return line
        base, current = split_lines(self.base.encode()), split_lines(self.current.encode())
        matcher = SequenceMatcher(None, base, current, autojunk=False)
        for _, start, end, new, new_end in matcher.get_opcodes():
            if start < line <= end:
                return min(new + line - start, max(new_end, new + 1))
        return line


def drafts(
    found: Found, edits: Iterable[Edit], workspace: Workspace
) -> tuple[dict[str, Draft], list[Diagnostic]]:
    """Return path in the base → draft of each file that `edits` change, and all that is in the way.

    Reads the working folder.
    """
    by_path: dict[str, list[Edit]] = {}
    for edit in edits:
        by_path.setdefault(edit.path, []).append(edit)
    made: dict[str, Draft] = {}
    findings: list[Diagnostic] = []
    for path, own in by_path.items():
        draft, faults = _draft(found, path, own, workspace)
        findings += faults
        if draft:
            made[path] = draft
    return made, findings


def _draft(
    found: Found, path: str, edits: list[Edit], workspace: Workspace
) -> tuple[Draft | None, list[Diagnostic]]:
    now = found.today if path == found.path else origin.today(path, workspace)
    where = Place(now or path)
    if not now:
        message = N_("{path}, which the edits go to, is not here any more")
        return None, [error("A010", where, message, path=path)]
    try:
        today = workspace.fetch(now)
        own = (workspace.root / now).is_file()
        base, current = (data.decode() for data in (found.base.fetch(path), today))
    except OSError as fault:
        message = N_("the file {path} cannot be read: {reason}")
        return None, [error("A011", where, message, path=now, reason=fault.strerror or "")]
    except UnicodeDecodeError:
        return None, [error("A012", where, N_("{path} is no text any more"), path=now)]
    try:
        merged = _merged(base, current, edits)
    except MergeError as fault:
        message = N_("{path} has changed since the file was built, and cannot be merged: {reason}")
        hint = N_("install git, or put the version back that the file was built from")
        return None, [error("A013", where, message, hint, path=now, reason=str(fault))]
    findings = [_mixed(now, line) for line in merged.mixed]
    if not own:
        message = N_("{path} came with kehoach: a file of your own will take its place")
        findings.append(warning("A014", where, message, path=now))
    return Draft(now, today if own else None, base, current, merged), findings


def _merged(base: str, current: str, edits: list[Edit]) -> Merged:
    """Return the text of today with the edits; numbers typed anew are no reason for a conflict."""
    merged = merge(base, current, applied(base, edits))
    if not merged.conflicts:
        return merged
    bare = merge(base, current, applied(base, (e for e in edits if e.kind is not Kind.NUMBER)))
    return bare if len(bare.conflicts) < len(merged.conflicts) else merged


def contents(
    found: Found,
    made: Mapping[str, Draft],
    word: Mapping[Conflict, bool],
    fetch: Fetch,
    anew: bool = False,
) -> dict[str, bytes]:
    """Return path of today → new content of each draft.

    `fetch` reads the folder as it is; `word` tells which conflicts take the words of Word. The
    points of a plan that has moved on are numbered `anew`, and when that is asked for.
    """
    files = {draft.path: draft.data(word) for draft in made.values()}
    if not anew and all(draft.base == draft.current for draft in made.values()):
        return files
    before, _ = plans.load(found.today, fetch)
    after, findings = plans.load(found.today, overlaid(fetch, files))
    if before is None or after is None or has_errors(findings):
        return files
    touched = [Edit(path, 0, 0, "") for path in files]
    edits = retyped(touched, Files(overlaid(fetch, files)), before, after)
    for path, data in files.items():
        own = (edit for edit in edits if edit.path == path)
        files[path] = applied(data.decode(), own).encode()
    return files


def _mixed(path: str, line: int) -> Diagnostic:
    message = N_("other words of this line have changed in the plan, too: read it again")
    return warning("A015", Span(path, line, 1), message)


def overlaid(fetch: Fetch, files: Mapping[str, bytes]) -> Fetch:
    """Return `fetch` with `files` in the place of what it gives for their paths."""

    def fetched(path: str) -> bytes:
        return files[path] if path in files else fetch(path)

    return fetched
