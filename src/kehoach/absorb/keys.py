"""Keys and items of YAML that are put in and taken out, in braces or on lines of their own."""

from __future__ import annotations

from kehoach.absorb.edits import Edit
from kehoach.absorb.files import Files, Key, Placed
from kehoach.absorb.ops import Told
from kehoach.absorb.written import yaml_scalar
from kehoach.diagnostic import Span
from kehoach.source import Mapping, Node, Scalar, Sequence


def extent(files: Files, node: Node) -> tuple[int, int]:
    """Return where a node begins and ends in its file; a list of lines ends with its last item."""
    span = node.span
    start = files.offset(span.path, span.line, span.column)
    if isinstance(node, Sequence) and node.items and not bracketed(files, node):
        return start, extent(files, node.items[-1])[1]
    if isinstance(node, Mapping) and node.items and not node.flow:
        return start, extent(files, list(node.items.values())[-1][1])[1]
    if isinstance(node, Scalar) and node.style in ("|", ">") and node.lines:
        last = node.lines[-1].span if node.style == "|" else None
        if last:
            return start, files.line_end(span.path, last.line)
    return start, files.offset(span.path, span.end_line, span.end_column)


def bracketed(files: Files, node: Sequence) -> bool:
    """Return whether a list stands in brackets."""
    start = files.offset(node.span.path, node.span.line, node.span.column)
    return files.text(node.span.path).startswith("[", start)


def with_comma(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the extent of an item in brackets with one of the commas around it."""
    after = end
    while after < len(text) and text[after] in " \n\r\t":
        after += 1
    if text.startswith(",", after):
        after += 1
        while after < len(text) and text[after] == " ":
            after += 1
        return start, after
    before = start
    while before and text[before - 1] in " \n\r\t":
        before -= 1
    return (before - 1, end) if text[before - 1 : before] == "," else (start, end)


def lines_of(files: Files, path: str, start: int, end: int) -> tuple[int, int]:
    """Return the extent of the whole lines that characters stand on."""
    first, _ = files.whole_line(path, files.line_of(path, start))
    _, last = files.whole_line(path, files.line_of(path, end))
    return first, last


def added(files: Files, holder: Placed, key: str, raw: str, told: Told) -> Edit | None:
    """Return the edit that adds a key, after the last one that the holder has."""
    node = holder.node
    if not isinstance(node, Mapping) or not node.items:
        return None
    path = node.span.path
    first = next(iter(node.items.values()))[0].span
    _, end = extent(files, list(node.items.values())[-1][1])
    if node.flow:
        return Edit(path, end, end, f", {key}: {raw}", told.kind, first, told.was, told.now)
    line = files.line_of(path, end)
    at = files.line_end(path, line)
    gap = "" if not raw or raw.startswith("\n") else " "
    text = f"{files.newline(path)}{' ' * (first.column - 1)}{key}:{gap}{raw}"
    return Edit(path, at, at, text, told.kind, Span(path, line, 1), told.was, told.now)


def cut(files: Files, path: str, keys: tuple[Key, ...], told: Told) -> Edit | None:
    """Return the edit that takes a key and its value out, or an item of a list."""
    placed = files.find(path, keys)
    if placed is None or placed.holder is None:
        return None
    start, end = extent(files, placed.node)
    where = placed.node.span
    if isinstance(placed.holder, Mapping):
        where = placed.holder.items[str(keys[-1])][0].span
        start = files.offset(path, where.line, where.column)
        if len(placed.holder.items) == 1:
            return None
        flow = placed.holder.flow
        dashed = files.text(path)[files.whole_line(path, where.line)[0] : start].strip()
        if not flow and dashed:
            return None
    else:
        flow = bracketed(files, placed.holder)
    text = files.text(path)
    start, end = with_comma(text, start, end) if flow else lines_of(files, path, start, end)
    return Edit(path, start, end, "", told.kind, where, told.was, told.now)


def item_beside(files: Files, placed: Placed, text: str, before: bool, told: Told) -> Edit | None:
    """Return the edit that puts a text beside an item of a list, or makes a list of a text."""
    node = placed.node
    if not isinstance(node, Scalar):
        return None
    path = node.span.path
    start, end = extent(files, node)
    where = node.span
    if not isinstance(placed.holder, Sequence):
        own = files.text(path)[start:end]
        own = own if own.startswith(("'", '"')) else yaml_scalar(node.text, "", True)
        new = yaml_scalar(text, "", True)
        both = f"[{new}, {own}]" if before else f"[{own}, {new}]"
        return Edit(path, start, end, both, told.kind, where, told.was, told.now)
    if bracketed(files, placed.holder):
        made = yaml_scalar(text, "", True)
        at, new = (start, f"{made}, ") if before else (end, f", {made}")
        return Edit(path, at, at, new, told.kind, where, told.was, told.now)
    first, last = lines_of(files, path, start, end)
    line = files.text(path)[first:start]
    dash = line[: len(line) - len(line.lstrip())] + "- "
    at = first if before else last
    new = f"{dash}{yaml_scalar(text)}{files.newline(path)}"
    return Edit(path, at, at, new, told.kind, where, told.was, told.now)


def item_after(files: Files, placed: Placed, keys: dict[str, list[str]], told: Told) -> Edit | None:
    """Return the edit that puts an item of several keys after another one of a list."""
    node, holder = placed.node, placed.holder
    if not isinstance(node, Mapping) or not isinstance(holder, Sequence):
        return None
    path = node.span.path
    start, end = extent(files, node)
    where = node.span
    if bracketed(files, holder):
        inner = ", ".join(f"{key}: {_several(texts, True)}" for key, texts in keys.items())
        return Edit(path, end, end, f", {{{inner}}}", told.kind, where, told.was, told.now)
    first, last = lines_of(files, path, start, end)
    indent = " " * (start - first)
    lines = [f"{indent}{key}: {_several(texts, False)}".rstrip() for key, texts in keys.items()]
    lines[0] = f"{files.text(path)[first:start]}{lines[0].lstrip()}"
    newline = files.newline(path)
    text = newline.join([*lines, ""])
    if not files.text(path)[:last].endswith(("\n", "\r")):
        text = newline + text.removesuffix(newline)
    return Edit(path, last, last, text, told.kind, where, told.was, told.now)


def _several(texts: list[str], flow: bool) -> str:
    """Return one text, or a list of several, as YAML; nothing for a blank."""
    if len(texts) == 1:
        return yaml_scalar(texts[0], "", flow) if texts[0] else ""
    return f"[{', '.join(yaml_scalar(text, '', True) for text in texts)}]"
