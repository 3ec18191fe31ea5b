"""How a file is known again without being read: by size, times and number, as git does it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

_SECOND = 1_000_000_000
_FINE, _COARSE = _SECOND // 10, 2 * _SECOND
"""Nanoseconds in which two changes may get one time: some file systems count whole seconds."""


class Stamp(NamedTuple):
    """A file as the system tells of it; times are in nanoseconds."""

    size: int
    modified: int
    changed: int
    inode: int

    def same_content(self, other: Stamp) -> bool:
        """Return whether nothing was written since `other`; the file may have got a new name."""
        return (self.size, self.modified, self.inode) == (other.size, other.modified, other.inode)

    def is_settled(self, now: int) -> bool:
        """Return whether any change after `now`, in nanoseconds, is sure to show in the stamp."""
        latest = max(self.modified, self.changed)
        return now - latest > (_FINE if latest % _SECOND else _COARSE)


def of(path: Path) -> Stamp | None:
    """Return the stamp of the file at `path`, None when there is no plain file."""
    try:
        told = os.stat(path)
    except OSError:
        return None
    return Stamp(told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino)
