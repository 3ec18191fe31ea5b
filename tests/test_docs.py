"""Every example of the syntax page does what the page says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from kehoach import compose, copies, plan
from kehoach.allotment import LEVELS
from kehoach.diagnostic import Diagnostic, Span
from kehoach.document import Block, Document
from kehoach.filters import FILTERS
from kehoach.model import Column, PlanKeys, Who
from kehoach.schema import bare, shapes_of
from kehoach.vocabulary import OBJECTS

PAGE = Path(__file__).parents[1] / "docs/ke-hoach.md"
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FRAME = "plans/vi-du/khung.yaml"
EXAMPLE = "plans/vi-du/vi-du.yaml"
COPY = "huyen_vu_thu"
"""The unit whose copy a block of kind `copy` shows."""
UNKNOWN_YET = "P050"
"""Code of the finding that a `?` gives: such an example prints all the same."""


@dataclass(frozen=True)
class Example:
    """A yaml block of the page and the block after it: what it or its copy prints, or findings."""

    line: int
    source: str
    kind: str
    expected: list[str]


def _examples() -> Iterator[Example]:
    page = PAGE.read_text("utf-8")
    fences = list(FENCE.finditer(page))
    for given, answer in zip(fences[::2], fences[1::2], strict=True):
        line = page.count("\n", 0, given.start()) + 1
        assert given[1] == "yaml", f"line {line}: a yaml block is wanted"
        yield Example(line, given[2], answer[1], answer[2].splitlines())


EXAMPLES = list(_examples())


def run(example: Example) -> tuple[list[str], list[str]]:
    """Return the printed lines of an example laid over the first one, and its findings."""
    files = {FRAME: EXAMPLES[0].source, EXAMPLE: example.source}
    if example is not EXAMPLES[0]:
        files[EXAMPLE] += "extends: khung.yaml\n"
    loaded, findings = plan.load(EXAMPLE, lambda path: files[path].encode())
    document = None
    if loaded and example.kind == "copy":
        [copy] = copies.copies(loaded, lambda path: files[path].encode(), [COPY])
        loaded, findings = copy.plan, [*findings, *copy.findings]
    if loaded:
        document, found = compose.compose(loaded)
        findings = [*findings, *found]
    return list(_printed(document)) if document else [], [_shown(one) for one in findings]


def _shown(finding: Diagnostic) -> str:
    assert isinstance(finding.where, Span)
    return f"dòng {finding.where.line}, cột {finding.where.column}: {finding.code}"


def _printed(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if block.table:
            for row in block.table.rows:
                yield f"| {' | '.join(_cells(cell.blocks) for cell in row.cells)} |"
        else:
            yield f"{block.marker.label} {block.text}" if block.marker else block.text


def _cells(blocks: tuple[Block, ...]) -> str:
    return " ".join(block.text for block in blocks)


def holds(example: Example, printed: list[str], findings: list[str]) -> bool:
    """Return whether an example gives the lines that the page shows, one below the other."""
    if example.kind == "findings":
        return findings == example.expected
    if any(not shown.endswith(UNKNOWN_YET) for shown in findings):
        return False
    if example is EXAMPLES[0]:
        return printed == example.expected
    count = len(example.expected)
    runs = [printed[at : at + count] for at in range(len(printed) - count + 1)]
    return count > 0 and example.expected in runs


def test_the_page_lists_every_key_as_editors_show_it() -> None:
    listed = PAGE.read_text("utf-8").split("## Mọi khóa")[1]
    keys = shapes_of(PlanKeys).items()
    rows = [f"| `{key}` | {metadata['about']} |" for key, (_, _, metadata) in keys]
    assert [line for line in listed.splitlines() if line.startswith("| `")] == rows


def test_the_page_lists_every_value_that_a_key_may_have() -> None:
    listed = PAGE.read_text("utf-8").split("## Giá trị chọn sẵn")[1].split("\n## ")[0]
    objects = [f"| `{name}` | {words} |" for name, words in OBJECTS.items()]
    assert [line for line in listed.splitlines() if line in objects] == objects
    choices = [
        *get_args(bare(get_type_hints(PlanKeys)["urgency"])),
        *get_args(bare(get_type_hints(Column)["align"])),
        *get_args(Who),
        *LEVELS,
    ]
    assert len(choices) == 11
    assert not [name for name in choices if f"`{name}`" not in listed]


def test_the_page_names_every_filter() -> None:
    assert set(re.findall(r"^\| `([a-z0-9_]+)` \|", PAGE.read_text("utf-8"), re.M)) >= set(FILTERS)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"line-{example.line}")
def test_an_example_does_what_the_page_says(example: Example) -> None:
    printed, findings = run(example)
    assert holds(example, printed, findings), "\n".join([*findings, *printed])
