"""Bodies and forces that are no more, from which day on, and what stands in their place.

Luật 30/2023/QH15 (forces at the grass roots, 2024-07-01); Nghị quyết 176/2025/QH15 (ministries,
2025-03-01), with departments of provinces given time until the provinces were merged; the police
of districts ended on 2025-03-01; Nghị quyết 203/2025/QH15 and Luật 72/2025/QH15 (no district
level, 2025-07-01).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from kehoach.wording.citations import in_citation
from kehoach.wording.clauses import tells_of_past, words_around
from kehoach.wording.dates import dates
from kehoach.wording.quotes import is_quoted

NO_DISTRICTS = datetime.date(2025, 7, 1)
_POLICE = datetime.date(2025, 3, 1)
_MINISTRIES = datetime.date(2025, 3, 1)
_FORCES = datetime.date(2024, 7, 1)
_NEW_FORCE = "lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở"
_ABROAD = re.compile(r"(?<!\w)(?:Lào|Campuchia|Cam-pu-chia|Trung Quốc|nước bạn|nước ngoài)(?!\w)")


class Ended(NamedTuple):
    """What had ended by a day: its words, that day, what there is instead, and the letters to
    look for first.
    """

    pattern: re.Pattern[str]
    on: datetime.date
    now: str
    needle: str


def _ended(pattern: str, on: datetime.date, now: str, needle: str) -> Ended:
    return Ended(re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), on, now, needle)


_MERGED = {
    "Kế hoạch và Đầu tư": ("Bộ Tài chính", "Sở Tài chính"),
    "Giao thông vận tải": ("Bộ Xây dựng", "Sở Xây dựng"),
    "Tài nguyên và Môi trường": ("Bộ Nông nghiệp và Môi trường", "Sở Nông nghiệp và Môi trường"),
    "Nông nghiệp và Phát triển nông thôn": (
        "Bộ Nông nghiệp và Môi trường",
        "Sở Nông nghiệp và Môi trường",
    ),
    "Thông tin và Truyền thông": (
        "Bộ Khoa học và Công nghệ",
        "Sở Khoa học và Công nghệ",
    ),
    "Lao động - Thương binh và Xã hội": ("Bộ Nội vụ", "Sở Nội vụ"),
    "Lao động, Thương binh và Xã hội": ("Bộ Nội vụ", "Sở Nội vụ"),
}

BODIES = (
    _ended(
        "[Cc]ông an (?:(?:các|cấp|từng|mỗi) )?(?:huyện|quận|thị xã|thành phố thuộc tỉnh)",
        _POLICE,
        "Công an tỉnh, Công an cấp xã",
        "ông an ",
    ),
    _ended("(?:[Bb]an )?[Bb]ảo vệ dân phố", _FORCES, _NEW_FORCE, "ảo vệ dân phố"),
    _ended("[Cc]ông an xã (?:bán|không) chuyên trách", _FORCES, _NEW_FORCE, "ông an xã "),
    *(_ended(f"[Bb]ộ {name}", _MINISTRIES, now[0], name) for name, now in _MERGED.items()),
    *(_ended(f"[Ss]ở {name}", NO_DISTRICTS, now[1], name) for name, now in _MERGED.items()),
)
"""Bodies and forces by name."""


class Later(NamedTuple):
    """What there is from a day on: its words, the day, and letters to look for first."""

    pattern: re.Pattern[str]
    since: datetime.date
    needles: tuple[str, ...]


def _later(pattern: str, since: datetime.date, needles: str) -> Later:
    return Later(re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), since, tuple(needles.split("|")))


LATER = (
    _later(
        "[Ll]ực lượng tham gia bảo vệ an ninh,? trật tự (?:ở )?cơ sở",
        datetime.date(2023, 11, 28),
        "lượng tham gia bảo vệ",
    ),
    _later("xã, phường(?: và|,) đặc khu", datetime.date(2025, 1, 1), "đặc khu"),
    _later(
        "(?:[Ss]ở|[Bb]ộ) (?:Nông nghiệp và Môi trường|Dân tộc và Tôn giáo)",
        datetime.date(2025, 1, 1),
        "và Môi trường|và Tôn giáo",
    ),
)
"""What cannot be named before its day; where the day differed, the first of its year."""

DISTRICTS = re.compile(
    r"(?<!\w)(?<!ông an )(?<!ông an các )(?<!ông an cấp )(?<!uyện, )(?<!uận, )"
    r"(?:[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hị trấn)(?!\w)"
)
"""Kinds of units of the district level, and the thị trấn that ended with them.

In an enumeration the first tells: what the police is called in, another pattern finds.
"""


def gone(text: str, pattern: re.Pattern[str], on: datetime.date) -> Iterator[re.Match[str]]:
    """Yield where `text` names what `pattern` finds as if it were there after the day `on`."""
    for match in pattern.finditer(text):
        if not excepted(text, match.start(), match.end(), on):
            yield match


def excepted(text: str, start: int, end: int, on: datetime.date) -> bool:
    """Return whether a name may stand though its bearer ended on a day.

    «(cũ)», quotations, citations, what is told of the past or of a year before, other countries.
    """
    around = words_around(text, start)
    if is_quoted(text, start) or in_citation(text, start) or tells_of_past(around):
        return True
    if _ABROAD.search(around):
        return True
    return any(said.day and said.day.last < (on.year, on.month, on.day) for said in dates(around))
