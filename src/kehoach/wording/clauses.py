"""The clause that a place of a text stands in, and whether it tells of the past."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

_END = re.compile(r";|[.!?…](?=\s|$|[”\"»])")
_PAST = re.compile(
    r"(?<!\w)(?:cũ|trước đây|trước khi|trước kia|năm trước|năm qua|vừa qua|thời gian qua|kết quả|"
    r"đã đạt|đạt được|sơ kết|tổng kết|so với|kế thừa|lịch sử|truyền thống|không còn|"
    r"không tổ chức|bỏ cấp|kết thúc hoạt động|kết thúc nhiệm vụ|giải thể|sáp nhập|sắp xếp|hợp nhất|"
    r"tiếp nhận|bàn giao|chuyển giao|chuyển tiếp|thay thế|nguyên|thuộc tỉnh cũ)(?!\w)",
    re.IGNORECASE,
)

_FAR = 600
"""How far from a place the words of its clause still tell of it."""


def clause(text: str, at: int) -> tuple[int, int]:
    """Return start and end of the clause around a place: from one `.` or `;` to the next."""
    ends, starts = _bounds(text)
    index = bisect_right(starts, at)
    return starts[index - 1], ends[index - 1]


def words_around(text: str, at: int) -> str:
    """Return the words of the clause around a place."""
    start, end = clause(text, at)
    return text[max(start, at - _FAR) : min(end, at + _FAR)]


@lru_cache(maxsize=4096)
def _bounds(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the ends of the clauses of a text, without their marks, and their starts."""
    marks = list(_END.finditer(text))
    starts = (0, *(mark.end() for mark in marks))
    return (*(mark.start() for mark in marks), len(text)), starts


def tells_of_past(words: str) -> bool:
    """Return whether words speak of what was: results, or a body that is no more."""
    return bool(_PAST.search(words))
