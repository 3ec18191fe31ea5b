"""Prose and documents of tests as short lines, and whole plans made by hypothesis."""

from __future__ import annotations

import textwrap

import cases
from kehoach import outline
from kehoach.diagnostic import Diagnostic, Span
from kehoach.document import Block, Document, Marker, join
from kehoach.outline import Counter, Prose
from kehoach.source import Line


def prose(text: str) -> tuple[Prose, list[Diagnostic]]:
    """Return the lines of a text as prose; line and column 1 are those of its first character."""
    lines = [
        Line(line, Span("p", number, 1, number, len(line) + 1))
        for number, line in enumerate(textwrap.dedent(text).strip("\n").split("\n"), 1)
    ]
    return outline.read(lines, Span("p", 1, 1))


def counted(text: str) -> tuple[list[Marker | None], list[Diagnostic]]:
    """Return the marker that each line of a text gets, and all that is wrong in the text."""
    read, findings = prose(text)
    counter = Counter()
    markers = [counter.mark(point) for point in read.points]
    return markers, [*findings, *counter.findings]


def labels(text: str) -> list[str]:
    """Return the labels of a text in which nothing is wrong, empty for a line without one."""
    markers, findings = counted(text)
    assert not findings
    return [marker.label if marker else "" for marker in markers]


def faults(text: str) -> list[tuple[str, int, int]]:
    """Return code, line and column of all that is wrong in a text."""
    _, findings = counted(text)
    return sorted(
        (f.code, f.where.line, f.where.column) for f in findings if isinstance(f.where, Span)
    )


def with_body(body: str, rest: str = "") -> str:
    """Return a plan with the lines of `body`, and the keys of `rest`."""
    lines = textwrap.indent(textwrap.dedent(body).strip("\n"), "  ")
    return f"{textwrap.dedent(rest)}body: |\n{lines}\n"


def shown(blocks: list[Block]) -> list[str]:
    """Return each block as `role: label words`, bold and italic words marked as in a plan."""
    return [_shown(block) for block in blocks]


def text_of(document: Document, *roles: str) -> list[str]:
    """Return the words of the blocks in these roles, in their order."""
    return [block.text for block in document.blocks if block.role in roles]


def outline_of(body: str, rest: str = "") -> list[str]:
    """Return how the body of a plan in which nothing is wrong is shown, without `./.`."""
    blocks = cases.document(with_body(body, rest)).blocks
    roles = [block.role for block in blocks]
    start = next(i for i, role in enumerate(roles) if role == "trich_yeu") + 1
    made = shown(list(blocks[start:]))
    assert made[-1].endswith("./.")
    return [*made[:-1], made[-1].removesuffix("./.")]


def _shown(block: Block) -> str:
    if block.table:
        return "bang"
    words = ""
    for run in join(block.runs):
        if run.note is not None:
            words += f"[^{''.join(inner.text for inner in run.note)}]"
            continue
        stars = "*" * (2 * run.bold + run.italic)
        words += f"{stars}{run.text}{stars}"
    label = f"{block.marker.label} " if block.marker else ""
    return f"{block.role}: {label}{words}"
