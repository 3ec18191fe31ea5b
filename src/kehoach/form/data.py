"""What each form prints: plain values, from the plan and from who fills it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from kehoach.form.rows import content, registration
from kehoach.form.sheet import Sheet, Values, common, signs
from kehoach.form.words import (
    CRITERIA,
    HOUSEHOLDS,
    MODELS,
    MOST_NOMINEES,
    NOMINEES,
    PEOPLE,
    PLEDGES,
    STANDARDS,
)
from kehoach.model import Award
from kehoach.outline import Prose
from kehoach.values import parse_amount
from kehoach.vocabulary import OBJECTS
from kehoach.words import Printer

ROMAN = ("I", "II", "III", "IV", "V")


def values(sheet: Sheet) -> Values:
    """Return what the form prints, each name that its template asks for among them."""
    own = _OWN.get(sheet.name)
    return {**common(sheet), **(own(sheet) if own else {})}


def _standard(sheet: Sheet) -> Values:
    """Return what the registrations for “An toàn về an ninh, trật tự” say."""
    given = [text for group in _groups(sheet, ()) for text in group]
    texts = given or CRITERIA[sheet.name]
    unit, province = sheet.filler.unit, sheet.plan.unit
    is_commune = unit is not None and unit.level == "commune"
    above = [unit] if unit and not is_commune else []
    places = [place.in_sentence for place in (*above, province) if place]
    return {
        "xa": unit.in_sentence if unit and is_commune else "",
        "thuoc": ", ".join(dict.fromkeys(places)),
        "tieu_chi": _criteria(texts),
        "khu_dan_cu": sheet.filler.totals.get("khu_dan_cu", ""),
        "ho": sheet.filler.totals.get("ho", ""),
    }


def _criteria(texts: Sequence[str]) -> list[Values]:
    return [
        {"id": f"tieu_chi_{number}", "stt": str(number), "noi_dung": text, "dat": "", "chua": ""}
        for number, text in enumerate(texts, 1)
    ]


def _groups(sheet: Sheet, default: Sequence[str]) -> Iterator[list[str]]:
    """Yield the lines of each group of criteria that the form names, else of `default`."""
    groups = sheet.filler.plan.keys.criteria or {}
    named = [item.text for item in sheet.form.criteria or ()] or default
    for name in named:
        if name in groups:
            yield _lines(groups[name].items, sheet.printer)


def _lines(prose: Prose | None, printer: Printer) -> list[str]:
    points = prose.points if prose else ()
    lines = ("".join(run.text for run in printer.runs(p.text.pieces, {})) for p in points)
    return [line.strip().rstrip(".;") for line in lines]


def _model_unit(sheet: Sheet) -> Values:
    groups = sheet.filler.plan.keys.criteria or {}
    collective = [n for n, group in groups.items() if group.who in ("tap_the", None)]
    texts = [text for group in _groups(sheet, collective) for text in group]
    kind = sheet.filler.kind
    kinds = {"commune": "xã, phường", "district": "huyện, thành phố", "so_nganh": "cơ quan"}
    texts = texts or [""] * STANDARDS
    return {"tieu_chi": _criteria(texts), "loai": kinds.get(kind, OBJECTS.get(kind, kind))}


def _pledge(sheet: Sheet) -> Values:
    """Return what a giao ước says, and its parties in rows of at most three."""
    printer = Printer(sheet.plan.facts)
    texts = [
        f"{content(t, printer)}: {printer.text(t.value)}."
        for t in (sheet.plan.keys.targets or {}).values()
        if t.title or not t.text
    ]
    people: list[Values] = [
        {"id": f"ben_{n}", "ten": filler.name, "ky": " ".join(signs(filler.head)[-1:])}
        for n, filler in enumerate(sheet.parties, 1)
    ]
    wide = 3 if len(people) > 4 or len(people) == 3 else 2
    rows = [people[start : start + wide] for start in range(0, len(people), wide)]
    empty: Values = {"id": "", "ten": "", "ky": ""}
    rows = [row + [empty] * (wide - len(row)) for row in rows]
    return {
        "noi_dung": [{"stt": str(n), "loi": text} for n, text in enumerate([*texts, *PLEDGES], 1)],
        "hang": rows,
        "so_ben": f"{len(people):02d}",
        "chung_kien": sheet.filler.name,
        "chi_dan_ky": f"Các đơn vị cùng ký, {sheet.filler.name} chứng kiến",
    }


def _nominees(sheet: Sheet) -> Values:
    parts: list[Values] = []
    kinds = {"tap_the": "TẬP THỂ", "ca_nhan": "CÁ NHÂN", "ho": "HỘ GIA ĐÌNH"}
    for who, words in kinds.items():
        groups = [*_awards(who, sheet)]
        if groups:
            parts.append({"stt": ROMAN[len(parts)], "ten": words, "nhom": groups})
    return {"phan": parts}


def _awards(who: str, sheet: Sheet) -> Iterator[Values]:
    printer, plan = sheet.printer, sheet.plan
    awards = [a for a in (plan.keys.award_forms or {}).values() if who in (a.to or ())]
    count = 0
    for number, award in enumerate(awards, 1):
        room = rows_of(award, who, printer)
        by = printer.text(award.by)
        form = printer.text(award.form)
        names = [f"{who}_{count + n}" for n in range(1, room + 1)]
        count += room
        yield {
            "stt": str(number),
            "ten": f"{form} của {by}" if by else form,
            "han_muc": printer.text(award.quota),
            "hang": [{"id": id, "stt": str(n), "hinh_thuc": form} for n, id in enumerate(names, 1)],
        }


def rows_of(award: Award, who: str, printer: Printer) -> int:
    """Return how many rows a kind of nominee gets: its share of a quota that is a number."""
    amount = parse_amount(printer.text(award.quota))
    if amount is None or amount.number < 1:
        return NOMINEES
    kinds: list[str] = list(award.to or ())
    whole, share = int(amount.number), max(1, len(kinds))
    rest = who in kinds and whole % share > kinds.index(who)
    return min(MOST_NOMINEES, max(1, whole // share + rest))


def _list(count: int) -> Callable[[Sheet], Values]:
    def rows(sheet: Sheet) -> Values:
        numbers = range(1, count + 1)
        return {
            "hang": [{"id": f"hang_{n}", "stt": str(n)} for n in numbers],
            "cam_ket": [*PLEDGES[:3]],
            "xa": "",
        }

    return rows


_OWN: Mapping[str, Callable[[Sheet], Values]] = {
    "dang-ky-thi-dua": registration,
    "dang-ky-antt-kdc": _standard,
    "dang-ky-antt-co-quan": _standard,
    "dang-ky-antt-xa": _standard,
    "dang-ky-dien-hinh": _model_unit,
    "giao-uoc": _pledge,
    "khen-thuong": _nominees,
    "danh-sach-ho": _list(HOUSEHOLDS),
    "cam-ket": _list(PEOPLE),
    "dang-ky-mo-hinh": _list(MODELS),
}
