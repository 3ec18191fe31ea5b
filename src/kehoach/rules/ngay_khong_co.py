"""Ngày có trong lịch.

Không có ngày 31/11, ngày 30/02, tháng 13.

Căn cứ: Quy ước của kehoach
Sai: «trước ngày 31/11/2024»
Đúng: «trước ngày 30/11/2024»
Cách sửa: Sửa ngày, tháng.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.diagnostic import N_, Diagnostic, Severity
from kehoach.rule import Rule, Sees, Words
from kehoach.wording.clauses import words_around
from kehoach.wording.dates import dates
from kehoach.wording.spots import place

RULE = Rule("S120", Sees.WORDS, Severity.ERROR, "Quy ước của kehoach")


def check(words: Words) -> Iterator[Diagnostic]:
    """Yield the dates that the calendar does not have; that of the moon has others."""
    text = words.block.text
    for said in dates(text):
        if said.day is None and "âm lịch" not in words_around(text, said.start):
            message = N_("there is no such day: {day}")
            day = text[said.start : said.end]
            yield RULE.found(place(words.block, said.start, said.end), message, day=day)
