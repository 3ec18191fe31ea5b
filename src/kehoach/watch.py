"""Which plans to build again as files are saved."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path, PurePosixPath

from kehoach.incremental.record import Records
from kehoach.workspace import PLANS, TEMPLATES, Workspace

QUIET = 100
"""Milliseconds without a change that end a burst: an editor may save in several steps."""
LONGEST = 2000
"""Milliseconds after which a burst that does not end is looked at."""
_IDLE = 500

_PASSING = ("~$", ".", "#")
"""How the names of files begin that programmes put beside what they have open."""
_LEFT_OVER = ("~", ".tmp", ".bak", ".swp")


def rounds(
    workspace: Workspace, select: Callable[[], Sequence[str]], records: Records
) -> Iterator[Sequence[str]]:
    """Yield the plans to build: all that `select` gives, then those that a saved file touches.

    Watching begins before the first of them is built, so that nothing is overlooked.
    """
    tops = {PLANS, TEMPLATES}
    changes = _changes(workspace.root, tops)
    next(changes)
    names = select()
    yield names
    tops |= _tops(names, records)
    for changed in changes:
        names = touched(select(), changed, records) if changed else ()
        if names:
            yield names
            tops |= _tops(names, records)


def touched(names: Iterable[str], changed: Collection[str], records: Records) -> list[str]:
    """Return the plans that asked for a changed file, or one in a changed folder, and those whose
    last build did not end.
    """
    loaded = ((name, records.load(name)) for name in names)
    return [
        name
        for name, record in loaded
        if not record.whole or not _places(record.fetched).isdisjoint(changed)
    ]


def _places(paths: Iterable[str]) -> set[str]:
    """Return paths and all folders above them."""
    return {str(place) for path in map(PurePosixPath, paths) for place in (path, *path.parents)}


def _tops(names: Iterable[str], records: Records) -> set[str]:
    """Return the first part of each path that plans asked for: what has to be watched."""
    return {PurePosixPath(path).parts[0] for name in names for path in records.load(name).fetched}


def _changes(root: Path, tops: Collection[str]) -> Iterator[set[str]]:
    """Yield, as `Workspace.fetch` has them, the paths of what was saved; nothing from time to time.

    What is watched is at the `tops` of the working folder, which may become more. When one of
    them comes, goes or is another one than before, all of them count as changed: what was saved
    in that moment may have been overlooked.
    """
    overlooked: set[str] = set()
    while True:
        watched = _there(root, tops)
        with suppress(FileNotFoundError), closing(_saved(watched)) as found:
            for paths in found:
                yield overlooked | {path.relative_to(root).as_posix() for path in paths}
                overlooked = set()
                if _there(root, tops) != watched:
                    break
        overlooked = set(tops)


def _there(root: Path, tops: Iterable[str]) -> dict[Path, int]:
    """Return those of the tops that are there, and the number that the system gives to each."""
    found: dict[Path, int] = {}
    for path in (root / top for top in tops):
        with suppress(OSError):
            found[path] = path.stat().st_ino
    return found


def _saved(watched: Mapping[Path, int]) -> Generator[set[Path], None, None]:
    """Yield the paths of what was saved; a file saved by renaming another has its own name."""
    from watchfiles import watch

    found = watch(
        *watched,
        watch_filter=lambda _, path: is_kept(os.path.basename(path)),
        debounce=LONGEST,
        step=QUIET,
        rust_timeout=_IDLE,
        yield_on_timeout=True,
    )
    for changes in found:
        yield {Path(path) for _, path in changes}


def is_kept(name: str) -> bool:
    """Return whether a file of that name is somebody's, and not a programme's for a while."""
    return not name.startswith(_PASSING) and not name.endswith(_LEFT_OVER)
