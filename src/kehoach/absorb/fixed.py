"""Edits of the template's own words: no plan holds them, so they are told and never taken."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from kehoach import make, render
from kehoach.absorb.changes import Choice
from kehoach.absorb.edits import Kind
from kehoach.absorb.origin import Found
from kehoach.diagnostic import N_, Place
from kehoach.layers import Fetch
from kehoach.ooxml.fixed import fixed_words
from kehoach.ooxml.package import Parts
from kehoach.workspace import Workspace


def fixed(found: Found, parts: Parts, workspace: Workspace) -> Iterator[Choice]:
    """Yield what the edited file says otherwise than the template that the base was made with.

    Reads files and git. Nothing when the base cannot be rendered any more.
    """
    before = _words(found, found.base.fetch)
    if before is None:
        before = _words(found, workspace.fetch)
    if before is None:
        return
    why = N_("the template has these words, not the plan: change templates/{name}.docx in Word")
    after = fixed_words(parts)
    for kind, i, end, j, last in SequenceMatcher(None, before, after, False).get_opcodes():
        if kind != "equal":
            was, now = ("\n".join(words) for words in (before[i:end], after[j:last]))
            where, name = Place(found.name), {"name": found.base.plan.type}
            yield Choice(Kind.TEMPLATE, where, was, now, why, name)


def _words(found: Found, fetch: Fetch) -> tuple[str, ...] | None:
    """Return the template's words in the base, None when its template is not to be had."""
    plan = found.base.plan
    template, _ = make.Templates().get(found.path, plan.type, fetch)
    if template is None:
        return None
    parts, _ = render.render_parts(template, found.base.document)
    return None if parts is None else fixed_words(parts)
