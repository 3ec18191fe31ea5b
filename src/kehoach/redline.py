"""Redlines: the new version of a document in which Word shows what it changed in the old one."""

from __future__ import annotations

from kehoach.diagnostic import Diagnostic
from kehoach.document import Document
from kehoach.ooxml.parts import with_properties
from kehoach.ooxml.revise import Reviser
from kehoach.ooxml.union import union
from kehoach.ooxml.write import pack
from kehoach.render import render_parts, title
from kehoach.template import Template


def redline(
    template: Template, old: Document, new: Document, author: str, date: str = ""
) -> tuple[bytes | None, list[Diagnostic]]:
    """Return `new` as the bytes of a .docx whose tracked changes lead back to `old`.

    Accepting them all gives the tree of `new`, rejecting them all that of `old`. They are by
    `author` at `date` (ISO 8601, empty when it is not to be told). None, and what cannot be
    printed, when one of the two cannot be rendered. What is computed for the page (columns,
    indents, lines kept together) is that of `new`.
    """
    before, findings = render_parts(template, old)
    after, found = render_parts(template, new)
    if before is None or after is None:
        return None, [*findings, *found]
    parts = union(before, after, template.package, template.frames, Reviser(author, date))
    return pack(with_properties(parts, title(new), {})), []
