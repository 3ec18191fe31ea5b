"""Cases of the rule vien_dan_ngay_sau."""

from __future__ import annotations

import datetime

from subjects import Bad, words

CITED = "Theo Quyết định số 12/QĐ-UBND ngày 15/5/2024 của UBND tỉnh."

GOOD = {
    "before": words(CITED, on=datetime.date(2024, 6, 1)),
    "the same month, day unknown": words(CITED, on=datetime.date(2024, 5, 1)),
    "the same year, month unknown": words(CITED, on=datetime.date(2024, 1, 1)),
    "no date": words(CITED, on=None),
    "a deadline": words("Gửi trước ngày 15/5/2024."),
}

BAD = {
    "after": Bad(words(CITED), "15/5/2024"),
    "a month after": Bad(words(CITED, on=datetime.date(2024, 4, 1)), "15/5/2024"),
}
