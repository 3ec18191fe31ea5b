"""Layers: a plan laid over the file that it extends, key by key.

Mappings merge, `null` removes, everything else is replaced whole. Nodes keep the spans of the
layer that gave them, so that a finding points into the right file.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from kehoach import source
from kehoach.diagnostic import N_, Diagnostic, Span, error
from kehoach.source import Mapping, Node, Scalar

Fetch = Callable[[str], bytes]
"""Gives the bytes of a file by its path in the working folder; raises OSError."""

MAX_LAYERS = 20
_OWN = ("extends", "abstract")
_NULL_STAYS = "sections"


class Stack(NamedTuple):
    """The layers of a plan from the lowest to the plan itself, and path → bytes of each.

    It is not `whole` when a layer below could not be had.
    """

    layers: tuple[Mapping, ...]
    sources: dict[str, bytes]
    whole: bool = True


def load(path: str, fetch: Fetch) -> tuple[Stack | None, list[Diagnostic]]:
    """Return the plan at `path` and all that it extends, None when it cannot be read itself."""
    chain: list[Mapping] = []
    sources: dict[str, bytes] = {}
    findings: list[Diagnostic] = []
    asked, base, whole = Span(path, 1, 1, 1, 1), path, True
    while base and whole:
        root, found = _layer(base, asked, sources, fetch)
        findings += found
        whole = root is not None
        if root:
            chain.insert(0, root)
            base, asked, found = _base(root, base)
            findings += found
            whole = not found
    stack = Stack(tuple(chain), dict(reversed(sources.items())), whole)
    return (stack if chain else None), findings


def _layer(
    path: str, asked: Span, sources: dict[str, bytes], fetch: Fetch
) -> tuple[Mapping | None, list[Diagnostic]]:
    """Return the nodes of one layer, whose bytes are added to `sources`."""
    if path in sources or len(sources) >= MAX_LAYERS:
        message = N_("the files extend one another in a circle: {chain}")
        hint = N_("one of them has to stand without extends")
        circle = " → ".join([*sources, path])
        return None, [error("P011", asked, message, hint=hint, chain=circle)]
    try:
        sources[path] = fetch(path)
    except OSError as fault:
        return None, [unreadable(asked, path, fault)]
    parsed, findings = _parsed(sources[path], path)
    return (parsed.root if parsed else None), findings


@lru_cache(maxsize=32)
def _parsed(data: bytes, path: str) -> tuple[source.Source | None, list[Diagnostic]]:
    """Return a file as nodes: the same ones to all plans that extend it."""
    return source.parse(data, path)


def merged(stack: tuple[Mapping, ...]) -> Mapping:
    """Return the layers laid over one another; what says how to lay them is of the last alone."""
    root = stack[0]
    for upper in stack[1:]:
        root = merge(without(root, _OWN), upper)
    return root


def merge(lower: Mapping, upper: Mapping) -> Mapping:
    """Return `lower` with `upper` laid over it."""
    items = dict(lower.items)
    for name, (key, value) in upper.items.items():
        below = items.get(name)
        if below and isinstance(below[1], Mapping) and isinstance(value, Mapping):
            keep = name == _NULL_STAYS
            items[name] = (key, _over(below[1], value) if keep else merge(below[1], value))
        elif below and isinstance(value, Scalar) and value.is_null:
            del items[name]
        else:
            items[name] = (key, value)
    return Mapping(items, upper.span, upper.flow)


def within(path: str, name: str) -> str | None:
    """Return the path of `name` as `path` names it, or None when it leads out of the folder."""
    if "\\" in name or ":" in name or posixpath.isabs(name):
        return None
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
    return None if joined.startswith("..") else joined


def _over(lower: Mapping, upper: Mapping) -> Mapping:
    return Mapping({**lower.items, **upper.items}, upper.span, upper.flow)


def without(node: Mapping, names: tuple[str, ...]) -> Mapping:
    """Return a mapping but for the keys `names`."""
    items = {name: item for name, item in node.items.items() if name not in names}
    return Mapping(items, node.span, node.flow)


def _base(root: Mapping, path: str) -> tuple[str, Span, list[Diagnostic]]:
    """Return the path that a layer extends, empty when it extends none."""
    node: Node | None = root.get("extends")
    if not isinstance(node, Scalar) or node.is_null:
        return "", root.span, []
    base = within(path, node.text.strip())
    if base is None:
        return "", node.span, [outside(node.span, node.text)]
    return base, node.span, []


def unreadable(where: Span, path: str, fault: OSError) -> Diagnostic:
    """Return the finding for a file named at `where` that cannot be had."""
    if isinstance(fault, FileNotFoundError):
        message = N_("there is no file {path}")
        hint = N_("a path begins at the folder of the file that names it")
        return error("P012", where, message, hint=hint, path=path)
    message = N_("the file {path} cannot be read: {reason}")
    hint = N_("look whether it is a file, and yours to read")
    reason = fault.strerror or type(fault).__name__
    return error("P012", where, message, hint=hint, path=path, reason=reason)


def outside(where: Span, name: str) -> Diagnostic:
    """Return the finding for a path that leads out of the working folder."""
    message = N_("«{name}» leads out of the working folder")
    hint = N_("write the path from the folder of this file, with / and without a drive")
    return error("P010", where, message, hint=hint, name=name)
