"""Administrative units of Viet Nam with dates: which there were, under what name, where they went.

A code means a unit only together with a date: An Giang was 89, then took Kiên Giang's 91. The
table itself is in `unit_table`; docs/units.md says from what it was made.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache

from kehoach.diagnostic import N_, nearest
from kehoach.unit_table import LEVELS, Level, Unit, every, history, table_hash, under
from kehoach.vietnamese import fold, order, slug

__all__ = [
    "COMPLETE_FROM",
    "Level",
    "Pieces",
    "Unit",
    "by_code",
    "children",
    "ended_provinces",
    "find",
    "parent",
    "predecessors",
    "provinces",
    "rows",
    "search",
    "search_ended",
    "successors",
    "table_hash",
    "why_missing",
]

Pieces = tuple[str, str, dict[str, object]]
"""A message and a hint, both English templates, and what goes into them."""

COMPLETE_FROM: dict[Level, date] = {
    "province": date(2008, 8, 1),
    "district": date(2021, 1, 1),
    "commune": date(2025, 2, 1),
}
"""The day from which on a level is as it was. Before it a unit may be shown with the name, kind,
parent or borders that it had later, and one that had ended by then is not shown."""


def find(id: str, on: date, within: Unit | None = None) -> Unit | None:
    """Return the unit that `id` means on a day, or None when there is none or more than one.

    A province's id is its name, `thai_binh`; below it the kind comes first, `huyen_quynh_phu`, and
    `_<code>` follows where two in a province are alike. The kind may be left out and the code
    added. Provinces are looked at first, then districts, then communes; `within` narrows it to
    what lies in a province or district.
    """
    found = _matches(id, on, within)
    return found[0] if len(found) == 1 else None


def by_code(code: str, on: date) -> Unit | None:
    """Return the unit with a code on a day, or None."""
    return next((unit for unit in history(code) if unit.stands(on)), None)


def children(unit: Unit, level: Level, on: date) -> tuple[Unit, ...]:
    """Return the units of a level that lie in `unit` on a day, in Vietnamese order.

    Empty when `unit` is not there then, or has none: no districts from 2025-07-01 on. Communes
    before `COMPLETE_FROM` are those of that day that are known to have lain in `unit`.
    """
    if not unit.stands(on) or level == "province":
        return ()
    if level == unit.level:
        return ()
    return _sorted(u for u in under(unit.code, level) if u.stands(on))


def provinces(on: date) -> tuple[Unit, ...]:
    """Return the provinces and centrally run cities of a day, in Vietnamese order."""
    return _sorted(unit for unit in every("province") if unit.stands(on))


def parent(unit: Unit, on: date) -> Unit | None:
    """Return the unit right above `unit` on a day; None above a province.

    It is the province for a commune whose district is not known for that day.
    """
    return by_code(unit.parent, on) if unit.parent else None


def successors(unit: Unit) -> tuple[Unit, ...]:
    """Return what `unit` was on the day after its end, in Vietnamese order.

    Empty while it lasts. A district of 2025-06-30 gives the communes that took over its own.
    """
    if unit.until == date.max:
        return ()
    day = unit.until + timedelta(days=1)
    codes = set(unit.became)
    if not codes and by_code(unit.code, day):
        codes = {unit.code}
    elif not codes and unit.level == "district":
        codes = {c for u in children(unit, "commune", unit.until) for c in u.became}
    return _sorted(u for u in (by_code(code, day) for code in codes) if u)


def predecessors(unit: Unit) -> tuple[Unit, ...]:
    """Return the units of the same level that `unit` came from, in Vietnamese order."""
    if unit.since == date.min:
        return ()
    day = unit.since - timedelta(days=1)
    pool = (u for u in every(unit.level) if u.until == day)
    return _sorted(u for u in pool if unit.code in (u.became or (u.code,)))


def ended_provinces() -> tuple[Unit, ...]:
    """Return the provinces that are no more, by the day and in Vietnamese order."""
    ended = _sorted(unit for unit in every("province") if unit.until < date.max)
    return tuple(sorted(ended, key=lambda unit: unit.until))


def search(query: str, on: date) -> tuple[Unit, ...]:
    """Return the units of a day whose name, id or code answers to `query`, best first.

    Every word of the query must begin a word of the name, or be the code; a number counts whole.
    When it has accents, names with the same ones stand alone, if there are any. A name that is the
    whole query comes first, then those written as it is, the higher level, Vietnamese order.
    """
    return _search(query, (unit for unit in _pool(LEVELS, None) if unit.stands(on)))


def search_ended(query: str, on: date) -> tuple[Unit, ...]:
    """Return the units that had ended by a day and answer to `query`, as `search` does."""
    return _search(query, (unit for unit in _pool(LEVELS, None) if unit.until < on))


def _search(query: str, pool: Iterable[Unit]) -> tuple[Unit, ...]:
    plain = fold(query).replace("_", " ").split()
    written = unicodedata.normalize("NFC", query.lower()).replace("_", " ").split()

    def alike(unit: Unit) -> bool:
        name = unit.full.lower()
        return _answers(written, [unit.code, *name.split(), *name.replace("-", " ").split()])

    def rank(unit: Unit) -> tuple[object, ...]:
        whole = " ".join(plain) in (fold(unit.name), fold(unit.full))
        return not whole, not alike(unit), len(unit.code), order(unit.name), unit.code

    found = [
        unit
        for unit in pool
        if _answers(plain, [unit.code, *fold(unit.full).split(), *unit.base.split("_")])
    ]
    if plain != written and any(map(alike, found)):
        found = [unit for unit in found if alike(unit)]
    return tuple(sorted(found, key=rank))


def _answers(words: Iterable[str], text: Collection[str]) -> bool:
    """Return whether each word begins one of `text`; a number has to be one of them."""
    return all(
        word in text if word.isdigit() else any(part.startswith(word) for part in text)
        for word in words
    )


def rows(found: Iterable[Unit], on: date) -> list[tuple[str, ...]]:
    """Return units as rows to print: id, code, name, where, since, until, successors.

    Dates are written `01/7/2025`, empty where open; `where` runs from the parent up, on the day
    that is nearest to `on` among those of the unit.
    """
    return [
        (
            unit.id,
            unit.code,
            unit.in_sentence,
            ", ".join(above.in_sentence for above in _above(unit, _nearest(unit, on))),
            "" if unit.since == date.min else _day(unit.since),
            "" if unit.until == date.max else _day(unit.until),
            _list(successors(unit)),
        )
        for unit in found
    ]


def why_missing(id: str, on: date, within: Unit | None = None) -> Pieces:
    """Return why `find` gave None: message, hint and arguments for a diagnostic."""
    found = _matches(id, on, within)
    if len(found) > 1:
        ids = ", ".join(f"{u.base}_{u.code} ({_list(_above(u, on))})" for u in found[:6])
        return (
            N_("{id} means {count} units on {on}"),
            N_("write one of {ids}"),
            {"id": id, "count": len(found), "on": _day(on), "ids": ids},
        )
    if slug(id) != id:
        return _named(id, on, within)
    others = _matches(id, None, within)
    past = [unit for unit in others if unit.until < on]
    if past:
        return _ended(max(past, key=lambda unit: unit.until), on)
    if others:
        return _not_yet(min(others, key=lambda unit: unit.since), on)
    known = {u.id for u in _pool(("province", "district"), within) if u.stands(on)}
    if within or id.startswith(("xa_", "phuong_", "thi_tran_", "dac_khu_")):
        known |= {u.id for u in _pool(("commune",), within) if u.stands(on)}
    best = nearest(id, sorted(known))
    return (
        N_("there is no unit {id}"),
        N_("did you mean {best}?") if best else N_("look it up with: kehoach units"),
        {"id": id, "best": best},
    )


def _named(name: str, on: date, within: Unit | None) -> Pieces:
    """Return what is wrong with a name in the place of an id, and its id where it has one."""
    unit = find(slug(name), on, within)
    message, hint, words = why_missing(slug(name), on, within)
    if unit:
        message, hint, words = (
            N_("{id} is not an id"),
            N_("did you mean {best}?"),
            {"best": unit.id},
        )
    return message, hint, {**words, "id": name}


def _ended(unit: Unit, on: date) -> Pieces:
    after = successors(unit)
    if [u.code for u in after] == [unit.code] and not unit.became:
        hint = N_("from {next} it is {successors}")
    else:
        hint = N_("from {next} it belongs to {successors}") if after else ""
    args: dict[str, object] = {
        "unit": unit.in_sentence,
        "until": _day(unit.until),
        "on": _day(on),
        "next": _day(unit.until + timedelta(days=1)),
        "successors": _list(after),
    }
    return N_("{unit} was there until {until}, not on {on}"), hint, args


def _not_yet(unit: Unit, on: date) -> Pieces:
    before = predecessors(unit)
    args: dict[str, object] = {
        "unit": unit.in_sentence,
        "since": _day(unit.since),
        "on": _day(on),
        "predecessors": _list(before),
    }
    hint = N_("until then there was {predecessors}") if before else ""
    return N_("{unit} is there from {since} on, not on {on}"), hint, args


def _matches(id: str, on: date | None, within: Unit | None) -> list[Unit]:
    """Return the units of the highest level that `id` can mean, on a day or on any.

    An id written with its kind means that level at all times: `thai_binh` stays the province and
    is no commune of that name after it. One without its kind means what is there on the day.
    """
    for level in LEVELS:
        exact = _by_id(level, within).get(id, ())
        found = exact or [u for u in _pool((level,), within) if _without_kind(u, id)]
        standing = [unit for unit in found if on is None or unit.stands(on)]
        if exact or standing:
            return standing
    return []


@lru_cache(maxsize=128)
def _by_id(level: Level, within: Unit | None) -> dict[str, list[Unit]]:
    """Return the units of a level by their ids, with the code and without."""
    found: dict[str, list[Unit]] = {}
    for unit in _pool((level,), within):
        for id in (unit.base, f"{unit.base}_{unit.code}"):
            found.setdefault(id, []).append(unit)
    return found


def _without_kind(unit: Unit, id: str) -> bool:
    """Return whether `id` is the unit's but for the kind, or a province's with it."""
    if not unit.parent:
        return id == slug(unit.full)
    if not unit.base.endswith(id.removesuffix(f"_{unit.code}")):
        return False
    bare = unit.base.removeprefix(slug(unit.kind) + "_")
    return id in (bare, f"{bare}_{unit.code}")


def _pool(levels: Iterable[Level], within: Unit | None) -> Iterator[Unit]:
    for level in levels:
        if within is None:
            yield from every(level)
        elif within.level != level:
            yield from under(within.code, level)


def _above(unit: Unit, on: date) -> list[Unit]:
    """Return the units that `unit` lies in on a day, from the nearest up."""
    out = []
    above = parent(unit, on)
    while above:
        out.append(above)
        above = parent(above, on)
    return out


def _nearest(unit: Unit, on: date) -> date:
    return max(unit.since, min(on, unit.until))


def _sorted(units: Iterable[Unit]) -> tuple[Unit, ...]:
    return tuple(sorted(units, key=lambda unit: (order(unit.name), unit.full, unit.code)))


def _list(units: Iterable[Unit]) -> str:
    return ", ".join(unit.in_sentence for unit in units)


def _day(day: date) -> str:
    """Return a date as the decree has it in figures: day, and months 1 and 2, of two digits."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"
