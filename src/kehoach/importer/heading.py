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


def read(draft: Draft, unit: str = "", year: str = "") -> Heading:
    """Return the keys of the head; `unit` and `year` are those that the user has given, if any."""
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
        unit=unit or _unit([*named, place, title], day),
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


def _unit(texts: Sequence[str], day: str) -> str:
    """Return the id of the unit that the first of `texts` names, empty when none does."""
    on = _last_day(day)
    for text in texts:
        match = _KIND.search(text.strip())
        for words in (match[1] if match else "", text):
            found = _named(words, on)
            if found:
                return found.id if units.find(found.id, on) else f"{found.id}_{found.code}"
    provinces = units.provinces(on)
    whole = fold(" ".join(texts))
    named = [unit for unit in provinces if re.search(rf"\b{re.escape(fold(unit.name))}\b", whole)]
    return named[0].id if len(named) == 1 else ""


def _named(words: str, on: date) -> Unit | None:
    """Return the one unit whose name, with or without its kind, is `words`."""
    wanted = fold(words.replace("TP.", "thành phố ").strip())
    if not wanted or DOTS in words:
        return None
    found = [u for u in units.search(wanted, on) if wanted in (fold(u.full), fold(u.name))]
    return found[0] if found and (len(found) == 1 or found[0].level == "province") else None


def _last_day(day: str) -> date:
    try:
        parts = [int(part) for part in day.split("-")]
        return date(*parts) if len(parts) == 3 else date(parts[0], parts[-1] % 13 or 12, 28)
    except (ValueError, TypeError):
        return _FAR
