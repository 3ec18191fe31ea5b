"""How many of an award a text gives, by its form, by whom, and to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kehoach.wording.clauses import clause

_FORM = re.compile(r"(?<!\w)(Cờ(?: “?[Tt]hi đua(?: xuất sắc)?”?)?|Bằng khen|Giấy khen)(?!\w)")
_BY = re.compile(
    r"(Thủ tướng Chính phủ|Bộ trưởng Bộ Công an|Bộ Công an"
    r"|Chủ tịch (?:Ủy ban nhân dân|UBND)(?: cấp)?(?: (?:tỉnh|huyện|xã|thành phố))?"
    r"|(?:Ủy ban nhân dân|UBND)(?: cấp)?(?: (?:tỉnh|huyện|xã|thành phố))"
    r"|Giám đốc Công an(?: (?:tỉnh|thành phố))?)"
)
_NUMBER = re.compile(
    r"(?<![\w.,/])(\d{1,4}) (tập thể(?:,? (?:và )?cá nhân)?|cá nhân|hộ(?: gia đình)?"
    r"|[“\"]?Cờ|lá cờ|Bằng khen|Giấy khen)"
)
_SHORT = {"UBND": "Ủy ban nhân dân", " cấp": ""}


class Given(NamedTuple):
    """So many of an award: `form`, by whom and to whom make its `key`."""

    start: int
    end: int
    number: int
    key: tuple[str, str, str]


def given(text: str) -> Iterator[Given]:
    """Yield the numbers of awards in a text, one award a clause with the body that gives it."""
    for form in _FORM.finditer(text) if "Cờ" in text or " khen" in text else ():
        start, end = clause(text, form.start())
        words = text[start:end]
        bodies, forms = _BY.findall(words), _FORM.findall(words)
        if len(set(map(_plain, bodies))) != 1 or len(set(map(_kind, forms))) != 1:
            continue
        first = _FORM.search(text, start)
        if first and first.start() < form.start():
            continue
        for match in _NUMBER.finditer(words):
            key = _kind(form[1]), _plain(bodies[0]), _object(match[2], _kind(form[1]))
            yield Given(start + match.start(1), start + match.end(), int(match[1]), key)


def key(form: str, by: str) -> tuple[str, str]:
    """Return what tells an award from others: its form, and who gives it; empty when unknown."""
    forms, bodies = _FORM.search(form), _BY.search(by)
    return _kind(forms[1]) if forms else "", _plain(bodies[1]) if bodies else ""


def _kind(form: str) -> str:
    return "Cờ" if form.startswith("Cờ") else form


def _plain(body: str) -> str:
    for short, full in _SHORT.items():
        body = body.replace(short, full)
    return body


def _object(words: str, kind: str) -> str:
    """Return to whom: flags go to groups alone, so flags and groups count the same."""
    if kind == "Cờ":
        return ""
    return words if words[0].islower() else ""
