"""The national run: a plan and its forms for every commune of the country, from one base."""

from __future__ import annotations

import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import bench_country
from bench_measure import KEHOACH, Took, run, table

PROCESSES = 2


def print_run(home: Path) -> None:
    """Print documents, seconds, documents a second, peak memory and bytes, with 1 and 2 processes.

    Building a plan is a job of its own, so the plans are dealt out to the processes.
    """
    folder, out = home / "national", home / "out"
    communes = bench_country.write(folder)
    plans = sorted(path.relative_to(folder) for path in folder.glob("plans/*/2027.yaml"))
    print(f"{len(plans)} provinces, {communes:,} communes\n")
    rows = [("processes", "files", "seconds", "at work", "files a second", "peak MB of one", "MB")]
    for processes in (1, PROCESSES):
        started = time.perf_counter()
        parts = [plans[number::processes] for number in range(processes)]
        with ThreadPoolExecutor(processes) as pool:
            done = [*pool.map(lambda part: _build(folder, out, [str(p) for p in part]), parts)]
        seconds = time.perf_counter() - started
        files = [path for path in out.rglob("*") if path.suffix in (".docx", ".xlsx")]
        size = sum(path.stat().st_size for path in files) / 1e6
        work, peak = sum(took.work for took, _ in done), max(peak for _, peak in done) / 1024
        numbers = f"{seconds:.1f}", f"{work:.1f}", f"{len(files) / seconds:,.0f}"
        told = (f"{len(files):,}", *numbers, f"{peak:.0f}", f"{size:.0f}")
        rows.append((str(processes), *told))
        if processes == 1:
            again(folder, out, [str(path) for path in plans], done[0][0])
        shutil.rmtree(out)
        shutil.rmtree(folder / ".kehoach")
    print(table(rows))


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
        took, _ = _build(folder, out, plans)
        share = f"1/{full.work / took.work:.0f}"
        rows.append((name, f"{took.clock:.2f}", f"{took.work:.2f}", share))
    print(table(rows), "\n")


def _build(folder: Path, out: Path, plans: list[str]) -> tuple[Took, int]:
    return run([*KEHOACH, "build", *plans, "--out", str(out)], folder)
