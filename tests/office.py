"""LibreOffice for tests: save files as an officer's machine would."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

TIMEOUT = 300


def resave(paths: Sequence[Path], out: Path) -> list[Path]:
    """Return copies of `paths` in `out` as LibreOffice saves them as .docx, in one call.

    The names of `paths` differ from each other. Raises RuntimeError when a copy is not made.
    """
    return convert(paths, out, "docx:MS Word 2007 XML")


def convert(paths: Sequence[Path], out: Path, kind: str) -> list[Path]:
    """Return `paths` converted to `kind` (`pdf`, `odt` …) in `out`, one soffice call for all."""
    program = shutil.which("soffice")
    if program is None:
        raise RuntimeError("soffice is not on the path: install LibreOffice Writer")
    out.mkdir(parents=True, exist_ok=True)
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
