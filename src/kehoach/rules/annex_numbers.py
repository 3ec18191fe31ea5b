"""Từ hai phụ lục trở lên thì đánh số La Mã.

Văn bản có từ hai phụ lục trở lên thì các phụ lục phải được đánh số thứ tự bằng chữ số La Mã: Phụ
lục I, Phụ lục II …

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1
Sai: «Phụ lục 1», «Phụ lục 2»
Đúng: «Phụ lục I», «Phụ lục II»
Cách sửa: Gõ lại số thứ tự bằng chữ số La Mã, theo đúng thứ tự.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.document import ANNEX
from kehoach.looking import sure
from kehoach.paper import Paper
from kehoach.rule import Rule, Sees

RULE = Rule(
    "N507", Sees.PAPER, Severity.WARNING, "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1"
)
_NUMBER = re.compile(r"\s*phụ\s+lục(?:\s+số)?\s*(\w*)", re.IGNORECASE)
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def check(paper: Paper) -> Iterator[Diagnostic]:
    """Yield each of several annexes whose number is not the next Roman one."""
    annexes = [(line, match[1]) for line in sure(paper, ANNEX[0]) if (match := _match(line.text))]
    count = 0
    for line, number in annexes if len(annexes) > 1 else ():
        # A label that stands again, or I.1 and Ia, belongs to the same annex.
        if count and number.rstrip("abcdđe") == _roman(count):
            continue
        count += 1
        if number.rstrip("abcdđe") != _roman(count):
            message = N_("this annex is «Phụ lục {right}», not «{written}»")
            written = " ".join(line.text.split())
            yield RULE.found(line.where, message, right=_roman(count), written=written)


def _match(text: str) -> re.Match[str] | None:
    return _NUMBER.match(text)


def _roman(number: int) -> str:
    return "X" * (number // 10) + _ONES[number % 10]
