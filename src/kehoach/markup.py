r"""One line of plan text: bold, italic, footnotes, expressions and what stands in its braces.

`**bold**`, `*italic*`, `[^1]`, `{{ id }}`, a backslash before a character that is meant as it is,
and at the end of the line `{#id}`, `{td}` or the name of a role.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from kehoach.diagnostic import N_, Diagnostic, Span, error
from kehoach.expression import Expression, Literal, Segment, scan
from kehoach.source import Line

_PLAIN = re.compile(r"[^\\*{}\[]+")
_NOTE = re.compile(r"\[\^([A-Za-z0-9_]+)\]")
_BRACES = re.compile(r"(?<![\\{])\{(#?)([a-z][a-z0-9_]*)\}")
_NO_BRACES = re.compile(r"\{(#[^{}]*|[^{}]{1,40}(?=\}\s*$))(\}?)")
_MOST_FAULTS = 100
_CANNOT_FOLLOW = ".,;:!?)]}»”"


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment in its look, or the call of the footnote `note`."""

    segment: Segment | None
    bold: bool = False
    italic: bool = False
    note: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Braces:
    """What stood in braces at the end of a line: an id, and words such as `td` or a role."""

    id: str = ""
    words: tuple[str, ...] = ()
    id_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """A line of text, taken apart."""

    pieces: tuple[Piece, ...]
    span: Span
    braces: Braces = Braces()

    @property
    def literal(self) -> str:
        """Return the words that are typed out, each expression standing as U+FFFC."""
        return "".join(_literal(piece) for piece in self.pieces)

    def says(self, words: str) -> bool:
        """Return whether `words` are typed out here, in one look, and nothing else."""
        segment = self.pieces[0].segment if len(self.pieces) == 1 else None
        return isinstance(segment, Literal) and segment.text == words

    @property
    def only(self) -> Expression | None:
        """Return the expression when there is one and nothing else."""
        segment = self.pieces[0].segment if len(self.pieces) == 1 else None
        return segment if isinstance(segment, Expression) else None


@dataclass(slots=True)
class _Token:
    """A stretch of a line: characters, an expression, a footnote call or stars."""

    start: int
    end: int
    characters: list[tuple[str, int]] = field(default_factory=list)
    expression: Expression | None = None
    note: str = ""
    stars: int = 0


def parse(line: Line, start: int = 0) -> tuple[Marked, list[Diagnostic]]:
    """Return the pieces of `line` from the index `start`, and what is wrong in it."""
    braces, end = _braces(line, start)
    findings: list[Diagnostic] = []
    if _is_plain(line, start, end):
        span = line.part(start, end)
        columns = None if line.exact else ()
        pieces: tuple[Piece, ...] = (
            Piece(Literal(line.text[start:end], span, columns), span=span),
        )
    else:
        tokens = list(_tokens(line, start, end, findings))
        pieces = tuple(_pieces(line, tokens))
    return Marked(pieces, line.part(start, len(line.text.rstrip())), braces), findings


def _is_plain(line: Line, start: int, end: int) -> bool:
    """Return whether nothing but characters that follow one another stands in a line: most do."""
    if (line.exact and line.columns is not None) or not _PLAIN.fullmatch(line.text, start, end):
        return False
    return unicodedata.is_normalized("NFC", line.text[start:end])


def _literal(piece: Piece) -> str:
    if isinstance(piece.segment, Literal):
        return piece.segment.text
    return "\ufffc" if piece.segment else ""


def _braces(line: Line, start: int) -> tuple[Braces, int]:
    """Return what stands in the braces that end the line, and where the text before them ends."""
    end = len(line.text)
    found, words, span = "", [], None
    while opening := _opening(line.text, start, end):
        if opening[1]:
            found, span = opening[2], line.part(opening.start(2), opening.end(2))
        else:
            words.append(opening[2])
        end = opening.start()
    text_end = start + len(line.text[start:end].rstrip(" \t"))
    return Braces(found, tuple(reversed(words)), span), text_end


def _opening(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the match of the braces that end `text[start:end]`."""
    while end > start and text[end - 1].isspace():
        end -= 1
    at = text.rfind("{", start, end)
    return _BRACES.fullmatch(text, at, end) if at >= 0 else None


def _tokens(line: Line, start: int, end: int, findings: list[Diagnostic]) -> Iterator[_Token]:
    text, at = line.text, start
    while at < end and len(findings) < _MOST_FAULTS:
        plain = _PLAIN.match(text, at, end)
        if plain:
            characters = [(text[i], i) for i in range(at, plain.end())]
            yield _Token(at, plain.end(), characters)
            at = plain.end()
        elif text.startswith("{{", at):
            found = scan(line, at)
            findings += found.findings
            if found.expression:
                yield _Token(at, found.end, expression=found.expression)
            at = max(found.end, at + 2)
        elif note := _NOTE.match(text, at, end):
            yield _Token(at, note.end(), note=note[1])
            at = note.end()
        else:
            token = _mark(line, at, end, findings)
            yield token
            at = token.end


def _mark(line: Line, at: int, end: int, findings: list[Diagnostic]) -> _Token:
    """Return the token of one character that may have a meaning."""
    text = line.text
    if text[at] == "\\" and at + 1 < end:
        return _Token(at, at + 2, [(text[at + 1], at + 1)])
    if text[at] == "*":
        stars = 2 if text.startswith("**", at) else 1
        return _Token(at, at + stars, [("*", at + i) for i in range(stars)], stars=stars)
    if text.startswith("}}", at):
        message = N_("these braces close nothing")
        hint = N_("open them with {{{{, or write \\}}}} for braces in the text")
        findings.append(error("E011", line.part(at, at + 2), message, hint=hint))
        return _Token(at, at + 2)
    if text.startswith("{%", at):
        message = N_("«{{%» may not stand in plan text")
        hint = N_("write {{{{ a if b else c }}}}, or put the lines into a section of their own")
        findings.append(error("E012", line.part(at, at + 2), message, hint=hint))
        return _Token(at, at + 2)
    if braces := _NO_BRACES.match(text, at):
        findings.append(_misplaced(line.part(at, braces.end()), braces[1]))
    return _Token(at, at + 1, [(text[at], at)])


def _misplaced(where: Span, inner: str) -> Diagnostic:
    """Return what is wrong with braces that say nothing."""
    if not inner.startswith("#"):
        message = N_("«{{{text}}}» means nothing at the end of a line")
        hint = N_("write {{td}}, {{doan}} or a role there, or \\{{ for braces in the text")
    elif re.fullmatch("#[a-z][a-z0-9_]*", inner):
        message = N_("«{{{text}}}» does not stand at the end of its line")
        hint = N_("move it there, or write \\{{ for braces in the text")
    else:
        message = N_("«{{{text}}}» does not name a heading")
        hint = N_("an id has the letters a-z, digits and _, without accents")
    return error("E013", where, message, hint=hint, text=inner)


def _pieces(line: Line, tokens: list[_Token]) -> Iterator[Piece]:
    marks = _matched(line.text, tokens)
    bold = italic = False
    pending: list[tuple[str, int]] = []
    for token in tokens:
        if token.expression or token.note or token.start in marks:
            yield from _flush(line, pending, bold, italic)
            pending = []
        if token.start in marks:
            bold, italic = bold ^ (token.stars == 2), italic ^ (token.stars == 1)
        elif token.expression:
            span = line.part(token.start, token.end)
            yield Piece(token.expression, bold, italic, span=span)
        elif token.note:
            yield Piece(None, note=token.note, span=line.part(token.start, token.end))
        else:
            pending += token.characters
    yield from _flush(line, pending, bold, italic)


def _matched(text: str, tokens: list[_Token]) -> set[int]:
    """Return the starts of the stars that open or close a stretch; all others are characters.

    Between two digits a star multiplies.
    """
    marks: set[int] = set()
    for stars in (1, 2):
        opened: _Token | None = None
        for token in tokens:
            if token.stars != stars:
                continue
            before, after = text[token.start - 1 : token.start], text[token.end : token.end + 1]
            if before.isdigit() and after.isdigit():
                continue
            if opened and before and not before.isspace():
                marks |= {opened.start, token.start}
                opened = None
            elif not opened and after and not after.isspace() and after not in _CANNOT_FOLLOW:
                opened = token
    return marks


def _flush(
    line: Line, characters: list[tuple[str, int]], bold: bool, italic: bool
) -> Iterator[Piece]:
    if not characters:
        return
    first, last = characters[0][1], characters[-1][1] + 1
    span = line.part(first, last)
    raw = "".join(character for character, _ in characters)
    text, indexes = raw, [index for _, index in characters]
    if not unicodedata.is_normalized("NFC", raw):
        text, indexes = _compose(characters)
    contiguous = indexes == list(range(first, first + len(text)))
    columns: tuple[int, ...] | None = None if line.exact else ()
    if line.exact and not (contiguous and line.columns is None):
        columns = tuple(line.part(index, index + 1).column for index in indexes)
    yield Piece(Literal(text, span, columns), bold, italic, span=span)


def _compose(characters: list[tuple[str, int]]) -> tuple[str, list[int]]:
    """Return the characters in NFC, each with the index of the first that it was made of."""
    clusters: list[tuple[str, int]] = []
    for character, index in characters:
        if clusters and _joins(clusters[-1][0], character):
            clusters[-1] = (clusters[-1][0] + character, clusters[-1][1])
        else:
            clusters.append((character, index))
    text, indexes = "", []
    for cluster, index in clusters:
        composed = unicodedata.normalize("NFC", cluster)
        text += composed
        indexes += [index] * len(composed)
    return text, indexes


def _joins(before: str, character: str) -> bool:
    """Return whether a character may become one with those before it."""
    if unicodedata.combining(character):
        return True
    apart = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", character)
    return unicodedata.normalize("NFC", before + character) != apart
