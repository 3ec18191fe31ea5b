"""What is wrong with a file before YAML reads it, and what YAML says, in words for its writer."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from kehoach.diagnostic import N_, Diagnostic, Span, error

MAX_BYTES = 2_000_000
MAX_LINE = 20_000
_MOST = 50
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_MANY = 10
"""More than one byte of so many is zero in UTF-16: each letter without a Vietnamese accent."""


_KEYED = r"[^\s:#'\"{\[][^:]*:"
KEY_AND_VALUE = re.compile(
    rf"^(?P<key>\s*(?:(?:- +)+(?:{_KEYED}\s+)?|{_KEYED}\s+))(?P<value>\S.*)$"
)
"""A line of YAML with something after its key or its dash."""

_KEY = re.compile(rf"\s*{_KEYED}(?=\s|$)")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u2028\u2029\ufeff\ufffe\uffff"
    "\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]"
)
"""Characters that a line or a paragraph cannot hold, or that nobody would see there."""

_ODD_INDENT = re.compile(r"^ *([\t\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000])")


def decode(data: bytes, path: str) -> tuple[list[str], list[Diagnostic]]:
    """Return the lines of a file, none with what keeps it from being text for a plan."""
    start = Span(path, 1, 1, 1, 1)
    if len(data) > MAX_BYTES:
        size, most = len(data) // 1000, MAX_BYTES // 1000
        message = N_("the file has {size} kB, a plan has at most {most} kB")
        hint = N_("keep pictures and tables in files of their own")
        return [], [error("Y001", start, message, hint=hint, size=size, most=most)]
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return [], [_not_text(data, data[: fault.start].decode("utf-8"), path)]
    if "\0" in text:
        return [], [_not_text(data, text[: text.index("\0")], path)]
    if not text.strip():
        return [], [empty(path)]
    lines = _LINE_BREAK.split(text)
    return lines, _characters(lines, path)


def empty(path: str) -> Diagnostic:
    """Return the finding for a file in which nothing is written."""
    hint = N_("begin with a line such as «type: ke-hoach»")
    return error("Y013", Span(path, 1, 1, 1, 1), N_("the file is empty"), hint=hint)


def forbidden(text: str, where: Span) -> Diagnostic | None:
    """Return what is wrong with a text whose escapes stand for a character no plan may hold."""
    match = FORBIDDEN.search(text)
    return _character(match[0], where) if match else None


def _not_text(data: bytes, before: str, path: str) -> Diagnostic:
    lines = _LINE_BREAK.split(before)
    column = len(lines[-1]) + 1
    where = Span(path, len(lines), column, len(lines), column + 1)
    if data.startswith(_UTF16) or data.count(b"\0") > len(data) // _MANY:
        hint = N_(
            "it is UTF-16 (“Unicode” in Notepad), or no text: save it with the encoding UTF-8"
        )
    else:
        hint = N_("save the file as UTF-8; text in TCVN3 or VNI has to be converted first")
    return error("Y002", where, N_("this is not UTF-8 text"), hint=hint)


def _characters(lines: list[str], path: str) -> list[Diagnostic]:
    """Return what keeps characters and lines from standing in a plan, the first ones at least."""
    findings: list[Diagnostic] = []
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            where = Span(path, number, MAX_LINE + 1, number, len(line) + 1)
            message = N_("the line has {count} characters, a line has at most {most}")
            hint = N_("break it up")
            count = len(line)
            findings.append(error("Y015", where, message, hint, count=count, most=MAX_LINE))
        for match in FORBIDDEN.finditer(line):
            where = Span(path, number, match.start() + 1, number, match.end() + 1)
            findings.append(_character(match[0], where))
            if len(findings) >= _MOST:
                return findings
    return findings


def _character(character: str, where: Span) -> Diagnostic:
    message = N_("the character {name} may not stand in a plan")
    hint = N_("delete it; where it breaks a line, press Enter instead")
    return error("Y003", where, message, hint=hint, name=f"U+{ord(character):04X}")


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
    said = f"{opened} {fault.problem or ''}"
    code, at, (message, hint) = "Y005", (number, column), _explain(said)
    value = _value_fault(said, lines[number - 1], column)
    if value:
        code, at, (message, hint) = value[0], (number, value[1]), value[2]
    elif "mapping values" in said:
        at, (message, hint) = _line_fault(lines, number, column) or (at, (message, hint))
    elif "expected <document start>" in said:
        code, at, (message, hint) = _outside(lines, number)
    elif "expected key" in said and not lines[number - 1][: column - 1].strip():
        message, hint = _STRAY_COLON if lines[number - 1].strip()[:1] == ":" else _INDENT
    return error(code, Span(path, *at, at[0], at[1] + 1), message, hint=hint)


def position(mark: object) -> tuple[int, int]:
    """Return a parser's mark as a 1-based line and column; the start of the file without one."""
    return getattr(mark, "line", 0) + 1, getattr(mark, "column", 0) + 1


def braces_unquoted(where: Span) -> Diagnostic:
    """Return the finding for `a: {{ x }}`, which YAML takes for nested mappings."""
    return error("Y016", where, *_BRACES)


_Words = tuple[str, str]
_BRACES = (
    N_("a value that begins with {{{{ has to stand in quotes"),
    N_("write it as '{{{{ id }}}}'"),
)
_INDENT = (
    N_("the line begins in a column that fits no line above"),
    N_("keys and dashes of the same group begin in the same column"),
)
_FIRST = (
    N_("the first key is indented"),
    N_("the keys of a plan begin in the first column"),
)
_DEEPER = (
    N_("the line is indented deeper than the one above"),
    N_("keys and dashes of the same group begin in the same column"),
)
_STRAY_COLON = (N_("there is no key before the colon"), N_("write «key: value»"))
_NO_KEY = (
    N_("this line is neither a key with a value nor part of a text"),
    N_("write «key: value» with a space after the colon, or indent the line under its «key: |»"),
)
_COLON = (
    N_("a colon followed by a space cannot stand in this value"),
    N_("put the value in quotes, or after «|» on a line of its own"),
)
_SPECIAL = (
    N_("a value that begins with this character has to stand in quotes"),
    N_("put the value in quotes, or after «|» on a line of its own"),
)
_AFTER_QUOTE = (
    N_("text follows the closing quote"),
    N_("put the whole value in '…', or after «|» on a line of its own"),
)
_AFTER_BAR = (
    N_("text may not stand on the line of «|» or «>»"),
    N_("begin it on the next line, indented"),
)
_AFTER_END = (N_("nothing may follow the line «...»"), N_("remove that line"))
_EXPLANATIONS = (
    ("mapping values are not allowed", _COLON),
    (
        "mapping keys are not allowed",
        (
            N_("a value that begins with «?» has to stand in quotes"),
            N_("write '?' for what is not known yet"),
        ),
    ),
    (
        "block sequence entries",
        (
            N_("a list cannot begin on the line of its key"),
            N_("begin it on the next line, or put the value in quotes"),
        ),
    ),
    ("an alias", _SPECIAL),
    ("an anchor", _SPECIAL),
    ("a tag", _SPECIAL),
    ("cannot start any token", _SPECIAL),
    (
        "escape",
        (
            N_("a backslash has a meaning of its own between double quotes"),
            N_("put the value in '…' instead"),
        ),
    ),
    (
        "quoted scalar",
        (
            N_("the quotes that open here are never closed"),
            N_("close them, or write a quote inside '…' twice"),
        ),
    ),
    (
        "node content",
        (N_("a value is missing here"), N_("write '' for an empty one, or remove the comma")),
    ),
    (
        "flow",
        (
            N_("the bracket that opens here is never closed, or a comma is missing"),
            N_("close it; a text with a comma or a colon has to stand in quotes"),
        ),
    ),
    (
        "'-' indicator",
        (
            N_("this line does not belong to the list above it"),
            N_("begin it with «- », or in the column of the keys of its item"),
        ),
    ),
    ("could not find expected ':'", _NO_KEY),
)


def _explain(said: str) -> _Words:
    for words, explanation in _EXPLANATIONS:
        if words in said:
            return explanation
    return (
        N_("the file cannot be read as YAML from here"),
        N_("check the indentation and the quotes of this line and the one above"),
    )


def _value_fault(said: str, line: str, column: int) -> tuple[str, int, _Words] | None:
    """Return code, column and words for a value that should have stood in quotes."""
    match = KEY_AND_VALUE.match(line)
    if not match or match.start("value") >= column:
        return None
    value, start = match["value"], match.start("value") + 1
    if value.startswith("{{"):
        return "Y016", start, _BRACES
    if value[0] in "*&!" and "cannot" not in said:
        return "Y005", start, _SPECIAL
    if value[0] in "'\"" and "expected key" in said:
        return "Y005", column, _AFTER_QUOTE
    if value[0] in "|>" and "block scalar" in said:
        return "Y005", column, _AFTER_BAR
    return None


def _line_fault(
    lines: list[str], number: int, column: int
) -> tuple[tuple[int, int], _Words] | None:
    """Return place and words for a key that is right, where a colon is what YAML stumbled over."""
    line, before = lines[number - 1], next(_contents(lines[: number - 1]), 0)
    key = _KEY.match(line)
    if not before or not key or key.end() != column:
        return None
    indent, above = indent_of(line), indent_of(lines[before - 1])
    return ((number, indent + 1), _DEEPER) if indent > above else ((before, above + 1), _NO_KEY)


def _outside(lines: list[str], number: int) -> tuple[str, tuple[int, int], _Words]:
    """Return code, place and words for a line that YAML takes for a second document."""
    above = list(_contents(lines[: number - 1]))
    if not above or any(lines[at - 1].rstrip() == "..." for at in above):
        return "Y011", (number, 1), _AFTER_END
    return "Y005", (above[-1], indent_of(lines[above[-1] - 1]) + 1), _FIRST


def _contents(lines: list[str]) -> Iterator[int]:
    """Yield the numbers of the lines that hold more than a comment, the last first."""
    for index in range(len(lines) - 1, -1, -1):
        if lines[index].strip() and lines[index].lstrip()[0] != "#":
            yield index + 1


def indent_of(line: str) -> int:
    """Return how many characters of white space the line begins with."""
    return len(line) - len(line.lstrip())
