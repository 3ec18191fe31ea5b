"""The output folder: where the files of a plan go, and how they are put there.

After `publish` ends, normally or not, every file in the folder is whole; the manifest is written
last, so it never names a file that is not there.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kehoach import manifest as manifests
from kehoach import store
from kehoach.diagnostic import N_, Diagnostic, Place, error, warning
from kehoach.manifest import Manifest
from kehoach.workspace import PLANS, TEMPLATES, Workspace

MANIFEST = "manifest.json"
_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}


@dataclass(frozen=True, slots=True)
class Published:
    """What `publish` did: whether a file changed, and each edited file with the copy kept aside."""

    changed: bool
    aside: tuple[tuple[Path, Path], ...]


def folder_of(plan: str) -> PurePosixPath:
    """Return a plan's folder in the output: `plans/thai-binh/2024.yaml` is in `thai-binh/2024`."""
    return PurePosixPath(plan).relative_to(PLANS).with_suffix("")


def refusal(out: Path, workspace: Workspace) -> Diagnostic | None:
    """Return why `out` cannot be an output folder, None when it can."""
    real = out.resolve()
    kept = [workspace.root / name for name in (PLANS, TEMPLATES, "src", store.STATE, ".git")]
    if real == workspace.root or any(real.is_relative_to(folder) for folder in kept):
        message = N_("the output folder {folder} would mix with the files it is made from")
        hint = N_("name a folder that holds nothing else, such as build")
        return error("B009", Place(str(out)), message, hint, folder=str(out))
    return None


def publish(
    out: Path,
    files: Mapping[PurePosixPath, bytes],
    manifest: Manifest,
    state: store.State,
    untouched: Callable[[bytes], bool],
) -> Published:
    """Write `files` (paths below `out`, all in one folder or below it), then their manifest.

    A file that somebody edited is kept aside first: one that neither the old manifest nor an
    unfinished build accounts for and, without a manifest, one that is not `untouched`.
    Raises `OSError` that names the file.
    """
    home = out / folder_of(manifest.plan)
    for folder in {_inside(out, out / path).parent for path in files} | {home}:
        store.clean(folder)
    known = _known(home / MANIFEST, state)
    found = {path: store.read(out / path) for path in files}
    changed = {path: data for path, data in files.items() if found[path] != data}
    state.announce(store.sha256(data) for data in changed.values())
    aside = []
    for path, data in changed.items():
        old = found[path]
        if old is not None and not _ours(old, known, untouched):
            aside.append((out / path, store.set_aside(out / path, old)))
        store.write(out / path, data)
    new = manifests.dump(manifest)
    if store.read(home / MANIFEST) != new:
        store.write(home / MANIFEST, new)
    state.settle(store.sha256(data) for data in files.values())
    return Published(bool(changed), tuple(aside))


def fault(error_: OSError, show: Callable[[Path], str]) -> Diagnostic:
    """Return the finding for a file that could not be written; `show` gives the path to print."""
    path = Path(str(error_.filename)) if error_.filename else Path()
    where = Place(show(path))
    if error_.errno in _FULL:
        return error("B007", where, N_("the disk is full"), N_("make room and build again"))
    if isinstance(error_, PermissionError) and path.is_file() and _writable(path.parent):
        message = N_("the file cannot be replaced: another program has it open")
        return error("B006", where, message, N_("close it in Word and build again"))
    if isinstance(error_, PermissionError):
        message = N_("no permission to write here")
        return error("B010", where, message, N_("choose another folder with --out"))
    return error(
        "B008", where, N_("the file cannot be written: {reason}"), reason=error_.strerror or ""
    )


def kept_aside(path: Path, copy: Path, show: Callable[[Path], str]) -> Diagnostic:
    """Return the warning that an edited file gave way to a new one."""
    return warning(
        "B011",
        Place(show(path)),
        N_("this file was edited after it was built; the edited one is now {copy}"),
        N_("carry what should stay over into the plan"),
        copy=copy.name,
    )


def _inside(out: Path, path: Path) -> Path:
    if not path.parent.resolve().is_relative_to(out.resolve()):
        raise OSError(errno.EXDEV, "leads out of the output folder", str(path))
    return path


def _known(manifest: Path, state: store.State) -> Container[str] | None:
    """Return the hashes of files that builds wrote, None when there is no manifest to tell."""
    data = store.read(manifest)
    old = manifests.parse(data) if data is not None else None
    if old is None:
        return None
    return {entry.sha256 for entry in old.files} | state.announced()


def _ours(data: bytes, known: Container[str] | None, untouched: Callable[[bytes], bool]) -> bool:
    return untouched(data) if known is None else store.sha256(data) in known


def _writable(folder: Path) -> bool:
    return os.access(folder, os.W_OK)
