"""`kehoach doctor`: what this machine has, and what to install."""

from __future__ import annotations

import click

from kehoach import report, screen
from kehoach.diagnostic import N_
from kehoach.shell import FAULTY, FINE


@click.command(help=N_("Say what this machine has for PDFs and versions, and what to install."))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help=N_("How the summary is printed."),
)
@click.pass_obj
def doctor(translate: report.Translate, form: str) -> int:
    """Show each part of the machine; exit with 1 when one is there but does not work."""
    from kehoach.doctor import State, examine

    parts = list(examine())
    hints = [report.phrase(part.hint, part.args, translate) for part in parts]
    told = [(part, hint) for part, hint in zip(parts, hints, strict=True)]
    if form == "json":
        named = [
            {"name": part.name, "state": part.state, "detail": part.detail, "hint": hint}
            for part, hint in told
        ]
        screen.values({"parts": named})
    else:
        words = {State.FINE: N_("fine"), State.LACKING: N_("not here"), State.WRONG: N_("wrong")}
        rows = [[p.name, translate(words[p.state]), p.detail] for p, _ in told]
        header = [translate(N_("part")), translate(N_("state")), translate(N_("version"))]
        click.echo(report.table(header, rows))
        for part, hint in told:
            if hint:
                click.echo(f"{part.name}: {hint}")
    return FAULTY if any(part.state is State.WRONG for part in parts) else FINE
