"""Files on disk: written whole or not at all, never outside their folder, never over an edit."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

PREFIX = ".kehoach-"
SUFFIX = ".tmp"
STATE = ".kehoach"
"""The folder, inside the working folder, that keeps sources and what an unfinished build wrote."""
_PAUSE = 0.05
_HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
"""How the systems say that another process has a lock."""


def sha256(data: bytes) -> str:
    """Return the SHA-256 of `data` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def write(path: Path, data: bytes) -> None:
    """Make `data` the content of `path`, at once or not at all; folders are made as needed.

    Raises `OSError` with `path` as its file name; whatever happens, the old file or the new one
    is there, and no third.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    move(lay_down(path, data, on_disk=True), path)


def lay_down(path: Path, data: bytes, *, on_disk: bool = False) -> Path:
    """Write `data` beside `path`, whose folder is there, and return where.

    It need not be `on_disk` yet: `sync` sees to that for many files at once. Raises `OSError`
    with `path` as its file name.
    """
    temporary = path.parent / f"{PREFIX}{os.urandom(8).hex()}{SUFFIX}"
    with _whole(temporary, path), temporary.open("xb") as stream:
        stream.write(data)
        if on_disk:
            stream.flush()
            os.fsync(stream.fileno())
    return temporary


def move(temporary: Path, path: Path) -> None:
    """Put what was laid down in its place, at once or not at all. Raises `OSError` as `write`."""
    with _whole(temporary, path):
        os.replace(temporary, path)


@contextlib.contextmanager
def _whole(temporary: Path, path: Path) -> Iterator[None]:
    """Leave nothing behind when something goes wrong, and tell of `path`."""
    try:
        yield
    except BaseException as fault:
        with contextlib.suppress(OSError):
            temporary.unlink()
        if isinstance(fault, OSError):
            fault.filename = str(path)
        raise


def sync(paths: Iterable[Path]) -> None:
    """Return when the content of `paths` is on disk, be it that the power fails after that.

    One call for all is far less work for the system than a call for each, where there is one.
    """
    if hasattr(os, "sync"):
        os.sync()
        return
    for path in paths:
        with path.open("r+b") as stream:
            os.fsync(stream.fileno())


class Moved(OSError):
    """A file is not any more what it was when it was read."""


def replace_all(files: Mapping[Path, tuple[bytes | None, bytes]]) -> None:
    """Make the second of each pair the content of its file, of all or of none.

    The first is what was read there, None for no file. Raises `Moved` when a file has changed
    since, `OSError` when one cannot be written; those that were written by then are as before.
    """
    laid: dict[Path, Path] = {}
    done: list[Path] = []
    for path, (before, _) in files.items():
        _expect(path, before)
        clean(path.parent)
    try:
        for path, (before, after) in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            laid[path] = lay_down(path, after, on_disk=True)
            if before is not None:
                shutil.copymode(path, laid[path])
        for path, (before, _) in files.items():
            _expect(path, before)
            move(laid[path], path)
            done.append(path)
    except BaseException:
        for temporary in laid.values():
            temporary.unlink(missing_ok=True)
        for path in reversed(done):
            _restore(path, files[path][0])
        raise


def _expect(path: Path, before: bytes | None) -> None:
    if read(path) != before:
        raise Moved(errno.EBUSY, "changed meanwhile", str(path))


def _restore(path: Path, before: bytes | None) -> None:
    if before is None:
        path.unlink(missing_ok=True)
    else:
        write(path, before)


def clean(folder: Path) -> None:
    """Remove what a killed `write` left in `folder`; a file that cannot be removed stays."""
    if not folder.is_dir():
        return
    for temporary in folder.glob(f"{PREFIX}*{SUFFIX}"):
        with contextlib.suppress(OSError):
            temporary.unlink()


def read(path: Path) -> bytes | None:
    """Return the content of `path`, None when there is no such file.

    Raises `OSError` when it is there and cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def set_aside(path: Path, data: bytes) -> Path:
    """Keep `data`, the content of `path`, as `<name>.edited-<n>` beside it; return that path.

    A copy that is already there is returned instead. Raises `OSError`.
    """
    number = 1
    while True:
        copy = path.with_name(f"{path.stem}.edited-{number}{path.suffix}")
        kept = read(copy)
        if kept is None:
            write(copy, data)
            return copy
        if kept == data:
            return copy
        number += 1


@contextlib.contextmanager
def alone(root: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold off other builds of the working folder `root`; `waiting` is called while one is on.

    The system lets go of a build that is killed. A folder that cannot be locked is not waited
    for: what cannot be written in it is told where it is written.
    """
    try:
        (root / STATE).mkdir(exist_ok=True)
        stream = (root / STATE / "lock").open("ab")
    except OSError:
        yield
        return
    with stream:
        while not _locked(stream):
            waiting()
            time.sleep(_PAUSE)
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(stream: BinaryIO) -> None:
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(stream: BinaryIO) -> None:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _locked(stream: BinaryIO) -> bool:
    """Return whether an open file is locked now, or can never be; closing it lets it go."""
    try:
        _lock(stream)
    except OSError as fault:
        return fault.errno not in _HELD
    return True


class State:
    """What builds of a working folder remember, in `.kehoach`."""

    def __init__(self, root: Path) -> None:
        """Take the working folder; nothing is written yet."""
        self._sources = root / STATE / "sources"
        self._pending = root / STATE / "pending"
        self._built = root / STATE / "built"

    def keep_sources(self, contents: Iterable[bytes]) -> None:
        """Keep each of `contents` under its hash. Raises `OSError`."""
        wanted = {self._sources / sha256(data): data for data in contents}
        new = {path: data for path, data in wanted.items() if not path.exists()}
        if not new:
            return
        self._sources.mkdir(parents=True, exist_ok=True)
        laid: dict[Path, Path] = {}
        try:
            for path, data in new.items():
                laid[path] = lay_down(path, data)
            sync(laid.values())
            for path, temporary in laid.items():
                move(temporary, path)
        except BaseException:
            for temporary in laid.values():
                temporary.unlink(missing_ok=True)
            raise

    def tidy(self) -> None:
        """Remove what killed builds left, before any work begins: others may write here then."""
        for folder in (self._sources, self._pending, self._built):
            clean(folder)

    def announce(self, hashes: Iterable[str]) -> None:
        """Note files that are about to be written, before any manifest names them.

        A build that is killed in between has left files of ours, not somebody's edits.
        """
        text = "\n".join(hashes)
        if text:
            write(self._pending / sha256(text.encode()), text.encode())

    def announced(self) -> set[str]:
        """Return the hashes of files that an unfinished build may have written."""
        return {digest for digests in self._lists().values() for digest in digests}

    def settle(self, hashes: Iterable[str]) -> None:
        """Forget `hashes`: a manifest names them now."""
        settled = set(hashes)
        for path, digests in self._lists().items():
            rest = [digest for digest in digests if digest not in settled]
            with contextlib.suppress(OSError):
                if len(rest) < len(digests):
                    path.unlink()
                    self.announce(rest)

    def _lists(self) -> dict[Path, list[str]]:
        """Return the hashes that each unfinished build has noted, by the file that says so."""
        paths = sorted(self._pending.glob("[!.]*")) if self._pending.is_dir() else []
        return {path: (read(path) or b"").decode("ascii", "replace").split() for path in paths}
