"""Rows of the registration: the plan's targets or, where it has none, the points of a section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kehoach.compose import compose
from kehoach.document import KINDS, Block
from kehoach.figures import NOT_APPLICABLE
from kehoach.form.sheet import Sheet, Values
from kehoach.form.words import AT, COUNTED, COUNTING_UNITS
from kehoach.model import Target
from kehoach.vocabulary import AWARDED, OBJECTS
from kehoach.words import Printer

SECTIONS = ("chi_tieu", "noi_dung", "nhiem_vu")
"""Sections whose points are registered in a plan without targets, when `rows` names none."""

_FIGURES = ("tong_so", "nam_truoc", "dang_ky", "ty_le")
_ROW = (*_FIGURES, "ghi_chu")


def registration(sheet: Sheet) -> Values:
    province = sheet.plan.unit is None or sheet.plan.unit.level == "province"
    rows = [] if sheet.form.rows else [*_targets(sheet)]
    rows = rows or [*_points(sheet)]
    return {"cap_giao": "Tỉnh giao" if province else "Cấp trên giao", "muc": rows}


def _targets(sheet: Sheet) -> Iterator[Values]:
    """Yield a row a target; one that counts several objects gets a row below for each."""
    plan, printer = sheet.filler.plan, sheet.printer
    given = [t for name, t in (plan.keys.targets or {}).items() if name not in plan.dropped]
    for number, target in enumerate(given, 1):
        objects = [item.text for item in target.of or ()]
        row = _row(f"muc_{number}", str(number), content(target, printer))
        row["giao"] = printer.text(target.value)
        row["han"] = _until(sheet, target, printer)
        several = len(objects) > 1
        row["nhom"] = several
        if objects and not several:
            row |= _of_object(objects[0], target, sheet)
        yield row
        for part, object_ in enumerate(objects if several else (), 1):
            below = _row(f"muc_{number}_{part}", f"{number}.{part}", "")
            yield {**below, **_of_object(object_, target, sheet), "noi_dung": _name(object_, sheet)}


def _row(id: str, stt: str, content: str) -> Values:
    blank: Values = dict.fromkeys(_ROW, "")
    known: Values = {"id": id, "stt": stt, "noi_dung": content, "don_vi_tinh": "", "giao": ""}
    return {**blank, **known, "han": "", "nhom": False}


def _of_object(object_: str, target: Target, sheet: Sheet) -> Values:
    unit = Printer(sheet.plan.facts).text(target.unit)
    counted = unit or COUNTING_UNITS.get(object_, "đơn vị")
    total = sheet.filler.totals.get(object_, "")
    none = dict.fromkeys(_FIGURES, total) if total == NOT_APPLICABLE else {}
    return {"don_vi_tinh": counted, "tong_so": total, **none}


def content(target: Target, printer: Printer) -> str:
    """Return what a target is about, without its figure."""
    if target.title or target.text:
        return printer.text(target.title or target.text)
    objects = ", ".join(_named(item.text, printer) for item in target.of or ())
    counted = _counted(target.count.text, printer) if target.count else ""
    told = " ".join(filter(None, [objects, counted]))
    told += f", {printer.text(target.condition)}" if target.condition else ""
    return f"{told[:1].upper()}{told[1:]}"


def _counted(id: str, printer: Printer) -> str:
    at = "at" in (printer.facts.keys.terms or {})
    words = COUNTED.get(id, "") or OBJECTS.get(id, "")
    if not words and printer.facts.find(id) is not None:
        return str(printer.value(id, printer.facts.keys.span))
    return words.format(at=printer.text((printer.facts.keys.terms or {})["at"]) if at else AT)


def _name(object_: str, sheet: Sheet) -> str:
    words = _named(object_, sheet.printer)
    return f"{words[:1].upper()}{words[1:]}"


def _named(object_: str, printer: Printer) -> str:
    term = (printer.facts.keys.terms or {}).get(object_)
    return printer.text(term) if term else {**AWARDED, **OBJECTS}.get(object_, object_)


def _until(sheet: Sheet, target: Target, printer: Printer) -> str:
    keys = sheet.filler.plan.keys
    if target.due and target.due.text in (keys.deadlines or {}):
        return str(printer.value(f"{target.due.text}.words", target.due.span))
    return keys.duration.end.words() if keys.duration and keys.duration.end.known else ""


def _points(sheet: Sheet) -> Iterator[Values]:
    """Yield a row for each point of the section that is registered."""
    document, _ = compose(sheet.filler.plan)
    blocks = list(document.blocks) if document else []
    wanted = [sheet.form.rows.text] if sheet.form.rows else [*SECTIONS]
    start = next((n for id in wanted for n, b in enumerate(blocks) if b.id == id), None)
    section = [*_section(blocks[start:])] if start is not None else []
    for number, text in enumerate(section, 1):
        row = _row(f"muc_{number}", str(number), text)
        yield {**row, "don_vi_tinh": "", "han": _end(sheet)}


def _end(sheet: Sheet) -> str:
    duration = sheet.plan.keys.duration
    return duration.end.words() if duration and duration.end.known else ""


def _section(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the words of the first points below a heading, up to the next one of its rank."""
    ranks = list(KINDS)
    head, top = blocks[0], None
    for block in blocks[1:]:
        rank = ranks.index(block.marker.kind) if block.marker else None
        if rank is None:
            if block.role not in KINDS.values() and not block.role.startswith("doan"):
                return
            continue
        if head.marker and rank <= ranks.index(head.marker.kind):
            return
        top = rank if top is None else top
        if rank == top:
            yield _brief(block)


def _brief(block: Block) -> str:
    """Return a point's run-in heading, or all of its words without the sign at their end."""
    first = block.runs[0] if block.runs else None
    text = first.text if first and first.bold and first.text.rstrip().endswith(":") else block.text
    return text.strip().rstrip(".;:")
