"""The working folder: which files a plan may take, and where they come from.

A path inside it is relative, with `/`. What the folder does not have comes from the package, so
that a plan can extend `../base/antq.yaml` in a folder that only holds plans.
"""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

PLANS = "plans"
TEMPLATES = "templates"
BASE = "plans/base"
LIMIT = 50 * 1024 * 1024
"""Bytes of one file; what a stage refuses is smaller, so it can still say that a file is too big."""


def package_data() -> Path:
    """Return the folder with the package's own `plans/` and `templates/`.

    That is `kehoach/data` when installed from a wheel, the repository in an editable install.
    """
    package = Path(__file__).resolve().parent
    installed = package / "data"
    return installed if (installed / TEMPLATES).is_dir() else package.parents[1]


def safe_path(path: str) -> PurePosixPath:
    """Return `path` as a relative path without `..`.

    Raises `PermissionError` when it is absolute, leads out of the folder or names a drive.
    """
    pure = PurePosixPath(os.path.normpath(path).replace(os.sep, "/"))
    strange = "\\" in path or "\0" in path or ":" in path
    if strange or pure.is_absolute() or ".." in pure.parts or not path:
        raise PermissionError(errno.EACCES, "outside the working folder", path)
    return pure


@dataclass(frozen=True, slots=True)
class Workspace:
    """A working folder (`root`, absolute) with the package's files (`fallback`) behind it."""

    root: Path
    fallback: Path

    def fetch(self, path: str) -> bytes:
        """Return the content of the file at `path`, its first `LIMIT` + 1 bytes at most.

        Raises `OSError`: not there, not a plain file, unreadable, or outside the folder, also by
        way of a symbolic link.
        """
        relative = safe_path(path)
        for folder in (self.root, self.fallback):
            file = folder / relative
            if file.exists():
                return _read(file, folder, path)
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)

    def plans(self) -> list[str]:
        """Return the paths of all plans of the folder but the base plans, sorted."""
        files = (self.root / PLANS).rglob("*.yaml")
        paths = (file.relative_to(self.root).as_posix() for file in files if file.is_file())
        return sorted(path for path in paths if not path.startswith(BASE + "/"))

    def name(self, file: Path) -> str:
        """Return the path of `file` inside the folder.

        Raises `PermissionError` when it is outside.
        """
        try:
            return file.resolve().relative_to(self.root).as_posix()
        except ValueError:
            raise PermissionError(errno.EACCES, "outside the working folder", str(file)) from None


def find(start: Path) -> Workspace | None:
    """Return the working folder of `start`: its nearest parent, or itself, with `plans/` in it."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / PLANS).is_dir():
            return Workspace(folder, package_data())
    return None


def _read(file: Path, folder: Path, path: str) -> bytes:
    if not file.resolve().is_relative_to(folder.resolve()):
        raise PermissionError(errno.EACCES, "outside the working folder", path)
    if not file.is_file():
        raise OSError(errno.EINVAL, "not a file", path)
    with file.open("rb") as stream:
        return stream.read(LIMIT + 1)
