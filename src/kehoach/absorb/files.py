"""The sources of a plan as text: where a line, a value or a cell of a table stands in its file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from kehoach import source
from kehoach.diagnostic import Span
from kehoach.layers import Fetch
from kehoach.source import Mapping, Node, Scalar, Sequence
from kehoach.tabular import TABLES

CSV, XLSX = TABLES
_BREAK = re.compile(r"\r\n|\r|\n")

Key = str | int


@dataclass(frozen=True, slots=True)
class Placed:
    """A node, the keys that lead to it, what holds it, and whether that stands in braces."""

    node: Node
    keys: tuple[Key, ...]
    holder: Mapping | Sequence | None
    flow: bool


class Files:
    """Reads sources once. Offsets count characters of the text from 0, a byte order mark too."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._texts: dict[str, str] = {}
        self._starts: dict[str, list[int]] = {}
        self._nodes: dict[str, list[Placed]] = {}

    def text(self, path: str) -> str:
        """Return the text of the file at `path`, line ends as they are."""
        if path not in self._texts:
            self._texts[path] = self._fetch(path).decode("utf-8", "replace")
        return self._texts[path]

    def newline(self, path: str) -> str:
        """Return how lines of a file end."""
        found = _BREAK.search(self.text(path))
        return found[0] if found else "\n"

    def offset(self, path: str, line: int, column: int) -> int:
        """Return where a line and column, from 1, stand; the end of the file for a line below."""
        starts = self._lines(path)
        if line > len(starts):
            return len(self.text(path))
        return min(starts[line - 1] + column - 1, len(self.text(path)))

    def line_of(self, path: str, offset: int) -> int:
        """Return the line, from 1, that an offset is in."""
        return bisect_right(self._lines(path), offset) or 1

    def line_end(self, path: str, line: int) -> int:
        """Return where a line ends, before its break."""
        text, start = self.text(path), self.offset(path, line, 1)
        found = _BREAK.search(text, start)
        return found.start() if found else len(text)

    def whole_line(self, path: str, line: int) -> tuple[int, int]:
        """Return the start of a line and that of the next one."""
        return self.offset(path, line, 1), self.offset(path, line + 1, 1)

    def nodes(self, path: str) -> list[Placed]:
        """Return every node of a YAML file, holders before what they hold."""
        if path not in self._nodes:
            parsed, _ = source.parse(self.text(path).encode(), path)
            self._nodes[path] = list(_walk(parsed.root, (), None, False)) if parsed else []
        return self._nodes[path]

    def find(self, path: str, keys: tuple[Key, ...]) -> Placed | None:
        """Return the node that `keys` lead to."""
        return next((placed for placed in self.nodes(path) if placed.keys == keys), None)

    def scalar(self, span: Span) -> Placed | None:
        """Return the scalar that a span stands in."""
        for placed in self.nodes(span.path):
            if isinstance(placed.node, Scalar) and _holds(placed.node, span):
                return placed
        return None

    def at_map(self, span: Span) -> Placed | None:
        """Return the map that begins where `span` does."""
        for placed in self.nodes(span.path):
            here = placed.node.span
            same = (here.line, here.column) == (span.line, span.column)
            if same and isinstance(placed.node, Mapping):
                return placed
        return None

    def _lines(self, path: str) -> list[int]:
        if path not in self._starts:
            text = self.text(path)
            first = 1 if text.startswith("\ufeff") else 0
            self._starts[path] = [first, *(found.end() for found in _BREAK.finditer(text))]
        return self._starts[path]


def _walk(
    node: Node, keys: tuple[Key, ...], holder: Mapping | Sequence | None, flow: bool
) -> Iterator[Placed]:
    yield Placed(node, keys, holder, flow)
    if isinstance(node, Mapping):
        for name, (_, child) in node.items.items():
            yield from _walk(child, (*keys, name), node, flow or node.flow)
    elif isinstance(node, Sequence):
        # A list that ends on the line of its last item stands in brackets.
        inside = flow or _is_flow(node)
        for number, child in enumerate(node.items):
            yield from _walk(child, (*keys, number), node, inside)


def _is_flow(node: Sequence) -> bool:
    """Return whether a list stands in brackets: a list of lines begins at its first dash."""
    if not node.items:
        return True
    first = node.items[0].span
    last = node.items[-1].span
    begins = (first.line, first.column) == (node.span.line, node.span.column + 1)
    return begins and (node.span.end_line, node.span.end_column) > (last.end_line, last.end_column)


def _holds(node: Scalar, span: Span) -> bool:
    start, end = (node.span.line, node.span.column), (node.span.end_line, node.span.end_column)
    return start <= (span.line, span.column) and (span.line, span.column) < max(
        end, (start[0], start[1] + 1)
    )
