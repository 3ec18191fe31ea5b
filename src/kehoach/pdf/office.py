"""PDF by LibreOffice: many files a call, a profile of its own, and no call that hangs survives.

A batch is converted by one call. Where it ends too soon, the file that it had in hand is left for
later and the next call goes on behind it; at last that file is tried by itself. So one bad file
costs only its own PDF, and a programme that hangs whatever it is given is soon given up.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from kehoach.diagnostic import N_, Diagnostic, Place, error

NAMES = ("soffice", "libreoffice")
PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
PATIENCE = 60.0
"""Seconds that a call may take for a file, its start included, before it counts as hanging."""
_LOOK = 0.1
"""Seconds between two looks at how far a call is."""
_BARREN = 3
"""Calls in a row that hang before their first file, after which the batch is given up."""

BATCH = 50
"""Files for one call: after some 240 LibreOffice 7.4 ends before it has done them all."""

_PDF_A_2B = 2
_OPTIONS = {
    "SelectPdfVersion": {"type": "long", "value": str(_PDF_A_2B)},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
}
_FILTER = "pdf:writer_pdf_Export:" + json.dumps(_OPTIONS, separators=(",", ":"))
_END = b"%%EOF"


@dataclass(frozen=True, slots=True)
class Office:
    """A LibreOffice on this machine; `patience` is the time limit for a file, in seconds."""

    program: Path
    patience: float = PATIENCE

    def convert(
        self, files: Mapping[str, bytes], jobs: int = 1
    ) -> tuple[dict[str, bytes], list[Diagnostic]]:
        """Return the PDF (PDF/A-2b, tagged) of each .docx by its name, and what failed and why.

        `jobs` calls run side by side, each with a profile of its own. An interrupt ends them all.
        """
        stop = threading.Event()
        batches = [{name: files[name] for name in names} for names in _batches(list(files), jobs)]
        with ThreadPoolExecutor(max(jobs, 1)) as pool:
            try:
                done = list(pool.map(lambda batch: self._batch(batch, stop), batches))
            except BaseException:
                stop.set()
                raise
        made = {name: data for batch in done for name, data in batch.items()}
        ordered = {name: made[name] for name in files if name in made}
        return ordered, [failed(name) for name in files if name not in made]

    def _batch(self, files: Mapping[str, bytes], stop: threading.Event) -> dict[str, bytes]:
        """Convert `files` in as few calls as their faults allow."""
        stems = {f"{number:06}": name for number, name in enumerate(files)}
        made: dict[str, bytes] = {}
        waiting, suspects, barren = list(stems), list[str](), 0
        with tempfile.TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True) as folder:
            while (waiting or suspects) and barren < _BARREN and not stop.is_set():
                called, alone = (waiting, False) if waiting else ([suspects.pop()], True)
                came, hung = self._call(Path(folder), {s: files[stems[s]] for s in called}, stop)
                made |= came
                left = [stem for stem in called if stem not in came]
                barren = barren + 1 if hung and not came else 0
                suspects += left[:1] if len(stems) > 1 and not alone else []
                waiting = [] if alone else left[1:]
        return {stems[stem]: data for stem, data in made.items()}

    def version(self) -> str:
        """Return what the program says of itself, empty when it says nothing in time."""
        with contextlib.suppress(OSError, subprocess.SubprocessError):
            command = [str(self.program), "--version"]
            done = subprocess.run(command, capture_output=True, timeout=self.patience, check=False)
            return done.stdout.decode("utf-8", "replace").strip()
        return ""

    def _call(
        self, home: Path, files: Mapping[str, bytes], stop: threading.Event
    ) -> tuple[dict[str, bytes], bool]:
        """Convert `files`, by their stems, in one call; return those that came out whole, and
        whether it hung.
        """
        within, out = home / "in", home / "out"
        for fresh in (within, out):
            shutil.rmtree(fresh, ignore_errors=True)
            fresh.mkdir()
        for stem, data in files.items():
            (within / f"{stem}.docx").write_bytes(data)
        command = [
            *(str(self.program), f"-env:UserInstallation={(home / 'profile').as_uri()}"),
            *("--headless", "--norestore", "--nologo", "--convert-to", _FILTER),
            *("--outdir", str(out), *(str(within / f"{stem}.docx") for stem in files)),
        ]
        hung = False
        with contextlib.suppress(OSError):
            hung = not _run(command, lambda: _sizes(out), self.patience, stop)
        made = {path.stem: path.read_bytes() for path in out.glob("*.pdf")}
        return {stem: data for stem, data in made.items() if data.rstrip().endswith(_END)}, hung


def find() -> Office | None:
    """Return the LibreOffice of this machine, None when there is none."""
    named = (shutil.which(name) for name in NAMES)
    installed = (place for place in PLACES if Path(place).is_file())
    found = next((path for path in (*named, *installed) if path), None)
    return Office(Path(found)) if found else None


def _batches(names: Sequence[str], jobs: int) -> list[Sequence[str]]:
    """Return `names` in as few batches as may be, but one at least for each of `jobs`."""
    size = max(1, min(BATCH, -(-len(names) // max(jobs, 1))))
    return [names[start : start + size] for start in range(0, len(names), size)]


def _sizes(folder: Path) -> dict[str, int]:
    """Return how long the files of a folder are now."""
    sizes = {}
    for path in folder.iterdir():
        with contextlib.suppress(FileNotFoundError):
            sizes[path.name] = path.stat().st_size
    return sizes


def _run(
    command: list[str],
    done: Callable[[], dict[str, int]],
    patience: float,
    stop: threading.Event,
) -> bool:
    """Run `command` until it ends, `stop` is set, or what is `done` has been the same for as many
    seconds as `patience` says; then it ends with all that it started.

    Return whether it ended by itself. Raises `OSError`.
    """
    group = {"start_new_session": True} if os.name == "posix" else {}
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **group,  # type: ignore[call-overload]
    ) as process:
        try:
            seen, since = done(), time.monotonic()
            while not stop.is_set() and time.monotonic() - since < patience:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(_LOOK)
                    return True
                now = done()
                seen, since = (seen, since) if now == seen else (now, time.monotonic())
            return False
        finally:
            if process.poll() is None:
                _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill `process` and its children: LibreOffice works in a child of the one that is called."""
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(command, capture_output=True, check=False)
    process.wait()


def failed(name: str) -> Diagnostic:
    """Return the finding for a file of which there is no PDF."""
    message = N_("LibreOffice made no PDF of this file")
    hint = N_("open it in LibreOffice and see what it says; kehoach doctor checks the programme")
    return error("B020", Place(name), message, hint)
