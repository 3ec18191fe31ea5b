"""PDF: one call of LibreOffice for each file, one for all, two side by side, and the quick engine;
then of which templates the quick engine prints the same pages.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import bench_country
from bench_measure import KEHOACH, run, table

from kehoach.pdf import fast, office
from kehoach.pdf.pages import read_pages
from kehoach.pdf.parity import difference

FILES = 20
ALONE = 5
"""Files that get a call each in one round."""


def print_pdfs(home: Path, rounds: int) -> None:
    """Print seconds a file by each way, medians of `rounds` in turns; then parity by template."""
    program = office.find()
    assert program is not None, "LibreOffice is not installed"
    folder, out = home / "pdf", home / "out"
    bench_country.write(folder, provinces=1)
    run([*KEHOACH, "build", "--out", str(out)], folder)
    plans = sorted(out.glob("*/*/*/ke-hoach.docx"))[:FILES]
    files = {str(path): path.read_bytes() for path in plans}
    kinds = {path.name: path for path in sorted(out.rglob("*.docx"))}
    models = {name: path.read_bytes() for name, path in kinds.items()}
    shutil.rmtree(out)
    alone = list(files.items())[:ALONE]
    ways: dict[str, tuple[int, Callable[[], object]]] = {
        "LibreOffice, a call each": (
            ALONE,
            lambda: [program.convert({name: data}) for name, data in alone],
        ),
        f"LibreOffice, one call for {FILES}": (FILES, lambda: program.convert(files)),
        "LibreOffice, two calls side by side": (FILES, lambda: program.convert(files, 2)),
        "office2pdf": (FILES, lambda: [fast.convert(data, name) for name, data in files.items()]),
    }
    took: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, (count, way) in ways.items():
            started = time.perf_counter()
            way()
            took[name].append((time.perf_counter() - started) / count)
    base = took["LibreOffice, a call each"]
    rows = [("way", "seconds a file", "times as fast")]
    for name, seconds in took.items():
        ratio = median(one / other for one, other in zip(base, seconds, strict=True))
        rows.append((name, f"{median(seconds):.3f}", f"{ratio:.1f} ×"))
    print(table(rows), "\n")
    _print_parity(program, models)


def _print_parity(program: office.Office, models: dict[str, bytes]) -> None:
    expected, _ = program.convert(models)
    rows = [("file", "pages", "the quick engine")]
    for name, data in models.items():
        made, findings = fast.convert(data, name)
        pages = read_pages(expected[name])
        reason, page = difference(pages, read_pages(made)) if made else (str(findings), 0)
        rows.append((name, str(len(pages)), reason.format(page=page) or "the same pages"))
    print(table(rows))
