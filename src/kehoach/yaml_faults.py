"""What is wrong with a file before YAML reads it, and what YAML says, in words for its writer."""

from __future__ import annotations

import re

import yaml

from kehoach.diagnostic import N_, Diagnostic, Span, error

MAX_BYTES = 2_000_000

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_ODD_INDENT = re.compile(r"^ *([\t\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000])")


def decode(data: bytes, path: str) -> tuple[list[str], list[Diagnostic]]:
    """Return the lines of a file, none with what keeps it from being text for a plan."""
    start = Span(path, 1, 1, 1, 1)
    if len(data) > MAX_BYTES:
        size, most = len(data) // 1000, MAX_BYTES // 1000
        message = N_("the file has {size} kB, a plan has at most {most} kB")
        return [], [error("Y001", start, message, size=size, most=most)]
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = data[: fault.start].decode("utf-8")
        lines = _LINE_BREAK.split(before)
        column = len(lines[-1]) + 1
        where = Span(path, len(lines), column, len(lines), column + 1)
        hint = N_("save the file as UTF-8; text in TCVN3 or VNI has to be converted first")
        return [], [error("Y002", where, N_("this is not UTF-8 text"), hint=hint)]
    if not text.strip():
        hint = N_("begin with a line such as «type: ke-hoach»")
        return [], [error("Y013", start, N_("the file is empty"), hint=hint)]
    lines = _LINE_BREAK.split(text)
    return lines, _characters(lines, path)


def _characters(lines: list[str], path: str) -> list[Diagnostic]:
    findings = []
    for number, line in enumerate(lines, 1):
        for match in _FORBIDDEN.finditer(line):
            name = f"U+{ord(match[0]):04X}"
            where = Span(path, number, match.start() + 1, number, match.end() + 1)
            message = N_("the character {name} may not stand in a plan")
            hint = N_("delete it; where it breaks a line, press Enter instead")
            findings.append(error("Y003", where, message, hint=hint, name=name))
    return findings


def odd_indents(lines: list[str], path: str, prose: set[int]) -> list[Diagnostic]:
    """Return what is wrong with the indentation of all lines but those numbered in `prose`."""
    findings = []
    for number, line in enumerate(lines, 1):
        match = None if number in prose else _ODD_INDENT.match(line)
        if match and line.strip():
            where = Span(path, number, match.start(1) + 1, number, match.end(1) + 1)
            message = N_("the line is indented with {name} instead of spaces")
            name = "TAB" if match[1] == "\t" else f"U+{ord(match[1]):04X}"
            hint = N_("indent with ordinary spaces only")
            findings.append(error("Y004", where, message, hint=hint, name=name))
    return findings


def syntax(fault: yaml.MarkedYAMLError, lines: list[str], path: str) -> Diagnostic:
    """Return what YAML's parser stumbled over, at the place where its writer would look."""
    number, column = position(fault.problem_mark or fault.context_mark)
    opened, context = fault.context or "", position(fault.context_mark)
    begins = "quoted" in opened or "flow" in opened or "simple key" in opened
    if fault.context_mark and number > context[0] and begins:
        number, column = context
    number = min(number, len(lines))
    where = Span(path, number, column, number, column + 1)
    message, hint = _explain(fault, lines[number - 1], column - 1)
    return error("Y005", where, message, hint=hint)


def position(mark: object) -> tuple[int, int]:
    """Return a parser's mark as a 1-based line and column; the start of the file without one."""
    return getattr(mark, "line", 0) + 1, getattr(mark, "column", 0) + 1


def braces_unquoted(where: Span) -> Diagnostic:
    """Return the finding for `a: {{ x }}`, which YAML takes for nested mappings."""
    return error("Y016", where, *_BRACES)


_BRACES = (
    N_("a value that begins with {{{{ has to stand in quotes"),
    N_("write it as '{{{{ id }}}}'"),
)
_EXPLANATIONS = (
    (
        "mapping values are not allowed",
        N_("a colon followed by a space cannot stand in this value"),
        N_("put the value in quotes, or after «|» on a line of its own"),
    ),
    (
        "mapping keys are not allowed",
        N_("a value that begins with «?» has to stand in quotes"),
        N_("write '?' for what is not known yet"),
    ),
    (
        "block sequence entries",
        N_("a list cannot begin on the line of its key"),
        N_("begin it on the next line, or put the value in quotes"),
    ),
    (
        "an alias",
        N_("a value that begins with «*» has to stand in quotes"),
        N_("put the value in quotes, or after «|» on a line of its own"),
    ),
    (
        "cannot start any token",
        N_("a value cannot begin with this character"),
        N_("put the value in quotes"),
    ),
    (
        "quoted scalar",
        N_("the quotes that open here are never closed"),
        N_("close them, or write a quote inside '…' twice"),
    ),
    (
        "flow",
        N_("the bracket that opens here is never closed, or a comma is missing"),
        N_("close it; a text with a comma or a colon has to stand in quotes"),
    ),
    (
        "could not find expected ':'",
        N_("this line is neither a key with a value nor part of a text"),
        N_("write «key: value», or indent the line under its «key: |»"),
    ),
)


def _explain(fault: yaml.MarkedYAMLError, line: str, column: int) -> tuple[str, str]:
    said = f"{fault.context or ''} {fault.problem or ''}"
    if re.search(r"(:|-)\s+\{\{", line[: column + 2]):
        return _BRACES
    for words, message, hint in _EXPLANATIONS:
        if words in said:
            return message, hint
    return (
        N_("the file cannot be read as YAML from here"),
        N_("check the indentation and the quotes of this line and the one above"),
    )
