"""Cases of the rule so_luong_trai_khen."""

from __future__ import annotations

from subjects import Bad, draft

AWARDS = (
    "award_forms:\n"
    "  co: {form: “Cờ thi đua”, by: Chủ tịch UBND tỉnh, to: [tap_the], quota: '02'}\n"
    "  bk: {form: Bằng khen, by: Chủ tịch UBND tỉnh, to: [tap_the], quota: không vượt quá 15}\n"
)


def saying(line: str):
    return draft(f"{AWARDS}body: |\n  I. Một\n  1. {line}\n")


GOOD = {
    "by id": saying("Tặng {{ co.quota }} {{ co.form }} của {{ co.by }}."),
    "the same": saying("Tặng 02 “Cờ thi đua” của Chủ tịch Ủy ban nhân dân tỉnh."),
    "another giver": saying("Tặng 05 “Cờ thi đua” của Bộ Công an."),
    "no number": saying("Bằng khen của Chủ tịch UBND tỉnh cho tập thể xuất sắc."),
}

BAD = {
    "flags": Bad(saying("Tặng 03 “Cờ thi đua” của Chủ tịch UBND tỉnh."), "«co»"),
    "certificates": Bad(
        saying("Bằng khen của Chủ tịch UBND tỉnh: không vượt quá 20 tập thể, cá nhân."), "«bk»"
    ),
}
