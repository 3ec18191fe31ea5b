"""Cases of the rule co_quan_chua_co."""

from __future__ import annotations

import datetime

from subjects import Bad, words

OLD = datetime.date(2023, 5, 5)
NOW = datetime.date(2026, 1, 5)
FORCE = "Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở tuần tra."

GOOD = {
    "there": words("Xã, phường, đặc khu; Bộ Nông nghiệp và Môi trường.", on=NOW),
    "the force before its law holds": words(FORCE, on=datetime.date(2023, 12, 5)),
    "no date": words(FORCE, on=None),
    "another sense": words("Đặc khu kinh tế.", on=OLD),
}

BAD = {
    "the force": Bad(words(FORCE, on=OLD), "before 2023"),
    "communes": Bad(words("UBND các xã, phường, đặc khu.", on=OLD), "before 2025"),
    "a department": Bad(words("Sở Nông nghiệp và Môi trường chủ trì.", on=OLD), "before 2025"),
}
