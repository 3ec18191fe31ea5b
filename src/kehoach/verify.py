"""Whether a Word file is one that a build made, and whether it still says the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kehoach import manifest, store
from kehoach.diagnostic import Diagnostic
from kehoach.document import tree_hash
from kehoach.manifest import Provenance
from kehoach.ooxml import package
from kehoach.ooxml.parts import parts_hash
from kehoach.ooxml.read import read
from kehoach.units import table_hash


class Verdict(StrEnum):
    """What a file is. `SAVED`: another program wrote it again, or changed more than the words."""

    OURS = "ours and untouched"
    SAVED = "ours with the words as built, but saved or changed since"
    EDITED = "ours, edited since"
    FOREIGN = "not ours"


class Now(StrEnum):
    """A source as it is today against what the document was built from."""

    SAME = "same"
    CHANGED = "changed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Verification:
    """The verdict, where the document comes from (None when foreign), and what was in the way."""

    verdict: Verdict
    origin: Provenance | None
    findings: tuple[Diagnostic, ...] = ()


def verify(data: bytes, path: str) -> Verification:
    """Return what the bytes of a .docx, or of a form's .xlsx, are by the hashes that it carries.

    A file that cannot be read is foreign, with the findings that say why.
    """
    parts, findings = package.open_parts(data, path)
    if parts is None:
        return Verification(Verdict.FOREIGN, None, tuple(findings))
    origin = manifest.provenance(package.properties(parts))
    if origin is None:
        return Verification(Verdict.FOREIGN, None, tuple(package.kind_faults(parts, path)))
    if origin.parts == parts_hash(parts):
        return Verification(Verdict.OURS, origin)
    if origin.form:
        return Verification(Verdict.EDITED, origin)
    document, findings = read(data, path)
    same = document is not None and tree_hash(document) == origin.tree
    return Verification(Verdict.SAVED if same else Verdict.EDITED, origin, tuple(findings))


def sources_now(origin: Provenance, fetch: Callable[[str], bytes]) -> Mapping[str, Now]:
    """Return, for each source of `origin`, how the file that `fetch` gives compares with it."""
    return {path: _now(path, digest, fetch) for path, digest in origin.sources.items()}


def _now(path: str, digest: str, fetch: Callable[[str], bytes]) -> Now:
    try:
        found = table_hash() if path == manifest.UNITS else store.sha256(fetch(path))
    except OSError:
        return Now.MISSING
    return Now.SAME if found == digest else Now.CHANGED
