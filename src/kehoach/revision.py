"""Earlier states of the working folder, as git keeps them: `plans/x.yaml@HEAD~3`.

A revision gives files the way the working folder does, so that a plan is read with the layers,
tables and templates of its own time. Nothing is checked out and nothing in the repository changes.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from kehoach.diagnostic import N_, Diagnostic, Place, error
from kehoach.workspace import LIMIT, Workspace, safe_path

TIMEOUT = 30
"""Seconds that git gets for one answer."""

_NAMED = re.compile(r"(?P<path>.+?\.(?:ya?ml|docx))@(?P<revision>.+)", re.DOTALL)
_FOREIGN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_NAMESPACE", "GIT_EXTERNAL_DIFF")
_QUIET = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
}


class GitError(Exception):
    """What git said instead of an answer."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit, with the working folder whose files it is asked for.

    `name` is how the user called it, `short` and `day` (YYYY-MM-DD) are for people to read.
    """

    workspace: Workspace
    name: str
    commit: str
    short: str
    day: str
    _known: dict[str, bytes] = field(default_factory=dict, compare=False, repr=False)

    def fetch(self, path: str) -> bytes:
        """Return the content of the file at `path` of the working folder in this commit.

        What the commit does not have comes from the package, as in the working folder. Raises
        `OSError`: not there, not a plain file, too big, or outside the folder.
        """
        relative = safe_path(path).as_posix()
        if relative not in self._known:
            self._known[relative] = self._content(relative)
        return self._known[relative]

    def has(self, path: str) -> bool:
        """Return whether the commit itself has a file at `path`. Raises `OSError` as `fetch`."""
        return self._entry(safe_path(path).as_posix()) is not None

    def _content(self, path: str) -> bytes:
        entry = self._entry(path)
        if entry is None:
            return Workspace(self.workspace.fallback, self.workspace.fallback).fetch(path)
        mode, name, size = entry
        if mode not in ("100644", "100755"):
            raise OSError(errno.EINVAL, "not a file", path)
        if size > LIMIT:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), path)
        return self._git("cat-file", "blob", name)

    def _entry(self, path: str) -> tuple[str, str, int] | None:
        """Return mode, blob and size of what the commit has at `path`, None for nothing."""
        listed = self._git("ls-tree", "-z", "--long", self.commit, "--", path)
        for line in listed.decode("utf-8", "replace").split("\0"):
            told, _, name = line.partition("\t")
            if name == path:
                mode, _, blob, size = told.split()
                return mode, blob, int(size) if size.isdigit() else 0
        return None

    def _git(self, *arguments: str) -> bytes:
        try:
            return git(self.workspace.root, *arguments)
        except GitError as fault:
            raise OSError(errno.EIO, str(fault)) from None


def split(argument: str) -> tuple[str, str]:
    """Return path and revision of `PLAN@REV`, an empty revision when a plain path is named."""
    match = None if Path(argument).exists() else _NAMED.fullmatch(argument)
    return (match["path"], match["revision"]) if match else (argument, "")


def find(workspace: Workspace, name: str, where: Place) -> tuple[Revision | None, list[Diagnostic]]:
    """Return the revision that `name` means in the working folder, or None and why there is none.

    `where` is what the findings point to. Reads the repository; writes nothing.
    """
    root = workspace.root
    try:
        git(root, "rev-parse", "--git-dir")
    except GitError as fault:
        message = N_("there are no revisions of {folder}: {reason}")
        hint = N_("revisions need git, and a working folder that it keeps: git init")
        return None, [error("V001", where, message, hint, folder=str(root), reason=str(fault))]
    try:
        if name.startswith(("-", "^")) or not name.isprintable():
            raise GitError
        found = git(root, "rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}")
        commit = found.decode("ascii").strip()
        told = git(root, "log", "-1", "--no-show-signature", "--format=%h %cs", commit)
    except GitError:
        message = N_("there is no revision «{name}»")
        hint = N_("look them up with: git log --oneline, and write HEAD~1, a branch, tag or commit")
        return None, [error("V002", where, message, hint, name=name)]
    short, _, day = told.decode("ascii").strip().partition(" ")
    return Revision(workspace, name, commit, short, day), []


def missing(revision: Revision, path: str, where: Place) -> Diagnostic | None:
    """Return the finding for a file that `revision` does not have, None when it has it."""
    try:
        if revision.has(path):
            return None
    except OSError as fault:
        message = N_("the file {path} cannot be read: {reason}")
        reason = fault.strerror or type(fault).__name__
        return error("V004", where, message, path=path, reason=reason)
    message = N_("the revision «{name}» has no file {path}")
    hint = N_("see when it came with: git log --oneline --follow -- {path}")
    return error("V003", where, message, hint, name=revision.name, path=path)


def git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Return what `git` prints when it is called in `folder` and `given` to it. Raises `GitError`.

    There is no shell, no pager, no prompt, no network, and what the environment says of another
    repository is left out.
    """
    program = shutil.which("git")
    if program is None:
        raise GitError("git is not installed")
    kept = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
    command = [program, "--no-pager", "-c", "core.fsmonitor=false", *arguments]
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=kept | _QUIET,
            input=given,
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise GitError(f"git did not answer in {TIMEOUT} seconds") from None
    except OSError as fault:
        raise GitError(fault.strerror or type(fault).__name__) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitError(said[-1] if said else f"git ended with {done.returncode}")
    return done.stdout
