"""The command `build`."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from functools import partial
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
from kehoach.workspace import Workspace

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from kehoach.builder import Asked
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
@click.option("--scheduler", metavar="ADDRESS", help=N_("Build on the dask cluster at tcp://…"))
@click.option("--watch", is_flag=True, help=N_("Build again what a saved file touches."))
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
    scheduler: str | None,
    watch: bool,
    strict: bool,
    form: str,
) -> int:
    """Build the named plans, show findings, then what was built and where it is."""
    from kehoach.builder import Asked

    if watch and scheduler:
        message = N_("--watch builds in a process of its own: leave --scheduler out")
        raise misuse(message, {}, translate)
    workspace = workspace_of(plans, translate)
    asked = Asked(recheck, tuple(units), _engine(pdf, pdf_engine), jobs)
    show = _Show(workspace, _folder(out, workspace, translate), form, why, bool(plans), translate)
    names, findings = workspace.select(plans, Path.cwd())
    if not names and not findings:
        raise misuse(N_("there is no plan below {folder}"), {"folder": "plans/"}, translate)
    if watch and names:
        return _rounds(workspace, plans, asked, show, findings)
    result = _built(workspace, names, asked, scheduler, show, every=not plans and not units)
    return _code_of(result, show(result, findings), strict, translate)


@dataclass(frozen=True)
class _Show:
    """Prints what a build did."""

    workspace: Workspace
    folder: Path
    form: str
    why: bool
    named: bool
    translate: report.Translate

    def __call__(self, result: Result, findings: Sequence[Diagnostic] = ()) -> list[Diagnostic]:
        """Return all findings, those that were there before among them."""
        every = [*findings, *(found for done in result.outcomes for found in done.findings)]
        if self.form == "json":
            screen.as_json(every, self.translate, **screen.built(result))
            return every
        screen.text(every, self.workspace, self.translate)
        if self.why:
            screen.why(result, self.translate)
        screen.table(result, self.folder, named=self.named, translate=self.translate)
        return every


def _folder(out: str | None, workspace: Workspace, translate: report.Translate) -> Path:
    """Return the output folder. Raises `Misuse` when it cannot be one."""
    from kehoach import output

    folder = Path(out).absolute() if out else workspace.root / "build"
    refused = output.refusal(folder, workspace)
    if refused:
        raise misuse(refused.template, refused.args, translate)
    return folder


def _built(
    workspace: Workspace,
    names: Sequence[str],
    asked: Asked,
    scheduler: str | None,
    show: _Show,
    *,
    every: bool,
) -> Result:
    """Build, by workers where they are asked for. Raises `Misuse` when the cluster is not there."""
    from kehoach import build as builder
    from kehoach.outcome import NoWorkers
    from kehoach.progress import Bar

    workers = _workers(scheduler, asked, len(names))
    try:
        with Bar(len(names), show.translate) as bar:
            told = show.folder, asked, bar, workers
            return builder.build(workspace, names, *told, every=every)
    except ModuleNotFoundError as fault:
        message = N_("{name} is not installed: pip install kehoach[cluster]")
        raise misuse(message, {"name": fault.name}, show.translate) from None
    except NoWorkers as fault:
        words = {"address": scheduler, "reason": str(fault)}
        message = N_("nobody works at {address}: {reason}")
        raise misuse(message, words, show.translate) from None


def _workers(
    scheduler: str | None, asked: Asked, plans: int
) -> AbstractContextManager[Executor] | None:
    """Return what builds the plans, None for this process.

    LibreOffice works in processes of its own, so with PDFs the calls of it are what `jobs` counts.
    """
    if scheduler is None and (asked.engine or min(asked.jobs, plans) <= 1):
        return None
    from kehoach import workers

    return workers.cluster(scheduler) if scheduler else workers.processes(min(asked.jobs, plans))


def _rounds(
    workspace: Workspace,
    plans: Sequence[str],
    asked: Asked,
    show: _Show,
    findings: Sequence[Diagnostic],
) -> int:
    """Build again and again, until Ctrl-C; `findings` are shown the first time."""
    from kehoach import build as builder
    from kehoach import watch
    from kehoach.builder import Builder

    made = Builder(workspace, show.folder, asked)
    select = partial(workspace.select, plans, Path.cwd())
    with suppress(KeyboardInterrupt):
        for names in watch.rounds(workspace, lambda: select()[0], made.records):
            started = time.perf_counter()
            result = builder.run(made, names, lambda *_: None)
            show(result, findings)
            findings = ()
            _apologise(result, show.translate)
            if result.undone:
                break
            told = {"count": len(names), "seconds": f"{time.perf_counter() - started:.2f}"}
            message = N_("plans: {count}, seconds: {seconds}; waiting for changes (Ctrl-C ends)")
            click.echo(report.phrase(message, told, show.translate))
            sys.stdout.flush()
    return INTERRUPTED


def _engine(pdf: bool, name: str | None) -> Engine | None:
    """Return what makes the PDFs, None when none are asked for."""
    if not pdf and name is None:
        return None
    from kehoach.pdf.printing import Engine

    return Engine(name) if name else Engine.OFFICE


def _apologise(result: Result, translate: report.Translate) -> bool:
    """Show the tracebacks of faults of ours; return whether there are any."""
    crashes = [outcome.crash for outcome in result.outcomes if outcome.crash]
    for crash in crashes:
        apologise(crash, translate)
    return bool(crashes)


def _code_of(
    result: Result, findings: Sequence[Diagnostic], strict: bool, translate: report.Translate
) -> int:
    crashed = _apologise(result, translate)
    if result.undone:
        return INTERRUPTED
    return FAILED if crashed else code(findings, strict)
