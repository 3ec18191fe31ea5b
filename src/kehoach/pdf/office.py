"""PDF by LibreOffice: many files a call, a profile of its own, and no call that hangs survives.

A batch is converted by one call. What did not come out of it is tried again by itself, so that
one bad file costs only its own PDF.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
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
STARTING = 60.0
"""Seconds that a call may take before its first file."""
EACH = 10.0
"""Seconds that a file may take."""

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
    """A LibreOffice on this machine. `starting` and `each` are its time limits, in seconds."""

    program: Path
    starting: float = STARTING
    each: float = EACH

    def convert(
        self, files: Mapping[str, bytes], jobs: int = 1
    ) -> tuple[dict[str, bytes], list[Diagnostic]]:
        """Return the PDF (PDF/A-2b, tagged) of each .docx by its name, and what failed and why.

        `jobs` calls run side by side, each with a profile of its own.
        """
        batches = _batches(list(files), jobs)
        with ThreadPoolExecutor(max(jobs, 1)) as pool:
            done = pool.map(lambda names: self._batch({n: files[n] for n in names}), batches)
            made = {name: data for batch in done for name, data in batch.items()}
        ordered = {name: made[name] for name in files if name in made}
        return ordered, [_failed(name) for name in files if name not in made]

    def _batch(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """Convert `files` in one call, and what did not come out of it each in one of its own."""
        with tempfile.TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True) as folder:
            home = Path(folder)
            numbered = {f"{number:06}": name for number, name in enumerate(files)}
            made = self._call(home, {stem: files[name] for stem, name in numbered.items()})
            missing = [stem for stem in numbered if stem not in made]
            for stem in missing if len(numbered) > 1 else []:
                made |= self._call(home, {stem: files[numbered[stem]]})
        return {numbered[stem]: data for stem, data in made.items()}

    def version(self) -> str:
        """Return what the program says of itself, empty when it says nothing in time."""
        with contextlib.suppress(OSError, subprocess.SubprocessError):
            command = [str(self.program), "--version"]
            done = subprocess.run(command, capture_output=True, timeout=self.starting, check=False)
            return done.stdout.decode("utf-8", "replace").strip()
        return ""

    def _call(self, home: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """Convert `files`, by their stems, in one call; return those that came out whole."""
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
        _run(command, self.starting + self.each * len(files))
        made = {path.stem: path.read_bytes() for path in out.glob("*.pdf")}
        return {stem: data for stem, data in made.items() if data.rstrip().endswith(_END)}


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


def _run(command: list[str], seconds: float) -> None:
    """Run `command` for at most `seconds`; then it ends with all that it started."""
    group = {"start_new_session": True} if os.name == "posix" else {}
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **group,  # type: ignore[call-overload]
    ) as process:
        try:
            process.wait(seconds)
        except BaseException as fault:
            _end(process)
            if not isinstance(fault, subprocess.TimeoutExpired):
                raise


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill `process` and its children: LibreOffice works in a child of the one that is called."""
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(command, capture_output=True, check=False)
    process.wait()


def _failed(name: str) -> Diagnostic:
    message = N_("LibreOffice made no PDF of this file")
    hint = N_("open it in LibreOffice and see what it says; kehoach doctor checks the programme")
    return error("B020", Place(name), message, hint)
