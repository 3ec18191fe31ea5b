"""Measuring: tasks in turns, so that a busy machine is busy for all of them alike."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Took:
    """Seconds by the clock, and those that processors were at work for it."""

    clock: float
    work: float

    def for_each(self, count: int) -> Took:
        """Return the share of one of `count`."""
        return Took(self.clock / count, self.work / count)


Task = Callable[[], Took]
"""Does something and returns how long that took for each document."""


@dataclass(frozen=True)
class Times:
    """What a task took for a document, a round each."""

    rounds: Sequence[Took]

    @property
    def clock(self) -> float:
        """Return the seconds of the round in the middle."""
        return median(took.clock for took in self.rounds)

    def row(self, name: str, base: Times | None) -> tuple[str, ...]:
        """Return name, milliseconds - median, quartiles, work - and how often it goes into `base`.

        On a busy machine work is the better measure, without what waiting for the disk adds.
        """
        clocks, works = ([getattr(t, f) for t in self.rounds] for f in ("clock", "work"))
        low, _, high = quantiles(clocks, n=4) if len(clocks) > 1 else clocks * 3
        numbers = [f"{s * 1000:.2f}" for s in (self.clock, low, high, median(works))]
        if base is None:
            return (name, *numbers, "", "")
        pairs = list(zip(base.rounds, self.rounds, strict=True))
        by_clock = median(theirs.clock / own.clock for theirs, own in pairs)
        by_work = median(theirs.work / own.work for theirs, own in pairs)
        return (name, *numbers, f"{by_clock:.1f} ×", f"{by_work:.1f} ×")


def in_turns(tasks: Mapping[str, Task], rounds: int) -> dict[str, Times]:
    """Return what each task took for a document, each done once in every round."""
    times: dict[str, list[Took]] = {name: [] for name in tasks}
    for number in range(rounds + 1):
        for name, task in tasks.items():
            took = task()
            if number:  # the first round fills caches, ours and those of the rivals
                times[name].append(took)
    return {name: Times(found) for name, found in times.items()}


KEHOACH = (sys.executable, "-m", "kehoach")


@contextmanager
def watch() -> Iterator[list[Took]]:
    """Give a list that holds, once what is done inside is done, how long it took."""
    took: list[Took] = []
    clock, work = time.perf_counter(), time.process_time()
    yield took
    took.append(Took(time.perf_counter() - clock, time.process_time() - work))


def each(action: Callable[..., object], items: Sequence[tuple[object, ...]]) -> Took:
    """Do `action` with the arguments of each item; return what it took for one."""
    with watch() as took:
        for arguments in items:
            action(*arguments)
    return took[0].for_each(len(items))


def run(command: Sequence[str], folder: Path) -> tuple[Took, int]:
    """Run a command to its end; return what it took, and its peak memory in kilobytes."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "KEHOACH_LANG": "en"}
    # An installed package is compiled; so must be what is measured beside installed ones.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as child:
        assert child.stdout is not None
        said = child.stdout.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - started
    if child.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{said.decode()[-2000:]}")
    return Took(seconds, usage.ru_utime + usage.ru_stime), usage.ru_maxrss


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as a Markdown table, the first of them its head."""
    wide = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "| " + " | ".join(cell.ljust(size) for cell, size in zip(row, wide, strict=True)) + " |"
        for row in rows
    ]
    return "\n".join(
        [lines[0], "|" + "|".join("-" * (size + 2) for size in wide) + "|", *lines[1:]]
    )
