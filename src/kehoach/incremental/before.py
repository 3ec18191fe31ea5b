"""The files of a plan as the build before left them, and why some are made again."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path, PurePosixPath

from kehoach import store
from kehoach.diagnostic import N_
from kehoach.incremental import stamps
from kehoach.incremental.record import Record
from kehoach.incremental.stamps import Stamp
from kehoach.manifest import Entry, Manifest, parse

Fetch = Callable[[str], bytes]


class Why(StrEnum):
    """Why a file is made again."""

    NEW = N_("new")
    MISSING = N_("the file was gone")
    EDITED = N_("edited by hand")
    TOOL = N_("the programme changed")
    TEMPLATE = N_("the template changed")
    CONTENT = N_("what it says changed")
    ENGINE = N_("another engine printed it")
    WORD = N_("its Word file changed")


_PARTS = {
    3: (Why.TOOL, Why.TEMPLATE, Why.CONTENT),
    2: (Why.ENGINE, Why.WORD),
}
"""What the parts of a key tell, by their number: `manifest.key`, `manifest.pdf_key`."""


class Before:
    """What the build before left in the plan's own folder `home`, by its manifest and record.

    `why` is filled as files are asked for that have to be made again.
    """

    def __init__(self, home: Path, manifest: Path, record: Record) -> None:
        """Read the manifest, if there is one."""
        data = store.read(manifest)
        self.listing: Manifest | None = parse(data) if data else None
        known = data is not None and store.sha256(data) == record.manifest
        self.record = record if known else Record()
        self.why: dict[str, Why] = {}
        self.seen: dict[str, Stamp] = {}
        self._home = home
        self._entries = {e.path: e for e in self.listing.files} if self.listing else {}

    def entry(self, path: PurePosixPath) -> Entry | None:
        """Return what the manifest says of a file, None when it does not list it."""
        return self._entries.get(path.as_posix())

    def stays(self, path: PurePosixPath, key: str) -> Entry | None:
        """Return the entry of a file that is there as it would be made, None when it is not."""
        entry = self.entry(path)
        reason = Why.NEW if entry is None else _change(entry.key, key) or self._touched(entry)
        if reason:
            self.why[path.as_posix()] = reason
            return None
        return entry

    def is_as_left(self, fetch: Fetch, tool: str) -> bool:
        """Return whether all is as the build before took it and left it: nothing is to be done."""
        record = self.record
        if not record.whole or record.tool != tool:
            return False
        found = (_hash(path, fetch) == digest for path, digest in record.fetched.items())
        return all(found) and not any(map(self._touched, self._entries.values()))

    def _touched(self, entry: Entry) -> Why | None:
        """Return whether a file is gone or edited; it is read only where its stamp tells nothing.

        The stamp is taken before: what changes the file meanwhile shows in the next one.
        """
        path = self._home / entry.path
        stamp = stamps.of(path)
        if stamp is None:
            return Why.MISSING
        if self.record.stamps.get(entry.path) != stamp:
            data = store.read(path)
            if data is None or store.sha256(data) != entry.sha256:
                return Why.EDITED
        self.seen[entry.path] = stamp
        return None


def settled(stamps: Mapping[str, Stamp]) -> dict[str, Stamp]:
    """Return the stamps that tell of every change from now on."""
    now = time.time_ns()
    return {path: stamp for path, stamp in stamps.items() if stamp.is_settled(now)}


def _change(old: str, new: str) -> Why | None:
    """Return which part of a key differs; keys of other versions have other parts."""
    before, now = old.split("."), new.split(".")
    if len(before) != len(now):
        return Why.TOOL
    pairs = zip(before, now, _PARTS[len(now)], strict=True)
    return next((reason for one, other, reason in pairs if one != other), None)


def _hash(path: str, fetch: Fetch) -> str | None:
    try:
        return store.sha256(fetch(path))
    except FileNotFoundError:
        return None
    except OSError:  # It is there: what was made without it has to be made anew, or said not to be.
        return ""
