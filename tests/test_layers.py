"""Layers of a plan: who wins, what `null` takes away, and whose words a finding points at."""

from __future__ import annotations

from collections.abc import Mapping as Map

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach import layers, source
from kehoach.diagnostic import Span
from kehoach.source import Mapping, Node, Scalar, Sequence

Data = str | None | list["Data"] | dict[str, "Data"]
TOP, MIDDLE, LOW = "plans/tinh/2024.yaml", "plans/base/giua.yaml", "plans/base/nen.yaml"

names = st.sampled_from(["a", "b", "c"])
leaves = st.sampled_from(["1", "2", "3"])
trees = st.recursive(
    st.dictionaries(names, leaves, max_size=3),
    lambda inner: st.dictionaries(names, leaves | inner, max_size=3),
    max_leaves=8,
)


def node(text: str, path: str = TOP) -> Mapping:
    made, found = source.parse(text.encode(), path)
    assert made, found
    assert not found
    return made.root


def written(data: Data) -> str:
    """Return data as flow YAML."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{key}: {written(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(written, data)) + "]"
    return "null" if data is None else f"'{data}'"


def data(value: Node) -> Data:
    """Return what a node says, without its places."""
    if isinstance(value, Mapping):
        return {key: data(inner) for key, (_, inner) in value.items.items()}
    if isinstance(value, Sequence):
        return [data(inner) for inner in value.items]
    assert isinstance(value, Scalar)
    return None if value.is_null else value.text


def laid(lower: Data, upper: Data) -> Data:
    return data(layers.merge(node(written(lower)), node(written(upper))))


def load(files: Map[str, str]) -> tuple[layers.Stack | None, list[tuple[str, int, str]]]:
    def fetch(path: str) -> bytes:
        if path not in files:
            raise FileNotFoundError(2, "No such file", path)
        return files[path].encode()

    stack, found = layers.load(TOP, fetch)
    places = [(f.where.path, f.where.line, f.code) for f in found if isinstance(f.where, Span)]
    return stack, places


@given(trees)
def test_a_tree_over_itself_or_over_nothing_is_itself(tree: Data) -> None:
    assert laid(tree, tree) == laid({}, tree) == laid(tree, {}) == tree


@given(trees, trees, trees)
def test_the_order_of_laying_does_not_matter(low: Data, middle: Data, top: Data) -> None:
    a, b, c = node(written(low)), node(written(middle)), node(written(top))
    left = layers.merge(layers.merge(a, b), c)
    right = layers.merge(a, layers.merge(b, c))
    if not crossed(low, middle, top):
        assert data(left) == data(right)
    assert data(layers.merged((a, b, c))) == data(left)


def crossed(*stack: Data) -> bool:
    """Return whether a key is a mapping in one layer and a value in another."""
    maps = [tree for tree in stack if isinstance(tree, dict)]
    if len(maps) < len(stack):
        return bool(maps)
    keys = {key for tree in maps for key in tree}
    return any(crossed(*(tree[key] for tree in maps if key in tree)) for key in keys)


@given(trees, trees)
def test_what_the_upper_layer_says_holds(lower: Data, upper: Data) -> None:
    def holds(part: Data, whole: Data) -> bool:
        if not isinstance(part, dict):
            return part == whole
        return isinstance(whole, dict) and all(holds(v, whole.get(k)) for k, v in part.items())

    assert holds(upper, laid(lower, upper))


@pytest.mark.parametrize(
    ("lower", "upper", "result"),
    [
        ({"a": "1", "b": "2"}, {"b": "3"}, {"a": "1", "b": "3"}),
        ({"a": {"x": "1", "y": "2"}}, {"a": {"y": "3"}}, {"a": {"x": "1", "y": "3"}}),
        ({"a": {"x": "1", "y": "2"}}, {"a": {"y": None}}, {"a": {"x": "1"}}),
        ({"a": {"x": "1"}}, {"a": None}, {}),
        ({"a": ["1", "2"]}, {"a": ["3"]}, {"a": ["3"]}),
        ({"a": "1"}, {"a": {"x": "2"}}, {"a": {"x": "2"}}),
        ({"a": {"x": "2"}}, {"a": "1"}, {"a": "1"}),
        ({}, {"a": None}, {"a": None}),
        ({"sections": {"x": "1", "y": "2"}}, {"sections": {"x": None}}, None),
    ],
)
def test_merging(lower: Data, upper: Data, result: Data) -> None:
    expected = {"sections": {"x": None, "y": "2"}} if result is None else result
    assert laid(lower, upper) == expected


def test_every_value_keeps_the_place_of_the_layer_that_gave_it() -> None:
    low = node("a: 1\nb:\n  x: 2\n  y: 3\n", LOW)
    top = node("b:\n  y: 4\n", TOP)
    merged = layers.merge(low, top)
    inner = merged.get("b")
    assert isinstance(inner, Mapping)
    places = {key: (value.span.path, value.span.line) for key, (_, value) in inner.items.items()}
    assert places == {"x": (LOW, 3), "y": (TOP, 2)}
    assert merged.items["a"][1].span.path == LOW
    assert merged.items["b"][0].span.path == TOP


def test_a_stack_of_three() -> None:
    stack, found = load(
        {
            TOP: "extends: ../base/giua.yaml\na: 1\n",
            MIDDLE: "abstract: true\nextends: nen.yaml\nb: 2\na: 2\n",
            LOW: "abstract: true\nc: 3\na: 3\n",
        }
    )
    assert found == []
    assert stack
    assert stack.whole
    assert list(stack.sources) == [LOW, MIDDLE, TOP]
    assert data(layers.merged(stack.layers)) == {
        "extends": "../base/giua.yaml",
        "a": "1",
        "b": "2",
        "c": "3",
    }


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({}, [(TOP, 1, "P012")]),
        ({TOP: "a: b: c\n"}, [(TOP, 1, "Y005")]),
        ({TOP: "\nextends: x.yaml\n"}, [(TOP, 2, "P012")]),
        ({TOP: "extends: ../../x.yaml\n"}, [(TOP, 1, "P012")]),
        ({TOP: "extends: ../../../x.yaml\n"}, [(TOP, 1, "P010")]),
        ({TOP: "extends: 2024.yaml\n"}, [(TOP, 1, "P011")]),
        (
            {TOP: "extends: ../base/nen.yaml\n", LOW: "a: 1\nextends: ../tinh/2024.yaml\n"},
            [(LOW, 2, "P011")],
        ),
        ({TOP: "extends: ../base/nen.yaml\n", LOW: "- a\n"}, [(LOW, 1, "Y014")]),
        (
            {TOP: "b: {{ x }}\nextends: ../base/nen.yaml\n", LOW: ""},
            [(TOP, 1, "Y016"), (LOW, 1, "Y013")],
        ),
    ],
)
def test_layers_that_cannot_be_had(files: Map[str, str], found: list[tuple[str, int, str]]) -> None:
    stack, places = load(files)
    assert places == found
    assert not stack or not stack.whole or found[0][2] == "Y005"
    assert bool(stack) == (TOP in files)


def test_a_file_is_fetched_once() -> None:
    asked: list[str] = []

    def fetch(path: str) -> bytes:
        asked.append(path)
        return b"extends: b.yaml\n" if path == "a.yaml" else b"extends: a.yaml\n"

    _, found = layers.load("a.yaml", fetch)
    assert [f.code for f in found] == ["P011"]
    assert asked == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize("extends", ["extends:", "extends: ~", "extends: [x.yaml]", "a: b"])
def test_a_plan_that_stands_alone(extends: str) -> None:
    stack, found = load({TOP: f"{extends}\n"})
    assert stack
    assert stack.whole
    assert found == []
    assert len(stack.layers) == 1


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("nen.yaml", "plans/tinh/nen.yaml"),
        ("../base/nen.yaml", "plans/base/nen.yaml"),
        ("./a/../nen.yaml", "plans/tinh/nen.yaml"),
        ("../../nen.yaml", "nen.yaml"),
        ("..nen.yaml", "plans/tinh/..nen.yaml"),
        ("Đợt 1.yaml", "plans/tinh/Đợt 1.yaml"),
        ("../../../nen.yaml", None),
        ("../../a/../../nen.yaml", None),
        ("../../..", None),
        ("/nen.yaml", None),
        ("//host/nen.yaml", None),
        ("C:nen.yaml", None),
        ("C:/nen.yaml", None),
        ("..\\nen.yaml", None),
        ("\\\\host\\nen.yaml", None),
        ("http://host/nen.yaml", None),
        ("nen.yaml:stream", None),
    ],
)
def test_paths_stay_in_the_folder(name: str, path: str | None) -> None:
    assert layers.within(TOP, name) == path


@given(st.lists(st.sampled_from(["..", ".", "a", "/", "\\", "C:", "..a", ""])))
def test_no_path_leads_out(parts: list[str]) -> None:
    path = layers.within(TOP, "/".join(parts))
    assert path is None or not (path.startswith(("/", "../")) or path == ".." or ":" in path)


def test_what_the_system_says_is_told() -> None:
    where = Span(TOP, 1, 10, 1, 20)
    gone = layers.unreadable(where, LOW, FileNotFoundError(2, "No such file"))
    denied = layers.unreadable(where, LOW, PermissionError(13, "Permission denied"))
    assert (gone.code, denied.code) == ("P012", "P012")
    assert gone.message == f"there is no file {LOW}"
    assert "Permission denied" in denied.message
    assert gone.advice
    assert denied.advice
