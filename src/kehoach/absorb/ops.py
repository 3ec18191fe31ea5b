"""What is done to sources, before it becomes edits: texts set, lines of prose put in, taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kehoach.absorb.edits import Edit, Kind
from kehoach.absorb.files import Files
from kehoach.absorb.holders import Container
from kehoach.absorb.values import Splice, combined
from kehoach.absorb.written import LINE, Written, replacement
from kehoach.diagnostic import Span
from kehoach.source import Mapping


class Clash(Exception):
    """Two changes want the same words."""


@dataclass(frozen=True, slots=True)
class Told:
    """How a change is told: its kind, the words before and after."""

    kind: Kind
    was: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Set:
    """A line, value or cell gets another text."""

    written: Written
    text: str
    told: Told


@dataclass(frozen=True, slots=True)
class Put:
    """Lines of prose come after line `after` of the file, or at the top for 0; see `order`."""

    container: Container
    after: int
    lines: tuple[str, ...]
    told: Told
    order: int = 0


@dataclass(frozen=True, slots=True)
class Take:
    """A line of prose goes, with the comments above it when it only moves."""

    container: Container
    line: int
    told: Told
    comments: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """A fact gets other words."""

    splice: Splice
    told: Told


Op = Set | Put | Take | Value | Edit


def assembled(ops: Iterable[Op], files: Files) -> tuple[Edit, ...]:
    """Return the edits that the operations make; raises `Clash` when two do not go together."""
    found = list(dict.fromkeys(ops))
    singles = {
        op.container.scalar.span: op.container
        for op in found
        if isinstance(op, Put | Take) and op.container.single
    }
    made: list[Edit] = []
    for container in singles.values():
        mine = [op for op in found if _is_of(op, container)]
        found = [op for op in found if op not in mine]
        made.append(_opened(container, mine, files))
    made += [op for op in found if isinstance(op, Edit)]
    made += _texts([op for op in found if isinstance(op, Set | Value)], files)
    puts = sorted((op for op in found if isinstance(op, Put)), key=lambda op: op.order)
    made += [_put(op, files) for op in puts]
    made += [edit for op in found if isinstance(op, Take) for edit in _taken(op, files)]
    return tuple(sorted(made, key=lambda edit: (edit.path, edit.start, edit.end)))


def _is_of(op: Op, container: Container) -> bool:
    if isinstance(op, Put | Take):
        return op.container.scalar.span == container.scalar.span
    span = container.scalar.span
    where = op.written.line.span if isinstance(op, Set) else None
    return where is not None and (where.path, where.line) == (span.path, span.line)


def _texts(ops: Sequence[Set | Value], files: Files) -> Iterator[Edit]:
    whole = {op.written: op for op in ops if isinstance(op, Set)}
    if len(whole) < len({(op.written, op.text) for op in ops if isinstance(op, Set)}):
        raise Clash
    values = [op for op in ops if isinstance(op, Value)]
    told = {op.splice.written: op.told for op in values}
    spliced = combined(op.splice for op in values)
    if spliced is None or any(spliced.get(w, op.text) != op.text for w, op in whole.items()):
        raise Clash
    spliced = {written: text for written, text in spliced.items() if written not in whole}
    for written, op in whole.items():
        edit = replacement(files, written, op.text, op.told.kind, op.told.was, op.told.now)
        yield from [edit] if edit else []
    for written, text in spliced.items():
        said = told[written]
        edit = replacement(files, written, text, said.kind, said.was, said.now)
        yield from [edit] if edit else []


def indent_of(container: Container, files: Files) -> str:
    """Return what the lines of a prose are indented with."""
    lines = container.scalar.lines
    if lines and not container.single:
        return " " * (lines[0].span.column - 1)
    placed = files.find(container.path, container.keys)
    holder = placed.holder if placed else None
    if isinstance(holder, Mapping):
        key = holder.items[str(container.keys[-1])][0]
        return " " * (key.span.column + 1)
    return "  " * len(container.keys)


def _put(op: Put, files: Files) -> Edit:
    path = op.container.path
    indent, newline = indent_of(op.container, files), files.newline(path)
    text = "".join(f"{indent}{line}".rstrip(" ") + newline for line in op.lines)
    line = op.after or op.container.scalar.span.line
    _, at = files.whole_line(path, line)
    if not files.text(path)[:at].endswith(("\n", "\r")):
        text = newline + text.removesuffix(newline)
    where = Span(path, line + (not op.after), 1)
    return Edit(path, at, at, text, op.told.kind, where, op.told.was, op.told.now)


def _taken(op: Take, files: Files) -> Iterator[Edit]:
    path = op.container.path
    first = op.line - (len(comments_above(op.container, op.line)) if op.comments else 0)
    start, _ = files.whole_line(path, first)
    _, end = files.whole_line(path, op.line)
    told = op.told
    yield Edit(path, start, end, "", told.kind, Span(path, op.line, 1), told.was, told.now)


def comments_above(container: Container, line: int) -> tuple[str, ...]:
    """Return the comments that stand right above a line of prose."""
    texts = {found.span.line: found.text for found in container.scalar.lines}
    made: list[str] = []
    at = line - 1
    while texts.get(at, "").lstrip().startswith("#"):
        made.insert(0, texts[at])
        at -= 1
    return tuple(made)


def _opened(container: Container, ops: Sequence[Op], files: Files) -> Edit:
    """Return the edit that writes a prose of one line anew, behind `|` when it has several now."""
    own = container.scalar.lines[0].text if container.scalar.lines else ""
    before: list[str] = []
    after: list[str] = []
    kept = True
    told = Told(Kind.WORD)
    for op in sorted(ops, key=lambda op: op.order if isinstance(op, Put) else 0):
        if isinstance(op, Put):
            (after if op.after else before).extend(op.lines)
        elif isinstance(op, Set):
            own = op.text
        kept = kept and not isinstance(op, Take)
        told = op.told if isinstance(op, Set | Put | Take | Value) else told
    lines = [*before, *([own] if kept else []), *after]
    placed = files.find(container.path, container.keys)
    assert placed is not None
    span = container.scalar.span
    start = files.offset(span.path, span.line, span.column)
    end = files.offset(span.path, span.end_line, span.end_column)
    whole = Written(span.path, start, end, replace(container.scalar.lines[0]), LINE)
    style = container.scalar.style
    if len(lines) == 1:
        new = replace(whole, style=style, flow=placed.flow).raw(lines[0])
    elif not lines:
        new = "''"
    else:
        indent, newline = indent_of(container, files), files.newline(span.path)
        new = "|" + "".join(f"{newline}{indent}{line}" for line in lines)
    where = Span(span.path, span.line, span.column)
    return Edit(span.path, start, end, new, told.kind, where, told.was, told.now)
