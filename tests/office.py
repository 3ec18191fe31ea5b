"""LibreOffice for tests: save files as an officer's machine would."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

TIMEOUT = 300
BATCH = 100
"""Files for one soffice call: after some 240 it ends before it has done them all."""


def resave(paths: Sequence[Path], out: Path) -> list[Path]:
    """Return copies of `paths` in `out` as LibreOffice saves them as .docx.

    The names of `paths` differ from each other. Raises RuntimeError when a copy is not made.
    """
    return convert(paths, out, "docx:MS Word 2007 XML")


def convert(paths: Sequence[Path], out: Path, kind: str) -> list[Path]:
    """Return `paths` converted to `kind` (`pdf`, `odt` …) in `out`, many in one soffice call."""
    out.mkdir(parents=True, exist_ok=True)
    return [
        path
        for start in range(0, len(paths), BATCH)
        for path in _convert(paths[start : start + BATCH], out, kind)
    ]


def _convert(paths: Sequence[Path], out: Path, kind: str) -> list[Path]:
    program = shutil.which("soffice")
    if program is None:
        raise RuntimeError("soffice is not on the path: install LibreOffice Writer")
    with tempfile.TemporaryDirectory(prefix="office-") as profile:
        command = [
            program,
            f"-env:UserInstallation={Path(profile).as_uri()}",
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            str(out),
            *map(str, paths),
        ]
        run = subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=False)
    made = [out / f"{path.stem}.{kind.partition(':')[0]}" for path in paths]
    missing = [path.name for path in made if not path.exists()]
    if missing:
        raise RuntimeError(f"not converted: {missing}: {run.stderr.decode(errors='replace')}")
    return made
