"""Năm trong lời văn khớp với năm ở trích yếu.

Trích yếu nói kế hoạch năm nào thì phần phát động, đăng ký, phấn đấu cũng nói năm ấy; một năm khác
thường còn sót lại từ kế hoạch năm trước. Kết quả năm trước, văn bản viện dẫn, ngày lịch sử không
xét.

Căn cứ: Quy ước của kehoach
Sai: Trích yếu «… năm 2024», trong bài «đăng ký thi đua năm 2023»
Đúng: «đăng ký thi đua năm 2024»
Cách sửa: Sửa năm; trong kế hoạch viết {{ year }}.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Text
from kehoach.wording.citations import in_citation
from kehoach.wording.clauses import tells_of_past, words_around
from kehoach.wording.periods import whole_periods
from kehoach.wording.quotes import is_quoted
from kehoach.wording.spots import in_text, is_typed, place

RULE = Rule("S117", Sees.TEXT, Severity.WARNING, "Quy ước của kehoach")

_YEAR = re.compile(r"(?<!\w)năm ((?:19|20)\d{2})(?!\d)")
_SPAN = re.compile(r"(?:19|20)\d{2} ?[-–] ?(?:19|20)\d{2}|giai đoạn|đến năm|từ năm")
_AHEAD = re.compile(
    r"(?:[Pp]hấn đấu(?: trong| đến hết)?|thi đua|[Kk]ế hoạch|bảo vệ an ninh Tổ quốc”?|đăng ký"
    r"|[Tt]rong|[Mm]ục tiêu|[Cc]hỉ tiêu|nhiệm vụ)(?: [\wÀ-ỹ“”,]+){0,3}? $"
)

_NEAR = 80


def check(text: Text) -> Iterator[Diagnostic]:
    """Yield the typed years that the text looks ahead to and the title does not name."""
    year = _year_of(text)
    if not year:
        return
    for block, told in whole_periods(text.document):
        within = told.period.start.first[0] <= int(year) <= told.period.end.last[0]
        if not within and is_typed(block, told.start):
            message = N_("{period} is not in {year}, the year of the title")
            where, words = place(block, told.start, told.end), told.period.words()
            yield RULE.found(where, message, period=words, year=year)
    for block in in_text(text.document):
        for match in _YEAR.finditer(block.text):
            before = block.text[max(match.start() - _NEAR, 0) : match.start()]
            if match[1] == year or not _AHEAD.search(before):
                continue
            if is_typed(block, match.start(1)) and not _excepted(block.text, match):
                message = N_("the year {written} stands here, the title is of {year}")
                where = place(block, *match.span())
                yield RULE.found(where, message, written=match[1], year=year)


def _year_of(text: Text) -> str:
    """Return the one year that the title of a plan names; empty when it names none or several.

    Reports look back and ahead: only plans are of one year.
    """
    blocks = text.document.blocks
    kinds = [block.text.strip().upper() for block in blocks if block.role == "ten_loai"]
    title = " ".join(block.text for block in blocks if block.role == "trich_yeu")
    years = set(_YEAR.findall(title.lower()))
    single = len(years) == 1 and not _SPAN.search(title)
    return years.pop() if kinds == ["KẾ HOẠCH"] and single else ""


def _excepted(text: str, match: re.Match[str]) -> bool:
    around = words_around(text, match.start())
    if tells_of_past(around) or _SPAN.search(around):
        return True
    return is_quoted(text, match.start()) or in_citation(text, match.start())
