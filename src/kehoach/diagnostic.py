"""What is wrong in what the user wrote: where, what, and what to do about it.

Every stage returns its value and a list of these. How they look (text, JSON, language) is
decided in `report`, so a message is kept as a template and its arguments.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How bad a finding is: only errors stop a document from being made."""

    ERROR = "error"
    WARNING = "warning"
    STYLE = "style"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters of a text file: 1-based lines and columns, the end exclusive."""

    path: str
    line: int
    column: int
    end_line: int = 0
    end_column: int = 0

    def through(self, other: Span) -> Span:
        """Return the span from the start of this one to the end of `other`."""
        return Span(self.path, self.line, self.column, other.end_line, other.end_column)


PAGE = "page"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A paragraph of a Word file: part name, 1-based paragraph in it, and its words.

    Of a PDF the part is `PAGE`, and the number that of a page.
    """

    path: str
    part: str = ""
    paragraph: int = 0
    text: str = ""


Where = Span | Place


def N_(text: str) -> str:
    """Mark `text` for the message catalogue and return it as it is."""
    return text


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `template` and `hint` are English, with `{name}` for each of `args`.

    `clause` is the provision that a rule stands on, in Vietnamese.
    """

    code: str
    severity: Severity
    where: Where
    template: str
    hint: str = ""
    args: Mapping[str, object] = field(default_factory=dict)
    clause: str = ""

    @property
    def message(self) -> str:
        """Return the message in English."""
        return self.template.format_map(self.args)

    @property
    def advice(self) -> str:
        """Return the hint in English, empty when there is none."""
        return self.hint.format_map(self.args)


def error(code: str, where: Where, template: str, /, hint: str = "", **args: object) -> Diagnostic:
    """Return a finding that keeps the document from being made."""
    return Diagnostic(code, Severity.ERROR, where, template, hint, args)


def warning(
    code: str, where: Where, template: str, /, hint: str = "", **args: object
) -> Diagnostic:
    """Return a finding that the user should look at."""
    return Diagnostic(code, Severity.WARNING, where, template, hint, args)


def style(code: str, where: Where, template: str, /, hint: str = "", **args: object) -> Diagnostic:
    """Return a finding about a habit: nothing is wrong, something could be better."""
    return Diagnostic(code, Severity.STYLE, where, template, hint, args)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Return whether any of `diagnostics` is an error."""
    return any(d.severity is Severity.ERROR for d in diagnostics)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the word of `known` that `word` was most likely meant to be, or an empty string."""
    import difflib

    return next(iter(difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)), "")


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return each finding once, sorted by its place."""
    unique = {(found.where, found.code, found.message): found for found in diagnostics}
    return sorted(unique.values(), key=_place)


def _place(found: Diagnostic) -> tuple[str, int, int, str]:
    where = found.where
    if isinstance(where, Span):
        return where.path, where.line, where.column, found.code
    return where.path, where.paragraph, 0, found.code
