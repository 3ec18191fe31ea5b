"""Redlines: the new version of a document in which Word shows what it changed in the old one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath

from kehoach import make, revision, versions
from kehoach.diagnostic import N_, Diagnostic, Place, error
from kehoach.document import Document, canonical
from kehoach.ooxml.parts import document as write
from kehoach.ooxml.revise import Reviser
from kehoach.ooxml.union import union
from kehoach.render import render_parts, title
from kehoach.template import Template
from kehoach.versions import Version
from kehoach.workspace import Workspace

NAME = "ke-hoach"
"""The template of a Word file of which no plan is at hand, and the name of every redline."""


@dataclass(frozen=True, slots=True)
class Redlines:
    """Redlines by their path below a folder; `same` and `single` are the units without one.

    The text of a unit that is `single` is in one version only. The plan's own has no name.
    """

    files: Mapping[PurePosixPath, bytes] = field(default_factory=dict)
    same: tuple[str, ...] = ()
    single: tuple[str, ...] = ()


def redline(
    template: Template, old: Document, new: Document, author: str, date: str = ""
) -> tuple[bytes | None, list[Diagnostic]]:
    """Return `new` as the bytes of a .docx whose tracked changes lead back to `old`.

    Accepting them all gives the tree of `new`, rejecting them all that of `old`. They are by
    `author` at `date` (ISO 8601, empty when it is not to be told). None, and what cannot be
    printed, when one of the two cannot be rendered. What is computed for the page (columns,
    indents, lines kept together) is that of `new`.
    """
    before, findings = render_parts(template, old)
    after, found = render_parts(template, new)
    if before is None or after is None:
        return None, [*findings, *found]
    parts = union(before, after, template.package, template.frames, Reviser(author, date))
    return write(parts, title(new), {}, template.package.members), []


def redlines(
    template: Template, old: Version, new: Version, author: str, date: str
) -> tuple[Redlines, list[Diagnostic]]:
    """Return a redline of the plan's and of each unit's text that has changed, and all findings."""
    findings: list[Diagnostic] = []
    made: dict[PurePosixPath, bytes] = {}
    same: list[str] = []
    single: list[str] = []
    for unit, before, after in _pairs(old, new):
        if before is None or after is None:
            single.append(unit)
            continue
        if canonical(before) == canonical(after):
            same.append(unit)
            continue
        data, found = redline(template, before, after, author, date)
        findings += found
        if data is not None:
            made[PurePosixPath(unit, f"{NAME}.docx")] = data
    return Redlines(made, tuple(same), tuple(single)), findings


def produced(
    sides: tuple[str, str],
    unit: str,
    author: str,
    date: str,
    workspace: Workspace,
    home: Path,
    batch: bool,
) -> tuple[Redlines | None, list[Diagnostic]]:
    """Return the redlines of two versions as named on the command line, None when there are none.

    That is one for each text that has changed in a `batch`, else the plan's alone, be it as it was.
    Names count from the folder `home`. Reads files and git.
    """
    found, findings = versions.load(sides, workspace, home, unit)
    if len(found) != 2:
        return None, findings
    old, new = found
    findings = [_empty(version) for version in found if not version.document.blocks]
    if findings:
        return None, findings
    plan = next((v.plan for v in (new, old) if v.plan), None)
    path, name = (plan.path, plan.type) if plan else ("", NAME)
    template, findings = make.Templates().get(path, name, make.Fetched(workspace))
    if template is None:
        return None, findings
    if batch:
        made, findings = redlines(template, old, new, author, date)
        return (None if findings else made), findings
    data, findings = redline(template, old.document, new.document, author, date)
    return (Redlines({PurePosixPath(f"{NAME}.docx"): data}) if data else None), findings


def by_git(workspace: Workspace, argument: str) -> tuple[str, str]:
    """Return who wrote the version that `argument` names and when, empty where git cannot say.

    For `PLAN@REV` it is the commit's author and date, for a file the user that git is set up for.
    """
    _, name = revision.split(argument)
    root = workspace.root
    try:
        if not name:
            return revision.git(root, "config", "user.name").decode("utf-8", "replace").strip(), ""
        form = ("log", "-1", "--no-show-signature", "--format=%an%x00%aI", "--end-of-options")
        told = revision.git(root, *form, f"{name}^{{commit}}").decode("utf-8", "replace")
    except revision.GitError:
        return "", ""
    author, _, date = told.strip().partition("\0")
    return author, date


def moment(text: str) -> str:
    """Return an ISO 8601 day or time the way Word writes it: the clock on the wall, then a Z.

    Raises `ValueError` when it is neither.
    """
    return datetime.fromisoformat(text).replace(tzinfo=None, microsecond=0).isoformat() + "Z"


def _pairs(old: Version, new: Version) -> Iterator[tuple[str, Document | None, Document | None]]:
    """Yield the two texts of the plan, under no name, and of each unit."""
    yield "", old.document, new.document
    for unit in dict.fromkeys([*new.documents, *old.documents]):
        yield unit, old.documents.get(unit), new.documents.get(unit)


def _empty(version: Version) -> Diagnostic:
    message = N_("{name} is a base plan, which is printed nowhere")
    hint = N_("name a plan that is built")
    return error("V020", Place(version.name), message, hint, name=version.name)
