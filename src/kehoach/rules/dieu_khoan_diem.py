"""Viện dẫn: «Điều», «Chương» viết hoa; «khoản», «điểm» viết thường.

Khi viện dẫn phần, chương, mục, điều của một văn bản thì viết hoa chữ cái đầu; khoản, điểm viết
thường.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục II
Sai: «theo điều 5», «tại Khoản 2 Điều 5»
Đúng: «theo Điều 5», «tại khoản 2 Điều 5»
Cách sửa: Đổi chữ cái đầu.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.letters import LOWER
from kehoach.wording.slips import has
from kehoach.wording.spots import is_text, place

RULE = Rule("N603", Sees.WORDS, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục II")

_SMALL = re.compile(
    rf"(?<=[{LOWER},] )(?:Khoản(?= \d)|Điểm(?= [a-zđ](?:,| và| [Kk]hoản|\)? [Kk]hoản)))"
)
_CAPITAL = re.compile(
    r"(?<!\w)(?:điều(?= \d{1,3}(?!\w|%))|chương(?= [IVX]+(?!\w)))(?<!nhiều điều)(?<!một số điều)"
)
_NEEDLES = ("Khoản ", "Điểm ", "điều ", "chương ")


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield the parts of cited documents whose first letter is of the wrong size."""
    block = words.block
    if not has(block.text, _NEEDLES) or not is_text(block):
        return
    found = [(match, match[0].lower()) for match in _SMALL.finditer(block.text)]
    found += [(match, match[0].capitalize()) for match in _CAPITAL.finditer(block.text)]
    for match, right in found:
        message = N_("«{written}» is written «{right}» where it is cited")
        where = place(block, *match.span())
        yield RULE.found(where, message, written=match[0], right=right)
