"""The command `build`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach import report, screen
from kehoach.diagnostic import N_, Diagnostic
from kehoach.shell import (
    FAILED,
    INTERRUPTED,
    apologise,
    code,
    findings_options,
    misuse,
    workspace_of,
)

if TYPE_CHECKING:
    from kehoach.outcome import Result
    from kehoach.pdf.printing import Engine

ENGINES = ("office", "fast")


@click.command(help=N_("Build plans, all of the working folder when none is named."))
@click.argument("plans", metavar="[PLAN]...", nargs=-1)
@click.option("--out", metavar="DIR", help=N_("The output folder; build when not given."))
@click.option("--unit", "units", metavar="ID", multiple=True, help=N_("Only this unit's files."))
@click.option("--recheck", is_flag=True, help=N_("Read every file back and compare."))
@click.option("--why", is_flag=True, help=N_("Say of each file why it was made again."))
@click.option("--pdf", is_flag=True, help=N_("A PDF beside each Word file, by LibreOffice."))
@click.option("--pdf-engine", type=click.Choice(ENGINES), help=N_("What makes the PDFs."))
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(1, 64),
    default=1,
    help=N_("So many plans, or calls of LibreOffice, side by side."),
)
@findings_options
@click.pass_obj
def build(
    translate: report.Translate,
    plans: Sequence[str],
    out: str | None,
    units: Sequence[str],
    recheck: bool,
    why: bool,
    pdf: bool,
    pdf_engine: str | None,
    jobs: int,
    strict: bool,
    form: str,
) -> int:
    """Build the named plans, show findings, then what was built and where it is."""
    from kehoach import build as builder
    from kehoach import output
    from kehoach.progress import Bar

    workspace = workspace_of(plans, translate)
    folder = Path(out).absolute() if out else workspace.root / "build"
    refused = output.refusal(folder, workspace)
    if refused:
        raise misuse(refused.template, refused.args, translate)
    names, findings = workspace.select(plans, Path.cwd())
    if not names and not findings:
        raise misuse(N_("there is no plan below {folder}"), {"folder": "plans/"}, translate)
    engine = _engine(pdf, pdf_engine)
    with Bar(len(names)) as bar:
        result = builder.build(workspace, names, folder, recheck, bar, units, engine, jobs)
    for outcome in result.outcomes:
        findings += outcome.findings
    if form == "json":
        screen.as_json(findings, translate, **screen.built(result))
    else:
        screen.text(findings, workspace, translate)
        if why:
            screen.why(result, translate)
        screen.table(result, folder, named=bool(plans), translate=translate)
    return _code_of(result, findings, strict, translate)


def _engine(pdf: bool, name: str | None) -> Engine | None:
    """Return what makes the PDFs, None when none are asked for."""
    if not pdf and name is None:
        return None
    from kehoach.pdf.printing import Engine

    return Engine(name) if name else Engine.OFFICE


def _code_of(
    result: Result, findings: Sequence[Diagnostic], strict: bool, translate: report.Translate
) -> int:
    crashes = [outcome.crash for outcome in result.outcomes if outcome.crash]
    for crash in crashes:
        apologise(crash, translate)
    if result.undone:
        return INTERRUPTED
    return FAILED if crashes else code(findings, strict)
