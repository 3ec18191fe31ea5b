"""Documents into Word files: the last stage, pure, the same bytes for the same document.

After this, the following are guaranteed when there is no finding:
1. every block of the tree is printed once, in the paragraph style of its role;
2. every text is escaped once, and nothing of it is read as XML or as a tag;
3. numbers are Word's own where Word can count to them;
4. signature, recipients and the last lines of the text stand on one page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kehoach.diagnostic import N_, Diagnostic, Place, error
from kehoach.document import Document
from kehoach.ooxml.blocks import Writer
from kehoach.ooxml.lists import Lists
from kehoach.ooxml.page import assemble, assemble_other
from kehoach.ooxml.parted import Parted, part
from kehoach.ooxml.parts import document as write
from kehoach.ooxml.parts import fill_footnotes, fill_numbering
from kehoach.template import Template


def render(
    template: Template, document: Document, properties: Mapping[str, str]
) -> tuple[bytes | None, list[Diagnostic]]:
    """Return `document` as the bytes of a .docx, or None and what cannot be printed.

    `properties` become the file's custom properties.
    """
    parts, findings = render_parts(template, document)
    if parts is None:
        return None, findings
    return write(parts, title(document), properties, template.package.members), []


def render_parts(
    template: Template, document: Document
) -> tuple[dict[str, bytes] | None, list[Diagnostic]]:
    """Return the parts of `document` but for its properties, or None and what cannot be printed."""
    if not template.is_plan:
        return None, [_kind(template, N_("this is a form's template: it has no slot for a text"))]
    parted = part(document)
    findings = list(_homeless(template, parted))
    made = template.package
    lists = Lists(template.looks.roles, made.abstract, made.num)
    writer = Writer(template.path, template.looks, lists, made.note + 1)
    parts = dict(made.parts)
    parts[made.main] = assemble(template.frames[made.main], parted, writer)
    for name, frame in template.frames.items():
        if name != made.main:
            parts[name] = assemble_other(frame, parted, writer)
    findings += writer.findings
    if findings:
        return None, findings
    parts[made.numbering] = fill_numbering(parts[made.numbering], lists.abstracts, lists.nums)
    parts[made.footnotes] = fill_footnotes(parts[made.footnotes], writer.notes)
    return parts, []


def render_form(
    template: Template, values: Mapping[str, object], properties: Mapping[str, str]
) -> tuple[bytes | None, list[Diagnostic]]:
    """Return a form filled with `values` as the bytes of a .docx, or None and what is missing."""
    from kehoach.form.words import FORMS
    from kehoach.forms import fill_form
    from kehoach.ooxml.form_press import finish

    if template.is_plan:
        return None, [_kind(template, N_("this is a plan's template, not a form's"))]
    made = template.package
    parts = dict(made.parts)
    findings: list[Diagnostic] = []
    texts: dict[str, str] = {}
    for name, form in template.forms.items():
        texts[name], faults = fill_form(form, values, Place(template.path, name))
        findings += faults
    if findings:
        return None, findings
    parts |= {name: text.encode() for name, text in texts.items() if name != made.main}
    parts[made.main], made_up = finish(texts[made.main], template.looks, template.made_up)
    if made_up.twice:
        message = N_("several fields of the form have one name: {names}")
        where = Place(template.path, made.main)
        return None, [error("R008", where, message, names=", ".join(made_up.twice))]
    parts[made.numbering] = fill_numbering(parts[made.numbering], [], [])
    called, _ = FORMS.get(properties.get("kehoach.form", ""), ("", ""))
    return write(parts, called, {**properties, **made_up.fields}, made.members), []


def _kind(template: Template, message: str) -> Diagnostic:
    return error("R004", Place(template.path), message)


def _homeless(template: Template, parted: Parted) -> Iterator[Diagnostic]:
    """Yield the roles of head and foot that the template has no place for."""
    names = template.frames[template.package.main].names
    for name, block in parted.names.items():
        if name not in names:
            tag = f"{{{{p {name} }}}}" if name in ("noi_nhan", "chu_ky") else f"{{{{ {name} }}}}"
            yield error(
                "R002",
                block.where or Place(template.path),
                N_("the template {path} has no place for this: {tag} is missing"),
                hint=N_("put a paragraph with {tag} into the template"),
                path=template.path,
                tag=tag,
            )


def title(document: Document) -> str:
    """Return what a file of `document` is called: its title, else what it is about."""
    named = (block.text for block in document.blocks if block.role == "trich_yeu")
    return document.title or next(named, "")
