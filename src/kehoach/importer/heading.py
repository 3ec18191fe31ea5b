"""The head of a document as keys of a plan: issuer, number, date, unit, year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kehoach import units
from kehoach.importer.guess import Draft
from kehoach.units import Unit
from kehoach.values import DOTS
from kehoach.vietnamese import fold
from kehoach.vocabulary import TYPES

CODE = TYPES["ke-hoach"][1]
_DATE = re.compile(
    r"ngày\s*(?P<day>\d{0,2})[\s.…]*tháng\s*(?P<month>\d{0,2})[\s.…]*năm\s*(?P<year>\d*)", re.I
)
_SYMBOL = re.compile(rf"/\s*{CODE}\s*-\s*(\S.*)$")
_ATTACHED = re.compile(
    r"\(Kèm theo (?P<type>.+?) số (?P<no>.*?)\s(?P<date>ngày.*?năm \d{2,4}\s*)"
    r"(?: của (?P<by>.+))?\)"
)
_KIND = re.compile(
    r"\b((?:TỈNH|THÀNH PHỐ|HUYỆN|THỊ XÃ|QUẬN|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|TP\.?)\s+\S.*)$", re.I
)
_FAR = date(2024, 1, 1)
"""On which day units are looked up when a document has no date."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The head in the words of a plan, each value as it is written after its key; empty: none."""

    number: str
    symbol: str
    day: str
    place: str
    year: str
    unit: str
    short: str | None
    attached: dict[str, str]


def read(draft: Draft, target: str, unit: str = "", year: str = "") -> Heading:
    """Return the keys of the head; `unit` and `year` are those that the user has given, if any.

    The folder of the plan's path `target` often is named after its province.
    """
    attached = _attached(draft.words("kem_theo"))
    line = draft.words("dia_danh_ngay")
    day = day_of(line) or attached.get("date", "")
    place = re.split(r",?\s*ngày\b", line, maxsplit=1)[0].strip() if line else ""
    number, symbol = _number(draft.words("so_ky_hieu"))
    title = draft.words("trich_yeu")
    told = re.search(r"\bnăm\s+(\d{4})\b", title)
    named = [draft.words(role) for role in ("co_quan_ban_hanh", "co_quan_chu_quan")]
    return Heading(
        number=number,
        symbol=symbol,
        day=day or "?",
        place=place,
        year=year or (told[1] if told else day[:4]),
        unit=unit or _unit([*named, place, title], day, _whole(draft, target)),
        short=_short(draft),
        attached=attached,
    )


def day_of(text: str) -> str:
    """Return the date that `text` tells as a plan writes it, as far as it is known."""
    match = _DATE.search(text)
    if not match or len(match["year"]) != 4:
        return ""
    day, month = match["day"], match["month"]
    try:
        if month and day:
            return date(int(match["year"]), int(month), int(day)).isoformat()
        return f"{match['year']}-{date(2000, int(month), 1):%m}" if month else match["year"]
    except ValueError:
        return ""


def _number(line: str) -> tuple[str, str]:
    """Return number and symbol: the number alone where the programme prints the rest by itself."""
    words = re.sub(r"^Số\s*:?\s*", "", line, flags=re.I).strip()
    match = _SYMBOL.search(words)
    symbol = match[1].strip() if match else words.rpartition("-")[2].strip()
    before = words[: match.start()].strip() if match else words
    if match and before == DOTS:
        return "?", symbol
    if match and not before.strip(" ._…"):
        return "", symbol
    if match and before.isdecimal() and before.lstrip("0").zfill(2) == before:
        return before.lstrip("0"), symbol
    return ("" if not words.strip(" ._…") else words), symbol


def _attached(line: str) -> dict[str, str]:
    match = _ATTACHED.fullmatch(line.strip())
    if not match:
        return {}
    found = {"type": match["type"], "no": match["no"].strip(), "by": match["by"] or ""}
    return {**found, "date": day_of(match["date"])}


def _whole(draft: Draft, target: str) -> str:
    """Return the words of head, preamble and recipients, and of the plan's folder."""
    folder = re.sub(r"[-_/]", " ", target.rpartition("/")[0])
    said = (guess.text for guess in (*draft.head, *draft.preamble, *draft.recipients))
    return " ".join([*said, folder])


def _short(draft: Draft) -> str | None:
    """Return how its issuer is called: in its annexes, else in brackets before `ban hành`."""
    for annex in draft.annexes:
        for guess in annex.opening:
            match = re.search(r" của (.*)\)$", guess.text.strip())
            if guess.role == "phu_luc_kem" and match and not draft.of("kem_theo"):
                return match[1]
    for guess in draft.preamble:
        match = re.search(r"\(([^()]{3,80})\) ban hành", guess.text)
        if match:
            return match[1].removeprefix("sau đây gọi tắt là ").removeprefix("gọi tắt là ")
    return None


def _unit(texts: Sequence[str], day: str, whole: str) -> str:
    """Return the id of the unit that the first of `texts` names, empty when none does.

    Of units of one name it is the one whose province stands in the `whole` text.
    """
    on = _last_day(day)
    said = fold(whole)
    for text in texts:
        match = _KIND.search(text.strip())
        for words in (match[1] if match else "", text):
            found = _named(words, on)
            if len(found) > 1 and found[0].level != "province":
                found = [u for u in found if _tells(said, units.by_code(u.parent, on))]
            if found:
                unit = found[0]
                return unit.id if units.find(unit.id, on) else f"{unit.id}_{unit.code}"
    named = [unit for unit in units.provinces(on) if _tells(said, unit)]
    return named[0].id if len(named) == 1 else ""


def _named(words: str, on: date) -> list[Unit]:
    """Return the units whose name, with or without its kind, is `words`."""
    wanted = fold(words.replace("TP.", "thành phố ").strip())
    if not wanted or DOTS in words:
        return []
    return [u for u in units.search(wanted, on) if wanted in (fold(u.full), fold(u.name))]


def _tells(said: str, unit: Unit | None) -> bool:
    """Return whether a text, without accents, names a unit."""
    return unit is not None and bool(re.search(rf"\b{re.escape(fold(unit.name))}\b", said))


def _last_day(day: str) -> date:
    try:
        parts = [int(part) for part in day.split("-")]
        return date(*parts) if len(parts) == 3 else date(parts[0], parts[-1] % 13 or 12, 28)
    except (ValueError, TypeError):
        return _FAR
