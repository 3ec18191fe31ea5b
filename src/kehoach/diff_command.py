"""`kehoach diff`: what changed between two versions; and the same where git calls it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from kehoach import report, screen
from kehoach.diagnostic import N_
from kehoach.shell import FAULTY, FINE, misuse, versions_folder, write


@click.command(help=N_("Say what changed between OLD and NEW: plans, PLAN@REV of git, or .docx."))
@click.argument("old")
@click.argument("new")
@click.option("--unit", metavar="ID", default="", help=N_("In the copy of this unit."))
@click.option("-o", "--output", metavar="FILE", help=N_("Write into FILE instead of printing."))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json", "docx"]),
    help=N_("The kind of output; as FILE ends when not given. docx is a table."),
)
@click.pass_obj
def diff(
    translate: report.Translate, old: str, new: str, unit: str, output: str | None, form: str | None
) -> int:
    """Compare two versions and print or write what changed."""
    from kehoach.diff import written

    workspace = versions_folder(old, new, translate)
    try:
        data, faults = written.produced((old, new), unit, form, output, workspace)
    except written.Unfit as fault:
        raise misuse(fault.template, fault.words, translate) from None
    if data is None and form == "json":
        screen.as_json(faults, translate)
    elif data is None:
        screen.text(faults, workspace, translate)
    elif output:
        write(output, data, translate)
    else:
        click.echo(data.decode(), nl=False)
    return FAULTY if data is None else FINE


@click.command("git-diff", help=N_("Show what changed in a plan, called by git as a diff driver."))
@click.argument(
    "words", metavar="PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE", nargs=-1
)
@click.pass_obj
def git_diff(translate: report.Translate, words: Sequence[str]) -> int:
    """Print what changed between the two contents of a file that git hands over."""
    from kehoach.diff import driver

    if len(words) not in driver.ARGUMENTS:
        raise misuse(N_("git calls this by itself: see docs/so-sanh.md"), {}, translate)
    try:
        click.echo(driver.driven(tuple(words), Path.cwd()), nl=False)
    except OSError as fault:
        reason = {"path": fault.filename, "reason": fault.strerror}
        raise misuse(N_("cannot read {path}: {reason}"), reason, translate) from None
    return FINE
