"""Documents that a text cites by number: type, symbol, date and body of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kehoach.values import Day
from kehoach.wording.clauses import clause
from kehoach.wording.dates import dates
from kehoach.wording.letters import UPPER
from kehoach.wording.symbols import CODES, OTHERS, SYMBOL, Symbol, symbol

_UNNUMBERED = ("Bộ luật", "Luật", "Pháp lệnh", "Hiến pháp")
_KINDS = sorted([*CODES, *OTHERS, "Công văn", "Luật", "Bộ luật", "Pháp lệnh"], key=len)
_CITED = re.compile(
    rf"(?<![\w/])(?:(?P<kind>{'|'.join(reversed(_KINDS))})(?: số:?)? )?(?P<symbol>{SYMBOL})(?!\w)"
)
_DATE = re.compile(
    r",? ?(ngày (?:\d{1,2}/\d{1,2}/\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}|…+ tháng …+ năm \d{4}))"
)
_BODY = re.compile(
    rf",? của (?P<by>[{UPPER}][^,;.“”\"()]{{2,90}}?)(?= (?:về|ban hành|quy định|hướng dẫn|sửa đổi"
    r"|phê duyệt|thực hiện|triển khai|xây dựng|và|gắn|tại|đối với|ngày)(?!\w)|[,;.“”\"()]|$)"
)
_NEAR = 60
"""How far before a citation its date may stand: «ngày 15/01/2019, tỉnh ban hành Kế hoạch số …»."""
_LAW = re.compile(rf"(?<!\w)(?:{'|'.join(_UNNUMBERED)}) [{UPPER}][^;.\d]{{2,100}}")


class Citation(NamedTuple):
    """A cited document. `kind` and `by` are empty, `date` is None where the text says nothing.

    `start` is the first character of its type, `number` that of its symbol; `end` follows the last
    of symbol, date and body. `dated` says that a date is given, be it with blanks.
    """

    start: int
    number: int
    end: int
    kind: str
    symbol: Symbol
    date: Day | None
    by: str
    dated: bool
    title: str

    @property
    def full(self) -> bool:
        """Return whether date and body are given, and a title or a name."""
        return self.dated and bool(self.by)


@lru_cache(maxsize=4096)
def citations(text: str) -> tuple[Citation, ...]:
    """Return the documents that a text cites by number, in order."""
    if "/" not in text:
        return ()
    return tuple(_citations(text))


def in_citation(text: str, at: int) -> bool:
    """Return whether a place stands in a citation or may belong to the title of one."""
    start, _ = clause(text, at)
    if any(start <= found.start <= at for found in citations(text)):
        return True
    return any(found.start() <= at < found.end() for found in _LAW.finditer(text, start))


def nested(text: str, found: Citation) -> bool:
    """Return whether a citation stands in the clause of another one, so maybe in its title."""
    start, _ = clause(text, found.start)
    return any(start <= other.start < found.start for other in citations(text))


def _citations(text: str) -> Iterator[Citation]:
    for match in _CITED.finditer(text):
        end = match.end()
        date = _DATE.match(text, end)
        end = date.end() if date else end
        body = _BODY.match(text, end)
        end = body.end() if body else end
        if body and not date:
            date = _DATE.match(text, end)
            end = date.end() if date else end
        said = dates(date[1]) if date else ()
        _, last = clause(text, end)
        yield Citation(
            match.start(),
            match.start("symbol"),
            end,
            match["kind"] or "",
            symbol(match["symbol"]),
            said[0].day if said else None,
            body["by"].strip() if body else "",
            bool(date) or bool(dates(text[max(match.start() - _NEAR, 0) : match.start()])),
            text[end:last].strip(" ,"),
        )
