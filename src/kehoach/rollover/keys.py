"""What becomes of each value of a plan in another year, by its key."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from kehoach import units
from kehoach.absorb.files import Placed
from kehoach.absorb.written import yaml_scalar
from kehoach.diagnostic import N_, warning
from kehoach.rollover.span import is_stage, iso, numeric, on_working_day, shifted
from kehoach.rollover.texts import text
from kehoach.rollover.turn import Turn
from kehoach.rollover.words import swaps_unknown
from kehoach.source import Mapping as Node
from kehoach.source import Scalar
from kehoach.values import UNKNOWN_MARK, Day, Period, parse_day, parse_period

_UNTOUCHED = ("refs", "type", "template", "abstract")
_DISTRICT = "district"


def take(turn: Turn, placed: Placed) -> None:
    """Move one value of the file."""
    keys = [str(key) for key in placed.keys]
    if keys == ["copies"] and isinstance(placed.node, Node):
        _levels(turn, placed.node)
    if not keys or not isinstance(placed.node, Scalar):
        return
    if keys[:2] == ["copies", _DISTRICT] and turn.no_districts:
        return  # All of it is to go.
    own = keys[2:] if keys[0] == "copies" and len(keys) > 2 else keys
    way = _WAYS.get((own[0], own[-1]) if len(own) > 1 else (own[0],))
    if own[0] == "refs" and own[-1] == "title":
        _title(turn, placed.node)
    if own[0] in _UNTOUCHED or placed.node.is_null:
        return
    if way:
        way(turn, placed.node)
    else:
        text(turn, placed.node, own)


def _year(turn: Turn, node: Scalar) -> None:
    turn.sheet.put(node, str(turn.years.new))


def _blank(turn: Turn, node: Scalar) -> None:
    turn.sheet.put(node, "")


def _signing(turn: Turn, node: Scalar) -> None:
    """Keep the month alone: the day is that on which it will be signed."""
    day = parse_day(node.text.strip())
    if day and day.known:
        moved = shifted(day, turn.years.step)
        turn.sheet.put(node, Day(moved.year, moved.quarter, moved.month).iso)
        if day.day:
            turn.note(node, f"{turn.before} ký {day.words()}; ghi ngày khi ký")


def _day(turn: Turn, node: Scalar) -> None:
    day = parse_day(node.text.strip())
    if day and day.known:
        turn.sheet.put(node, shifted(day, turn.years.step).iso)
        if day.day:
            turn.note(node, f"{turn.before}: {day.words()}")


def _deadline(turn: Turn, node: Scalar, directions: Sequence[int]) -> None:
    """Move a day, or both ends of a period, to working days in these directions."""
    days = [parse_day(part.strip()) for part in node.text.split("..")]
    known = [day for day in days if day and day.known]
    if len(known) < len(days):
        return
    wanted = [shifted(day, turn.years.step) for day in known]
    ways = directions[-len(days) :]
    moved = [on_working_day(day, way) for day, way in zip(wanted, ways, strict=True)]
    turn.sheet.put(node, "..".join(day.iso for day, _ in moved))
    said = " đến ".join(day.words() for day in known)
    for before, (after, why) in zip(wanted, moved, strict=True):
        said += f"; {before.numeric()} là {why}, chuyển thành {after.numeric()}" if why else ""
    turn.note(node, f"{turn.before}: {said}")
    for day, _ in moved:
        if swaps_unknown(day):
            message = N_("the days swapped with holidays in {year} are not known yet")
            hint = N_("look at the deadlines again when they are announced")
            turn.tell(warning("K014", turn.at(node.span.line), message, hint, year=day.year))


def _period(turn: Turn, node: Scalar) -> None:
    period = parse_period(node.text.strip())
    if not period or not period.known:
        return
    if is_stage(period):
        turn.note(node, f"xem lại giai đoạn {node.text.strip()}")
        return
    start, end = (shifted(day, turn.years.step) for day in (period.start, period.end))
    turn.sheet.put(node, iso(Period(start, end)))
    if period.start.day or period.end.day:
        turn.note(node, f"{turn.before}: {node.text.strip()}")


def _undecided(turn: Turn, node: Scalar) -> None:
    """Leave a figure to be decided again, its old value in a note."""
    if node.text == UNKNOWN_MARK:
        return
    if "{{" in node.text or not re.search(r"\d", node.text):
        text(turn, node, ["targets"])
        return
    turn.note(node, f"{turn.before}: {node.text.strip()}")
    turn.sheet.put(node, f"'{UNKNOWN_MARK}'")


def _signer(turn: Turn, node: Scalar) -> None:
    if turn.unit is None or turn.plan.unit is None or turn.unit.id != turn.plan.unit.id:
        turn.note(node, f"{turn.before}: {node.text.strip()}")
        turn.sheet.put(node, "")
    else:
        turn.note(node, f"xem lại: người ký {turn.before}")


def _own_unit(turn: Turn, node: Scalar) -> None:
    """Name the unit that is there in the new year, and say what has become of the old one."""
    was = turn.plan.unit
    if was is None or was.stands(turn.on):
        return
    line = node.span.line
    if turn.unit is None or turn.unit.id != was.id:
        after = ", ".join(u.in_sentence for u in units.successors(was))
        last = numeric(was.until)
        turn.note(node, f"{was.in_sentence} có đến hết {last}, nay thuộc {after}")
        message = N_("{unit} was there up to {day}; it went into {after}")
        hint = N_("look at every place that names it")
        words = {"unit": was.in_sentence, "day": last, "after": after}
        turn.tell(warning("K011", turn.at(line), message, hint, **words))
        if turn.unit:
            turn.sheet.put(node, turn.unit.id)
        return
    merged = [u.in_sentence for u in units.predecessors(turn.unit)]
    turn.note(node, f"xem lại: nay gồm {', '.join(merged)}")
    message = N_("{unit} is another than it was: it is made of {before}")
    hint = N_("look at every figure and name")
    words = {"unit": turn.unit.in_sentence, "before": ", ".join(merged)}
    turn.tell(warning("K012", turn.at(line), message, hint, **words))


def _title(turn: Turn, node: Scalar) -> None:
    """Mark a basis that was issued for the old year alone."""
    if re.search(rf"(?<!\d)năm {turn.years.old}(?!\d)", node.text):
        turn.note(node, f"xem lại: văn bản riêng của {turn.before}")


def _file(turn: Turn, node: Scalar, key: str) -> None:
    name = turn.file(key, node)
    if name != node.text:
        turn.sheet.put(node, yaml_scalar(name, node.style))
    if key != "extends":
        turn.note(node, f"{turn.before}: {node.text}; xem lại số liệu")
    elif turn.no_districts and any(map(_hands_to_districts, turn.plan.layers[:-1])):
        _no_districts(turn, node)


def _filler(turn: Turn, node: Scalar) -> None:
    if node.text.strip() == _DISTRICT and turn.no_districts:
        turn.note(node, "xem lại: không còn cấp huyện")


def _waived(turn: Turn, node: Scalar) -> None:
    turn.note(node, f"xem lại: nhận xét bỏ qua {turn.before}")


def _kept(turn: Turn, node: Scalar) -> None:
    """Leave a value as it is."""


def _levels(turn: Turn, copies: Node) -> None:
    """Mark what is handed to districts when there are none any more."""
    if _DISTRICT in copies.items and turn.no_districts:
        _no_districts(turn, copies.items[_DISTRICT][0])


def _no_districts(turn: Turn, node: Scalar) -> None:
    turn.note(node, "xem lại: không còn cấp huyện, bản gửi cấp huyện không gửi ai")
    message = N_("there is no district level any more: nobody gets its copy")
    hint = N_("write what communes get under copies: commune: …")
    turn.tell(warning("K016", turn.at(node.span.line), message, hint))


_WAYS: Mapping[tuple[str, ...], Callable[[Turn, Scalar], None]] = {
    ("year",): _year,
    ("date",): _signing,
    ("report_on",): _day,
    ("number",): _blank,
    ("attached", "no"): _blank,
    ("attached", "date"): _blank,
    ("duration",): _period,
    ("phases", "from"): _day,
    ("phases", "to"): _day,
    ("deadlines", "before"): partial(_deadline, directions=(-1,)),
    ("deadlines", "on"): partial(_deadline, directions=(1,)),
    ("deadlines", "within"): partial(_deadline, directions=(1, -1)),
    ("targets", "value"): _undecided,
    ("award_forms", "quota"): _undecided,
    ("signature", "name"): _signer,
    ("annexes", "name"): _signer,
    ("unit",): _own_unit,
    ("extends",): partial(_file, key="extends"),
    ("units",): partial(_file, key="units"),
    ("others",): partial(_file, key="others"),
    ("tables", "file"): partial(_file, key="file"),
    ("forms", "by"): _filler,
    ("waivers", "code"): _waived,
    ("waivers", "reason"): _kept,
}
"""What is done with the value of a key, by the first and the last key on the way to it."""


def _hands_to_districts(layer: Node) -> bool:
    copies = layer.get("copies")
    return isinstance(copies, Node) and _DISTRICT in copies.items
