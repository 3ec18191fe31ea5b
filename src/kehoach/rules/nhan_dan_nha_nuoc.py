"""«Nhân dân», «Nhà nước» viết hoa khi là danh từ.

Hai danh từ này luôn viết hoa. Không xét khi chúng là một phần của tên hay chỉ tính chất: Ủy ban
nhân dân, an ninh nhân dân, quần chúng nhân dân, quản lý nhà nước, cơ quan nhà nước.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục II
Sai: «các tầng lớp nhân dân», «chính sách, pháp luật của nhà nước»
Đúng: «các tầng lớp Nhân dân», «chính sách, pháp luật của Nhà nước»
Cách sửa: Viết hoa chữ cái đầu.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.citations import in_citation
from kehoach.wording.quotes import is_quoted
from kehoach.wording.spots import is_text, place

RULE = Rule("N602", Sees.WORDS, Severity.STYLE, "Nghị định 30/2020/NĐ-CP, Phụ lục II")

_PEOPLE = re.compile(
    r"(?:(?<=của )|(?<=cho )|(?<=với )|(?<=phục vụ )|(?<=tầng lớp )|(?<=và )|(?<=vận động )"
    r"|(?<=giúp ))nhân dân(?!\w| tệ)"
)
_STATE = re.compile(
    r"(?<!\w)(?:Đảng,|Đảng và|(?:chính sách|pháp luật)(?:, pháp luật)? của) (nhà nước)(?!\w)"
)


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield the two nouns in small letters where they stand for themselves."""
    text = words.block.text
    if not is_text(words.block) or ("nhân dân" not in text and "nhà nước" not in text):
        return
    found = [(*match.span(), "Nhân dân") for match in _PEOPLE.finditer(text)]
    found += [(*match.span(1), "Nhà nước") for match in _STATE.finditer(text)]
    for start, end, right in found:
        if not is_quoted(text, start) and not in_citation(text, start):
            message = N_("«{right}» has a capital")
            yield RULE.found(place(words.block, start, end), message, right=right)
