"""The README's table of commands says what the command line offers."""

import re
from pathlib import Path

import click

from kehoach.cli import cli

ROOT = Path(__file__).parents[1]


def piece(parameter: click.Parameter) -> str:
    """Return a parameter as usage shows it."""
    context = click.Context(click.Command("x"))
    if isinstance(parameter, click.Argument):
        return parameter.make_metavar(context)
    value = "" if parameter.is_flag else f" {parameter.make_metavar(context)}"  # type: ignore[attr-defined]
    return f"[{parameter.opts[-1]}{value}]"


def rows() -> str:
    """Return the table as the README has to show it; paste it there when this test fails."""
    lines = ["| command | does |", "|---|---|"]
    context = click.Context(cli)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        usage = " ".join(["kehoach", name, *map(piece, command.params)])
        about = command.get_short_help_str(limit=200).replace("|", "\\|")
        lines.append(f"| `{usage.replace('|', chr(92) + '|')}` | {about} |")
    return "\n".join(lines)


def test_the_table_of_commands_is_what_the_command_line_offers() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    table = readme.split("<!-- commands -->\n")[1].split("\n<!-- /commands -->")[0]
    assert table == rows()


def test_every_file_that_the_readmes_name_is_there() -> None:
    for name in ("README.md", "README.vi.md", "ARCHITECTURE.md"):
        text = (ROOT / name).read_text("utf-8")
        for path in re.findall(r"\]\(([^)#:]+)\)", text):
            assert (ROOT / path).exists(), f"{name}: {path}"
