"""Nothing lost, from the plan's text to the file and back: the invariant that the rest stands on.

What is printed is what the plan says, what is read back is what was printed, and every printed
word that was typed knows where.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

from hypothesis import HealthCheck, example, given, note, settings

import cases
from kehoach.compose import compose
from kehoach.diagnostic import has_errors
from kehoach.document import Block, Document, Run, canonical
from kehoach.expression import Literal
from kehoach.facts import pieces
from kehoach.ooxml.read import read
from kehoach.plan import Plan
from kehoach.render import render
from kehoach.template import Template, compile_template
from made import Made, plans

TEMPLATE = Path(__file__).parents[1] / "templates/ke-hoach.docx"
EXAMPLES = int(os.environ.get("KEHOACH_EXAMPLES", "25"))
_NEAR = 40
"""No letter with its marks is longer than this."""


@cache
def template() -> Template:
    compiled, findings = compile_template(TEMPLATE.read_bytes(), TEMPLATE.name)
    assert compiled is not None
    assert not findings
    return compiled


def composed(text: str) -> tuple[Plan, Document]:
    """Return a plan that has no errors, and its document."""
    loaded, found = cases.load({cases.PATH: text})
    assert loaded is not None, found
    assert not has_errors(found), found
    document, found = compose(loaded)
    assert document is not None
    assert not has_errors(found), found
    return loaded, document


def written(document: Document) -> bytes:
    """Return the file of a document."""
    data, findings = render(template(), document, {})
    assert data is not None, findings
    assert not findings
    return data


def again(data: bytes) -> tuple[object, ...]:
    """Return what is read back from a file."""
    document, findings = read(data, "a.docx")
    assert document is not None
    assert not findings
    return canonical(document)


def check(text: str) -> tuple[Document, bytes]:
    """Check that nothing of a plan is lost; return its document and its file."""
    plan, document = composed(text)
    lines = text.split("\n")
    literals = [(run, run.origin) for run in runs(document.blocks)]
    places = {(o.span.line, o.span.column) for _, o in literals if isinstance(o, Literal)}
    assert typed(plan) <= places
    for run, origin in literals:
        if isinstance(origin, Literal):
            assert stands_there(run, origin, lines), (run, origin)
    data = written(document)
    assert again(data) == canonical(document)
    return document, data


def typed(plan: Plan) -> set[tuple[int, int]]:
    """Return line and column of all words of the prose that is printed in any case."""
    keys = plan.keys
    printed = filter(None, (keys.preamble, keys.body, keys.closing, keys.recipients))
    literals = [p.segment for prose in printed for p in pieces(prose)]
    return {
        (literal.span.line, literal.span.column)
        for literal in literals
        if isinstance(literal, Literal) and literal.text.strip(" \u00a0.;,/")
    }


def runs(blocks: Iterable[Block]) -> Iterator[Run]:
    """Yield every run of the blocks, those of footnotes and tables too."""
    for block in blocks:
        for run in block.runs:
            yield run
            yield from run.note or ()
        for row in block.table.rows if block.table else ():
            for cell in row.cells:
                yield from runs(cell.blocks)


def stands_there(run: Run, origin: Literal, lines: list[str]) -> bool:
    """Return whether the words of a run stand in the file where its origin says."""
    if origin.columns == ():
        return True
    line, start = lines[origin.span.line - 1], origin.span.column
    length = len(run.text)
    if run.text != origin.text:
        return False
    if origin.columns is None:
        return unicodedata.normalize("NFC", line[start - 1 : start - 1 + length]) == run.text
    places = origin.columns
    return len(places) == length and all(
        unicodedata.normalize("NFC", line[place - 1 : place + _NEAR]).startswith(
            "".join(run.text[i] for i in indexes)
        )
        for place, indexes in groupby(range(length), places.__getitem__)
    )


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(plans())
@example(Made(cases.complete("title: 'Sở GD&ĐT <“1”> ''hai'''\nbody: |\n  \\- A\u0302 \\{td}\n")))
def test_nothing_is_lost(made: Made) -> None:
    note(made.text)
    check(made.text)


def test_every_plan_of_ours() -> None:
    folder = Path(__file__).parents[1]
    for path in sorted((folder / "plans").rglob("*.yaml")):
        loaded, found = cases.plan.load(
            path.relative_to(folder).as_posix(), lambda name: (folder / name).read_bytes()
        )
        if loaded and not loaded.abstract and not has_errors(found):
            document, _ = compose(loaded)
            assert document
            assert again(written(document)) == canonical(document)
