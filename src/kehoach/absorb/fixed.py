"""Edits of the template's own words: no plan holds them, so they are told and never taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


def template_words(found: Found, workspace: Workspace) -> tuple[str, ...] | None:
    """Return what the template printed in the base, None when it cannot be rendered any more.

    A template that is lost gives way to that of today. Reads files and git.
    """
    then = _words(found, found.base.fetch)
    return _words(found, workspace.fetch) if then is None else then


def changed(before: Sequence[str] | None, parts: Parts) -> Iterator[tuple[str, str]]:
    """Yield what the template's words were, and what an edited file has in their place."""
    if before is None:
        return
    after = fixed_words(parts)
    for kind, i, end, j, last in SequenceMatcher(None, before, after, False).get_opcodes():
        if kind != "equal":
            yield "\n".join(before[i:end]), "\n".join(after[j:last])


def fixed(found: Found, parts: Parts, workspace: Workspace) -> Iterator[Choice]:
    """Yield what the edited file says otherwise than the template that the base was made with."""
    why = N_("the template has these words, not the plan: change templates/{name}.docx in Word")
    for was, now in changed(template_words(found, workspace), parts):
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
