"""`kehoach redline`: what changed between two versions, as tracked changes in Word."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from kehoach import report, screen
from kehoach.diagnostic import N_
from kehoach.shell import FAULTY, FINE, misuse, versions_folder, write


@click.command(help=N_("Write NEW as a Word file that shows, as tracked changes, what OLD was."))
@click.argument("old")
@click.argument("new")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    help=N_("FILE.docx, or a folder: then each unit whose copy has changed gets its own, too."),
)
@click.option("--unit", metavar="ID", default="", help=N_("In the copy of this unit."))
@click.option("--author", metavar="NAME", default="", help=N_("Who changed it, else as git says."))
@click.option("--date", metavar="DATE", default="", help=N_("When, as in 2024-01-31T08:00."))
@click.pass_obj
def redline(
    translate: report.Translate, old: str, new: str, output: str, unit: str, author: str, date: str
) -> int:
    """Write the redlines and say which were written."""
    from kehoach import redline as redlining
    from kehoach import versions

    workspace = versions_folder(old, new, translate)
    if any(Path(output).resolve() == Path(side).resolve() for side in (old, new)):
        raise misuse(N_("{path} is one of the files to compare"), {"path": output}, translate)
    name, day = redlining.by_git(workspace, new)
    try:
        when = redlining.moment(date or day or datetime.now().isoformat())
    except ValueError:
        message = N_("«{date}» is neither a day nor a time such as 2024-01-31T08:00")
        raise misuse(message, {"date": date}, translate) from None
    single = Path(output).suffix.lower() == versions.WORD
    made, faults = redlining.produced(
        (old, new), unit, author or name, when, workspace, Path.cwd(), batch=not single
    )
    screen.text(faults, workspace, translate)
    if made is None:
        return FAULTY
    if not author and not name:
        raise misuse(N_("who changed the text is not known: give --author"), {}, translate)
    for path, data in made.files.items():
        target = output if single else str(Path(output, path))
        write(target, data, translate)
        click.echo(f"+ {target}")
    if not single:
        counts = {"same": len(made.same), "single": len(made.single)}
        told = N_("texts that have not changed: {same}; in one version only: {single}")
        click.echo(report.phrase(told, counts, translate))
    return FINE
