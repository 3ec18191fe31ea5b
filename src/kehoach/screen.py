"""What commands print on stdout: findings, the table of a build, a verdict."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach import report
from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.report import Translate
from kehoach.workspace import Workspace

if TYPE_CHECKING:
    from kehoach.explain import Given
    from kehoach.outcome import Outcome, Result
    from kehoach.review import Review
    from kehoach.verify import Verification

WORDS = {
    "abstract": N_("abstract"),
    "not built": N_("not built"),
    "removed": N_("files removed"),
    "ours and untouched": N_("ours and untouched"),
    "ours with the words as built, but saved or changed since": N_(
        "ours with the words as built, but saved or changed since"
    ),
    "ours, edited since": N_("ours, edited since"),
    "not ours": N_("not ours"),
    "same": N_("same"),
    "changed": N_("changed since"),
    "missing": N_("not here"),
    "plan": N_("plan"),
    "Word file": N_("Word file"),
    "Party document": N_("Party document"),
}
"""What is printed for `build.Status`, `verify.Verdict`, `verify.Now` and `review.Kind`."""


def text(findings: Iterable[Diagnostic], workspace: Workspace | None, translate: Translate) -> None:
    """Print findings with their source lines, which are read from the working folder."""

    @cache
    def lines(path: str) -> Sequence[str]:
        try:
            return report.split_lines(workspace.fetch(path)) if workspace else ()
        except OSError:
            return ()

    click.echo(report.text(findings, lines, translate), nl=False)


def as_json(findings: Iterable[Diagnostic], translate: Translate, **more: object) -> None:
    """Print one JSON object: `findings`, and whatever is in `more`."""
    values({"findings": report.records(findings, translate), **more})


def made(
    findings: Sequence[Diagnostic],
    counted: Mapping[str, int],
    said: str,
    workspace: Workspace | None,
    translate: Translate,
    *,
    form: str,
    **words: object,
) -> None:
    """Print what was found while a plan was made, and, when it was written, what was `counted`.

    `said` is an English template for the counts and `words`; JSON has the counts alone.
    """
    if form == "json":
        as_json(findings, translate, **counted)
        return
    text(findings, workspace, translate)
    if counted:
        click.echo(report.phrase(said, {**counted, **words}, translate))


def values(value: Mapping[str, object]) -> None:
    """Print one JSON object."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def reviewed(reviews: Iterable[Review]) -> list[dict[str, object]]:
    """Return what `check` found in each file, as values for JSON."""
    return [
        {
            "path": review.path,
            "kind": review.kind.value,
            **{severity.value: review.count(severity) for severity in Severity},
        }
        for review in reviews
    ]


def reviews(made: Sequence[Review], findings: Sequence[Diagnostic], translate: Translate) -> None:
    """Print a line for each file when there are several, or one is the Party's, and the sums."""
    if len(made) > 1 or any(review.kind == "Party document" for review in made):
        names = (N_("file"), N_("kind"), N_("errors"), N_("warnings"), N_("style"))
        rows = [_review(review, translate) for review in made]
        click.echo(report.table([translate(n) for n in names], rows, right=range(2, 5)), nl=False)
    shown = report.records(findings, translate)
    counted = {"files": len(made), "findings": len(shown)}
    click.echo(report.phrase(N_("files: {files}, findings: {findings}"), counted, translate))


def built(result: Result) -> dict[str, object]:
    """Return what a build did, as values for JSON."""
    plans = [
        {
            "plan": outcome.plan,
            "status": outcome.status.value,
            "files": list(outcome.files),
            "documents": outcome.documents,
            "units": outcome.units,
            "forms": outcome.forms,
            "pdfs": outcome.pdfs,
            "why": {path: reason.value for path, reason in outcome.why.items()},
            "seconds": round(outcome.seconds, 3),
        }
        for outcome in result.outcomes
    ]
    return {"plans": plans, "undone": list(result.undone)}


def table(result: Result, folder: Path, *, named: bool, translate: Translate) -> None:
    """Print a line for each plan, the abstract ones only when they were named, and the folder."""
    shown = [outcome for outcome in result.outcomes if named or outcome.status != "abstract"]
    pdf = ["PDF"] if any(outcome.pdfs for outcome in shown) else []
    names = (
        N_("plan"),
        N_("documents"),
        N_("units"),
        N_("forms"),
        *pdf,
        N_("seconds"),
        N_("files"),
    )
    rows = [_row(outcome, bool(pdf), translate) for outcome in shown]
    if rows:
        header = [translate(name) for name in names]
        click.echo(report.table(header, rows, right=range(1, len(names) - 1)), nl=False)
        click.echo(report.phrase(N_("Files are in {folder}"), {"folder": folder}, translate))
    if result.undone:
        names_left = ", ".join(result.undone)
        message = N_("Interrupted. Not built: {plans}")
        click.echo(report.phrase(message, {"plans": names_left}, translate))


def why(result: Result, translate: Translate) -> None:
    """Print a line for each file that was made: why it had to be."""
    for outcome in result.outcomes:
        for path, reason in sorted(outcome.why.items()):
            click.echo(report.plain(f"{outcome.plan}: {path}: {translate(reason)}"))


def units(rows: Sequence[Sequence[str]], translate: Translate) -> None:
    """Print units as `units.rows` gives them, without the columns that are empty."""
    names = ("id", N_("code"), N_("name"), N_("where"), N_("since"), N_("until"), N_("then"))
    full = [number for number in range(len(names)) if any(row[number] for row in rows)]
    header = [translate(names[number]) for number in full]
    click.echo(report.table(header, [[row[number] for number in full] for row in rows]), nl=False)


def layers(given: Iterable[Given], translate: Translate) -> None:
    """Print what each layer says, the lowest first."""
    for layer in given:
        said = translate(N_("(removed)")) if layer.removes else layer.text
        place = f"{layer.span.path}:{layer.span.line}:{layer.span.column}"
        click.echo(report.plain(f"{place}: {said}"))


def verified(verification: Verification, workspace: Workspace | None) -> dict[str, object]:
    """Return a verdict on a file, as values for JSON."""
    origin = verification.origin
    value: dict[str, object] = {"verdict": verification.verdict.value}
    if origin:
        value |= {"plan": origin.plan, "unit": origin.unit or None, "version": origin.version}
        value["form"] = origin.form or None
        value["sources"] = dict(_sources(verification, workspace))
    return value


def verdict(
    file: str, verification: Verification, workspace: Workspace | None, translate: Translate
) -> None:
    """Print a verdict on a file and, when it is ours, where it comes from."""
    click.echo(report.plain(f"{file}: {translate(WORDS[verification.verdict])}"))
    origin = verification.origin
    if origin is None:
        return
    facts = {
        N_("plan"): origin.plan,
        N_("form"): origin.form,
        N_("unit"): origin.unit,
        N_("version"): origin.version,
    }
    for name, fact in facts.items():
        if fact:
            click.echo(report.plain(f"  {translate(name)}: {fact}"))
    source = translate(N_("source"))
    for path, now in _sources(verification, workspace).items():
        click.echo(report.plain(f"  {source}: {path} ({translate(WORDS[now])})"))


def _sources(verification: Verification, workspace: Workspace | None) -> Mapping[str, str]:
    from kehoach.verify import sources_now

    if verification.origin is None or workspace is None:
        return {}
    return sources_now(verification.origin, workspace.fetch)


def _review(review: Review, translate: Translate) -> list[str]:
    counts = [str(review.count(severity)) for severity in Severity]
    return [report.plain(review.path), translate(WORDS[review.kind]), *counts]


def _row(outcome: Outcome, pdf: bool, translate: Translate) -> list[str]:
    folder = str(Path(outcome.files[0]).parent) if outcome.files else ""
    words = WORDS.get(outcome.status)
    documents = translate(words) if words else str(outcome.documents)
    counts = [documents, str(outcome.units), str(outcome.forms)]
    counts += [str(outcome.pdfs)] if pdf else []
    return [outcome.plan, *counts, f"{outcome.seconds:.2f}", folder]
