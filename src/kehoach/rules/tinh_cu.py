"""Tên tỉnh còn tồn tại vào ngày của văn bản.

Từ ngày 01/7/2025 cả nước có 34 tỉnh, thành phố. Văn bản sau ngày đó không dùng tên tỉnh đã sáp
nhập như đang có; thành phố thuộc tỉnh cũng không còn. Văn bản cũ dùng tên cũ là đúng.

Căn cứ: Nghị quyết số 202/2025/QH15
Sai: «trên địa bàn tỉnh Thái Bình» (năm 2026)
Đúng: «trên địa bàn tỉnh Hưng Yên»; «tỉnh Thái Bình (cũ)»
Cách sửa: Thay bằng tên tỉnh hiện nay, hoặc ghi «(cũ)».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kehoach import units
from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.unit_table import Unit, every
from kehoach.wording.dates import in_figures
from kehoach.wording.ended import excepted
from kehoach.wording.slips import has
from kehoach.wording.spots import place

RULE = Rule("S102", Sees.WORDS, Severity.WARNING, "Nghị quyết số 202/2025/QH15")

_KIND = re.compile(r"(?<!\w)(?:tỉnh|thành phố) ", re.IGNORECASE)
_WORD = re.compile(r"\w")
_LONGEST = 60
"""Characters, more than any name has."""
_NEEDLES = ("tỉnh ", "Tỉnh ", "thành phố ", "Thành phố ")


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield the provinces and cities that ended before the day of the document."""
    text = words.block.text
    if words.date is None or not has(text, _NEEDLES):
        return
    for start, end in _named(text):
        unit = _ended()[text[start:end].lower()]
        if unit.until >= words.date:
            continue
        if not excepted(text, start, end, unit.until):
            message = N_("{unit} was there until {until}: it belongs to {now}")
            now = ", ".join(one.in_sentence for one in units.successors(unit)) or "…"
            told = {"unit": unit.in_sentence, "until": in_figures(unit.until), "now": now}
            yield RULE.found(
                place(words.block, start, end), message, N_("write «(cũ)» after it"), **told
            )


@cache
def _ended() -> dict[str, Unit]:
    """Return the provinces and provincial cities that are no more, by kind and name."""
    ended = units.ended_provinces()
    last = max(unit.until for unit in ended)
    standing = {unit.name for unit in every("province") if unit.until > last}
    found = {unit.full.lower(): unit for unit in ended if unit.name not in standing}
    for unit in every("district"):
        if unit.kind == "thành phố" and unit.until >= last and unit.name not in standing:
            found.setdefault(unit.full.lower(), unit)
    return found


def _named(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the names stand that `_ended` knows: of two at one place, the longer."""
    end = 0
    for match in _KIND.finditer(text):
        start = match.start()
        if start < end:
            continue
        rest = text[start : start + _LONGEST].lower()
        for name in _longest_first():
            if rest.startswith(name) and not _WORD.match(text, start + len(name)):
                end = start + len(name)
                yield start, end
                break


@cache
def _longest_first() -> tuple[str, ...]:
    return tuple(sorted(_ended(), key=len, reverse=True))
