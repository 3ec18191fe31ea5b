"""The manifest and the properties: there and back, equal for equal content."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach import manifest
from kehoach.manifest import Entry, Manifest, Provenance

WORDS = st.text(min_size=1, max_size=20)
PRINTED = st.text(
    st.characters(exclude_categories=["C", "Z"], exclude_characters="/\\:."),
    min_size=1,
    max_size=20,
)
PATHS = st.lists(PRINTED, min_size=1, max_size=3).map("/".join)
HASHES = st.text("0123456789abcdef", min_size=64, max_size=64)
SOURCES = st.dictionaries(WORDS, HASHES, max_size=4)
ENTRIES = st.builds(
    Entry,
    path=PATHS,
    sha256=HASHES,
    kind=PRINTED,
    key=HASHES,
    unit=st.none() | PRINTED,
    code=st.none() | PRINTED,
)
MANIFESTS = st.builds(
    Manifest,
    plan=WORDS,
    version=WORDS,
    sources=SOURCES,
    files=st.lists(ENTRIES, max_size=4, unique_by=lambda entry: entry.path).map(
        lambda entries: tuple(sorted(entries, key=lambda entry: entry.path))
    ),
)


@given(MANIFESTS)
def test_a_manifest_comes_back(made: Manifest) -> None:
    assert manifest.parse(manifest.dump(made)) == made


def test_a_manifest_names_everything_about_a_file() -> None:
    entry = Entry("ke-hoach.docx", "ab", "ke-hoach", "cd")
    made = Manifest("plans/a/b.yaml", "1.0", {"plans/a/b.yaml": "ef"}, (entry,))
    assert json.loads(manifest.dump(made)) == {
        "format": 1,
        "plan": "plans/a/b.yaml",
        "version": "1.0",
        "sources": {"plans/a/b.yaml": "ef"},
        "files": [
            {
                "path": "ke-hoach.docx",
                "sha256": "ab",
                "kind": "ke-hoach",
                "key": "cd",
                "unit": None,
                "code": None,
            }
        ],
    }


def test_the_order_of_files_and_sources_does_not_show() -> None:
    one, two = Entry("a", "1", "k", "x"), Entry("b", "2", "k", "y")
    first = Manifest("p", "1", {"a": "1", "b": "2"}, (one, two))
    second = Manifest("p", "1", {"b": "2", "a": "1"}, (two, one))
    assert manifest.dump(first) == manifest.dump(second)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b"null",
        b'{"format": 2}',
        b'{"format": 1, "plan": "p", "version": "1", "sources": {}, "files": [{"path": "a"}]}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_what_is_not_a_manifest(data: bytes) -> None:
    assert manifest.parse(data) is None


@pytest.mark.parametrize("name", ["path", "sha256", "kind", "key", "unit", "code"])
@pytest.mark.parametrize("value", [7, True, [], {}, "a\0", "\ud800"])
def test_a_manifest_whose_entries_are_no_texts_is_none(name: str, value: object) -> None:
    good = manifest.dump(Manifest("p", "1", {}, (Entry("a.docx", "1", "k", "x"),)))
    told = json.loads(good)
    told["files"][0][name] = value
    assert manifest.parse(good)
    assert manifest.parse(json.dumps(told).encode()) is None or not value


@pytest.mark.parametrize(
    "path",
    ["", ".", "..", "../a.docx", "a/../../b.docx", "/a.docx", "a//b", "a/", "C:a", "a\\..\\b"],
)
def test_a_manifest_leads_nowhere_else(path: str) -> None:
    assert (
        manifest.parse(manifest.dump(Manifest("p", "1", {}, (Entry(path, "1", "k", "x"),)))) is None
    )


@given(st.builds(Provenance, WORDS, WORDS, HASHES, SOURCES, st.text(max_size=10)))
def test_provenance_comes_back(origin: Provenance) -> None:
    assert manifest.provenance(manifest.properties(origin)) == origin


def test_a_foreign_document_has_no_provenance() -> None:
    assert manifest.provenance({}) is None
    assert manifest.provenance({"Author": "x", "kehoach.plan": "plans/a.yaml"}) is None


def test_the_key_depends_on_all_that_decides_the_file() -> None:
    tool, other = "1" * 64, "2" * 64
    keys = {
        manifest.key(tool, tool, ["plans/a.yaml", ""]),
        manifest.key(other, tool, ["plans/a.yaml", ""]),
        manifest.key(tool, other, ["plans/a.yaml", ""]),
        manifest.key(tool, tool, ["plans/a.yaml", "huyen_a"]),
        manifest.key(tool, tool, {"a": "1", "b": "2"}),
        manifest.key(tool, tool, {"a": "1", "b": "3"}),
    }
    assert len(keys) == 6
    assert manifest.key(tool, "", {"a": 1, "b": 2}) == manifest.key(tool, "", {"b": 2, "a": 1})
