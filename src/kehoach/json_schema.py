"""The JSON Schema of a plan file, for editors: made from the same records that read the plan."""

from __future__ import annotations

import types
from typing import Any, Literal, Union, get_args, get_origin

from kehoach import outline, values
from kehoach.schema import ID, Layer, bare, is_record, shapes_of

_SCALAR = ["string", "number", "boolean", "null"]


def json_schema(record: Any, title: str, identifier: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a record, with a description for every key."""
    definitions: dict[str, Any] = {}
    root = _object(record, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": identifier,
        "title": title,
        **root,
        "$defs": definitions,
    }


def _object(record: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    properties = {}
    for name, (_, shape, metadata) in shapes_of(record).items():
        examples = {"examples": list(metadata["examples"])} if metadata["examples"] else {}
        described = {"description": metadata["about"], **examples}
        properties[name] = {**_shape(shape, definitions), **described}
    return {
        "type": "object",
        "description": (record.__doc__ or "").strip(),
        "properties": properties,
        "additionalProperties": False,
    }


def _shape(wanted: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    wanted = bare(wanted)
    origin, arguments = get_origin(wanted), get_args(wanted)
    if wanted is Layer:
        return {"anyOf": [{"$ref": "#"}, {"type": "null"}]}
    if origin is tuple:
        return {"type": ["array", "null"], "items": _shape(arguments[0], definitions)}
    if origin is dict:
        ids = {"pattern": f"^{ID.pattern}$"}
        item = _shape(arguments[1], definitions)
        return {"type": ["object", "null"], "propertyNames": ids, "additionalProperties": item}
    if origin is Literal:
        return {"enum": [*arguments, None]}
    if origin in (Union, types.UnionType):
        return {"anyOf": [_shape(option, definitions) for option in arguments]}
    if is_record(wanted):
        if wanted.__name__ not in definitions:
            definitions[wanted.__name__] = {}
            definitions[wanted.__name__].update(_object(wanted, definitions))
        return {"anyOf": [{"$ref": f"#/$defs/{wanted.__name__}"}, {"type": "null"}]}
    if wanted is bool:
        return {"type": ["boolean", "null"]}
    if wanted is int:
        return {"type": ["integer", "null"]}
    if wanted is values.Day:
        day = r"\d{4}(-(Q[1-4]|\d{2}(-\d{2})?))?"
        return {"type": ["string", "integer", "null"], "pattern": rf"^({day}|\?)$"}
    if wanted is values.Period:
        day = r"(\d{4}(-(Q[1-4]|\d{2}(-\d{2})?))?|\?)"
        return {"type": ["string", "integer", "null"], "pattern": rf"^{day}(\s*\.\.\s*{day})?$"}
    return {"type": ["string", "null"]} if wanted is outline.Prose else {"type": _SCALAR}
