"""`kehoach new`: last year's plan becomes the draft for another year."""

from __future__ import annotations

from pathlib import Path

import click

from kehoach import report, screen
from kehoach.diagnostic import N_
from kehoach.shell import code, findings_options, misuse
from kehoach.workspace import find


@click.command(help=N_("Make PLAN, the draft for another year, of an older plan."))
@click.argument("plan")
@click.option("--from", "old", metavar="PLAN", required=True, help=N_("The older plan."))
@click.option("--year", type=int, metavar="YEAR", required=True, help=N_("The new plan's year."))
@findings_options
@click.pass_obj
def new(
    translate: report.Translate, plan: str, old: str, year: int, strict: bool, form: str
) -> int:
    """Write the draft, show what has to be looked at, and how many places are marked."""
    from kehoach.rollover import command

    workspace = find(Path(old) if Path(old).exists() else Path.cwd())
    if workspace is None:
        message = N_("no working folder here: neither {folder} nor a folder above it has plans/")
        raise misuse(message, {"folder": str(Path(old).parent.absolute())}, translate)
    target = Path(plan).absolute()
    refused = command.refusal(target, workspace)
    if refused:
        raise misuse(refused.template, refused.args, translate)
    names, findings = workspace.select([old], Path.cwd())
    if len(names) > 1:
        raise misuse(N_("{path} is a folder: name one plan"), {"path": old}, translate)
    counted: dict[str, int] = {}
    try:
        if names:
            counted, found = command.run(names[0], target, year, workspace)
            findings += found
    except OSError as fault:
        reason = {"path": str(target), "reason": fault.strerror}
        raise misuse(N_("cannot write {path}: {reason}"), reason, translate) from None
    said = N_("files written: {files}, places to look at: {notes}, each below a line “{mark}”")
    screen.made(findings, counted, said, workspace, translate, form=form, mark=f"# [{year}]")
    return code(findings, strict)
