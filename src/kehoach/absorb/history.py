"""Earlier contents of files by their SHA-256: what builds kept, what is here, what git has."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import PurePosixPath

from kehoach import revision, store
from kehoach.workspace import LIMIT, Workspace

_DIGEST = re.compile(r"[0-9a-f]{64}")
_BATCH = 50
"""Blobs that git is asked for at once."""


def content(workspace: Workspace, path: str, digest: str) -> bytes | None:
    """Return the bytes whose SHA-256 is `digest`, once the file at `path`; None without them.

    Looked for in the file as it is, among the sources that builds keep in `.kehoach`, then in all
    that git ever had at the path, then under any name with the same ending.
    """
    if not _DIGEST.fullmatch(digest):
        return None
    found = (data for data in _candidates(workspace, path, digest) if _is(data, digest))
    return next(found, None)


def moved(workspace: Workspace, path: str) -> str:
    """Return where git saw the file at `path` moved to, again and again; empty when nowhere."""
    try:
        told = revision.git(
            workspace.root,
            *("log", "-M", "--diff-filter=R", "--name-status", "--relative", "--format=", "-z"),
        )
    except revision.GitError:
        return ""
    fields = iter(told.decode("utf-8", "replace").replace("\n", "").split("\0"))
    moves: dict[str, str] = {}
    while next(fields, ""):
        moves.setdefault(next(fields, ""), next(fields, ""))
    seen = {path}
    while path in moves and moves[path] not in seen:
        path = moves[path]
        seen.add(path)
    return path if len(seen) > 1 else ""


def _candidates(workspace: Workspace, path: str, digest: str) -> Iterator[bytes]:
    with contextlib.suppress(OSError):
        yield workspace.fetch(path)
    kept = workspace.root / store.STATE / "sources" / digest
    if kept.is_file() and kept.stat().st_size <= LIMIT:
        yield kept.read_bytes()
    seen: set[str] = set()
    ending = PurePosixPath(path).suffix
    for pathspec in (f":(literal){path}", f":(glob)**/*{ending}"):
        names = [name for name in _blobs(workspace, pathspec) if name not in seen]
        seen.update(names)
        for blob in _contents(workspace, names):
            yield blob
            # On Windows git may keep a file with other line ends than it has on disk.
            yield re.sub(rb"(?<!\r)\n", rb"\r\n", blob)


def _is(data: bytes, digest: str) -> bool:
    return store.sha256(data) == digest


def _blobs(workspace: Workspace, pathspec: str) -> Iterator[str]:
    """Yield the ids of all contents that files at `pathspec` had in any commit git still has."""
    try:
        told = revision.git(
            workspace.root,
            *(
                "log",
                "--all",
                "--reflog",
                "--root",
                "--raw",
                "--no-abbrev",
                "--no-renames",
                "--format=",
            ),
            *("-m", "--", pathspec),
        )
    except revision.GitError:
        return
    for line in told.decode("utf-8", "replace").splitlines():
        words = line.split()
        if line.startswith(":") and len(words) > 4 and words[1] in ("100644", "100755"):
            yield words[3]


def _contents(workspace: Workspace, names: list[str]) -> Iterator[bytes]:
    """Yield the contents of blobs, read some at a time."""
    rest = iter(dict.fromkeys(names))
    while batch := list(islice(rest, _BATCH)):
        asked = "".join(f"{name}\n" for name in batch).encode()
        try:
            told = revision.git(workspace.root, "cat-file", "--batch", given=asked)
        except revision.GitError:
            return
        at = 0
        for _ in batch:
            head, _, _ = told[at:].partition(b"\n")
            words = head.split()
            at += len(head) + 1
            if len(words) == 3:
                size = int(words[2])
                yield told[at : at + size]
                at += size + 1
