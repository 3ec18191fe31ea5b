"""The output folder: where the files of a plan go, and how they are put there.

After `publish` ends, normally or not, every file in the folder is whole; the manifest is written
last, so it never names a file that is not there.
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from kehoach import manifest as manifests
from kehoach import store
from kehoach.diagnostic import N_, Diagnostic, Place, error, warning
from kehoach.incremental import stamps
from kehoach.incremental.stamps import Stamp
from kehoach.manifest import Entry, Manifest
from kehoach.vocabulary import TYPES
from kehoach.workspace import PLANS, TEMPLATES, Workspace

MANIFEST = "manifest.json"
FORM_ADVICE = N_(
    "absorb takes the text of a plan alone: change the words of a form in its template, its "
    "figures in the plan or its tables; keep what was filled in outside the output folder"
)
_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}


@dataclass(frozen=True, slots=True)
class Published:
    """What `publish` did: whether a file changed, and each edited file with the copy kept aside.

    `left` are files that no longer belong to the plan and were edited, so they were not removed.
    """

    changed: bool
    aside: tuple[tuple[Path, Path], ...]
    left: tuple[Path, ...] = ()


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


class Stage(MutableMapping[PurePosixPath, bytes]):
    """The files of a plan by their path in its folder, on disk and not yet in their place.

    Each is written beside where it belongs, under a name that nobody looks for, unless the very
    same file is there already. Raises `OSError` that names the file.
    """

    def __init__(self, out: Path, plan: str) -> None:
        """Take the output folder and the plan's path; nothing is written yet."""
        self._out, self.home = out, out / folder_of(plan)
        self._laid: dict[PurePosixPath, Path | None] = {}
        self._stamps: dict[PurePosixPath, Stamp | None] = {}
        self._folders: set[Path] = set()

    def __setitem__(self, path: PurePosixPath, data: bytes) -> None:
        """Lay a file down."""
        target = self.home / path
        self._ready(target)
        stamp = stamps.of(target)
        same = stamp is not None and stamp.size == len(data) and store.read(target) == data
        self._laid[path] = laid = None if same else store.lay_down(target, data)
        self._stamps[path] = stamps.of(laid) if laid else stamp

    def keep(self, path: PurePosixPath, stamp: Stamp) -> None:
        """Take in a file that is in its place; `stamp` was taken before it was looked at."""
        self._ready(self.home / path)
        self._laid[path], self._stamps[path] = None, stamp

    def __getitem__(self, path: PurePosixPath) -> bytes:
        """Return the content of a file."""
        return (self._laid[path] or self.home / path).read_bytes()

    def __delitem__(self, path: PurePosixPath) -> None:
        """Take a file back."""
        temporary = self._laid.pop(path)
        del self._stamps[path]
        if temporary is not None:
            temporary.unlink()

    def __iter__(self) -> Iterator[PurePosixPath]:
        """Yield the paths in the order in which they came."""
        return iter(self._laid)

    def __len__(self) -> int:
        """Return how many files there are."""
        return len(self._laid)

    def changed(self) -> dict[PurePosixPath, Path]:
        """Return where the files lie that are not yet in their place."""
        return {path: laid for path, laid in self._laid.items() if laid is not None}

    def move(self, path: PurePosixPath) -> None:
        """Put a file in its place."""
        temporary = self._laid[path]
        if temporary is not None:
            self._laid[path] = None
            store.move(temporary, self.home / path)

    def stamps(self) -> dict[str, Stamp]:
        """Return the stamps of the files that are still as they were put in their place."""
        found = (
            (path, stamps.of(self.home / path), as_laid) for path, as_laid in self._stamps.items()
        )
        return {
            path.as_posix(): now
            for path, now, then in found
            if now is not None and then is not None and now.same_content(then)
        }

    def discard(self) -> None:
        """Take back all files that are not in their place."""
        for path in self.changed():
            with contextlib.suppress(OSError):
                del self[path]

    def _ready(self, target: Path) -> None:
        """See to it that the folder of a file is there, in the output folder and clean."""
        folder = target.parent
        if folder in self._folders or self._is_new(folder):
            return
        _inside(self._out, target)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            fault.filename = str(target)
            raise
        store.clean(folder)
        self._folders.add(folder)

    def _is_new(self, folder: Path) -> bool:
        """Make a folder in one that is ready, unless it is there: a new one has nothing in it."""
        if folder.parent not in self._folders:
            return False
        try:
            folder.mkdir()
        except OSError:
            return False
        self._folders.add(folder)
        return True


def publish(
    out: Path,
    files: Mapping[PurePosixPath, bytes],
    manifest: Manifest,
    state: store.State,
    untouched: Callable[[bytes], bool],
    *,
    part: bool = False,
) -> Published:
    """Put `files` (paths below the plan's own folder in `out`) in their place, then the manifest.

    A file that somebody edited is kept aside first: one that neither the old manifest nor an
    unfinished build accounts for and, without a manifest, one that is not `untouched`. Files of
    the old manifest that are not made any more are removed, unless somebody edited them; when
    the files are but a `part` of the plan's, the others stay and stay listed.
    Raises `OSError` that names the file.
    """
    stage = files if isinstance(files, Stage) else _staged(out, manifest.plan, files)
    home, changed = stage.home, stage.changed()
    old = _old(home / MANIFEST)
    known = None if old is None else {e.sha256 for e in old.files} | state.announced()
    if changed:
        names = {path.as_posix() for path in changed}
        store.sync(changed.values())
        state.announce(e.sha256 for e in manifest.files if e.path in names)
    aside = []
    for path in changed:
        before = store.read(home / path)
        if before is not None and not _ours(before, known, untouched):
            aside.append((home / path, store.set_aside(home / path, before)))
        stage.move(path)
    rest = [e for e in old.files if PurePosixPath(e.path) not in files] if old else []
    left = () if part else _remove(home, rest)
    if part:
        manifest = replace(manifest, files=(*manifest.files, *rest))
    new = manifests.dump(manifest)
    if store.read(home / MANIFEST) != new:
        store.write(home / MANIFEST, new)
    state.settle(entry.sha256 for entry in manifest.files)
    return Published(bool(changed), tuple(aside), left)


def _staged(out: Path, plan: str, files: Mapping[PurePosixPath, bytes]) -> Stage:
    stage = Stage(out, plan)
    for path, data in files.items():
        stage[path] = data
    return stage


def _remove(home: Path, entries: Iterable[Entry]) -> tuple[Path, ...]:
    """Remove files that are as they were built; return those that are not."""
    left = []
    for entry in entries:
        path = _inside(home, home / entry.path)
        data = store.read(path)
        if data is not None and store.sha256(data) == entry.sha256:
            path.unlink()
            if path.parent != home and not any(path.parent.iterdir()):
                path.parent.rmdir()
        elif data is not None:
            left.append(path)
    return tuple(left)


def withdraw(out: Path, plan: str) -> tuple[Path, ...] | None:
    """Remove all files of a plan that are as they were built, then its manifest and empty folders.

    Return those that somebody edited, which stay, and None when nothing says that a build was
    there. Raises `OSError` that names the file.
    """
    home = out / folder_of(plan)
    old = _old(_inside(out, home / MANIFEST))
    if old is None or old.plan != plan:
        return None
    left = _remove(home, old.files)
    (home / MANIFEST).unlink()
    for folder in (home, *home.parents):
        if folder == out or any(folder.iterdir()):
            break
        folder.rmdir()
    return left


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
        message, hint = N_("no permission to write here"), N_("choose another folder with --out")
        if store.STATE in Path(where.path).parts:
            hint = N_("a build notes here what it made: copy the working folder to one of your own")
        return error("B010", where, message, hint)
    return error(
        "B008", where, N_("the file cannot be written: {reason}"), reason=error_.strerror or ""
    )


def kept_aside(path: Path, copy: Path, show: Callable[[Path], str]) -> Diagnostic:
    """Return the warning that an edited file gave way to a new one."""
    if path.suffix == ".pdf":
        hint = N_("a PDF is only printed: change the plan and build again")
    elif path.stem in TYPES:
        hint = N_("bring what should stay home into the plan: kehoach absorb {file}")
    else:
        hint = FORM_ADVICE
    message = N_("this file was edited after it was built; the edited one is now {copy}")
    return warning("B011", Place(show(path)), message, hint, copy=copy.name, file=show(copy))


def left_over(path: Path, show: Callable[[Path], str]) -> Diagnostic:
    """Return the warning that a file no longer belongs to its plan but was edited, so it stays."""
    message = N_("the plan does not make this file any more; it was edited, so it stays")
    return warning("B015", Place(show(path)), message, N_("remove it when it is not needed"))


def _inside(out: Path, path: Path) -> Path:
    if not path.parent.resolve().is_relative_to(out.resolve()):
        raise OSError(errno.EXDEV, N_("leads out of the output folder"), str(path))
    return path


def _old(path: Path) -> Manifest | None:
    data = store.read(path)
    return manifests.parse(data) if data is not None else None


def _ours(data: bytes, known: Container[str] | None, untouched: Callable[[bytes], bool]) -> bool:
    return untouched(data) if known is None else store.sha256(data) in known


def _writable(folder: Path) -> bool:
    return os.access(folder, os.W_OK)
