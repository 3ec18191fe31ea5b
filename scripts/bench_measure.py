"""Measuring: tasks in turns, so that a busy machine is busy for all of them alike."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parent.parent

Task = Callable[[], float]
"""Does something and returns how many seconds that took for each document."""


@dataclass(frozen=True)
class Times:
    """Seconds a document, a round each."""

    rounds: Sequence[float]

    @property
    def median(self) -> float:
        """Return the middle one."""
        return median(self.rounds)

    def row(self, name: str, base: Times | None) -> tuple[str, ...]:
        """Return name, median and quartiles in milliseconds, and how often it goes into `base`."""
        low, _, high = quantiles(self.rounds, n=4) if len(self.rounds) > 1 else [self.median] * 3
        numbers = [f"{seconds * 1000:.2f}" for seconds in (self.median, low, high)]
        if base is None:
            return (name, *numbers, "")
        ratios = [b / own for b, own in zip(base.rounds, self.rounds, strict=True)]
        return (name, *numbers, f"{median(ratios):.1f} ×")


def in_turns(tasks: Mapping[str, Task], rounds: int) -> dict[str, Times]:
    """Return the seconds a document of each task, each done once in every round."""
    seconds: dict[str, list[float]] = {name: [] for name in tasks}
    for number in range(rounds + 1):
        for name, task in tasks.items():
            took = task()
            if number:  # the first round fills caches, ours and those of the rivals
                seconds[name].append(took)
    return {name: Times(found) for name, found in seconds.items()}


KEHOACH = (sys.executable, "-m", "kehoach")


def each(action: Callable[..., object], items: Sequence[tuple[object, ...]]) -> float:
    """Do `action` with the arguments of each item; return the seconds it took for one."""
    started = time.perf_counter()
    for arguments in items:
        action(*arguments)
    return (time.perf_counter() - started) / len(items)


def run(command: Sequence[str], folder: Path) -> tuple[float, int]:
    """Run a command to its end; return its seconds and its peak memory in kilobytes."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "KEHOACH_LANG": "en"}
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
    return seconds, usage.ru_maxrss


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as a Markdown table, the first of them its head."""
    wide = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "| " + " | ".join(cell.ljust(size) for cell, size in zip(row, wide, strict=True)) + " |"
        for row in rows
    ]
    return "\n".join([lines[0], "|" + "|".join("-" * (size + 2) for size in wide) + "|", *lines[1:]])
