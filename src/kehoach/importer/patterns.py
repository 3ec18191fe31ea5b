"""How targets, deadlines, awards and citations are worded in the plans of this field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kehoach.values import Day, parse_day
from kehoach.vietnamese import slug
from kehoach.vocabulary import OBJECTS

_TYPES = (
    "Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết liên tịch|Nghị quyết|Quyết định|Chỉ thị|"
    "Kết luận|Thông tư liên tịch|Thông tư|Thông tri|Kế hoạch|Hướng dẫn|Công văn|"
    "Chương trình phối hợp|Chương trình|Đề án|Quy định|Quy chế|Thông báo"
)
_DATES = r"ngày \d{1,2}/\d{1,2}/\d{4}|ngày \d{1,2} tháng \d{1,2} năm \d{4}"
_AREA = r"(?: (?:tỉnh|huyện|xã|phường|thị xã|quận|thành phố))?"
_BODIES = (
    "Thủ tướng Chính phủ|Chính phủ|Quốc hội|Ủy ban Thường vụ Quốc hội|Bộ Chính trị|"
    "Ban Bí thư Trung ương Đảng|Ban Bí thư|Ban Chấp hành Trung ương|Bộ trưởng Bộ Công an|"
    r"Bộ Công an|Bộ Nội vụ|Ban Thường vụ Tỉnh ủy|Ban Thường vụ Thành ủy|Tỉnh ủy|Thành ủy|"
    rf"(?:Ủy ban nhân dân|UBND|Hội đồng nhân dân|HĐND){_AREA}|Công an tỉnh|Ban Chỉ đạo 138{_AREA}"
)
_CITATION = re.compile(
    rf"(?P<type>{_TYPES}) số (?P<no>\d+[\w/.-]*[^\W_])(?: (?P<date>{_DATES})"
    rf"(?: của (?P<by>{_BODIES})(?![\w]))?)?"
)
_TITLE = re.compile(r" (?P<title>[^;]+?)[;.]?\s*$")
_PERCENT = re.compile(
    r"(?<![\w.,])(?:(?:trên|ít nhất|tối thiểu|không dưới|từ|dưới|không quá|khoảng) )?"
    r"\d{1,3}(?:,\d+)?%(?: trở lên)?(?!\w)",
    re.I,
)
_AFTER = re.compile(r" (?:số |các |tổng số )*((?:[^\W\d_]+ ?){1,3})")
_BEFORE = re.compile(r"(?<!\w)([Tt]rước) (?:ngày (\d{2})/(\d{1,2})|tháng (\d{1,2}))/(\d{4})")
_WITHIN = re.compile(
    r"(?<!\w)([Tt]ừ) (?:ngày (\d{2})/(\d{1,2})|tháng (\d{1,2}))/(\d{4})"
    r" đến (?:ngày (\d{2})/(\d{1,2})|tháng (\d{1,2}))/(\d{4})(?!\d)"
)
_LEVEL = r"(?: cấp)?(?: (?:tỉnh|huyện|xã|thành phố))"
_AWARD = re.compile(
    r"(?P<form>“Cờ thi đua[^“”]{0,40}”|Cờ thi đua(?: xuất sắc)?|Bằng khen|Giấy khen) của "
    rf"(?P<by>Thủ tướng Chính phủ|Bộ trưởng Bộ Công an|Bộ Công an|"
    rf"Chủ tịch (?:Ủy ban nhân dân|UBND){_LEVEL}|Giám đốc Công an (?:tỉnh|thành phố)|"
    rf"Trưởng Công an (?:huyện|thành phố|xã|phường))(?!\w)"
)
_QUOTA = re.compile(r": (?P<quota>[Kk]hông (?:vượt )?quá \d+)(?= )")
_FOR = re.compile(r" cho (?:các |\d+ )?(tập thể, cá nhân|tập thể|cá nhân)")
_AWARDED = {"tập thể": "tap_the", "cá nhân": "ca_nhan"}
_SHORT = {"Bằng khen": "bk", "Giấy khen": "gk"}
_ID = 40


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of text that a fact of these keys prints, and the id that would suit it.

    `identity` names the keys that tell one fact from another; `suffix` follows the id.
    """

    start: int
    end: int
    collection: str
    name: str
    keys: Mapping[str, str]
    identity: tuple[str, ...]
    bare: frozenset[str] = frozenset()
    suffix: str = ""
    quota: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A legal basis as the text cites it; `date` only where it is written as we print it."""

    start: int
    type: str
    no: str
    date: Day | None
    by: str
    title: str


def citations(text: str, *, long_dates: bool) -> Iterator[Citation]:
    """Yield the legal bases that `text` cites by number; a basis of its own has a title too."""
    for match in _CITATION.finditer(text):
        day = _date(match["date"] or "")
        printed = day and (day.long() if long_dates else day.words())
        exact = bool(day) and printed == match["date"]
        titled = _TITLE.match(text, match.end()) if long_dates and exact and match["by"] else None
        yield Citation(
            match.start(),
            match["type"],
            match["no"],
            day if exact else None,
            (match["by"] or "") if exact else "",
            titled["title"] if titled else "",
        )


def targets(text: str) -> Iterator[Found]:
    """Yield the percentages of `text`, each named after what it counts."""
    for match in _PERCENT.finditer(text):
        after = _AFTER.match(text, match.end())
        words = after[1].strip() if after else ""
        objects = [name for name, said in OBJECTS.items() if words.lower().startswith(said)]
        keys = {"value": match[0]}
        counted = max(objects, key=lambda name: len(OBJECTS[name])) if objects else ""
        name = _name(counted or " ".join(words.split()[:2])) or "tl"
        if counted:
            keys["of"] = f"[{counted}]"
        # Two targets of one value for different things are two facts.
        identity = ("value", "of") if objects else ("value",)
        if objects or words:
            yield Found(*match.span(), "targets", name, keys, identity, frozenset({"of"}))


def deadlines(text: str) -> Iterator[Found]:
    """Yield the deadlines and periods of `text`, as far as they are written as we print them."""
    for match in _BEFORE.finditer(text):
        day = _day(match[5], match[3] or match[4], match[2])
        if day and f"{match[1].lower()} {day.words()}" == match[0][:1].lower() + match[0][1:]:
            name = f"han_{slug(day.numeric())}"
            yield _deadline(match, name, {"before": day.iso})
    for match in _WITHIN.finditer(text):
        start = _day(match[5], match[3] or match[4], match[2])
        end = _day(match[9], match[7] or match[8], match[6])
        if start and end and start != end:
            printed = f"từ {start.words()} đến {end.words()}"
            if printed == match[0][:1].lower() + match[0][1:]:
                name = f"tu_{slug(start.numeric())}"
                yield _deadline(match, name, {"within": f"{start.iso}..{end.iso}"})


def awards(text: str) -> Iterator[Found]:
    """Yield the awards of `text`: their form and who gives them, with a quota that follows."""
    for match in _AWARD.finditer(text):
        keys = {"form": match["form"], "by": match["by"]}
        to = _FOR.match(text, match.end())
        if to:
            keys["to"] = f"[{', '.join(_AWARDED[who] for who in to[1].split(', '))}]"
        quota = _QUOTA.match(text, match.end())
        if quota:
            keys["quota"] = quota["quota"]
        name = f"{_SHORT.get(match['form'], 'co')}_{slug(match['by'])}"[:_ID].rstrip("_")
        found = quota["quota"] if quota else ""
        yield Found(
            *match.span(), "award_forms", name, keys, ("form", "by"), frozenset({"to"}), "", found
        )


def _deadline(match: re.Match[str], name: str, keys: Mapping[str, str]) -> Found:
    suffix = " | dau_cau" if match[1][0].isupper() else ""
    return Found(*match.span(), "deadlines", name, keys, tuple(keys), frozenset(keys), suffix)


def _date(words: str) -> Day | None:
    numbers = re.findall(r"\d+", words)
    return _day(numbers[2], numbers[1], numbers[0]) if len(numbers) == 3 else None


def _day(year: str, month: str, day: str | None) -> Day | None:
    text = f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")
    return parse_day(text)


def _name(words: str) -> str:
    """Return an id for what is counted."""
    name = slug(words)[:_ID].rstrip("_")
    return f"tl_{name}" if name else ""
