"""What an edited file may change: its own plan's or unit's lines, and no one else's."""

from __future__ import annotations

import re
from collections.abc import Collection

from kehoach.absorb.edits import Edit
from kehoach.absorb.files import CSV
from kehoach.absorb.scene import Scene
from kehoach.absorb.written import csv_fields


def may(scene: Scene, edits: Collection[Edit]) -> bool:
    """Return whether edits are of what the edited file alone was made from.

    A file of a layer above serves other plans, and lines of a plan serve all of its units.
    """
    plan, unit = scene.base.plan, scene.base.unit
    edits = [edit for edit in edits if not (unit and _is_own(scene, edit))]
    if not unit:
        layers = {layer.span.path for layer in plan.layers} - {plan.path}
        return all(edit.path not in layers for edit in edits)
    own = scene.files.find(plan.path, ("copies", unit))
    if own is None:
        return not edits
    first = scene.files.offset(plan.path, own.node.span.line, own.node.span.column)
    last = scene.files.offset(plan.path, own.node.span.end_line, own.node.span.end_column)
    return all(edit.path == plan.path and first <= edit.start <= edit.end <= last for edit in edits)


def _is_own(scene: Scene, edit: Edit) -> bool:
    """Return whether an edit adds to the keys of a unit, or is of its own row of figures."""
    if edit.start == edit.end and re.match(rf"\s*(copies:\s*)?{scene.base.unit}:", edit.new):
        return True
    values = (target.value for target in (scene.base.plan.keys.targets or {}).values())
    rows = {value.span.line for value in values if value and value.span.path == edit.path}
    if not edit.path.endswith(CSV) or not rows:
        return False
    fields = csv_fields(scene.files.text(edit.path))
    return any(
        fields[row - 1][0][0] <= edit.start and edit.end <= fields[row - 1][-1][1] for row in rows
    )
