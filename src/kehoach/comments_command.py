"""`kehoach comments`: Word files that came back become one table of opinions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach import report, screen
from kehoach.diagnostic import N_, Diagnostic
from kehoach.shell import FAULTY, code, home, misuse, write
from kehoach.workspace import LIMIT, Workspace, find, package_data

if TYPE_CHECKING:
    from kehoach.opinions.gather import Round, Sent

FORMS = {".txt": "text", ".json": "json", ".docx": "docx"}
"""Ending of an output file → the form that it has."""


@click.command(help=N_("Gather comments and edits of Word FILEs into one table of opinions."))
@click.argument(
    "files",
    metavar="FILE...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False),
)
@click.option(
    "-o", "--output", metavar="FILE", default="", help=N_("Write into FILE instead of printing.")
)
@click.option(
    "--from",
    "senders",
    metavar="FILE=UNIT",
    multiple=True,
    help=N_("Who sent FILE, when its comments do not say."),
)
@click.option(
    "--base", metavar="PLAN", default="", help=N_("The version sent out: PLAN or PLAN@REV.")
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "docx"]),
    help=N_("The kind of output; as FILE ends when not given. docx is a table."),
)
@click.pass_obj
def comments(
    translate: report.Translate,
    files: Sequence[str],
    output: str,
    senders: Sequence[str],
    base: str,
    form: str | None,
) -> int:
    """Gather the opinions and print or write them."""
    from kehoach.opinions import gather

    form = form or FORMS.get(Path(output).suffix.lower(), "text")
    if form == "docx" and not output:
        raise misuse(N_("a Word file needs a name: -o FILE.docx"), {}, translate)
    if any(Path(output).resolve() == Path(file).resolve() for file in files if output):
        message = N_("{path} is one of the files to gather")
        raise misuse(message, {"path": output}, translate)
    workspace = find(home()) or Workspace(home().resolve(), package_data())
    sent = _sent(files, senders, translate)
    found, findings = gather.gathered(sent, base, workspace, Path.cwd())
    if found is None:
        _findings(findings, form, workspace, translate)
        return FAULTY
    data, faults = _written(found, form, findings, workspace, translate)
    findings += faults
    if form != "json" or output:
        screen.text(findings, workspace, translate)
    if data is not None and output:
        write(output, data, translate)
        _tell(found, output)
    elif data is not None:
        click.echo(data.decode(), nl=False)
    return code(findings, strict=False)


def _sent(files: Sequence[str], senders: Sequence[str], translate: report.Translate) -> list[Sent]:
    """Return the files with those who sent them. Raises `Misuse`."""
    from kehoach.opinions.gather import Sent

    named: dict[Path, str] = {}
    for sender in senders:
        file, _, name = sender.partition("=")
        known = any(Path(file).resolve() == Path(path).resolve() for path in files)
        if not known or not name.strip():
            message = N_("«{choice}» does not name one of the files and who sent it: FILE=UNIT")
            raise misuse(message, {"choice": sender}, translate)
        named[Path(file).resolve()] = name.strip()
    made = []
    for path in dict.fromkeys(files):
        with Path(path).open("rb") as stream:
            data = stream.read(LIMIT + 1)
        made.append(Sent(path, data, named.get(Path(path).resolve(), "")))
    return made


def _written(
    found: Round,
    form: str,
    findings: Sequence[Diagnostic],
    workspace: Workspace,
    translate: report.Translate,
) -> tuple[bytes | None, list[Diagnostic]]:
    """Return the opinions in the form that was asked for, None when they cannot be printed."""
    from kehoach import make, render
    from kehoach.opinions import table

    if form == "json":
        told = {"findings": report.records(findings, translate), **table.for_json(found)}
        return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode(), []
    if form == "text":
        return table.text(found).encode(), []
    template, faults = make.Templates().get(found.plan, table.TEMPLATE, make.Fetched(workspace))
    if template is None:
        return None, faults
    return render.render_form(template, table.for_table(found), {})


def _findings(
    findings: Sequence[Diagnostic], form: str, workspace: Workspace, translate: report.Translate
) -> None:
    if form == "json":
        screen.as_json(findings, translate)
    else:
        screen.text(findings, workspace, translate)


def _tell(found: Round, output: str) -> None:
    from kehoach.opinions import table

    click.echo(f"+ {report.plain(output)}: {table.counts(found)}")
