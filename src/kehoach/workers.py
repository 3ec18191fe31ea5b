"""The same builds by several workers: processes of this machine, or a dask cluster.

A job is a plan. Workers share the working folder and the output folder, and what they write is
what one process writes: so it does not matter which of them does a job, or that one is done twice.
"""

from __future__ import annotations

import logging
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, as_completed
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kehoach.builder import Asked, Builder
from kehoach.outcome import NoWorkers, Outcome
from kehoach.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import PurePosixPath

TIMEOUT = 3
"""Seconds in which a scheduler, and a worker of it, have to answer."""

_one_at_a_time = threading.Lock()


@contextmanager
def processes(count: int) -> Iterator[Executor]:
    """Give an executor of `count` processes; Ctrl-C is for the one that started them."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    class Pool(ProcessPoolExecutor):
        """Starts its processes, as jobs come, out of reach of Ctrl-C."""

        def submit(self, *job: Any, **words: Any) -> Future[Any]:
            with _interrupts_held():
                return super().submit(*job, **words)

    context = multiprocessing.get_context("spawn")
    with Pool(count, context, _begin) as executor:
        yield executor


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """Give the executor of the dask cluster whose scheduler is at `address`.

    A job whose worker dies is given to another by the scheduler. Raises `NoWorkers`, or
    `ImportError` when the extra `cluster` is not installed.
    """
    from distributed import Client

    with _unlogged():
        try:
            client = Client(address, timeout=TIMEOUT, set_as_default=False)  # type: ignore[no-untyped-call]
        except (OSError, ValueError, TypeError) as fault:
            raise NoWorkers(str(fault)) from fault
        with client:
            try:
                client.wait_for_workers(1, TIMEOUT)
            except OSError as fault:
                raise NoWorkers(str(fault)) from fault
            yield client.get_executor(pure=False)  # type: ignore[no-untyped-call]


@contextmanager
def _unlogged() -> Iterator[None]:
    """Keep what others log of lost connections: plans are built elsewhere then, or said not to be.

    Loggers of distributed have levels of their own.
    """
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


def outcomes(
    executor: Executor, workspace: Workspace, out: Path, asked: Asked, names: Sequence[str]
) -> Iterator[Outcome]:
    """Yield what became of each plan as it is done.

    What is not begun when the caller stops (Ctrl-C) is dropped. Plans whose worker is lost for
    good are not among what is yielded.
    """
    jobs = {executor.submit(job, workspace, out, asked, name): name for name in names}
    try:
        for future in as_completed(jobs):
            outcome = _outcome(future)
            if outcome is not None:
                yield outcome
    finally:
        for future in jobs:
            future.cancel()


def job(workspace: Workspace, out: Path, asked: Asked, name: str) -> Outcome:
    """Build one plan in this process, which does one at a time."""
    with _one_at_a_time:
        return _builder(workspace, out, asked).build(name, _silent)


@lru_cache(maxsize=1)
def _builder(workspace: Workspace, out: Path, asked: Asked) -> Builder:
    return Builder(workspace, out, asked)


def _outcome(future: Future[Outcome]) -> Outcome | None:
    try:
        return future.result()
    except (BrokenExecutor, CancelledError):
        return None


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let Ctrl-C wait; a process that is started meanwhile never gets it (Windows has no mask)."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Leave interrupts to the process that started this one, and end when it does.

    Nobody else would tell: a worker whose parent is killed waits for jobs for ever.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _silent(path: PurePosixPath) -> None:
    """Tell nobody."""
