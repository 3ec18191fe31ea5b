"""What `kehoach new` does on disk: new files, whole or not at all, never over others."""

from __future__ import annotations

import contextlib
from pathlib import Path

from kehoach import store
from kehoach.diagnostic import N_, Diagnostic, Place, error
from kehoach.rollover.rollover import rolled
from kehoach.workspace import BASE, PLANS, Workspace


def refusal(target: Path, workspace: Workspace) -> Diagnostic | None:
    """Return why no plan can be made at `target`, or None."""
    where = Place(str(target))
    plans = workspace.root / PLANS
    if target.suffix != ".yaml":
        return error("K001", where, N_("the name of a plan ends in .yaml"))
    if not target.resolve().is_relative_to(plans.resolve()) or _is_base(target, workspace):
        message = N_("a plan stands below plans/ of the working folder {folder}")
        return error("K001", where, message, folder=str(workspace.root))
    return _there(target) if target.exists() or target.is_symlink() else None


def _is_base(target: Path, workspace: Workspace) -> bool:
    return target.resolve().is_relative_to((workspace.root / BASE).resolve())


def _there(target: Path) -> Diagnostic:
    message = N_("{path} is there already: nothing is written over a file")
    return error("K001", Place(str(target)), message, path=str(target))


def run(
    old: str, target: Path, year: int, workspace: Workspace
) -> tuple[dict[str, int], list[Diagnostic]]:
    """Write the plan at `old` as one for another year; return its counts, and findings.

    The counts are empty when nothing was written. Raises `OSError` when it cannot be.
    """
    path = target.resolve().relative_to(workspace.root).as_posix()
    made, findings = rolled(old, path, year, workspace.fetch)
    if made is None:
        return {}, findings
    files = {workspace.root / name: data for name, data in made.files.items()}
    there = [_there(file) for file in files if file.exists()]
    if there:
        return {}, [*findings, *there]
    written: list[Path] = []
    try:
        for file, data in files.items():
            store.write(file, data)
            written.append(file)
    except OSError:
        for file in written:
            with contextlib.suppress(OSError):
                file.unlink()
        raise
    return {"files": len(files), "notes": made.notes}, findings
