"""Which programme makes the files: another one may make others of the same plan."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from kehoach import __version__

_OURS = (".py", ".csv")


@cache
def fingerprint() -> str:
    """Return the SHA-256 of the version and of the package's own code and tables.

    Code counts because a version is the same while somebody works on it.
    """
    package = Path(__file__).resolve().parents[1]
    digest = hashlib.sha256(__version__.encode())
    for path in sorted(path for path in package.rglob("*") if path.suffix in _OURS):
        name, data = path.relative_to(package).as_posix(), path.read_bytes()
        digest.update(b"\0%b\0%d\0%b" % (name.encode(), len(data), data))
    return digest.hexdigest()
