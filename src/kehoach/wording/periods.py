"""The stretches of time that a document tells of the whole of what it plans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.document import Block, Document
from kehoach.wording.citations import in_citation
from kehoach.wording.clauses import words_around
from kehoach.wording.dates import Lasting, periods
from kehoach.wording.quotes import is_quoted
from kehoach.wording.spots import in_text

_WHOLE = re.compile(
    r"(?:^[Tt]hời gian(?: thi đua| thực hiện| phát động| triển khai| tổ chức)?[^:;.]{0,30}: ?"
    r"|(?:[Pp]hong trào|[Kk]ế hoạch|[Cc]uộc vận động)[^:;.“”]{0,60}"
    r"(?:thực hiện|diễn ra|tổ chức|phát động|bắt đầu|kéo dài|tiến hành) )"
    r"[^:;.]{0,20}$"
)
_PART = re.compile(r"(?<!\w)(?:[Đđ]ợt|[Gg]iai đoạn|[Bb]ước|[Cc]ao điểm|[Qq]uý)(?!\w)")
_NEAR = 160


def whole_periods(document: Document) -> Iterator[tuple[Block, Lasting]]:
    """Yield each period that is told of the whole: not of a phase, in a quotation or a citation."""
    for block in in_text(document):
        for said in periods(block.text):
            before = block.text[max(said.start - _NEAR, 0) : said.start]
            if not _WHOLE.search(before) or _PART.search(words_around(block.text, said.start)):
                continue
            if not is_quoted(block.text, said.start) and not in_citation(block.text, said.start):
                yield block, said
