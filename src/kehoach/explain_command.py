"""`kehoach explain`: the page of a code, or where a value of a plan comes from."""

from __future__ import annotations

import textwrap
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import click

from kehoach import report, screen
from kehoach.diagnostic import N_, Severity, nearest
from kehoach.shell import FINE, code, misuse, workspace_of

if TYPE_CHECKING:
    from kehoach.codes import Said
    from kehoach.rules import Known

WIDTH = 90
DOTS = "…"
LABELS = (("Căn cứ", "clause"), ("Sai", "wrong"), ("Đúng", "right"), ("Cách sửa", "mend"))


@click.command(help=N_("Show the page of a CODE, or the layers of PLAN that gave KEY its value."))
@click.argument("what", metavar="CODE|PLAN")
@click.argument("key", metavar="[KEY]", required=False)
@click.option("--unit", metavar="ID", help=N_("In the copy of this unit."))
@click.pass_obj
def explain(translate: report.Translate, what: str, key: str | None, unit: str | None) -> int:
    """Show a page when one word is given, else each layer that says something of the key."""
    if key is not None:
        return _layers(what, key, unit, translate)
    from kehoach import codes, rules

    wanted = what.upper()
    known = next((known for known in rules.every() if known.rule.code == wanted), None)
    told = [] if known else codes.said(wanted)
    if known:
        click.echo(_page(known, translate))
    elif codes.CODE.fullmatch(wanted) and (told or wanted in codes.every()):
        click.echo(_told(wanted, told, translate))
    else:
        best = nearest(wanted, codes.every())
        message = N_("«{what}» is no code, and a plan wants a key too; did you mean {best}?")
        without = N_("«{what}» is no code of a finding, and a plan wants a key too")
        raise misuse(message if best else without, {"what": what, "best": best}, translate)
    return FINE


def _page(known: Known, translate: report.Translate) -> str:
    """Return a rule's page."""
    severity = translate(report.SEVERITIES[known.rule.severity])
    page = known.page
    parts = [f"{known.rule.code} ({severity}): {page.title}", page.what]
    listed = [f"{label}: {getattr(page, name)}" for label, name in LABELS]
    return "\n\n".join([*map(_filled, parts), "\n".join(map(_filled, listed))])


def _told(wanted: str, told: list[Said], translate: report.Translate) -> str:
    """Return what findings of a code that is not a rule's may say."""
    from kehoach.codes import STAGES

    lines = [f"{wanted}: {translate(STAGES.get(wanted[0], ''))}"]
    for one in told:
        level = report.SEVERITIES[Severity(one.severity)] if one.severity else ""
        severity = f"{translate(level)}: " if level else ""
        lines += [f"- {severity}{_blank(message, translate)}" for message in one.messages]
        lines += [f"  {translate(report.HINT)}: {_blank(hint, translate)}" for hint in one.hints]
    if not told:
        lines.append(translate(N_("What it says depends on what was found.")))
    return "\n".join(lines)


def _blank(template: str, translate: report.Translate) -> str:
    """Return what a template says when nothing is known of a finding: dots for each value."""
    names = (name for _, name, _, _ in Formatter().parse(template))
    return report.phrase(template, dict.fromkeys(filter(None, names), DOTS), translate)


def _filled(words: str) -> str:
    return textwrap.fill(words, WIDTH, break_long_words=False, break_on_hyphens=False)


def _layers(plan: str, key: str, unit: str | None, translate: report.Translate) -> int:
    """Show each layer that says something of the key, with its place."""
    from kehoach import copies, make
    from kehoach.explain import explain as chain
    from kehoach.plan import load

    workspace = workspace_of([plan], translate)
    names, findings = workspace.select([plan], Path.cwd())
    fetch = make.Fetched(workspace)
    loaded = None
    for name in names:
        loaded, found = load(name, fetch)
        findings += found
    if loaded and unit:
        made, found = copies.of(loaded, fetch, [unit])
        findings += found
        loaded = made[0].plan if made else None
    given, found = chain(loaded, key) if loaded else ([], [])
    screen.layers(given, translate)
    faults = [fault for fault in [*findings, *found] if fault.severity is Severity.ERROR]
    screen.text(faults, workspace, translate)
    return code(faults, strict=False)
