"""Each value of a plan on its way into another year."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from kehoach import units
from kehoach.absorb.files import Placed
from kehoach.absorb.written import yaml_scalar
from kehoach.diagnostic import N_, Diagnostic, Span, warning
from kehoach.plan import Plan
from kehoach.rollover import outdated
from kehoach.rollover.sheet import Sheet
from kehoach.rollover.span import Years, is_stage, iso, on_working_day, shifted
from kehoach.rollover.words import Move, look, swaps_unknown
from kehoach.source import Line, Scalar
from kehoach.source import Mapping as Node
from kehoach.units import Unit
from kehoach.values import UNKNOWN_MARK, Day, Period, parse_day, parse_period

PROSE = ("scope", "preamble", "body", "closing", "recipients", "items")
"""Keys whose value is prose, in which a line that begins with `#` is a comment."""

_UNTOUCHED = ("refs", "type", "template", "abstract")
_DISTRICT = "district"


@dataclass(slots=True)
class Roller:
    """Moves the values of `plan` into the file at `path`.

    `unit` is what the plan's unit is in the new year, None when nobody can tell; `no_districts`
    that its districts are gone. `then` and `on` are the days of the two plans; `ended` tells of
    the refs that are not in force on the second. `file` gives the name in the new plan of a file
    that the plan names under a key.
    """

    plan: Plan
    path: str
    years: Years
    then: date
    on: date
    unit: Unit | None
    no_districts: bool
    sheet: Sheet
    ended: Mapping[str, outdated.Base]
    file: Callable[[str, Scalar], str]
    _told: dict[tuple[str, object], Diagnostic] = field(default_factory=dict)

    def take(self, placed: Placed) -> None:
        """Move one value of the file."""
        keys = [str(key) for key in placed.keys]
        if keys == ["copies"] and isinstance(placed.node, Node):
            self._levels(placed.node)
        if not keys or not isinstance(placed.node, Scalar):
            return
        if keys[:2] == ["copies", _DISTRICT] and self.no_districts:
            return  # All of it is to go.
        own = keys[2:] if keys[0] == "copies" and len(keys) > 2 else keys
        way = _WAYS.get((own[0], own[-1]) if len(own) > 1 else (own[0],))
        if own[0] == "refs" and own[-1] == "title":
            self._title(placed.node)
        if own[0] in _UNTOUCHED or placed.node.is_null:
            return
        if way:
            way(self, placed.node)
        else:
            self._text(placed.node, own)

    def findings(self) -> list[Diagnostic]:
        """Return what was told, each where it stands in the new file."""
        return [
            replace(found, where=self.sheet.now(self.path, found.where.line))
            for found in self._told.values()
            if isinstance(found.where, Span)
        ]

    def tell(self, found: Diagnostic) -> None:
        """Take down a finding at a line of the old file, once for the last of its arguments."""
        key = next(reversed([*found.args.values()]), "")
        self._told.setdefault((found.code, key), found)

    def at(self, line: int) -> Span:
        """Return the place of a line of the old file."""
        return Span(self.plan.path, line, 1)

    def _year(self, node: Scalar) -> None:
        self.sheet.put(node, str(self.years.new))

    def _blank(self, node: Scalar) -> None:
        self.sheet.put(node, "")

    def _signing(self, node: Scalar) -> None:
        """Keep the month alone: the day is that on which it will be signed."""
        day = parse_day(node.text.strip())
        if day and day.known:
            moved = shifted(day, self.years.step)
            self.sheet.put(node, Day(moved.year, moved.quarter, moved.month).iso)
            if day.day:
                self._note(node, f"{self._before} ký {day.words()}; ghi ngày khi ký")

    def _day(self, node: Scalar) -> None:
        day = parse_day(node.text.strip())
        if day and day.known:
            self.sheet.put(node, shifted(day, self.years.step).iso)
            if day.day:
                self._note(node, f"{self._before}: {day.words()}")

    def _deadline(self, node: Scalar, directions: Sequence[int]) -> None:
        """Move a day, or both ends of a period, to working days in these directions."""
        days = [parse_day(part.strip()) for part in node.text.split("..")]
        known = [day for day in days if day and day.known]
        if len(known) < len(days):
            return
        wanted = [shifted(day, self.years.step) for day in known]
        ways = directions[-len(days) :]
        moved = [on_working_day(day, way) for day, way in zip(wanted, ways, strict=True)]
        self.sheet.put(node, "..".join(day.iso for day, _ in moved))
        said = " đến ".join(day.words() for day in known)
        for before, (after, why) in zip(wanted, moved, strict=True):
            said += f"; {before.numeric()} là {why}, chuyển thành {after.numeric()}" if why else ""
        self._note(node, f"{self._before}: {said}")
        for day, _ in moved:
            if swaps_unknown(day):
                message = N_("the days swapped with holidays in {year} are not known yet")
                hint = N_("look at the deadlines again when they are announced")
                self.tell(warning("K014", self.at(node.span.line), message, hint, year=day.year))

    def _period(self, node: Scalar) -> None:
        period = parse_period(node.text.strip())
        if not period or not period.known:
            return
        if is_stage(period):
            self._note(node, f"xem lại giai đoạn {node.text.strip()}")
            return
        start, end = (shifted(day, self.years.step) for day in (period.start, period.end))
        self.sheet.put(node, iso(Period(start, end)))
        if period.start.day or period.end.day:
            self._note(node, f"{self._before}: {node.text.strip()}")

    def _undecided(self, node: Scalar) -> None:
        """Leave a figure to be decided again, its old value in a note."""
        if node.text == UNKNOWN_MARK:
            return
        if "{{" in node.text or not re.search(r"\d", node.text):
            self._text(node, ["targets"])
            return
        self._note(node, f"{self._before}: {node.text.strip()}")
        self.sheet.put(node, f"'{UNKNOWN_MARK}'")

    def _signer(self, node: Scalar) -> None:
        if self.unit is None or self.plan.unit is None or self.unit.id != self.plan.unit.id:
            self._note(node, f"{self._before}: {node.text.strip()}")
            self.sheet.put(node, "")
        else:
            self._note(node, f"xem lại: người ký {self._before}")

    def _own_unit(self, node: Scalar) -> None:
        """Name the unit that is there in the new year, and say what has become of the old one."""
        was = self.plan.unit
        if was is None or was.stands(self.on):
            return
        line = node.span.line
        if self.unit is None or self.unit.id != was.id:
            after = ", ".join(u.in_sentence for u in units.successors(was))
            last = _day(was.until)
            self._note(node, f"{was.in_sentence} có đến hết {last}, nay thuộc {after}")
            message = N_("{unit} was there up to {day}; it went into {after}")
            hint = N_("look at every place that names it")
            words = {"unit": was.in_sentence, "day": last, "after": after}
            self.tell(warning("K011", self.at(line), message, hint, **words))
            if self.unit:
                self.sheet.put(node, self.unit.id)
            return
        merged = [u.in_sentence for u in units.predecessors(self.unit)]
        self._note(node, f"xem lại: nay gồm {', '.join(merged)}")
        message = N_("{unit} is another than it was: it is made of {before}")
        hint = N_("look at every figure and name")
        words = {"unit": self.unit.in_sentence, "before": ", ".join(merged)}
        self.tell(warning("K012", self.at(line), message, hint, **words))

    def _title(self, node: Scalar) -> None:
        """Mark a basis that was issued for the old year alone."""
        if re.search(rf"(?<!\d)năm {self.years.old}(?!\d)", node.text):
            self._note(node, f"xem lại: văn bản riêng của {self._before}")

    def _file(self, node: Scalar, key: str) -> None:
        name = self.file(key, node)
        if name != node.text:
            self.sheet.put(node, yaml_scalar(name, node.style))
        if key != "extends":
            self._note(node, f"{self._before}: {node.text}; xem lại số liệu")
        elif self.no_districts and any(map(_hands_to_districts, self.plan.layers[:-1])):
            self._no_districts(node)

    def _filler(self, node: Scalar) -> None:
        if node.text.strip() == _DISTRICT and self.no_districts:
            self._note(node, "xem lại: không còn cấp huyện")

    def _levels(self, copies: Node) -> None:
        """Mark what is handed to districts when there are none any more."""
        if _DISTRICT in copies.items and self.no_districts:
            self._no_districts(copies.items[_DISTRICT][0])

    def _no_districts(self, node: Scalar) -> None:
        self._note(node, "xem lại: không còn cấp huyện, bản gửi cấp huyện không gửi ai")
        message = N_("there is no district level any more: nobody gets its copy")
        hint = N_("write what communes get under copies: commune: …")
        self.tell(warning("K016", self.at(node.span.line), message, hint))

    def _text(self, node: Scalar, keys: Sequence[str]) -> None:
        is_prose = keys[-1] in PROSE or "sections" in keys[:-1] or keys[-1] == "body"
        inside = is_prose and node.style == "|"
        for line in node.lines:
            if inside and line.text.lstrip().startswith("#"):
                continue
            place = line.span.line if inside else node.span.line
            self._line(line, place, keys[0])
        if keys[0] == "tables" and "rows" in keys and keys[-1] != "0" and _figure(node.text):
            self._note(node, f"xem lại: số liệu {self._before}")

    def _line(self, line: Line, place: int, key: str) -> None:
        looked = look(line.text, self.years, figures=key != "tables")
        names = self._names(line.text)
        moves = [*looked.moves, *(names if key == "issuer" else [])]
        doubts = [*looked.doubts, *([] if key == "issuer" else _said(line, names))]
        if not line.exact:
            moves, doubts = [], [*doubts, *_said(line, moves)]
        for move in moves:
            self.sheet.replace(line, move.start, move.end, move.new)
        if moves:
            told = (f"{line.text[m.start : m.end]} → {m.new}" for m in moves)
            self.sheet.note(place, f"đã chuyển: {', '.join(dict.fromkeys(told))}")
        if doubts:
            self.sheet.note(place, f"xem lại: {', '.join(dict.fromkeys(doubts))}")
        self._gone(line, place)

    def _names(self, text: str) -> list[Move]:
        """Return the places that name the old unit, when the new one is called otherwise."""
        was, now = self.plan.unit, self.unit
        if was is None or (now and now.name == was.name):
            return []
        new = now.name if now else was.name
        pairs = ((was.name, new), (was.name.upper(), new.upper()))
        return [
            Move(*match.span(), after)
            for before, after in pairs
            for match in re.finditer(rf"(?<!\w){re.escape(before)}(?!\w)", text)
        ]

    def _gone(self, line: Line, place: int) -> None:
        for id, base in self.ended.items():
            if outdated.cites(line.text, id):
                self.sheet.note(place, base.words)
                message = N_("{name} is not in force any more in the new year")
                hint = N_("write {{{{ {after} }}}} instead of {{{{ {id} }}}}")
                hint = hint if base.successor else N_("find what has replaced {{{{ {id} }}}}")
                words = {"name": base.name, "after": base.successor, "id": id}
                self.tell(warning("K010", self.at(place), message, hint, **words))
        for gone in outdated.bodies(line.text, self.then, self.on):
            self.sheet.note(place, gone.words)
            message = N_("“{name}” is no more since {since}")
            hint = N_("there is {now} instead") if gone.now else ""
            words = {"name": gone.what, "since": _day(gone.since), "now": gone.now}
            self.tell(warning("K013", self.at(place), message, hint, **words))

    @property
    def _before(self) -> str:
        return f"năm {self.years.old}"

    def _note(self, node: Scalar, words: str) -> None:
        self.sheet.note(node.span.line, words)


_WAYS: Mapping[tuple[str, ...], Callable[[Roller, Scalar], None]] = {
    ("year",): Roller._year,
    ("date",): Roller._signing,
    ("report_on",): Roller._day,
    ("number",): Roller._blank,
    ("attached", "no"): Roller._blank,
    ("attached", "date"): Roller._blank,
    ("duration",): Roller._period,
    ("phases", "from"): Roller._day,
    ("phases", "to"): Roller._day,
    ("deadlines", "before"): partial(Roller._deadline, directions=(-1,)),
    ("deadlines", "on"): partial(Roller._deadline, directions=(1,)),
    ("deadlines", "within"): partial(Roller._deadline, directions=(1, -1)),
    ("targets", "value"): Roller._undecided,
    ("award_forms", "quota"): Roller._undecided,
    ("signature", "name"): Roller._signer,
    ("annexes", "name"): Roller._signer,
    ("unit",): Roller._own_unit,
    ("extends",): partial(Roller._file, key="extends"),
    ("units",): partial(Roller._file, key="units"),
    ("others",): partial(Roller._file, key="others"),
    ("tables", "file"): partial(Roller._file, key="file"),
    ("forms", "by"): Roller._filler,
}
"""What is done with the value of a key, by the first and the last key on the way to it."""


def _hands_to_districts(layer: Node) -> bool:
    copies = layer.get("copies")
    return isinstance(copies, Node) and _DISTRICT in copies.items


def _said(line: Line, moves: Iterable[Move]) -> list[str]:
    return [f"“{line.text[move.start : move.end]}”" for move in moves]


def _figure(text: str) -> bool:
    """Return whether a cell has a figure that no fact gives."""
    return bool(re.search(r"\d", re.sub(r"\{\{.*?\}\}", "", text)))


def _day(day: date) -> str:
    return Day(day.year, None, day.month, day.day).numeric()
