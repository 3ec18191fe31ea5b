"""What `check` does to a file: a plan is composed, a Word file read, then the rules look at it.

Nothing is written. Files are read here and by the working folder alone.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from kehoach import checking, copies, make
from kehoach import plan as plans
from kehoach.checking import Checker, Choice
from kehoach.diagnostic import N_, Diagnostic, Place, Severity, error, has_errors, in_order
from kehoach.waivers import Waivers
from kehoach.workspace import LIMIT, TEMPLATES, Workspace

WORD = (".docx", ".docm", ".dotx", ".dotm", ".doc")
"""Endings of Word files; those that cannot be read are told so."""

_LISTED = ".docx"


class Kind(StrEnum):
    """What a file is."""

    PLAN = "plan"
    WORD = "Word file"
    PARTY = "Party document"


@dataclass(frozen=True, slots=True)
class Review:
    """A file after a look at it. `crash` is the traceback of a bug of ours, empty without one."""

    path: str
    kind: Kind
    findings: tuple[Diagnostic, ...] = ()
    crash: str = ""

    def count(self, severity: Severity) -> int:
        """Return how many findings are that bad."""
        return sum(found.severity is severity for found in self.findings)


@dataclass(slots=True)
class Targets:
    """The files to look at: plans by their path in the working folder, Word files as named."""

    plans: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.plans) + len(self.words)


def targets(arguments: Sequence[str], workspace: Workspace | None, here: Path) -> Targets:
    """Return the files that `arguments` name: plans, Word files, folders of both.

    Without arguments they are all plans of the working folder.
    """
    made = Targets()
    if not arguments and workspace:
        made.plans, made.findings = workspace.select((), here)
    for argument in arguments:
        path = here / argument
        if path.is_dir():
            _below(made, argument, path, workspace)
        elif path.suffix.lower() in WORD:
            made.words.append(argument)
        elif workspace:
            names, found = workspace.select([argument], here)
            made.plans += names
            made.findings += found
    made.plans, made.words = list(dict.fromkeys(made.plans)), list(dict.fromkeys(made.words))
    return made


def reviews(
    wanted: Targets,
    workspace: Workspace | None,
    here: Path,
    choice: Choice,
    told: Callable[[int, str], None],
) -> Iterator[Review]:
    """Yield a look at each file; `told` hears how many are done and which is next."""
    checker = Checker()
    looks: list[tuple[str, Kind, Callable[[], Review]]] = []
    if workspace:
        looks += [(p, Kind.PLAN, _plan_look(workspace, p, checker)) for p in wanted.plans]
    looks += [(p, Kind.WORD, _word_look(here, p, checker)) for p in wanted.words]
    for done, (path, kind, look) in enumerate(looks):
        told(done, path)
        try:
            made = look()
        except Exception:
            import traceback

            made = Review(path, kind, crash=traceback.format_exc())
        kept = tuple(found for found in made.findings if choice.keeps(found))
        yield Review(made.path, made.kind, kept, made.crash)


def of_plan(workspace: Workspace, name: str, checker: Checker) -> list[Diagnostic]:
    """Return everything that is wrong with the plan at `name`, its copies and their documents."""
    from kehoach.form.jobs import forms

    fetched = make.Fetched(workspace)
    loaded, findings = plans.load(name, fetched)
    if loaded is None or loaded.abstract:
        return findings
    if has_errors(findings):
        return in_order([*findings, *make.besides(loaded, fetched, make.Templates())])
    made, found = copies.of(loaded, fetched)
    findings += found
    composed = list(make.documents(loaded, made, main=True))
    findings += [one for _, _, _, found in composed for one in found]
    if not has_errors(findings):
        findings += forms(loaded, made, fetched)[1]
    waivers = Waivers(checking.codes())
    findings = waivers.kept(loaded, findings)
    if not has_errors(findings):
        findings += checker.check_drafts(make.drafts(loaded, made, composed), waivers)
        findings += waivers.idle(checking.looks())
    return in_order(findings)


def of_word(data: bytes, path: str, checker: Checker) -> Review:
    """Return a look at a Word file of any maker."""
    from kehoach.papers import read_paper

    paper, findings = read_paper(data, path)
    if paper is None:
        return Review(path, Kind.WORD, tuple(in_order(findings)))
    found = in_order([*findings, *checker.check_paper(paper)])
    return Review(path, Kind.PARTY if paper.party else Kind.WORD, tuple(found))


def _plan_look(workspace: Workspace, name: str, checker: Checker) -> Callable[[], Review]:
    return lambda: Review(name, Kind.PLAN, tuple(of_plan(workspace, name, checker)))


def _word_look(here: Path, path: str, checker: Checker) -> Callable[[], Review]:
    def look() -> Review:
        try:
            data = _bytes(here / path)
        except OSError as fault:
            message = N_("the file cannot be read: {reason}")
            found = error("D090", Place(path), message, reason=fault.strerror or "")
            return Review(path, Kind.WORD, (found,))
        return of_word(data, path, checker)

    return look


def _bytes(file: Path) -> bytes:
    """Return the content of a file, `LIMIT` + 1 bytes at most. Raises `OSError`."""
    if file.exists() and not file.is_file():
        raise OSError(errno.EINVAL, N_("not a file"))
    with file.open("rb") as stream:
        return stream.read(LIMIT + 1)


def _below(made: Targets, argument: str, folder: Path, workspace: Workspace | None) -> None:
    """Add the plans and Word files below a folder, or the finding that there are none."""
    real = folder.resolve()
    root = workspace.root if workspace else None
    plans = workspace.plans() if workspace else []
    own = [name for name in plans if root and real in (root / name).parents]
    templates = root / TEMPLATES if root else None
    words = sorted(path for path in folder.rglob(f"*{_LISTED}") if path.is_file())
    found = [p for p in words if not _left_out(p.relative_to(folder).parts)]
    listed = [p for p in found if templates is None or templates not in p.resolve().parents]
    made.plans += own
    made.words += [(Path(argument) / p.relative_to(folder)).as_posix() for p in listed]
    if not own and not listed:
        message = N_("there is neither a plan nor a Word file in this folder")
        made.findings.append(error("B017", Place(argument), message))


def _left_out(parts: Iterable[str]) -> bool:
    """Return whether a path is hidden, or a file that Word has locked."""
    return any(part.startswith((".", "~$")) for part in parts)
