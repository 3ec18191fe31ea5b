"""What was built from what: `manifest.json` beside the files, and properties inside each.

Neither holds a time, a commit or the text of the plan.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import PurePosixPath

FORMAT = 1
MAIN = "ke-hoach"
"""Name of a plan's own document, and its kind."""
UNITS = "kehoach/units"
"""What the package's own table of units is called among the sources; it is not a file's path."""
_PREFIX = "kehoach."
PARTS = f"{_PREFIX}parts"
"""The custom property with the hash of a file's parts, which its last step adds."""
_SOURCE = "kehoach.source:"
_FOREIGN = frozenset("\\:")
"""Signs by which a path leaves its folder on some systems."""
_TOLD = ("plan", "version", "tree", "unit", "parts", "form")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file: its path in the plan's output folder, hash, kind, unit, and what it was made from."""

    path: str
    sha256: str
    kind: str
    key: str
    unit: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of one plan. `sources` gives the SHA-256 of each file that they were made from."""

    plan: str
    version: str
    sources: Mapping[str, str]
    files: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a file comes from. `tree` is the hash of a document's canonical tree, `parts` that of
    the file's parts; a form has no tree but its name in `form`.
    """

    plan: str
    version: str
    tree: str
    sources: Mapping[str, str] = field(default_factory=dict)
    unit: str = ""
    parts: str = ""
    form: str = ""


def dump(manifest: Manifest) -> bytes:
    """Return the content of `manifest.json`: sorted, so that equal manifests are equal bytes."""
    value = {
        "format": FORMAT,
        "plan": manifest.plan,
        "version": manifest.version,
        "sources": dict(manifest.sources),
        "files": [asdict(entry) for entry in sorted(manifest.files, key=lambda file: file.path)],
    }
    return (json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def parse(data: bytes) -> Manifest | None:
    """Return the manifest in `data`, None when it is not one of ours.

    Every path in it leads to a place below the plan's own folder, whoever wrote it.
    """
    try:
        value = json.loads(data)
        files = tuple(Entry(**entry) for entry in value["files"])
        if value["format"] != FORMAT or not all(map(_is_sound, files)):
            return None
        return Manifest(value["plan"], value["version"], dict(value["sources"]), files)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _is_sound(entry: Entry) -> bool:
    """Return whether an entry that was read holds texts, and a path to go by."""
    told = (entry.path, entry.sha256, entry.kind, entry.key, entry.unit or "", entry.code or "")
    if not all(isinstance(text, str) and text.isprintable() for text in told):
        return False
    path = PurePosixPath(entry.path)
    leads_out = path.is_absolute() or ".." in path.parts or not _FOREIGN.isdisjoint(entry.path)
    return path.as_posix() == entry.path and bool(path.name) and not leads_out


def key(tool: str, template: str, content: object) -> str:
    """Return three hashes of all that decides what a file says: same key, same words and look.

    `tool` and `template` are hashes themselves, `content` values for JSON. The sources are not in
    it: a line of a table that is another unit's changes nothing here.
    """
    told = json.dumps(content, ensure_ascii=False, sort_keys=True, default=str)
    return f"{tool[:16]}.{template[:16]}.{hashlib.sha256(told.encode()).hexdigest()[:32]}"


def pdf_key(engine: str, word: str) -> str:
    """Return what decides a PDF: the engine that prints it and the SHA-256 of the Word file."""
    return f"{engine}.{word}"


def properties(provenance: Provenance) -> dict[str, str]:
    """Return the custom properties (`docProps/custom.xml`) that carry `provenance`."""
    told = {name: getattr(provenance, name) for name in _TOLD}
    return {f"{_PREFIX}{name}": text for name, text in told.items() if text} | {
        f"{_SOURCE}{path}": digest for path, digest in sorted(provenance.sources.items())
    }


def provenance(properties: Mapping[str, str]) -> Provenance | None:
    """Return what `properties` of a document tell, None when it is not one of ours."""
    told = {name: properties.get(f"{_PREFIX}{name}", "") for name in _TOLD}
    if not told["plan"] or not (told["tree"] or told["form"]):
        return None
    sources = {
        name.removeprefix(_SOURCE): digest
        for name, digest in sorted(properties.items())
        if name.startswith(_SOURCE)
    }
    return Provenance(sources=sources, **told)
