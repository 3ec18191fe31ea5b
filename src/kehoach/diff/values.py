"""A comparison as plain values: for JSON, and for the template of the two-column table."""

from __future__ import annotations

from itertools import count, groupby

from kehoach.diagnostic import Span, Where
from kehoach.diff import phrases, summary
from kehoach.diff.compare import Comparison
from kehoach.diff.texts import Change, Kind

TEMPLATE = "bang-so-sanh"
"""Name of the table's template."""


def for_json(found: Comparison) -> dict[str, object]:
    """Return all of a comparison as texts, numbers, lists and dicts."""
    return {
        "title": found.title,
        "old": found.old,
        "new": found.new,
        "facts": [
            {
                "group": fact.group,
                "id": fact.id,
                "part": fact.part,
                "old": fact.old,
                "new": fact.new,
                "old_place": _place(fact.old_where),
                "new_place": _place(fact.new_where),
            }
            for fact in found.facts
        ],
        "text": [_change(change) for change in found.changes],
        "units": [
            {
                "id": unit.id,
                "name": unit.name,
                "effect": unit.effect.value,
                "text": [_change(change) for change in unit.changes],
                "forms": list(unit.forms),
            }
            for unit in found.units
        ],
        "templates": list(found.templates),
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "kind": change.kind.value,
        "zone": change.zone.value,
        "section": change.section,
        "from_section": change.came_from or None,
        "role": change.role,
        "old_label": change.old_label,
        "new_label": change.new_label,
        "old": None if change.kind is Kind.ADDED else change.old,
        "new": None if change.kind is Kind.REMOVED else change.new,
        "words": [{mark.kind: mark.text} for mark in phrases.marked(change.edits)],
        "old_place": _place(change.old_where),
        "new_place": _place(change.new_where),
    }


def _place(where: Where | None) -> str | None:
    if where is None:
        return None
    return f"{where.path}:{where.line}" if isinstance(where, Span) else where.path


def for_table(found: Comparison) -> dict[str, object]:
    """Return what the template `bang-so-sanh` prints."""
    numbers = count(1)
    ordered = [*phrases.of_text(found), *phrases.of_facts(found)]
    parts = [
        {"muc": section, "dong": [{"stt": str(next(numbers)), **_row(c)} for c in changes]}
        for section, changes in groupby(ordered, key=lambda change: change.section)
    ]
    return {
        "ten": found.title,
        "ban_cu": found.old,
        "ban_moi": found.new,
        "tom_tat": phrases.counts(found),
        "so_lieu": [summary.fact_line(fact) for fact in found.facts],
        "phan": parts,
        "don_vi": [f"{head}: {'; '.join(names)}." for head, names in phrases.units(found.units)],
    }


def _row(change: Change) -> dict[str, object]:
    """Return the two cells of a change: in the old one what went, in the new one what came."""
    stretches = list(phrases.marked(change.edits))
    left = [_stretch(mark.text, mark.kind) for mark in stretches if mark.kind != "added"]
    right = [_stretch(mark.text, mark.kind) for mark in stretches if mark.kind != "removed"]
    absent = [_stretch("(không có)", "note")]
    dropped = [_stretch("(bỏ)", "note")]
    said = phrases.happened(change)
    note = [_stretch(f"({said}) ", "note")] if said else []
    old = [*_label(change.old_label), *left]
    new = [*note, *_label(change.new_label), *right]
    return {
        "cu": absent if change.kind is Kind.ADDED else old,
        "moi": dropped if change.kind is Kind.REMOVED else new,
    }


def _label(label: str) -> list[dict[str, str]]:
    return [_stretch(f"{label} ", "kept")] if label else []


def _stretch(text: str, kind: str) -> dict[str, str]:
    return {"loi": text, "kieu": kind}
