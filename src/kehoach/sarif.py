"""Findings as SARIF 2.1.0 (OASIS), which code hosts show beside the lines of a change.

A finding in a Word file has no line: its location is the file, its paragraph stands in the message.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath
from urllib.parse import quote

from kehoach import __version__, report
from kehoach.diagnostic import Diagnostic, Severity, Span, in_order
from kehoach.report import Translate
from kehoach.rules import Known

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
VERSION = "2.1.0"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.STYLE: "note"}


def log(
    findings: Iterable[Diagnostic], rules: Iterable[Known], translate: Translate
) -> dict[str, object]:
    """Return a SARIF log of one run; its rules are those that found something."""
    ordered = in_order(findings)
    pages = {known.rule.code: known for known in rules}
    listed = sorted({found.code for found in ordered})
    driver = {
        "name": "kehoach",
        "version": __version__,
        "rules": [_rule(code, pages.get(code)) for code in listed],
    }
    results = [_result(found, listed, translate) for found in ordered]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": VERSION, "runs": [run]}


def _rule(code: str, known: Known | None) -> dict[str, object]:
    """Return a rule's descriptor (3.49); a finding that is no rule's has a code alone."""
    if known is None:
        return {"id": code}
    page = known.page
    return {
        "id": code,
        "name": known.name,
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": f"{page.what} {page.clause}"},
        "help": {"text": page.mend},
        "defaultConfiguration": {"level": LEVELS[known.rule.severity]},
    }


def _result(found: Diagnostic, listed: list[str], translate: Translate) -> dict[str, object]:
    words = [report.phrase(found.template, found.args, translate)]
    words += [report.phrase(found.hint, found.args, translate)] if found.hint else []
    where = found.where
    file = quote(PurePath(where.path).as_posix())
    location: dict[str, object] = {"artifactLocation": {"uri": file}}
    if isinstance(where, Span):
        location |= {"region": _region(where)} if where.line else {}
    else:
        place = report.place(where, translate)
        words = [f"{place}: {words[0]}", *words[1:]] if where.paragraph else words
    return {
        "ruleId": found.code,
        "ruleIndex": listed.index(found.code),
        "level": LEVELS[found.severity],
        "message": {"text": "\n".join(map(report.plain, words))},
        "locations": [{"physicalLocation": location}],
    }


def _region(where: Span) -> dict[str, int]:
    region = {"startLine": where.line, "startColumn": max(where.column, 1)}
    if where.end_line and where.end_column:
        region |= {"endLine": where.end_line, "endColumn": where.end_column}
    return region
