"""Sources with edits in them, composed again: what a change does is looked up, not guessed."""

from __future__ import annotations

from collections.abc import Iterable

from kehoach import compose, copies, plan
from kehoach.absorb.changes import Base
from kehoach.absorb.edits import Edit, Overlap, applied
from kehoach.absorb.files import Files
from kehoach.diagnostic import has_errors
from kehoach.document import FIXED, Block, Document
from kehoach.layers import Fetch
from kehoach.plan import Plan

Built = tuple[Plan | None, Document | None]


def overlaid(edits: Iterable[Edit], files: Files, fetch: Fetch) -> Fetch:
    """Return what reads the sources with `edits` in them; raises `Overlap`."""
    groups: dict[str, list[Edit]] = {}
    for edit in edits:
        groups.setdefault(edit.path, []).append(edit)
    texts = {path: applied(files.text(path), made).encode() for path, made in groups.items()}
    return lambda path: texts[path] if path in texts else fetch(path)


def rebuilt(edits: Iterable[Edit], files: Files, base: Base) -> Built:
    """Return the plan and the document that edited sources make, None when they make none."""
    try:
        fetch = overlaid(edits, files, base.fetch)
    except Overlap:
        return None, None
    loaded, findings = plan.load(base.plan.path, fetch)
    if loaded is None or has_errors(findings):
        return None, None
    if base.unit:
        made = next(copies.copies(loaded, fetch, [base.unit]), None)
        if made is None or has_errors(made.findings):
            return None, None
        loaded = made.plan
    document, findings = compose.compose(loaded)
    return loaded, None if has_errors(findings) else document


def said(document: Document) -> list[Block]:
    """Return the blocks of a document but for a template's own words."""
    return [block for block in document.blocks if block.role != FIXED]
