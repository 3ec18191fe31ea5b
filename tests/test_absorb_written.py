"""How a text is written in a file: YAML keeps its quotes and reads back what was meant."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from kehoach import source
from kehoach.absorb.written import csv_cell, csv_fields, delimiter_of, yaml_scalar
from kehoach.source import Mapping, Scalar, Sequence
from made import texts


def node(text: str) -> Mapping:
    parsed, findings = source.parse(text.encode(), "p")
    assert parsed
    assert not findings
    return parsed.root


@given(texts, st.sampled_from(["", "'", '"']))
def test_a_value_reads_back_as_itself(text: str, style: str) -> None:
    found = node(f"a: {yaml_scalar(text, style)}\n").get("a")
    assert isinstance(found, Scalar)
    assert found.lines[0].text == text


@given(texts, st.sampled_from(["", "'", '"']))
def test_an_item_in_brackets_reads_back_as_itself(text: str, style: str) -> None:
    found = node(f"a: [{yaml_scalar(text, style, True)}, x]\n").get("a")
    assert isinstance(found, Sequence)
    assert [item.lines[0].text for item in found.items if isinstance(item, Scalar)] == [text, "x"]


def test_quotes_are_added_only_where_they_are_needed() -> None:
    assert yaml_scalar("trên 80%") == "trên 80%"
    assert yaml_scalar("a: b") == "'a: b'"
    assert yaml_scalar("a, b") == "a, b"
    assert yaml_scalar("a, b", "", True) == "'a, b'"
    assert yaml_scalar('nói "x"', '"') == "'nói \"x\"'"


CELLS = st.text(st.sampled_from('ab ,;\t"\nđ'), max_size=6)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=4))
def test_fields_of_csv_are_where_they_stand(rows: list[list[str]]) -> None:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows([["a", "b"], *rows])
    text = stream.getvalue()
    assert delimiter_of(text) == ","
    read = list(csv.reader(io.StringIO(text, newline="")))
    fields = csv_fields(text)
    assert [len(row) for row in fields] == [len(row) for row in read]
    for row, places in zip(read, fields, strict=True):
        for cell, (start, end) in zip(row, places, strict=True):
            assert csv_cell(cell, ",") in (text[start:end], text[start:end].strip('"'))
