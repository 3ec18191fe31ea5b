"""What the commands of the command line share: exit codes, misuse, options."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from kehoach import report
from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.workspace import Workspace, find

FINE, FAULTY, FAILED, INTERRUPTED = 0, 1, 2, 130
NO_FOLDER = N_("no working folder here: neither {folder} nor a folder above it has plans/")


class Misuse(click.ClickException):
    """A command that cannot be done as it was typed."""

    exit_code = FAILED


def findings_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--strict` and `--format`, which every command that reports findings has."""
    strict = click.option("--strict", is_flag=True, help=N_("Exit with 1 on warnings too."))
    form = click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        help=N_("How findings are printed."),
    )
    return strict(form(command))


def misuse(template: str, args: Mapping[str, object], translate: report.Translate) -> Misuse:
    """Return the exception that tells the user what cannot be done."""
    return Misuse(report.plain(report.phrase(template, args, translate)))


def code(findings: Sequence[Diagnostic], strict: bool) -> int:
    """Return the exit code that goes with findings."""
    bad = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return FAULTY if any(found.severity in bad for found in findings) else FINE


def apologise(trace: str, translate: report.Translate) -> None:
    """Show a traceback of ours on stderr, and what to do with it."""
    click.echo(trace, err=True)
    click.echo(translate(N_("This is a fault of kehoach, please report it.")), err=True)


def home() -> Path:
    """Return where to look for the working folder: scripts/build says, else the current folder."""
    return Path(os.environ.get("KEHOACH_FOLDER") or Path.cwd())


def workspace_of(plans: Sequence[str], translate: report.Translate) -> Workspace:
    """Return the working folder of the first of `plans` that is there, else the user's.

    Raises `Misuse`.
    """
    named = next((Path(plan) for plan in plans if Path(plan).exists()), None)
    workspace = find(named) if named else find(home())
    if workspace is None:
        folder = named.parent if named and named.is_file() else named or home()
        raise misuse(NO_FOLDER, {"folder": str(folder)}, translate)
    return workspace


def versions_folder(old: str, new: str, translate: report.Translate) -> Workspace:
    """Return the working folder of two versions that are to be compared. Raises `Misuse`."""
    from kehoach import versions

    workspace = versions.around((old, new), home())
    if workspace is None:
        raise misuse(NO_FOLDER, {"folder": str(home())}, translate)
    return workspace


def write(name: str, data: bytes, translate: report.Translate) -> None:
    """Write a whole file or none. Raises `Misuse`."""
    from kehoach import store

    try:
        store.write(Path(name), data)
    except OSError as fault:
        reason = {"path": name, "reason": fault.strerror}
        raise misuse(N_("cannot write {path}: {reason}"), reason, translate) from None
