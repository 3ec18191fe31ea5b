"""Plans written in tests: a few lines about the matter at hand, the rest made up here.

A fault stands where its writer would look for it: `# error: P003@7` at the end of a line says
that the line has an error P003 in column 7. The marks are taken out before the plan is read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kehoach import plan
from kehoach.compose import compose
from kehoach.diagnostic import Diagnostic, Span, has_errors, in_order
from kehoach.document import Document
from kehoach.plan import Plan

PATH = "plans/thai-binh/2024.yaml"
"""Where the plan of a test stands in the working folder."""

REST = {
    "type": "type: ke-hoach\n",
    "unit": "unit: thai_binh\n",
    "year": "year: 2024\n",
    "date": "date: 2023-12-29\n",
    "issuer": "issuer:\n  name: Ban Chỉ đạo 138\n  symbol: BCĐ\n",
    "title": "title: Phát động phong trào\n",
    "body": "body: |\n  I. Mục tiêu\n",
}
"""The keys that every plan has to have."""

Found = tuple[str, int, int, str, str]
"""A finding as tests expect it: path, line, column, severity, code."""

_MARK = re.compile(r" *# (error|warning): ([A-Z]\d{3}@\d+(?:, [A-Z]\d{3}@\d+)*)$", re.M)


def complete(text: str) -> str:
    """Return a plan of the keys in `text`, followed by those that a plan cannot do without."""
    missing = [lines for key, lines in REST.items() if not re.search(rf"^{key}:", text, re.M)]
    return "".join([text.rstrip("\n") + "\n" if text else "", *missing])


def without_marks(text: str, path: str = PATH) -> tuple[str, list[Found]]:
    """Return a text without the marks at the ends of its lines, and what they say."""
    found: list[Found] = []
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        while mark := _MARK.search(line):
            for code, column in (item.split("@") for item in mark[2].split(", ")):
                found.append((path, number, int(column), mark[1], code))
            line = line[: mark.start()]
        lines[number - 1] = line
    return "\n".join(lines), sorted(found)


def load(files: Mapping[str, str | bytes] | str) -> tuple[Plan | None, list[Diagnostic]]:
    """Return what `plan.load` makes of the plan at `PATH`; a text alone is completed first."""
    if isinstance(files, str):
        files = {PATH: complete(files)}

    def fetch(path: str) -> bytes:
        if path not in files:
            raise FileNotFoundError(2, "No such file or directory", path)
        data = files[path]
        return data.encode() if isinstance(data, str) else data

    return plan.load(PATH, fetch)


def document(files: Mapping[str, str | bytes] | str) -> Document:
    """Return the document of a plan in which nothing is wrong."""
    loaded, found = load(files)
    assert loaded, found
    made, more = compose(loaded)
    assert made
    assert not [*found, *more]
    return made


def findings(files: Mapping[str, str | bytes] | str) -> list[Diagnostic]:
    """Return all that is wrong with a plan up to its document, in the order of the files."""
    loaded, found = load(files)
    if loaded and not loaded.abstract and not has_errors(found):
        found = [*found, *compose(loaded)[1]]
    return in_order(found)


def found(diagnostics: list[Diagnostic]) -> list[Found]:
    """Return the findings as tests expect them."""
    return [
        (d.where.path, d.where.line, d.where.column, d.severity.value, d.code)
        for d in diagnostics
        if isinstance(d.where, Span)
    ]
