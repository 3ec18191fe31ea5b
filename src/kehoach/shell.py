"""What the commands of the command line share: exit codes, misuse, options."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click

from kehoach import report
from kehoach.diagnostic import N_, Diagnostic, Severity

FINE, FAULTY, FAILED, INTERRUPTED = 0, 1, 2, 130


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
