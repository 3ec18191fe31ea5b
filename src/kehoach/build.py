"""From the plans of a working folder to Word files and manifests in the output folder.

A plan with errors is not built and its older files stay; the other plans are built all the same.
The same sources give the same bytes, in any folder, at any time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from kehoach import store
from kehoach.builder import Asked, Builder
from kehoach.outcome import Outcome, Result
from kehoach.workspace import Workspace

if TYPE_CHECKING:
    from kehoach.pdf.printing import Engine

Progress = Callable[[int, str], None]
"""Told how many plans are done and which plan, or which file of a plan, is next."""


def build(
    workspace: Workspace,
    names: Iterable[str],
    out: Path,
    recheck: bool,
    progress: Progress,
    only: Sequence[str] = (),
    engine: Engine | None = None,
    jobs: int = 1,
) -> Result:
    """Build the plans at `names` into `out`; return what became of each.

    The other arguments are those of `Asked`. What is as the build before left it stays.
    An interrupt (Ctrl-C) drops the plan in hand and leaves the rest undone; no file is ever
    half-written.
    """
    store.State(workspace.root).tidy()
    builder = Builder(workspace, out, Asked(recheck, tuple(only), engine, jobs))
    waiting = list(names)
    outcomes: list[Outcome] = []
    try:
        while waiting:
            progress(len(outcomes), waiting[0])
            told = partial(_tell, progress, len(outcomes), waiting[0])
            outcomes.append(builder.build(waiting[0], told))
            del waiting[0]
    except KeyboardInterrupt:
        return Result(tuple(outcomes), tuple(waiting))
    return Result(tuple(outcomes))


def _tell(progress: Progress, done: int, plan: str, path: PurePosixPath) -> None:
    progress(done, f"{plan}: {path}")
