"""Plans put together again from what a news report tells of them, held by a table of facts.

A test file gives a `Report` for each plan; `Retold` has the tests that all of them must pass.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from lxml import etree

from facts import Fact, copied, found, plain, sections, words
from kehoach import compose, copies, plan, render, template
from kehoach.document import Block, Document
from kehoach.layers import within
from kehoach.plan import Plan
from kehoach.values import parse_day

ROOT = Path(__file__).parents[1]
REPORTS = ROOT.parent / "shared/seeds"
TEMPLATE = "templates/ke-hoach.docx"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RUN = 12
"""So many words in a row, each one syllable, that stand in the report are copied."""

PROSE = frozenset(
    {"body", "sections", "preamble", "closing", "recipients", "annexes", "copies", "forms"}
)
"""Keys whose words are sentences; all others are typed data."""

TYPED = frozenset(
    {"symbol", "date", "day", "month", "year", "percent", "quoted", "quota", "ordinal", "signature"}
)
"""Kinds of facts that stand in typed data, not only in a sentence."""


@dataclass(frozen=True)
class Report:
    """A plan, the report that tells of it, and what the report tells.

    `told` are the words with which the report begins and ends to speak of the plan; `left_out`
    what a search finds there that is no fact of the plan; `names` what no sentence could put
    otherwise; `closing` how the plan's last paragraph begins; `districts` how many get a copy.
    """

    plan: str
    file: str
    told: tuple[str, str]
    closing: str
    facts: tuple[Fact, ...]
    districts: int
    left_out: frozenset[tuple[str, str]] = frozenset()
    names: tuple[str, ...] = ()

    def original(self) -> list[str]:
        """Return the paragraphs that tell of the plan; skip the test where there is no report."""
        path = REPORTS / self.file
        if not path.exists():
            pytest.skip("the original document is not beside the repository")
        text = path.read_text("utf-8")
        start = text.index(self.told[0])
        return text[start : text.index(self.told[1], start) + len(self.told[1])].splitlines()

    @cached_property
    def data(self) -> dict[str, Any]:
        """Return the keys of all layers as typed, every scalar text."""
        merged: dict[str, Any] = {}
        for layer in reversed(list(_layers(self.plan))):
            for key, value in layer.items():
                merged[key] = merged.get(key, {}) | value if isinstance(value, dict) else value
        return merged

    @cached_property
    def loaded(self) -> Plan:
        """Return the plan, loaded without a finding."""
        loaded, findings = plan.load(self.plan, fetch)
        assert not findings
        assert loaded
        return loaded

    @cached_property
    def document(self) -> Document:
        """Return the plan's document, made without a finding."""
        return _composed(self.loaded)

    @cached_property
    def printed(self) -> list[str]:
        """Return the paragraphs of the document with their markers, a line for a table's row."""
        return [line for block in self.document.blocks for line in _lines(block)]


class Retold:
    """The tests of a plan put together again from `report`."""

    report: ClassVar[Report]

    def test_every_fact_is_printed_in_its_section(self) -> None:
        text = sections(self.report.printed, self.report.closing)
        facts = self.report.facts
        missing = [fact for fact in facts if fact.printed not in text[fact.where]]
        assert not missing, missing

    def test_facts_that_a_machine_reads_are_typed_data(self) -> None:
        typed = "\n".join(_typed(self.report.data))
        facts = [fact for fact in self.report.facts if fact.kind in TYPED]
        assert facts
        missing = [fact for fact in facts if not _stands(fact.printed, typed)]
        assert not missing, missing

    def test_every_fact_is_in_the_word_file(self) -> None:
        compiled, findings = template.compile_template((ROOT / TEMPLATE).read_bytes(), TEMPLATE)
        assert not findings
        assert compiled
        data, findings = render.render(compiled, self.report.document, {})
        assert not findings
        assert data
        text = plain("\n".join(_paragraphs(data)))
        rows = [fact for fact in self.report.facts if " | " not in fact.printed]
        missing = [fact for fact in rows if fact.printed not in text]
        assert not missing, missing

    def test_the_table_holds_all_that_a_search_finds(self) -> None:
        seen = found("\n".join(self.report.original()))
        listed = {(fact.kind, fact.original) for fact in self.report.facts}
        left_out = self.report.left_out
        assert not seen - listed - left_out, seen - listed - left_out
        assert not left_out - seen | left_out & listed, left_out

    def test_the_table_is_true_to_the_report(self) -> None:
        text = plain("\n".join(self.report.original()))
        untrue = [fact for fact in self.report.facts if fact.original not in text]
        assert not untrue, untrue

    def test_the_sentences_are_our_own(self) -> None:
        data = self.report.data
        names = [*self.report.names, *data["terms"].values(), *data["issuer"].values()]
        names += [part for ref in data["refs"].values() for part in _citation(ref)]
        names += [phase["theme"] for phase in data.get("phases", {}).values()]
        original = words(self.report.original(), names)
        runs = copied(original, words(self.report.printed, names), RUN)
        assert not runs, runs

    def test_every_district_gets_a_copy_of_its_own(self) -> None:
        made = list(copies.copies(self.report.loaded, fetch))
        assert len(made) == self.report.districts
        ours = _foot(self.report.document) - {"- Lưu: VT."}
        for copy in made:
            assert not copy.findings, copy.findings
            document = _composed(copy.plan)
            assert not ours & _foot(document), copy.unit.id
            assert copy.unit.in_sentence in "\n".join(block.text for block in document.blocks)

    def test_no_legal_basis_is_cited_before_or_after_its_time(self) -> None:
        last = parse_day(self.report.data["date"])
        assert last
        signed = datetime.date(*last.last)
        text = "\n".join(_before_annexes(self.report.printed))
        cited = [ref for ref in self.report.data["refs"].values() if _is_cited(ref, text)]
        assert cited
        out = [ref["no"] for ref in cited if not _holds(ref, signed)]
        assert not out, out


def fetch(path: str) -> bytes:
    """Return the bytes of a file of the repository."""
    return (ROOT / path).read_bytes()


def _composed(loaded: Plan) -> Document:
    composed, findings = compose.compose(loaded)
    assert not findings
    assert composed
    return composed


def _foot(document: Document) -> set[str]:
    """Return who receives a document and who signs it."""
    roles = ("noi_nhan", "ky_chuc_danh", "ky_ho_ten")
    return {block.text for block in document.blocks if block.role in roles and block.text}


def _layers(path: str) -> Iterator[dict[str, Any]]:
    """Yield the layers of a plan, the uppermost first."""
    layer = yaml.load((ROOT / path).read_text("utf-8"), yaml.BaseLoader)
    yield layer
    if "extends" in layer:
        base = within(path, layer["extends"])
        assert base
        yield from _layers(base)


def _lines(block: Block) -> Iterator[str]:
    for row in block.table.rows if block.table else ():
        yield " | ".join(" ".join(inner.text for inner in cell.blocks) for cell in row.cells)
    if not block.table:
        yield f"{block.marker.label} {block.text}" if block.marker else block.text


def _typed(data: dict[str, Any]) -> Iterator[str]:
    """Yield every word of typed data, dates and the plan's own symbol as they are printed."""
    yield f"năm {data['year']}"
    yield f"{int(data['number'] or 0):02d}/KH-{data['issuer']['symbol']}"
    for key, value in data.items():
        if key not in PROSE:
            for scalar in _scalars(value):
                yield from _as_printed(scalar)


def _scalars(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _scalars(inner)
    else:
        yield from value.split("..")


def _as_printed(scalar: str) -> Iterator[str]:
    day = parse_day(scalar)
    yield from (day.words(), day.long()) if day and day.known else (scalar,)


def _stands(wanted: str, text: str) -> bool:
    """Return whether the words stand in `text`, apart from longer words and numbers."""
    return bool(re.search(rf"(?<![\w/]){re.escape(wanted)}(?![\w/])", text, re.IGNORECASE))


def _paragraphs(data: bytes) -> Iterator[str]:
    """Yield the words of each paragraph of a Word file's main part."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    for paragraph in root.iter(f"{WORD}p"):
        yield "".join(text.text or "" for text in paragraph.iter(f"{WORD}t"))


def _before_annexes(printed: list[str]) -> Iterator[str]:
    for line in printed:
        if re.match(r"Phụ lục( [IVX]+)?$", line):
            return
        yield line


def _citation(ref: dict[str, str]) -> Iterator[str]:
    """Yield the parts of a citation: what it is, when and by whom it was made, its title."""
    day = parse_day(ref.get("date", "?"))
    yield f"{ref['type']} số {ref.get('no', '')}"
    yield f"{day.words() if day else ''} của {ref['by']}"
    yield re.sub(r"{{.*?}}", "", ref.get("title", ""))


def _is_cited(ref: dict[str, str], text: str) -> bool:
    return ref.get("no", "?") in text or f"{ref['type']} {ref.get('title')}" in text


def _holds(ref: dict[str, str], on: datetime.date) -> bool:
    """Return whether a legal basis is in force on a day."""
    begins = datetime.date.fromisoformat(ref.get("from", ref.get("date", "")))
    ends = datetime.date.fromisoformat(ref.get("until", "9999-12-31"))
    return begins <= on < ends
