"""The national run: a plan and its forms for every commune of the country, from one base;
and a form for each of many residential areas.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import bench_country
from bench_measure import KEHOACH, Took, run, table

PROCESSES = 2
HEAD = ("processes", "files", "seconds", "at work", "files a second", "peak MB of one", "MB")


def print_run(home: Path) -> None:
    """Print documents, seconds, documents a second, peak memory and bytes, with 1 and 2 processes.

    Building a plan is a job of its own, dealt out to the processes.
    """
    folder = home / "national"
    communes = bench_country.write(folder)
    plans = _plans(folder)
    print(f"{len(plans)} provinces, {communes:,} communes\n")
    rows = [HEAD, _run(folder, home / "out", plans, 1, partial(again, folder, home / "out", plans))]
    print(table([*rows, _run(folder, home / "out", plans, PROCESSES)]))


def print_areas(home: Path, count: int) -> None:
    """Print the same of a registration form for each of `count` residential areas."""
    folder = home / "areas"
    there = bench_country.write_areas(folder, count)
    plans = _plans(folder)
    print(f"{len(plans)} provinces, {there:,} residential areas\n")
    runs = [_run(folder, home / "out", plans, processes) for processes in (1, PROCESSES)]
    print(table([HEAD, *runs]))


def _plans(folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in sorted(folder.glob("plans/*/2027.yaml"))]


def _run(
    folder: Path,
    out: Path,
    plans: list[str],
    processes: int,
    then: Callable[[Took], None] = lambda took: None,
) -> tuple[str, ...]:
    """Return the row of a run, whose files are gone once `then` is done with them."""
    took, peak = _build(folder, out, plans, processes)
    files = [path for path in out.rglob("*") if path.suffix in (".docx", ".xlsx")]
    size = sum(path.stat().st_size for path in files) / 1e6
    then(took)
    shutil.rmtree(out)
    shutil.rmtree(folder / ".kehoach")
    numbers = f"{took.clock:.1f}", f"{took.work:.1f}", f"{len(files) / took.clock:,.0f}"
    return (str(processes), f"{len(files):,}", *numbers, f"{peak / 1024:.0f}", f"{size:.0f}")


def again(folder: Path, out: Path, plans: list[str], full: Took) -> None:
    """Print what it takes to build again: nothing to do, a signer and a figure changed."""
    rows = [("built again", "seconds", "at work", "of the whole")]
    for name in ("nothing to do", "a signer", "a figure"):
        table_file = folder / Path(plans[0]).parent / "so-lieu.csv"
        first, *lines = table_file.read_text("utf-8").splitlines()
        cells = lines[0].split(",")
        if name == "a signer":
            cells[-1] = f"{cells[-1]} Khác"
        elif name == "a figure":
            cells[-2] = f"1{cells[-2]}"
        table_file.write_text("\n".join([first, ",".join(cells), *lines[1:], ""]), "utf-8")
        took, _ = _build(folder, out, plans, 1)
        share = f"1/{full.work / took.work:.0f}"
        rows.append((name, f"{took.clock:.2f}", f"{took.work:.2f}", share))
    print(table(rows), "\n")


def _build(folder: Path, out: Path, plans: list[str], processes: int) -> tuple[Took, int]:
    jobs = () if processes == 1 else ("--jobs", str(processes))
    return run([*KEHOACH, "build", *plans, *jobs, "--out", str(out)], folder)
