"""The schema that editors use says what the reader of plans does, key by key."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

import jsonschema
import pytest
from ruamel.yaml import YAML

from cases import REST, complete, load
from kehoach import plan
from kehoach.model import PlanKeys
from kehoach.schema import Layer, bare, is_record, shapes_of

ROOT = Path(__file__).parents[1]
PLANS = sorted((ROOT / "plans").rglob("*.yaml"))
SCHEMA = plan.json_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
FIRST_LINE = "# yaml-language-server: $schema="

Path_ = tuple[str, ...]


def yaml_1_2(text: str) -> Any:
    """Return the data of a YAML 1.2 text as an editor sees it: it knows no dates."""
    loader = YAML(typ="safe", pure=True)
    loader.version = (1, 2)
    loader.constructor.add_constructor(
        "tag:yaml.org,2002:timestamp", lambda constructor, node: node.value
    )
    return loader.load(text)


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema with its reference and the record among its choices followed."""
    for option in (schema, *schema.get("anyOf", ())):
        if "$ref" in option:
            name = option["$ref"].removeprefix("#/$defs/")
            return {**SCHEMA["$defs"][name], **{k: schema[k] for k in schema if k != "$ref"}}
    return schema


def offered(schema: dict[str, Any], path: Path_ = ()) -> Iterator[tuple[Path_, dict[str, Any]]]:
    """Yield every key that a schema offers; `*` stands for an id, `-` for an item of a list."""
    if path.count("copies") > 1:
        return
    for option in (schema, *schema.get("anyOf", ())):
        made = resolved(option)
        for name, inner in made.get("properties", {}).items():
            yield (*path, name), inner
            yield from offered(inner, (*path, name))
        if isinstance(made.get("additionalProperties"), dict):
            yield from offered(made["additionalProperties"], (*path, "*"))
        if "items" in made:
            yield from offered(made["items"], (*path, "-"))


def read(wanted: Any, record: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Yield every key that the reader knows in a value of a type."""
    wanted = bare(wanted)
    if path.count("copies") > 1:
        return
    if wanted is Layer:
        wanted = record
    if is_record(wanted):
        for name, (_, shape, _) in shapes_of(wanted).items():
            yield (*path, name)
            yield from read(shape, wanted, (*path, name))
    elif get_origin(wanted) is dict:
        yield from read(get_args(wanted)[1], record, (*path, "*"))
    elif get_origin(wanted) is tuple:
        yield from read(get_args(wanted)[0], record, (*path, "-"))
    else:
        for option in get_args(wanted) if get_origin(wanted) else ():
            if is_record(option) or get_origin(option) is tuple:
                yield from read(option, record, path)


OFFERED = dict(offered(SCHEMA))


def yaml_of(path: Path_) -> str:
    """Return flow YAML in which the key at the end of `path` is given and blank."""
    text = ""
    for part in reversed(path):
        text = f"[{text}]" if part == "-" else f"{{{'x' if part == '*' else part}: {text}}}"
    return text


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


def test_the_committed_schema_is_this_one() -> None:
    committed = (ROOT / "plans/schema.json").read_text("utf-8")
    assert committed == json.dumps(SCHEMA, indent=2, ensure_ascii=False) + "\n"


def test_the_schema_offers_what_the_reader_knows() -> None:
    assert set(OFFERED) == set(read(PlanKeys, PlanKeys))
    assert len(OFFERED) > 150


@pytest.mark.parametrize("path", OFFERED, ids=".".join)
def test_every_key_is_described_and_read(path: Path_) -> None:
    assert len(OFFERED[path]["description"]) > 3
    text = yaml_of(path)[1:-1]
    _, findings = load(complete(text if path[0] not in REST else f"{text}\n"))
    assert "P001" not in {found.code for found in findings}
    _, findings = load(complete(yaml_of((*path[:-1], "khong_co"))[1:-1]))
    assert "P001" in {found.code for found in findings}


@pytest.mark.parametrize("name", SCHEMA["$defs"])
def test_every_record_is_described(name: str) -> None:
    record = SCHEMA["$defs"][name]
    assert record["description"]
    assert record["additionalProperties"] is False


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_plan_names_its_schema_and_follows_it(path: Path) -> None:
    text = path.read_text("utf-8")
    first = text.split("\n", 1)[0]
    assert first.startswith(FIRST_LINE)
    named = posixpath.join(path.parent.as_posix(), first.removeprefix(FIRST_LINE))
    assert Path(named).resolve() == ROOT / "plans/schema.json"
    assert [fault.message for fault in VALIDATOR.iter_errors(yaml_1_2(text))] == []


def test_there_are_plans_and_layers() -> None:
    texts = [path.read_text("utf-8") for path in PLANS]
    assert {"abstract: true" in text for text in texts} == {True, False}


GOOD = complete("")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "date: 2023-12-29",
        "date: 2023-Q4",
        "date: 2023",
        "date: '?'",
        "year: '2024'",
        "draft: yes",
        "draft: true",
        "duration: 2024-01 .. 2024-12",
        "number: 012",
        "number: 10:30",
        "number: no",
        "number: 5",
        "title: true",
        "scope: 5",
        "issuer: {name: [A, B], symbol: C}",
        "unit:",
        "annexes: [{title: A, table: b}]",
        "tables: {b: {columns: [{title: A, width: 2}], rows: [[1], [null]]}}",
        "sections: {a: null}",
        "copies: {district: {title: A, copies: {commune: {year: 2025}}}}",
    ],
)
def test_what_an_editor_accepts(text: str) -> None:
    data = yaml_1_2(complete(text))
    assert [fault.message for fault in VALIDATOR.iter_errors(data)] == []
    _, findings = load(text)
    assert not {found.code for found in findings} & {"P001", "P003", "P004", "P005"}


@pytest.mark.parametrize(
    "text",
    [
        "titel: A",
        "date: 29/12/2023",
        "year: hai nghìn",
        "draft: maybe",
        "duration: 2024-01 - 2024-12",
        "urgency: gap",
        "title: [A]",
        "issuer: BCĐ",
        "issuer: {name: A, symbol: B, ful: C}",
        "terms: {Đợt: A}",
        "signature: {name: A}",
        "tables: {b: {columns: [{title: A, align: giua}]}}",
        "copies: {district: {titel: A}}",
    ],
)
def test_what_an_editor_marks(text: str) -> None:
    assert list(VALIDATOR.iter_errors(yaml_1_2(complete(text))))
    _, findings = load(text)
    assert {found.code for found in findings} & {"P001", "P003", "P004", "P005"}


@pytest.mark.parametrize("key", REST)
def test_a_plan_that_stands_alone_has_every_required_key(key: str) -> None:
    text = "".join(lines for name, lines in REST.items() if name != key)
    assert list(VALIDATOR.iter_errors(yaml_1_2(text)))
    for layer in ("abstract: true\n", "extends: x.yaml\n"):
        assert not list(VALIDATOR.iter_errors(yaml_1_2(layer + text)))
