"""`kehoach absorb`: what was edited in Word comes home into the plan."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach import report, screen
from kehoach.diagnostic import N_, Diagnostic
from kehoach.shell import FAULTY, FINE, NO_FOLDER, code, home, misuse
from kehoach.workspace import LIMIT, Workspace, find

if TYPE_CHECKING:
    from kehoach.absorb.session import Prepared, Session

_ANSWER = re.compile(r"(c?)([0-9]{1,4})=([0-9]{1,4})")


@dataclass(slots=True)
class _Answers:
    """Choice → option and conflict → whether Word's words are taken, all counted from 0."""

    picks: dict[int, int] = field(default_factory=dict)
    words: dict[int, bool] = field(default_factory=dict)


@click.command(help=N_("Bring what was edited in the Word FILE home into the plan it came from."))
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.option(
    "--base", metavar="PLAN", default="", help=N_("The version it came from: PLAN or PLAN@REV.")
)
@click.option("--unit", metavar="ID", default="", help=N_("The file is the copy of this unit."))
@click.option(
    "--choose",
    "choices",
    metavar="N=OPTION",
    multiple=True,
    help=N_("Answer a choice, as in 2=1, or a conflict, as in c1=2."),
)
@click.option("--yes", is_flag=True, help=N_("Write without asking."))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help=N_("How the summary is printed."),
)
@click.pass_obj
def absorb(
    translate: report.Translate,
    file: str,
    base: str,
    unit: str,
    choices: Sequence[str],
    yes: bool,
    form: str,
) -> int:
    """Show what the file changes, ask, write, and say what the new document proves."""
    from kehoach.absorb import session

    answers = _answers(choices, translate)
    workspace = _workspace(file, translate)
    with Path(file).open("rb") as stream:
        data = stream.read(LIMIT + 1)
    opened, findings = session.opened(data, file, base, unit, workspace, Path.cwd())
    if opened is None:
        _show(findings, workspace, form, translate)
        return FAULTY
    prepared = _prepared(opened, answers, workspace, translate)
    talk = _Talk(opened, findings, workspace, translate, form == "text" and sys.stdin.isatty())
    if form == "text":
        prepared = talk.summed_up(prepared, answers)
    agreed = prepared.writable and (yes or talk.agreed())
    written = _written(prepared, workspace, translate) if agreed else []
    if form == "json":
        talk.json(prepared, written)
    else:
        talk.end(prepared, written)
    return FINE if talk.code(prepared) == FINE and prepared.proof.equal else FAULTY


@dataclass(frozen=True, slots=True)
class _Talk:
    """What is said and asked; nothing is asked where nobody sits."""

    session: Session
    findings: Sequence[Diagnostic]
    workspace: Workspace
    translate: report.Translate
    asks: bool

    def summed_up(self, prepared: Prepared, answers: _Answers) -> Prepared:
        """Print the summary and ask what is open; return what the answers make."""
        from kehoach.absorb import told

        screen.text(self.findings, self.workspace, self.translate)
        _echo(told.summary(self.session, prepared, self.translate))
        if self.asks and self._ask(prepared, answers):
            prepared = _prepared(self.session, answers, self.workspace, self.translate)
            _echo(told.lines(self.session, prepared, self.translate))
        self._faults(prepared)
        if not prepared.changed:
            click.echo(self.translate(N_("Nothing to write.")))
        _echo(told.verdict(prepared.proof, self.translate))
        return prepared

    def agreed(self) -> bool:
        """Ask whether to write; without anybody to ask say how to agree."""
        if self.asks:
            return click.confirm(self.translate(N_("Write?")), default=False)
        return False

    def end(self, prepared: Prepared, written: Sequence[str]) -> None:
        """Say what was written."""
        if not written and prepared.changed:
            click.echo(self.translate(N_("Nothing was written; --yes writes without asking.")))
        for path in written:
            click.echo(f"+ {report.plain(path)}")

    def json(self, prepared: Prepared, written: Sequence[str]) -> None:
        """Print all of it as one JSON object."""
        from kehoach.absorb import told

        every = [*self.findings, *_faults_of(prepared)]
        values = told.values(self.session, prepared, written, self.translate)
        screen.as_json(every, self.translate, **values)

    def code(self, prepared: Prepared) -> int:
        """Return the exit code that goes with the findings."""
        return code([*self.findings, *_faults_of(prepared)], strict=False)

    def _faults(self, prepared: Prepared) -> None:
        """Print what is in the way of writing, with the lines of the files as they would be."""
        files = {**prepared.files, **prepared.refused}

        def lines(path: str) -> Sequence[str]:
            try:
                return report.split_lines(files.get(path) or self.workspace.fetch(path))
            except OSError:
                return ()

        click.echo(report.text(_faults_of(prepared), lines, self.translate), nl=False)

    def _ask(self, prepared: Prepared, answers: _Answers) -> bool:
        """Ask for what is open; return whether there is an answer."""
        from kehoach.absorb import told

        before = len(answers.picks) + len(answers.words)
        for number, choice in enumerate(self.session.absorbed.choices):
            if choice.options and number not in answers.picks:
                picked = self._number(f"{number + 1}", len(choice.options))
                if picked:
                    answers.picks[number] = picked - 1
        for number, _ in enumerate(prepared.conflicts):
            if number not in answers.words:
                picked = self._number(f"{told.CONFLICT}{number + 1}", 2)
                if picked:
                    answers.words[number] = picked == 2
        return len(answers.picks) + len(answers.words) > before

    def _number(self, name: str, most: int) -> int:
        """Ask for an option of 1 to `most`; 0 leaves it open."""
        said = N_("{name}: which of 1-{most}? 0 leaves it")
        shown = report.phrase(said, {"name": name, "most": most}, self.translate)
        asked: int = click.prompt(shown, type=click.IntRange(0, most), default=0)
        return asked


def _faults_of(prepared: Prepared) -> list[Diagnostic]:
    return [*prepared.findings, *prepared.refusals, *prepared.proof.findings]


def _echo(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _show(
    findings: Sequence[Diagnostic], workspace: Workspace, form: str, translate: report.Translate
) -> None:
    if form == "json":
        screen.as_json(findings, translate)
    else:
        screen.text(findings, workspace, translate)


def _answers(choices: Sequence[str], translate: report.Translate) -> _Answers:
    """Return what `--choose` says. Raises `Misuse`."""
    made = _Answers()
    for choice in choices:
        match = _ANSWER.fullmatch(choice)
        conflict, number, option = match.groups() if match else ("", "0", "0")
        if int(number) < 1 or int(option) < 1 or (conflict and int(option) > 2):
            message = N_("«{choice}» is no answer such as 2=1 or c1=2")
            raise misuse(message, {"choice": choice}, translate)
        if conflict:
            made.words[int(number) - 1] = option == "2"
        else:
            made.picks[int(number) - 1] = int(option) - 1
    return made


def _prepared(
    opened: Session, answers: _Answers, workspace: Workspace, translate: report.Translate
) -> Prepared:
    """Return what would be written. Raises `Misuse` for answers that cannot be."""
    from kehoach.absorb import session
    from kehoach.absorb.edits import Overlap

    choices = opened.absorbed.choices
    for number, option in answers.picks.items():
        if number >= len(choices) or option >= len(choices[number].options):
            answer = {"choice": f"{number + 1}={option + 1}"}
            raise misuse(N_("there is no such choice: {choice}"), answer, translate)
    try:
        prepared = session.prepared(opened, answers.picks, answers.words, workspace)
    except Overlap:
        raise misuse(
            N_("two answers change the same words: give one of them"), {}, translate
        ) from None
    strange = [number for number in answers.words if number >= len(prepared.conflicts)]
    if strange:
        answer = {"choice": f"c{strange[0] + 1}"}
        raise misuse(N_("there is no such choice: {choice}"), answer, translate)
    return prepared


def _written(prepared: Prepared, workspace: Workspace, translate: report.Translate) -> list[str]:
    """Write the files and return their paths. Raises `Misuse` when they cannot be written."""
    from kehoach import store
    from kehoach.absorb import session

    try:
        return session.write(prepared, workspace)
    except store.Moved as fault:
        message = N_(
            "{path} was changed by somebody else meanwhile: nothing was written, try again"
        )
        raise misuse(message, {"path": fault.filename}, translate) from None
    except OSError as fault:
        reason: Mapping[str, object] = {"path": fault.filename, "reason": fault.strerror}
        raise misuse(N_("cannot write {path}: {reason}"), reason, translate) from None


def _workspace(file: str, translate: report.Translate) -> Workspace:
    """Return the working folder: that of the current folder, else of the file. Raises `Misuse`."""
    workspace = find(home()) or find(Path(file).resolve().parent)
    if workspace is None:
        raise misuse(NO_FOLDER, {"folder": str(home())}, translate)
    return workspace
