"""A comparison in the form that was asked for."""

from __future__ import annotations

import json
from pathlib import Path

from kehoach import make, render
from kehoach.diagnostic import N_, Diagnostic
from kehoach.diff import summary, values
from kehoach.diff.compare import Comparison, compare
from kehoach.versions import load
from kehoach.workspace import Workspace

FORMS = {".txt": "text", ".md": "markdown", ".json": "json", ".docx": "docx"}
"""Ending of an output file → the form that it has."""


def written(
    found: Comparison, form: str, workspace: Workspace, plan: str
) -> tuple[bytes | None, list[Diagnostic]]:
    """Return a comparison as `text`, `markdown`, `json` or `docx`; None when it cannot be made.

    The table's template is that of the province of `plan`, else the common one.
    """
    if form == "docx":
        fetched = make.Fetched(workspace)
        template, findings = make.Templates().get(plan, values.TEMPLATE, fetched)
        if template is None:
            return None, findings
        return render.render_form(template, values.for_table(found), {})
    if form == "json":
        told = {"findings": [], **values.for_json(found)}
        return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode(), []
    text = summary.markdown(found) if form == "markdown" else summary.text(found)
    return text.encode(), []


class Unfit(Exception):
    """What was asked for does not go together; `template` and `args` say why."""

    def __init__(self, template: str, **args: object) -> None:
        """Take a message and what stands in it."""
        super().__init__(template)
        self.template, self.words = template, args


def produced(
    versions: tuple[str, str], unit: str, form: str | None, out: str | None, workspace: Workspace
) -> tuple[bytes | None, list[Diagnostic]]:
    """Return what changed between two versions as the user asked for it, None when it cannot be.

    Without `form` it is what the name `out` ends in, else text. Raises `Unfit`.
    """
    form = form or FORMS.get(Path(out or "").suffix.lower(), "text")
    if form == "docx" and not out:
        raise Unfit(N_("a Word file needs a name: -o FILE.docx"))
    if out and any(Path(out).resolve() == Path(side).resolve() for side in versions):
        raise Unfit(N_("{path} is one of the files to compare"), path=out)
    found, findings = load(versions, workspace, Path.cwd(), unit)
    if not found:
        return None, findings
    plan = next((version.plan.path for version in found if version.plan), "")
    return written(compare(*found), form, workspace, plan)
