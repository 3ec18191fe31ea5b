"""From the plans of a working folder to Word files and manifests in the output folder.

A plan with errors is not built and its older files stay; the other plans are built all the same.
The same sources give the same bytes, in any folder, at any time, by any number of workers.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from kehoach import store
from kehoach.builder import Asked, Builder
from kehoach.diagnostic import N_
from kehoach.outcome import Outcome, Result
from kehoach.workspace import Workspace

if TYPE_CHECKING:
    from concurrent.futures import Executor

Progress = Callable[[int, str], None]
"""Told how many plans are done and which plan, or which file of a plan, is next."""

WAITING = N_("another build of this folder is under way: waiting for it")
"""What is next, too, as long as that is so."""


def build(
    workspace: Workspace,
    names: Iterable[str],
    out: Path,
    asked: Asked,
    progress: Progress,
    workers: AbstractContextManager[Executor] | None = None,
    *,
    every: bool = False,
) -> Result:
    """Build the plans at `names` into `out` as `asked`; return what became of each.

    Where they are `every` plan that there is, files of plans that are gone are removed.
    What is as the build before left it stays. `workers` give an executor that builds the plans;
    without it this process does. An interrupt (Ctrl-C) drops the plan in hand and leaves the rest
    undone; no file is ever half-written. Builds of one working folder wait for one another.
    """
    waiting = list(names)
    with store.alone(workspace.root, partial(progress, 0, WAITING)):
        store.State(workspace.root).tidy()
        builder = Builder(workspace, out, asked)
        if workers is None:
            done = _run(builder, waiting, progress)
        else:
            done = _shared(builder, waiting, progress, workers)
        gone = builder.withdraw() if every and not done.undone else ()
        return Result((*done.outcomes, *gone), done.undone)


def run(builder: Builder, names: Iterable[str], progress: Progress) -> Result:
    """Build plans one after another in this process, as `build` does."""
    with store.alone(builder.workspace.root, partial(progress, 0, WAITING)):
        return _run(builder, names, progress)


def _shared(
    builder: Builder,
    waiting: Sequence[str],
    progress: Progress,
    workers: AbstractContextManager[Executor],
) -> Result:
    done = _dealt_out(builder, waiting, progress, workers)
    undone = [name for name in waiting if name not in {outcome.plan for outcome in done.outcomes}]
    if done.undone or not undone:
        return done
    # Their worker was lost, and nobody was there to take them over.
    rest = _run(builder, undone, progress)
    return Result(_ordered([*done.outcomes, *rest.outcomes], waiting), rest.undone)


def _run(builder: Builder, names: Iterable[str], progress: Progress) -> Result:
    waiting = list(names)
    outcomes: list[Outcome] = []
    try:
        with _seldom_collected():
            while waiting:
                progress(len(outcomes), waiting[0])
                told = partial(_tell, progress, len(outcomes), waiting[0])
                outcomes.append(builder.build(waiting[0], told))
                del waiting[0]
    except KeyboardInterrupt:
        return Result(tuple(outcomes), tuple(waiting))
    return Result(tuple(outcomes))


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Let Python look for circles of garbage seldom: documents have none, and looking takes a
    quarter of a build's time.
    """
    usual = gc.get_threshold()
    gc.set_threshold(100_000, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _dealt_out(
    builder: Builder,
    names: Sequence[str],
    progress: Progress,
    workers: AbstractContextManager[Executor],
) -> Result:
    from kehoach.workers import outcomes

    done: list[Outcome] = []
    try:
        with workers as executor:
            where = builder.workspace, builder.out, builder.asked
            for outcome in outcomes(executor, *where, names):
                done.append(outcome)
                progress(len(done), outcome.plan)
    except KeyboardInterrupt:
        undone = set(names) - {outcome.plan for outcome in done}
        return Result(_ordered(done, names), tuple(name for name in names if name in undone))
    return Result(_ordered(done, names))


def _ordered(outcomes: Iterable[Outcome], names: Sequence[str]) -> tuple[Outcome, ...]:
    places = {name: place for place, name in enumerate(names)}
    return tuple(sorted(outcomes, key=lambda outcome: places[outcome.plan]))


def _tell(progress: Progress, done: int, plan: str, path: PurePosixPath) -> None:
    progress(done, f"{plan}: {path}")
