"""How findings look: text with the source line and a caret, or JSON.

Text and messages come from files that may be hostile, so characters that steer a terminal or
turn the reading direction are shown as `�`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence

from kehoach.diagnostic import N_, PAGE, Diagnostic, Place, Severity, Span

Translate = Callable[[str], str]
Lines = Callable[[str], Sequence[str]]
"""Gives the lines of the text file at a path, none when it cannot be read."""

SEVERITIES = {
    Severity.ERROR: N_("error"),
    Severity.WARNING: N_("warning"),
    Severity.STYLE: N_("style"),
}
HINT, CLAUSE = N_("hint"), N_("clause")
WIDTH = 100
"""Cells of a source line that are shown."""

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_STEERING = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)


def text(diagnostics: Iterable[Diagnostic], lines: Lines, translate: Translate) -> str:
    """Return the findings in the order of their places, a paragraph each, none twice."""
    ordered = sorted(diagnostics, key=_order)
    return "".join(dict.fromkeys(f"{_finding(found, lines, translate)}\n" for found in ordered))


def records(diagnostics: Iterable[Diagnostic], translate: Translate) -> list[dict[str, object]]:
    """Return the findings as values for JSON, in the order of their places, none twice."""
    made = (_record(found, translate) for found in sorted(diagnostics, key=_order))
    return list({json.dumps(record, default=str): record for record in made}.values())


def phrase(template: str, args: Mapping[str, object], translate: Translate) -> str:
    """Return `template` in the reader's language with its placeholders filled.

    A `reason`, what the system says of a file, is translated too.
    """
    if "reason" in args:
        args = {**args, "reason": translate(str(args["reason"]))}
    return translate(template).format_map(args) if template else ""


def split_lines(data: bytes) -> list[str]:
    """Return the lines of a text file as `Span` counts them, without their ends."""
    return _LINE_BREAK.split(data.decode("utf-8-sig", errors="replace"))


def cells(character: str) -> int:
    """Return how many cells of a terminal `character` takes: 0, 1 or 2."""
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def table(header: Sequence[str], rows: Sequence[Sequence[str]], right: Iterable[int] = ()) -> str:
    """Return a table in columns of equal width; the columns listed in `right` align right."""
    every = [header, *rows]
    widths = [max(_width(row[column]) for row in every) for column in range(len(header))]
    numbers = set(right)

    def line(row: Sequence[str]) -> str:
        padded = (
            " " * (width - _width(cell)) + cell
            if column in numbers
            else cell + " " * (width - _width(cell))
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        return "  ".join(padded).rstrip()

    rule = "  ".join("-" * width for width in widths)
    return "\n".join([line(header), rule, *(line(row) for row in rows)]) + "\n"


def plain(words: str) -> str:
    """Return `words` on one line, without characters that steer a terminal."""
    return _STEERING.sub("�", words.replace("\n", " "))


def _order(found: Diagnostic) -> tuple[str, int, int, str, int, str]:
    where = found.where
    if isinstance(where, Span):
        return (where.path, where.line, where.column, "", 0, found.code)
    return (where.path, 0, 0, where.part, where.paragraph, found.code)


def _finding(found: Diagnostic, lines: Lines, translate: Translate) -> str:
    severity = translate(SEVERITIES[found.severity])
    message = phrase(found.template, found.args, translate)
    hint = phrase(found.hint, found.args, translate)
    where = place(found.where, translate)
    shown = [plain(f"{where}{': ' if where else ''}{severity}[{found.code}] {message}")]
    shown += _excerpt(found.where, lines)
    if hint:
        shown.append(f"  {translate(HINT)}: {plain(hint)}")
    if found.clause:
        shown.append(f"  {translate(CLAUSE)}: {found.clause}")
    return "\n".join(shown)


def place(where: Span | Place, translate: Translate) -> str:
    """Return where a finding is: path, line and column, or the paragraph of a Word file, or
    the page of a PDF.
    """
    if isinstance(where, Span):
        return f"{where.path}:{where.line}:{where.column}" if where.line else where.path
    if where.part == PAGE:
        page = phrase(N_("page {number}"), {"number": where.paragraph}, translate)
        return f"{where.path}: {page}"
    inside = [where.part] if where.part else []
    if where.paragraph:
        inside.append(phrase(N_("paragraph {number}"), {"number": where.paragraph}, translate))
    return f"{where.path}: {', '.join(inside)}" if inside else where.path


def _excerpt(where: Span | Place, lines: Lines) -> list[str]:
    if isinstance(where, Place):
        return [f"  | {_clip(plain(where.text))}"] if where.text else []
    if where.path.endswith((".csv", ".xlsx")):  # Its places are cells, not characters.
        return []
    source = lines(where.path) if where.line else ()
    if not 0 < where.line <= len(source):
        return []
    line = source[where.line - 1]
    at = min(max(where.column - 1, 0), len(line))
    # A span over several lines is marked to the end of its first.
    end = where.end_column - 1 if where.end_line == where.line else len(line)
    return _caret(line, at, min(max(end, at + 1), len(line)) if where.end_line else at + 1)


def _caret(line: str, start: int, end: int) -> list[str]:
    """Return the part of `line` around `start` and, below it, a mark under `start:end`."""
    first = _window(line, start)
    shown = _clip(plain(line[first:]))
    before = "".join("\t" if c == "\t" else " " * cells(c) for c in plain(line[first:start]))
    mark = "~" * (_width(plain(line[start:end])) - 1)
    more = "…" if first else ""
    room = max(WIDTH - _width(before), 0)
    return [f"  | {more}{shown}", f"  | {' ' * len(more)}{before}^{mark[:room]}"]


def _window(line: str, start: int) -> int:
    """Return the first character to show so that `start` is seen; never between base and mark."""
    if _width(line[:start]) < WIDTH - 20:
        return 0
    first = max(start - WIDTH // 2, 0)
    while first < start and not cells(line[first]):
        first += 1
    return first


def _clip(words: str) -> str:
    taken = 0
    for index, character in enumerate(words):
        taken += cells(character)
        if taken > WIDTH:
            return words[:index] + "…"
    return words


def _width(words: str) -> int:
    return sum(map(cells, words))


def _record(found: Diagnostic, translate: Translate) -> dict[str, object]:
    where = found.where
    place: dict[str, object] = {"path": where.path}
    if isinstance(where, Span):
        place |= {
            "line": where.line,
            "column": where.column,
            "end_line": where.end_line,
            "end_column": where.end_column,
        }
    else:
        place |= {"part": where.part, "paragraph": where.paragraph, "text": where.text}
    record = {
        **place,
        "severity": found.severity.value,
        "code": found.code,
        "message": phrase(found.template, found.args, translate),
        "hint": phrase(found.hint, found.args, translate),
    }
    return record | {"clause": found.clause} if found.clause else record
