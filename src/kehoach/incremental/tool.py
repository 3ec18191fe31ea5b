"""Which programme makes the files: another one may make others of the same plan."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kehoach import __version__

_OURS = (".py", ".csv")


@cache
def fingerprint() -> str:
    """Return the SHA-256 of the version and of the package's own code and tables.

    Code counts because a version is the same while somebody works on it.
    """
    digest = hashlib.sha256(__version__.encode())
    for name, data in sorted(_files(str(Path(__file__).resolve().parents[1]))):
        digest.update(b"\0%b\0%d\0%b" % (name.encode(), len(data), data))
    return digest.hexdigest()


def _files(package: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files of ours with their path in the package: as plain names, for each build of
    one plan waits for these hundreds of files.
    """
    for folder, _, names in os.walk(package):
        within = folder[len(package) :].replace(os.sep, "/")
        for name in names:
            if name.endswith(_OURS):
                with open(f"{folder}/{name}", "rb", buffering=0) as file:
                    yield f"{within}/{name}", file.read()
