"""What `kehoach import` does on disk: a new file, whole or not at all, never over another."""

from __future__ import annotations

from pathlib import Path

from kehoach import store
from kehoach.diagnostic import N_, Diagnostic, Place, error
from kehoach.document import Document
from kehoach.importer.convert import Told, import_docx
from kehoach.importer.proof import blocks, missing


def refusal(target: Path) -> Diagnostic | None:
    """Return why nothing can be written to `target`, or None."""
    path = {"path": str(target)}
    if target.suffix != ".yaml":
        return error("I002", Place(str(target)), N_("the name of a plan ends in .yaml"))
    if target.exists() or target.is_symlink():
        message = N_("{path} is there already: import never writes over a file")
        return error("I003", Place(str(target)), message, **path)
    return None


def told(target: Path, root: Path, unit: str, year: str) -> Told:
    """Return what is known of the plan at `target`, its path counted from the folder `root`."""
    inside = target.is_relative_to(root)
    return Told((target.relative_to(root) if inside else target).as_posix(), unit, year)


def run(
    data: bytes, path: str, target: Path, known: Told
) -> tuple[dict[str, int], list[Diagnostic]]:
    """Write the plan of a Word file; return its counts, empty when there is none, and findings.

    Raises `OSError` when it cannot be written.
    """
    imported, findings = import_docx(data, path, known)
    if imported is None:
        return {}, findings
    store.write(target, imported.text.encode())
    made = imported.made or Document(())
    lost = list(missing(imported.lines, made)) if imported.made else []
    counted = {
        "blocks_in": len(blocks(imported.source)),
        "blocks_out": len(blocks(made)),
        "lost": len(lost),
    }
    return counted, findings
