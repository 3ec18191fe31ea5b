"""What a share in a text counts: the objects, and what is told of them."""

from __future__ import annotations

import re

from kehoach.vocabulary import OBJECTS

_ABOUT = (
    ("dang_ky", re.compile(r"(?<!\w)đăng ký(?!\w)", re.IGNORECASE)),
    ("giao_uoc", re.compile(r"(?<!\w)(?:giao ước|cam kết)(?!\w)", re.IGNORECASE)),
    ("tuyen_truyen", re.compile(r"(?<!\w)tuyên truyền(?!\w)", re.IGNORECASE)),
    ("mo_hinh", re.compile(r"(?<!\w)mô hình(?!\w)", re.IGNORECASE)),
    ("loai", re.compile(r"(?<!\w)(?:loại|phân loại|xếp loại|nông thôn mới)(?!\w)", re.IGNORECASE)),
    ("dat", re.compile(r"(?<!\w)đạt(?: tiêu)? chuẩn(?!\w)", re.IGNORECASE)),
)
_LONGEST_FIRST = "|".join(sorted(map(re.escape, OBJECTS.values()), key=len, reverse=True))
_OBJECTS = re.compile(rf"(?<!\w)(?:{_LONGEST_FIRST})(?!\w)", re.IGNORECASE)
_IDS = {words.lower(): name for name, words in OBJECTS.items()}


def objects(words: str) -> set[str]:
    """Return the ids of the objects that words name."""
    return {_IDS[match[0].lower()] for match in _OBJECTS.finditer(words)}


def about(words: str) -> str:
    """Return what is told of the objects, as a target's `count` has it; empty when it is unclear.

    To register to reach a standard is to register.
    """
    return next((name for name, pattern in _ABOUT if pattern.search(words)), "")
