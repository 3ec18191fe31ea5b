"""The same looks at files by several processes, told in the order of the files.

Nothing is written, so it does not matter which process looks at a file, or that two do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach import review
from kehoach.checking import Choice
from kehoach.review import Review, Targets
from kehoach.workspace import Workspace

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

Told = Callable[[int, str], None]
"""Hears how many files are done and which is next."""


def reviews(
    wanted: Targets, workspace: Workspace | None, here: Path, choice: Choice, told: Told, jobs: int
) -> Iterator[Review]:
    """Yield a look at each file, as `review.reviews` does, by as many processes as `jobs` says."""
    count = min(jobs, len(wanted))
    if count <= 1:
        yield from review.reviews(wanted, workspace, here, choice, told)
        return
    from kehoach import workers

    yield from dealt_out(wanted, workspace, here, choice, told, workers.processes(count))


def dealt_out(
    wanted: Targets,
    workspace: Workspace | None,
    here: Path,
    choice: Choice,
    told: Told,
    given: AbstractContextManager[Executor],
) -> Iterator[Review]:
    """Yield a look at each file by the executor that is `given`.

    What is not begun when the caller stops (Ctrl-C) is dropped. A file whose process is lost is
    looked at in this one.
    """
    with given as executor:
        ones = [Targets([name]) for name in wanted.plans] if workspace else []
        ones += [Targets([], [name]) for name in wanted.words]
        futures = [executor.submit(job, one, workspace, here, choice) for one in ones]
        try:
            for done, (one, future) in enumerate(zip(ones, futures, strict=True)):
                told(done, *one.plans, *one.words)
                yield _review(future) or job(one, workspace, here, choice)
        finally:
            for future in futures:
                future.cancel()


def job(one: Targets, workspace: Workspace | None, here: Path, choice: Choice) -> Review:
    """Look at one file in this process."""
    return next(review.reviews(one, workspace, here, choice, _silent))


def _review(future: Future[Review]) -> Review | None:
    from concurrent.futures import BrokenExecutor, CancelledError

    try:
        return future.result()
    except (BrokenExecutor, CancelledError):
        return None


def _silent(done: int, name: str) -> None:
    """Tell nobody."""
