"""From the plans of a working folder to Word files and manifests in the output folder.

A plan with errors is not built and its older files stay; the other plans are built all the same.
The same sources give the same bytes, in any folder, at any time.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from kehoach import __version__, compose, manifest, output, store
from kehoach import plan as plans
from kehoach.diagnostic import N_, Diagnostic, Place, error, has_errors
from kehoach.document import Document, canonical, tree_hash
from kehoach.manifest import Entry, Manifest, Provenance
from kehoach.units import table_hash
from kehoach.workspace import TEMPLATES, Workspace

if TYPE_CHECKING:
    from kehoach.template import Template

MAIN = "ke-hoach"
"""Name of a plan's own document, and its kind in the manifest."""


class Status(StrEnum):
    """What became of a plan."""

    BUILT = "built"
    UNCHANGED = "unchanged"
    ABSTRACT = "abstract"
    FAILED = "not built"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A plan after its build. `files` are paths below the output folder, `seconds` wall time.

    `crash` is the traceback of a bug of ours, empty when there was none.
    """

    plan: str
    status: Status
    files: tuple[str, ...] = ()
    seconds: float = 0.0
    findings: tuple[Diagnostic, ...] = ()
    crash: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """All plans after a build, and those that an interrupt left undone."""

    outcomes: tuple[Outcome, ...]
    undone: tuple[str, ...] = ()


@dataclass(slots=True)
class _Made:
    """The files of a plan before they are written, with the documents they were made from."""

    manifest: Manifest
    files: dict[PurePosixPath, bytes] = field(default_factory=dict)
    documents: dict[PurePosixPath, Document] = field(default_factory=dict)


Progress = Callable[[int, str], None]
"""Told how many plans are done and which one is next."""


def build(
    workspace: Workspace, names: Iterable[str], out: Path, recheck: bool, progress: Progress
) -> Result:
    """Build the plans at `names` into `out`; return what became of each.

    With `recheck` every file is read back and compared with what the plan says. An interrupt
    (Ctrl-C) drops the plan in hand and leaves the rest undone; no file is ever half-written.
    """
    builder = _Builder(workspace, out, recheck)
    waiting = list(names)
    outcomes: list[Outcome] = []
    try:
        while waiting:
            progress(len(outcomes), waiting[0])
            outcomes.append(builder.build(waiting[0]))
            del waiting[0]
    except KeyboardInterrupt:
        return Result(tuple(outcomes), tuple(waiting))
    return Result(tuple(outcomes))


def check(workspace: Workspace, name: str) -> list[Diagnostic]:
    """Return everything that loading and composing the plan at `name` finds."""
    loaded, findings = plans.load(name, workspace.fetch)
    if loaded is None or loaded.abstract or has_errors(findings):
        return findings
    return findings + compose.compose(loaded)[1]


class _Builder:
    def __init__(self, workspace: Workspace, out: Path, recheck: bool) -> None:
        self._workspace = workspace
        self._out = out
        self._recheck = recheck
        self._state = store.State(workspace.root)
        self._templates: dict[str, tuple[Template | None, list[Diagnostic]]] = {}

    def build(self, name: str) -> Outcome:
        started = time.perf_counter()
        findings: list[Diagnostic] = []
        status, crash = Status.FAILED, ""
        files: tuple[str, ...] = ()
        try:
            status, files = self._build(name, findings)
        except OSError as fault:
            findings.append(output.fault(fault, self._show))
        except Exception:
            crash = traceback.format_exc()
        seconds = time.perf_counter() - started
        return Outcome(name, status, files, seconds, tuple(findings), crash)

    def _build(self, name: str, findings: list[Diagnostic]) -> tuple[Status, tuple[str, ...]]:
        fetched = _Fetched(self._workspace)
        loaded, found = plans.load(name, fetched)
        findings += found
        if loaded is None or has_errors(found):
            return Status.FAILED, ()
        if loaded.abstract:
            return Status.ABSTRACT, ()
        made = self._make(name, loaded, fetched, findings)
        if made is None or has_errors(findings):
            return Status.FAILED, ()
        return self._publish(made, fetched, findings)

    def _make(
        self, name: str, loaded: plans.Plan, fetched: _Fetched, findings: list[Diagnostic]
    ) -> _Made | None:
        from kehoach import render

        document, found = compose.compose(loaded)
        findings += found
        template, found = self._template(f"{TEMPLATES}/{loaded.type}.docx", fetched)
        findings += found
        if document is None or template is None or has_errors(findings):
            return None
        sources = dict(fetched.hashes())
        if loaded.unit:
            sources[manifest.UNITS] = table_hash()
        origin = Provenance(name, __version__, tree_hash(document), sources)
        data, found = render.render(template, document, manifest.properties(origin))
        findings += found
        if data is None:
            return None
        path = output.folder_of(name) / f"{MAIN}.docx"
        key = manifest.key(__version__, MAIN, "", sources)
        entry = Entry(path.name, store.sha256(data), MAIN, key)
        listing = Manifest(name, __version__, sources, (entry,))
        return _Made(listing, {path: data}, {path: document})

    def _template(self, path: str, fetched: _Fetched) -> tuple[Template | None, list[Diagnostic]]:
        from kehoach import template

        try:
            data = fetched(path)
        except OSError as fault:
            message = N_("the template cannot be read: {reason}")
            return None, [error("B012", Place(path), message, reason=fault.strerror or "")]
        digest = store.sha256(data)
        if digest not in self._templates:
            self._templates[digest] = template.compile_template(data, path)
        return self._templates[digest]

    def _publish(
        self, made: _Made, fetched: _Fetched, findings: list[Diagnostic]
    ) -> tuple[Status, tuple[str, ...]]:
        self._state.keep_sources(fetched.contents.values())
        done = output.publish(self._out, made.files, made.manifest, self._state, _untouched)
        findings += (output.kept_aside(path, copy, self._show) for path, copy in done.aside)
        if self._recheck:
            findings += self._differences(made)
        status = Status.BUILT if done.changed else Status.UNCHANGED
        return status, tuple(path.as_posix() for path in made.files)

    def _differences(self, made: _Made) -> list[Diagnostic]:
        from kehoach.ooxml.read import read

        findings: list[Diagnostic] = []
        for path, document in made.documents.items():
            place = Place(self._show(self._out / path))
            again, found = read((self._out / path).read_bytes(), place.path)
            findings += found
            if again is not None and canonical(again) != canonical(document):
                message = N_("the file does not say what the plan says")
                findings.append(error("B013", place, message, N_("this is a fault of the tool")))
        return findings

    def _show(self, path: Path) -> str:
        root = self._workspace.root
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


class _Fetched:
    """Gives the files of a working folder and remembers what it gave."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.contents: dict[str, bytes] = {}

    def __call__(self, path: str) -> bytes:
        if path not in self.contents:
            self.contents[path] = self._workspace.fetch(path)
        return self.contents[path]

    def hashes(self) -> Mapping[str, str]:
        return {path: store.sha256(data) for path, data in sorted(self.contents.items())}


def _untouched(data: bytes) -> bool:
    from kehoach import verify

    return verify.verify(data, "").verdict is verify.Verdict.OURS
