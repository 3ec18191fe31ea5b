"""The JSON Schema of a plan file, for editors: made from the same records that read the plan."""

from __future__ import annotations

import types
from typing import Any, Literal, Union, get_args, get_origin

from kehoach import values
from kehoach.schema import ID, Layer, bare, is_record, shapes_of

_SCALAR = ["string", "number", "boolean", "null"]
_YES_OR_NO = [True, False, "true", "false", "yes", "no", None]
_DAY = r"\d{4}(-(Q[1-4]|\d{2}(-\d{2})?))?|\?"
_PATTERNS = {
    int: r"^[0-9]{1,9}$",
    values.Day: rf"^({_DAY})$",
    values.Period: rf"^({_DAY})(\s*\.\.\s*({_DAY}))?$",
}


def json_schema(record: Any, title: str, identifier: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a record, with a description for every key.

    Keys are required at the top only, and only of a file that no other one completes: neither of
    a layer that `extends` another nor of an `abstract` one.
    """
    definitions: dict[str, Any] = {}
    root = _reference(record, definitions)
    layered = [{"required": ["extends"]}, {"required": ["abstract"]}]
    required = [name for name, (_, _, about) in shapes_of(record).items() if about["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": identifier,
        "title": title,
        **root,
        "if": {"not": {"anyOf": layered}},
        "then": {"required": required},
        "$defs": definitions,
    }


def _reference(record: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    name = record.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name].update(_object(record, definitions))
    return {"$ref": f"#/$defs/{name}"}


def _object(record: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    properties = {}
    for name, (_, shape, metadata) in shapes_of(record).items():
        examples = {"examples": list(metadata["examples"])} if metadata["examples"] else {}
        described = {"description": metadata["about"], **examples}
        properties[name] = {**_shape(shape, definitions, record), **described}
    return {
        "type": "object",
        "description": (record.__doc__ or "").strip(),
        "properties": properties,
        "additionalProperties": False,
    }


def _shape(wanted: Any, definitions: dict[str, Any], layer: Any) -> dict[str, Any]:
    """Return the schema of a type; a `Layer` in it holds keys of the record `layer`."""
    wanted = bare(wanted)
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin is tuple:
        return {"type": ["array", "null"], "items": _shape(arguments[0], definitions, layer)}
    if origin is dict:
        ids = {"pattern": f"^{ID.pattern}$"}
        item = _shape(arguments[1], definitions, layer)
        return {"type": ["object", "null"], "propertyNames": ids, "additionalProperties": item}
    if origin is Literal:
        return {"enum": [*arguments, None]}
    if origin in (Union, types.UnionType):
        return {"anyOf": [_shape(option, definitions, layer) for option in arguments]}
    if is_record(wanted) or wanted is Layer:
        record = _reference(layer if wanted is Layer else wanted, definitions)
        return {"anyOf": [record, {"type": "null"}]}
    if wanted is bool:
        return {"enum": _YES_OR_NO}
    if wanted in _PATTERNS:
        return {"type": ["string", "integer", "null"], "pattern": _PATTERNS[wanted]}
    return {"type": _SCALAR}
