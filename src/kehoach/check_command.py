"""`kehoach check`: what is wrong in plans and in Word files of any office."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from kehoach import report, screen
from kehoach.diagnostic import N_, Diagnostic
from kehoach.progress import Bar
from kehoach.shell import FAILED, apologise, code, home, misuse, workspace_of
from kehoach.workspace import Workspace, find


@click.command(help=N_("Report what is wrong in plans, Word files and folders of both."))
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option(
    "--select", metavar="CODES", multiple=True, help=N_("Only codes that begin so: N1,S104.")
)
@click.option(
    "--ignore", metavar="CODES", multiple=True, help=N_("No codes that begin so: N1,S104.")
)
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(1, 64),
    default=1,
    help=N_("So many files side by side."),
)
@click.option("--strict", is_flag=True, help=N_("Exit with 1 on warnings too."))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    help=N_("How findings are printed."),
)
@click.pass_obj
def check(
    translate: report.Translate,
    paths: Sequence[str],
    select: Sequence[str],
    ignore: Sequence[str],
    jobs: int,
    strict: bool,
    form: str,
) -> int:
    """Look at each file, show the findings, and a table when there are several files."""
    from kehoach.checking import Choice
    from kehoach.review import targets
    from kehoach.reviewers import reviews

    choice = Choice(_codes(select, translate), _codes(ignore, translate))
    here = Path.cwd()
    workspace = _workspace(paths, translate)
    wanted = targets(paths, workspace, here)
    with Bar(len(wanted)) as bar:
        made = list(reviews(wanted, workspace, here, choice, bar, jobs))
    findings = [*wanted.findings, *(found for review in made for found in review.findings)]
    if form == "sarif":
        _sarif(findings, translate)
    elif form == "json":
        screen.as_json(findings, translate, files=screen.reviewed(made))
    else:
        screen.text(findings, workspace, translate)
        screen.reviews(made, findings, translate)
    crashes = [review.crash for review in made if review.crash]
    for crash in crashes:
        apologise(crash, translate)
    return FAILED if crashes else code(findings, strict)


def _codes(given: Sequence[str], translate: report.Translate) -> tuple[str, ...]:
    """Return the beginnings of codes that an option lists. Raises `Misuse` for one of no code."""
    from kehoach import codes

    named = [name.strip().upper() for words in given for name in words.split(",")]
    every = codes.every() if named else ()
    for name in named:
        if not name or not any(code.startswith(name) for code in every):
            raise misuse(N_("no code begins with «{name}»"), {"name": name}, translate)
    return tuple(named)


def _workspace(paths: Sequence[str], translate: report.Translate) -> Workspace | None:
    """Return the working folder of the plans that are named; Word files need none."""
    from kehoach.review import WORD

    rest = [path for path in paths if Path(path).suffix.lower() not in WORD]
    folders = [path for path in rest if Path(path).is_dir()]
    if paths and len(folders) == len(rest):
        return next(filter(None, (find(Path(path)) for path in folders)), None) or find(home())
    return workspace_of(rest, translate)


def _sarif(findings: Sequence[Diagnostic], translate: report.Translate) -> None:
    from kehoach import rules, sarif

    screen.values(sarif.log(findings, rules.every(), translate))
