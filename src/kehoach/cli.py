"""The command line: what the user typed becomes calls, what came back becomes lines.

Exit codes: 0 fine, 1 errors in the user's files (with `--strict` warnings too), 2 misuse or a
fault of the tool, 130 interrupted. What a command needs is imported inside it, and the module of
a command when that command or `--help` is asked for.
"""

from __future__ import annotations

import os
import pkgutil
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from kehoach import __version__, messages, report, screen
from kehoach.diagnostic import N_
from kehoach.shell import FAILED, FAULTY, FINE, INTERRUPTED, apologise, home, misuse
from kehoach.workspace import LIMIT, find

_ELSEWHERE = {
    "absorb": "absorb_command:absorb",
    "build": "build_command:build",
    "check": "check_command:check",
    "comments": "comments_command:comments",
    "diff": "diff_command:diff",
    "doctor": "doctor_command:doctor",
    "explain": "explain_command:explain",
    "git-diff": "diff_command:git_diff",
    "import": "import_command:import_",
    "new": "new_command:new",
    "redline": "redline_command:redline",
}
"""Name of a command → where it stands in this package."""


def main() -> NoReturn:
    """Run the command that `sys.argv` names and exit with its code."""
    translate = messages.install()
    _localise(cli, translate)
    for stream in (sys.stdout, sys.stderr):
        # A console that lacks a letter shows `?` instead of a traceback.
        encoding = "utf-8" if sys.platform == "win32" else None
        stream.reconfigure(encoding=encoding, errors="replace")  # type: ignore[union-attr]
    sys.exit(_run(translate))


def _run(translate: report.Translate) -> int:
    try:
        code = cli.main(prog_name="kehoach", obj=translate, standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as fault:
        fault.show()
        return fault.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(translate(N_("interrupted")), err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has seen enough; nothing may be flushed into the pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAULTY
    except Exception:
        import traceback

        apologise(traceback.format_exc(), translate)
        return FAILED
    return int(code or FINE)


def _localise(command: click.Command, translate: report.Translate) -> None:
    """Put the help of `command` and of what is below it into the user's language."""
    command.help = translate(command.help or "")
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            parameter.help = translate(parameter.help or "")
    for below in getattr(command, "commands", {}).values():
        _localise(below, translate)


class _Commands(click.Group):
    """The commands; the module of one is read when it is asked for, all for what asks for all."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*self.commands, *_ELSEWHERE})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in self.commands:
            return self.commands[cmd_name]
        # A name that nobody knows is compared with all of `commands`, to tell what was meant.
        for name in [cmd_name] if cmd_name in _ELSEWHERE else _ELSEWHERE:
            command: click.Command = pkgutil.resolve_name(f"{__package__}.{_ELSEWHERE[name]}")
            if ctx.obj is not None:
                _localise(command, ctx.obj)
            self.add_command(command)
        return self.commands.get(cmd_name)


@click.group(
    cls=_Commands,
    help=N_("Official KẾ HOẠCH documents from plans in YAML."),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def cli() -> None:
    """Take the command that follows."""


@cli.command(help=N_("Make DIR a working folder: templates, base plans, an example."))
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(file_okay=False))
@click.pass_obj
def init(translate: report.Translate, folder: str) -> int:
    """Write what a new working folder needs and say what was written."""
    from kehoach.initialise import initialise

    try:
        written, kept = initialise(Path(folder))
    except OSError as fault:
        reason = {"path": fault.filename, "reason": fault.strerror}
        raise misuse(N_("cannot write {path}: {reason}"), reason, translate) from None
    for path in written:
        click.echo(f"+ {path}")
    for path in kept:
        click.echo("  " + report.phrase(N_("{path} is kept as it is"), {"path": path}, translate))
    click.echo(translate(N_("Next: write plans/<province>/<year>.yaml and run kehoach build")))
    return FINE


@cli.command(help=N_("Print the JSON Schema of a plan, for editors."))
def schema() -> int:
    """Print the schema."""
    import json

    from kehoach import plan

    click.echo(json.dumps(plan.json_schema(), ensure_ascii=False, indent=2))
    return FINE


@cli.command(help=N_("Look up units by name or code, with their ids, as they were on a day."))
@click.argument("query", nargs=-1)
@click.option("--on", metavar="DATE", help=N_("The day, as in 2024-01-31; today when not given."))
@click.option("--successors", is_flag=True, help=N_("What became of units after that day."))
@click.pass_obj
def units(
    translate: report.Translate, query: Sequence[str], on: str | None, successors: bool
) -> int:
    """Show the units that answer to the query, provinces without one; exit with 1 without any."""
    from kehoach import units as table

    try:
        day = date.fromisoformat(on) if on else date.today()
    except ValueError:
        raise misuse(N_("«{on}» is not a day such as 2024-01-31"), {"on": on}, translate) from None
    if not query:
        every = table.ended_provinces() if successors else table.provinces(day)
        screen.units(table.rows(every, day), translate)
        return FINE
    words = " ".join(query)
    look = table.search_ended if successors and on is None else table.search
    found = look(words, day)
    if successors:
        after = (later for unit in found for later in table.successors(unit))
        found = tuple(dict.fromkeys(after))
        day = max((unit.since for unit in found), default=day)
    if found:
        screen.units(table.rows(found, day), translate)
        return FINE
    click.echo(translate(N_("there is no such unit on that day")))
    ended = () if successors else table.search_ended(words, day)
    if ended:
        click.echo(translate(N_("before it there was:")))
        screen.units(table.rows(ended, day), translate)
    return FAULTY


@cli.command(help=N_("Say whether FILE is a file of ours, and whether it was edited."))
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help=N_("How findings are printed."),
)
@click.pass_obj
def verify(translate: report.Translate, file: str, form: str) -> int:
    """Show the verdict on a file and where it comes from."""
    from kehoach import verify as verifier

    with Path(file).open("rb") as stream:
        verification = verifier.verify(stream.read(LIMIT + 1), file)
    workspace = find(home())
    if form == "json":
        screen.as_json(verification.findings, translate, **screen.verified(verification, workspace))
    else:
        screen.text(verification.findings, workspace, translate)
        screen.verdict(file, verification, workspace, translate)
    return FINE if verification.verdict is verifier.Verdict.OURS else FAULTY
