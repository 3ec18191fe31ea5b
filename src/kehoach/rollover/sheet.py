"""The text of a plan that is moved: what is put in the place of its characters, and the notes."""

from __future__ import annotations

from collections import defaultdict

from kehoach.absorb.edits import Edit, applied
from kehoach.absorb.files import Files
from kehoach.diagnostic import Span
from kehoach.source import Line, Scalar


class Sheet:
    """The file at `path` while it becomes the one for the year `year`."""

    def __init__(self, files: Files, path: str, year: int) -> None:
        self.files, self._path = files, path
        self._edits: list[Edit] = []
        self._notes: dict[int, dict[str, None]] = defaultdict(dict)
        self.prefix = f"# [{year}] "

    def written(self, node: Scalar) -> str:
        """Return a value as it stands in the file, quotes too."""
        return self.files.text(self._path)[self._at(node.span) : self._end(node.span)]

    def put(self, node: Scalar, new: str) -> None:
        """Put `new`, as YAML, in the place of a value; nothing at all when it is empty."""
        start, end = self._at(node.span), self._end(node.span)
        text = self.files.text(self._path)
        if not new and text[end : end + 1] not in (",", "}"):  # «no:,» would be a key of its own.
            start -= text[start - 1 : start] == " "
        self._edits.append(Edit(self._path, start, end, new))

    def replace(self, line: Line, start: int, end: int, new: str) -> None:
        """Put `new` in the place of the characters `start:end` of a line."""
        span = line.part(start, end)
        self._edits.append(Edit(self._path, self._at(span), self._end(span), new))

    def note(self, line: int, words: str) -> None:
        """Put a comment above a line of the file."""
        self._notes[line][" ".join(words.split())] = None

    def line(self, number: int) -> str:
        """Return a line of the file as it was."""
        start = self.files.offset(self._path, number, 1)
        return self.files.text(self._path)[start : self.files.line_end(self._path, number)]

    def now(self, path: str, line: int) -> Span:
        """Return where a line of the old file stands in the new one at `path`."""
        above = sum(len(notes) for number, notes in self._notes.items() if number <= line)
        raw = self.line(line)
        first = len(raw) - len(raw.lstrip()) + 1
        return Span(path, line + above, first, line + above, max(len(raw.rstrip()) + 1, first))

    @property
    def count(self) -> int:
        """Return how many notes there are."""
        return sum(map(len, self._notes.values()))

    @property
    def text(self) -> str:
        """Return the text of the new file."""
        end = self.files.newline(self._path)
        notes = []
        for number, words in self._notes.items():
            raw = self.line(number)
            indent = raw[: len(raw) - len(raw.lstrip(" "))]
            start = self.files.offset(self._path, number, 1)
            lines = "".join(f"{indent}{self.prefix}{said}{end}" for said in words)
            notes.append(Edit(self._path, start, start, lines))
        return applied(self.files.text(self._path), [*notes, *self._edits])

    def _at(self, span: Span) -> int:
        return self.files.offset(self._path, span.line, span.column)

    def _end(self, span: Span) -> int:
        return self.files.offset(self._path, span.end_line, span.end_column)
