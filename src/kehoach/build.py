"""From the plans of a working folder to Word files and manifests in the output folder.

A plan with errors is not built and its older files stay; the other plans are built all the same.
The same sources give the same bytes, in any folder, at any time.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path, PurePosixPath

from kehoach import checking, make, output, review, store
from kehoach import plan as plans
from kehoach.diagnostic import N_, Diagnostic, Place, error, has_errors, in_order
from kehoach.document import canonical
from kehoach.make import Fetched, Made
from kehoach.waivers import Waivers
from kehoach.workspace import Workspace


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
    documents: int = 0
    units: int = 0
    forms: int = 0
    seconds: float = 0.0
    findings: tuple[Diagnostic, ...] = ()
    crash: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """All plans after a build, and those that an interrupt left undone."""

    outcomes: tuple[Outcome, ...]
    undone: tuple[str, ...] = ()


Progress = Callable[[int, str], None]
"""Told how many plans are done and which plan, or which file of a plan, is next."""


def build(
    workspace: Workspace,
    names: Iterable[str],
    out: Path,
    recheck: bool,
    progress: Progress,
    only: Sequence[str] = (),
) -> Result:
    """Build the plans at `names` into `out`; return what became of each.

    `only` names units: their files alone are made, all others stay as they are. With `recheck`
    every file is read back and compared with what the plan says. An interrupt (Ctrl-C) drops the
    plan in hand and leaves the rest undone; no file is ever half-written.
    """
    builder = _Builder(workspace, out, recheck, tuple(only))
    waiting = list(names)
    outcomes: list[Outcome] = []
    try:
        while waiting:
            progress(len(outcomes), waiting[0])
            told = partial(_tell, progress, len(outcomes), waiting[0])
            outcomes.append(builder.build(waiting[0], told))
            del waiting[0]
    except KeyboardInterrupt:
        return Result(tuple(outcomes), tuple(waiting))
    return Result(tuple(outcomes))


def _tell(progress: Progress, done: int, plan: str, path: PurePosixPath) -> None:
    progress(done, f"{plan}: {path}")


class _Builder:
    def __init__(
        self, workspace: Workspace, out: Path, recheck: bool, only: tuple[str, ...]
    ) -> None:
        self._workspace = workspace
        self._out = out
        self._recheck = recheck
        self._state = store.State(workspace.root)
        self._only = only
        self._templates = make.Templates()
        self._checker = checking.Checker()
        self._shared = plans.Shared()

    def build(self, name: str, told: make.Told) -> Outcome:
        started = time.perf_counter()
        findings: list[Diagnostic] = []
        outcome = Outcome(name, Status.FAILED)
        stage = output.Stage(self._out, name)
        try:
            outcome = self._build(name, findings, told, stage)
        except OSError as fault:
            findings.append(output.fault(fault, self._show))
        except Exception:
            outcome = replace(outcome, crash=traceback.format_exc())
        finally:
            stage.discard()
        seconds = time.perf_counter() - started
        return replace(outcome, seconds=seconds, findings=tuple(in_order(findings)))

    def _build(
        self, name: str, findings: list[Diagnostic], told: make.Told, stage: output.Stage
    ) -> Outcome:
        failed = Outcome(name, Status.FAILED)
        fetched = make.Fetched(self._workspace)
        loaded, found = plans.load(name, fetched, self._shared)
        findings += found
        if loaded is None:
            return failed
        if loaded.abstract and not has_errors(found):
            return Outcome(name, Status.ABSTRACT)
        if has_errors(found):
            findings += make.besides(loaded, fetched, self._templates)
            return failed
        waivers = Waivers(checking.codes())
        check = partial(self._checker.check_drafts, waivers=waivers)
        made, found = make.make(loaded, fetched, self._templates, self._only, told, check, stage)
        findings[:] = waivers.kept(loaded, [*findings, *found])
        if made:
            findings += waivers.kept(loaded, self._first_look(loaded, made))
        if made is None or has_errors(findings):
            return failed
        # The waiver that seems idle may be for a copy that is not made this time.
        findings += waivers.idle(checking.looks()) if not self._only else ()
        changed = self._publish(loaded, made, fetched, findings, waivers)
        units = {entry.unit for entry in made.entries if entry.unit}
        return Outcome(
            name,
            Status.BUILT if changed else Status.UNCHANGED,
            tuple((output.folder_of(name) / path).as_posix() for path in made.files),
            documents=len(made.documents),
            units=len(units),
            forms=len(made.files) - len(made.documents),
        )

    def _publish(
        self,
        loaded: plans.Plan,
        made: Made,
        fetched: Fetched,
        findings: list[Diagnostic],
        waivers: Waivers,
    ) -> bool:
        self._state.keep_sources(fetched.contents.values())
        listing = make.listing(loaded, fetched, made)
        part = bool(self._only)
        done = output.publish(self._out, made.files, listing, self._state, _untouched, part=part)
        findings += (output.kept_aside(path, copy, self._show) for path, copy in done.aside)
        findings += (output.left_over(path, self._show) for path in done.left)
        if self._recheck:
            home = self._out / output.folder_of(loaded.path)
            findings += self._differences(home, made)
            findings += waivers.kept(loaded, self._looks(home, made))
        return done.changed

    def _first_look(self, loaded: plans.Plan, made: Made) -> list[Diagnostic]:
        """Return what rules find in how the first document looks, the plan's own or a copy."""
        path = next(iter(made.documents), None)
        if path is None:
            return []
        shown = self._show(self._out / output.folder_of(loaded.path) / path)
        return review.of_look(made.files[path], shown, self._checker)

    def _looks(self, home: Path, made: Made) -> list[Diagnostic]:
        """Return how the files look that were written: one of each kind, a copy besides."""
        first: dict[tuple[str, bool], str] = {}
        for entry in made.entries:
            first.setdefault((entry.kind, bool(entry.unit)), entry.path)
        words = [home / path for path in first.values() if path.endswith(".docx")]
        each = (review.of_look(p.read_bytes(), self._show(p), self._checker) for p in words)
        return [found for findings in each for found in findings]

    def _differences(self, home: Path, made: Made) -> list[Diagnostic]:
        from kehoach.ooxml.read import read

        findings: list[Diagnostic] = []
        for path, document in made.documents.items():
            place = Place(self._show(home / path))
            again, found = read((home / path).read_bytes(), place.path)
            findings += found
            if again is not None and canonical(again) != canonical(document):
                message = N_("the file does not say what the plan says")
                findings.append(error("B013", place, message, N_("this is a fault of the tool")))
        return findings

    def _show(self, path: Path) -> str:
        root = self._workspace.root
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def _untouched(data: bytes) -> bool:
    from kehoach import verify

    return verify.verify(data, "").verdict is verify.Verdict.OURS
