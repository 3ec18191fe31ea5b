"""What two versions are called on the command line: a plan, `PLAN@REV` from git, or a .docx.

A version of a plan is composed from the layers and tables of its own revision, with the copies
and forms that go to the units below.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from kehoach import compose, copies, manifest, plan, revision
from kehoach.copies import Copy
from kehoach.diagnostic import N_, Diagnostic, Place, Span, error, has_errors, in_order
from kehoach.document import Document
from kehoach.form.jobs import FormJob
from kehoach.form.jobs import forms as form_jobs
from kehoach.importer.convert import NOT_OURS, Told, import_docx
from kehoach.layers import Fetch
from kehoach.ooxml import package
from kehoach.ooxml.read import read
from kehoach.plan import Plan
from kehoach.revision import Revision
from kehoach.workspace import LIMIT, Workspace, find, package_data

WORD = ".docx"


@dataclass(frozen=True, slots=True)
class Version:
    """A document, and what it was composed from unless it came from a Word file.

    `documents` are those of the units below, by unit id; `name` is for people to read, `day`
    (YYYY-MM-DD) is that of the revision.
    """

    name: str
    document: Document
    plan: Plan | None = None
    day: str = ""
    copies: tuple[Copy, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)
    forms: tuple[FormJob, ...] = ()
    fetch: Fetch | None = None


def around(arguments: tuple[str, str], home: Path) -> Workspace | None:
    """Return the working folder of the plans that `arguments` name, else that of `home`.

    Word files alone need none: the package's own templates serve.
    """
    named = [Path(revision.split(argument)[0]) for argument in arguments]
    plans = [path for path in named if path.suffix.lower() != WORD]
    found = find(next((path for path in plans if path.exists()), home))
    return found if found or plans else Workspace(home.resolve(), package_data())


def load(
    arguments: tuple[str, str], workspace: Workspace, here: Path, unit: str = ""
) -> tuple[tuple[Version, ...], list[Diagnostic]]:
    """Return the two versions that `arguments` name, none when one cannot be had, and why.

    With `unit` they are the copies of that unit, as they are when one is a Word file of its copy.
    Only errors come back: what else there is to say of a plan, `check` says. Reads files and git.
    """
    unit = unit or next(filter(None, (_unit_of(argument, here) for argument in arguments)), "")
    found: list[Version] = []
    findings: list[Diagnostic] = []
    for argument in arguments:
        version, faults = _load(argument, workspace, here, unit)
        findings += [fault for fault in faults if has_errors([fault])]
        found += [version] if version else []
    return (tuple(found) if len(found) == 2 and not findings else ()), findings


def of_plan(
    path: str, fetch: Fetch, name: str, unit: str = "", day: str = ""
) -> tuple[Version | None, list[Diagnostic]]:
    """Return the plan at `path` of the folder that `fetch` reads, composed; and all findings.

    A base plan is printed nowhere: it has an empty document.
    """
    loaded, findings = plan.load(path, fetch)
    if loaded is None or has_errors(findings):
        return None, findings
    if loaded.abstract:
        return Version(name, Document(()), loaded, day, fetch=fetch), findings
    made, found = copies.of(loaded, fetch, [unit] if unit else ())
    findings += found
    if unit and not made:
        return None, findings
    jobs, found = ([], []) if unit else form_jobs(loaded, made, fetch)
    findings += found
    if has_errors(findings):
        return None, in_order(findings)
    own = made[0].plan if unit else loaded
    below = [] if unit else made
    document = _composed(own, findings)
    documents = {copy.unit.id: _composed(copy.plan, findings) for copy in below}
    version = Version(name, document, own, day, tuple(below), documents, tuple(jobs), fetch)
    return (None if has_errors(findings) else version), in_order(findings)


def _composed(loaded: Plan, findings: list[Diagnostic]) -> Document:
    """Return the document of a plan; add what could not be printed to `findings`."""
    document, found = compose.compose(loaded)
    findings += found
    return document or Document(())


def of_content(
    path: str, data: bytes, workspace: Workspace, name: str
) -> tuple[Version | None, list[Diagnostic]]:
    """Return the plan that `data` would be at `path`, with the other files of the working folder.

    This is what git hands to a diff driver: one file of a revision, not which revision it is.
    """

    def fetch(asked: str) -> bytes:
        return data if asked == path else workspace.fetch(asked)

    return of_plan(path, fetch, name)


def _load(
    argument: str, workspace: Workspace, here: Path, unit: str
) -> tuple[Version | None, list[Diagnostic]]:
    path, name = revision.split(argument)
    if name:
        return _of_revision(argument, path, name, workspace, here, unit)
    if PurePosixPath(path).suffix.lower() == WORD:
        return _of_word(path, here)
    names, findings = workspace.select([argument], here)
    if not names:
        return None, findings
    return of_plan(names[0], workspace.fetch, argument, unit)


def _of_revision(
    argument: str, path: str, name: str, workspace: Workspace, here: Path, unit: str
) -> tuple[Version | None, list[Diagnostic]]:
    if PurePosixPath(path).suffix.lower() == WORD:
        message = N_("only plans are read from a revision")
        hint = N_("name the plan that the file was built from: PLAN@{name}")
        return None, [error("V011", Place(argument), message, hint, name=name)]
    found, own, findings = at_revision(argument, workspace, here)
    if found is None:
        return None, findings
    shown = f"{argument} ({found.short}, {found.day})"
    version, findings = of_plan(own, found.fetch, shown, unit, found.day)
    return version, [in_revision(fault, name) for fault in findings]


def at_revision(
    argument: str, workspace: Workspace, here: Path
) -> tuple[Revision | None, str, list[Diagnostic]]:
    """Return the revision that `PLAN@REV` names and the plan's path there, or why it has none.

    The path counts from `here`, else from the working folder.
    """
    path, name = revision.split(argument)
    where = Place(argument)
    found, findings = revision.find(workspace, name, where)
    if found is None:
        return None, "", findings
    below = _below(workspace, here / path)
    own = below if below and revision.missing(found, below, where) is None else path
    fault = revision.missing(found, own, where)
    return (None, "", [fault]) if fault else (found, own, [])


def _below(workspace: Workspace, file: Path) -> str:
    """Return the path of `file` in the working folder, empty when it is not below it."""
    full = file.resolve()
    return (
        full.relative_to(workspace.root).as_posix() if full.is_relative_to(workspace.root) else ""
    )


def in_revision(fault: Diagnostic, name: str) -> Diagnostic:
    """Return a finding whose place says which revision it is in: the file is another one today."""
    path = f"{fault.where.path}@{name}"
    if isinstance(fault.where, Span):
        return replace(fault, where=replace(fault.where, path=path))
    return replace(fault, where=replace(fault.where, path=path))


def _of_word(path: str, here: Path) -> tuple[Version | None, list[Diagnostic]]:
    data, findings = _bytes(path, here)
    if data is None:
        return None, findings
    document, findings = read(data, path)
    if document is None and [fault.code for fault in findings] == [NOT_OURS]:
        document, findings = _of_another_maker(data, path)
    return (Version(path, document) if document else None), findings


def _of_another_maker(data: bytes, path: str) -> tuple[Document | None, list[Diagnostic]]:
    """Return a Word file read by its looks, as the plan would print it that import makes of it."""
    imported, findings = import_docx(data, path, Told("plans/x.yaml"))
    if imported is None:
        return None, findings
    return (imported.source if has_errors(findings) else imported.made or imported.source), []


def _bytes(path: str, here: Path) -> tuple[bytes | None, list[Diagnostic]]:
    try:
        with (here / path).open("rb") as stream:
            return stream.read(LIMIT + 1), []
    except OSError as fault:
        message = N_("the file {path} cannot be read: {reason}")
        reason = fault.strerror or type(fault).__name__
        return None, [error("V010", Place(path), message, path=path, reason=reason)]


def _unit_of(argument: str, here: Path) -> str:
    """Return the unit whose copy a Word file says it is, empty for any other file."""
    if PurePosixPath(argument).suffix.lower() != WORD:
        return ""
    data, _ = _bytes(argument, here)
    parts, _ = package.unpack(data, argument) if data else (None, [])
    origin = manifest.provenance(package.properties(parts)) if parts else None
    return origin.unit if origin else ""
