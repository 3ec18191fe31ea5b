"""The working folder: which files a plan may take, and where they come from.

A path inside it is relative, with `/`. What the folder does not have comes from the package, so
that a plan can extend `../base/antq.yaml` in a folder that only holds plans.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kehoach.diagnostic import N_, Diagnostic, Place, error, nearest, warning

PLANS = "plans"
TEMPLATES = "templates"
BASE = "plans/base"
OUTSIDE = N_("outside the working folder")
LIMIT = 50 * 1024 * 1024
"""Bytes of one file. Stages refuse at less, so they still get to say that a file is too big."""


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
        raise PermissionError(errno.EACCES, OUTSIDE, path)
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
        return self._files("*.yaml")

    def select(self, arguments: Sequence[str], here: Path) -> tuple[list[str], list[Diagnostic]]:
        """Return the paths of the plans that `arguments` name, of all plans when there are none.

        A name counts from `here` and, when nothing is there, from the working folder; the name of
        a folder means all plans below it.
        """
        if not arguments:
            return self.plans(), self._overlooked()
        names: list[str] = []
        findings: list[Diagnostic] = []
        for argument in arguments:
            file = here / argument
            path = (file if file.exists() else self.root / argument).resolve()
            below = [name for name in self.plans() if path in (self.root / name).parents]
            fault = None if below else self._fault(argument, path)
            if fault:
                findings.append(fault)
            else:
                names += below or [path.relative_to(self.root).as_posix()]
        return list(dict.fromkeys(names)), findings

    def _files(self, pattern: str) -> list[str]:
        files = (self.root / PLANS).rglob(pattern)
        paths = (file.relative_to(self.root).as_posix() for file in files if file.is_file())
        return sorted(path for path in paths if not path.startswith(BASE + "/"))

    def _overlooked(self) -> list[Diagnostic]:
        message, hint = N_("this plan is not looked at"), N_("let its name end in .yaml")
        return [warning("B005", Place(path), message, hint) for path in self._files("*.yml")]

    def _fault(self, argument: str, path: Path) -> Diagnostic | None:
        where = Place(argument)
        if path.is_dir():
            hint = N_("plans are .yaml files below {folder}/; those in {base}/ are for others only")
            message = N_("there is no plan in this folder")
            return error("B016", where, message, hint, folder=PLANS, base=BASE)
        if not path.is_file():
            best = nearest(argument, self.plans())
            hint = N_("did you mean {best}?") if best else N_("name a .yaml file below {folder}/")
            message = N_("there is no such plan")
            return error("B001", where, message, hint, best=best, folder=PLANS)
        if path.suffix != ".yaml":
            hint = N_("a plan is a text file whose name ends in .yaml")
            return error("B002", where, N_("this is not a plan"), hint)
        if not path.is_relative_to(self.root / PLANS):
            message = N_("a plan stands below plans/ of the working folder {folder}")
            return error("B003", where, message, folder=str(self.root))
        return None


def find(start: Path) -> Workspace | None:
    """Return the working folder of `start`: its nearest parent, or itself, with `plans/` in it."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / PLANS).is_dir():
            return Workspace(folder, package_data())
    return None


def _read(file: Path, folder: Path, path: str) -> bytes:
    if not file.resolve().is_relative_to(folder.resolve()):
        raise PermissionError(errno.EACCES, OUTSIDE, path)
    if not file.is_file():
        raise OSError(errno.EINVAL, N_("not a file"), path)
    with file.open("rb") as stream:
        return stream.read(LIMIT + 1)
