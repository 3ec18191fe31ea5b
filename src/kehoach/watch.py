"""Which plans to build again as files are saved."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

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
    changes = _changes(workspace.root)
    next(changes)
    yield select()
    for changed in changes:
        names = touched(select(), changed, records) if changed else ()
        if names:
            yield names


def touched(names: Iterable[str], changed: set[str], records: Records) -> list[str]:
    """Return the plans that asked for a changed file, and those whose last build did not end."""
    loaded = ((name, records.load(name)) for name in names)
    return [
        name
        for name, record in loaded
        if not record.whole or not changed.isdisjoint(record.fetched)
    ]


def _changes(root: Path) -> Iterator[set[str]]:
    """Yield, as `Workspace.fetch` has them, the paths of what was saved; nothing from time to time.

    A file saved by renaming another is among them by its own name.
    """
    from watchfiles import watch

    folders = [root / name for name in (PLANS, TEMPLATES) if (root / name).is_dir()]
    found = watch(
        *folders,
        watch_filter=lambda _, path: is_kept(os.path.basename(path)),
        debounce=LONGEST,
        step=QUIET,
        rust_timeout=_IDLE,
        yield_on_timeout=True,
    )
    for changes in found:
        yield {Path(path).relative_to(root).as_posix() for _, path in changes}


def is_kept(name: str) -> bool:
    """Return whether a file of that name is somebody's, and not a programme's for a while."""
    return not name.startswith(_PASSING) and not name.endswith(_LEFT_OVER)
