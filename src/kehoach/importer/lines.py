"""A block as a line of plan text: what would read as markup gets a backslash."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kehoach import outline
from kehoach.diagnostic import Span
from kehoach.document import Block, Marker, Run, join
from kehoach.importer.guess import Guess
from kehoach.markup import Marked
from kehoach.outline import Counter, Point
from kehoach.source import Line as SourceLine

NOWHERE = Span("", 1, 1)
_SPECIAL = re.compile(r"[\\*{}]|\[(?=\^)")
_SLIPS = ("O003", "O005")
_NO_START = ".,;:!?)]}»”"


@dataclass(frozen=True, slots=True)
class Part:
    """Words of one look, or the expression that prints them, or the call of a footnote."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    expression: str = ""
    note: tuple[Run, ...] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of prose and the block that it has to print.

    `typed` is the marker, `braces` the words in braces at its end, `table` the id of a table.
    """

    block: Block
    parts: tuple[Part, ...]
    typed: str = ""
    braces: str = ""
    table: str = ""
    comments: tuple[str, ...] = ()

    @property
    def plain(self) -> Line:
        """Return the line with its words in the place of every expression."""
        return replace(self, parts=parts_of(self.block.runs))

    def written(self, notes: list[tuple[Run, ...]]) -> Iterator[str]:
        """Yield comments, the line, and its footnotes, which are added to `notes`."""
        yield from (f"# {comment}" for comment in self.comments)
        before = len(notes)
        text = f"{{{{ {self.table} }}}}" if self.table else marked(self.parts, notes)
        words = f"{self.typed} {guarded_space(text)}".rstrip(" ") if self.typed else started(text)
        yield words + (f" {{{self.braces}}}" if self.braces else "")
        for number in range(before, len(notes)):
            inner: list[tuple[Run, ...]] = []
            note = marked(parts_of(notes[number]), inner).strip(" ")
            yield f"[^{number + 1}]: {guarded_space(note)}"


def lines(guesses: Iterable[Guess], tables: dict[int, str]) -> list[Line]:
    """Return the lines that print the blocks; `tables` has the id of each table by `id(block)`."""
    counter = Counter()
    made = []
    for guess in guesses:
        block = guess.block
        comments = (guess.why,) if guess.why else ()
        if block.table:
            made.append(Line(block, (), table=tables[id(block)], comments=comments))
            continue
        typed, counter = _typed(block.marker, counter)
        made.append(Line(block, parts_of(block.runs), typed, comments=comments))
    return made


def parts_of(runs: Iterable[Run]) -> tuple[Part, ...]:
    """Return runs as parts, equal neighbours joined."""
    return tuple(Part(run.text, run.bold, run.italic, note=run.note) for run in join(runs))


def marked(parts: Sequence[Part], notes: list[tuple[Run, ...]]) -> str:
    """Return parts as plan text; the footnotes that they call are added to `notes`."""
    text = ""
    bold = italic = False
    for part in parts:
        if part.note is not None:
            notes.append(part.note)
            text += f"[^{len(notes)}]"
            continue
        words = f"{{{{ {part.expression} }}}}" if part.expression else escaped(part.text)
        opens = (part.bold and not bold) or (part.italic and not italic)
        turns = part.bold != bold or part.italic != italic
        # A star between two digits multiplies.
        digits = turns and words[0].isdigit() and text[-1:].isdigit()
        if digits or (opens and (words[0].isspace() or words[0] in _NO_START)):
            words = "\\" + words
        text += "**" * (part.bold != bold) + "*" * (part.italic != italic) + words
        bold, italic = part.bold, part.italic
    return text + "**" * bold + "*" * italic


def escaped(text: str) -> str:
    """Return words so that nothing in them is markup."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def guarded_space(text: str) -> str:
    """Return plan text with a backslash before a space that it begins with."""
    return "\\" + text if text[:1].isspace() else text


def started(text: str) -> str:
    """Return a line without a marker so that its start is neither marker nor comment."""
    if not text:
        return text
    prose, found = outline.read([SourceLine(text, NOWHERE)], NOWHERE)
    slips = any(finding.code in _SLIPS for finding in found)
    plain = bool(prose.points) and not prose.points[0].kind and not slips
    if plain and not text[0].isspace():
        return text
    stars = len(text) - len(text.lstrip("*"))
    return f"{text[:stars]}\\{text[stars:]}"


def kind_of(label: str) -> str:
    """Return the kind of marker that `label` is when it is typed, empty when it is none."""
    prose, _ = outline.read([SourceLine(f"={label} x", NOWHERE)], NOWHERE)
    return prose.points[0].kind if prose.points and label else ""


def fits(marker: Marker, counter: Counter) -> bool:
    """Return whether `marker` is the next of its list, or begins one, after what was counted."""
    ahead = copy.deepcopy(counter)
    return ahead.mark(_point(marker)) == marker


def count(marker: Marker, counter: Counter) -> None:
    """Let `counter` go on by one point."""
    counter.mark(_point(marker))


def _typed(marker: Marker | None, counter: Counter) -> tuple[str, Counter]:
    """Return how a marker is typed, and the counter after it: `=` keeps what is not the next."""
    if marker is None:
        return "", counter
    if marker.kept or not fits(marker, counter):
        return f"={marker.label}", counter
    count(marker, counter)
    return marker.label, counter


def _point(marker: Marker) -> Point:
    return Point(marker.kind, marker.label, marker.kept, Marked((), NOWHERE), NOWHERE)
