"""`kehoach import`: a Word file of any office becomes a new plan."""

from __future__ import annotations

from pathlib import Path

import click

from kehoach import report, screen
from kehoach.diagnostic import N_
from kehoach.shell import code, findings_options, misuse
from kehoach.workspace import LIMIT, find


@click.command("import", help=N_("Make a plan of the Word FILE of any office; the plan is new."))
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.option("-o", "--output", metavar="PLAN", required=True, help=N_("The plan to write."))
@click.option("--unit", metavar="ID", default="", help=N_("The unit, when the file does not say."))
@click.option(
    "--year", metavar="YEAR", default="", help=N_("The year, when the file does not say.")
)
@findings_options
@click.pass_obj
def import_(
    translate: report.Translate,
    file: str,
    output: str,
    unit: str,
    year: str,
    strict: bool,
    form: str,
) -> int:
    """Write the plan that a Word file makes, show what was guessed, and what it prints."""
    from kehoach.importer import command

    target = Path(output).absolute()
    refused = command.refusal(target)
    if refused:
        raise misuse(refused.template, refused.args, translate)
    workspace = find(target.parent)
    with Path(file).open("rb") as stream:
        data = stream.read(LIMIT + 1)
    told = command.told(target, workspace.root if workspace else target.parent, unit, year)
    try:
        counted, findings = command.run(data, file, target, told)
    except OSError as fault:
        reason = {"path": str(target), "reason": fault.strerror}
        raise misuse(N_("cannot write {path}: {reason}"), reason, translate) from None
    said = N_("blocks read: {blocks_in}, printed by the plan: {blocks_out}, lines lost: {lost}")
    screen.made(findings, counted, said, workspace, translate, form=form)
    return code(findings, strict)
