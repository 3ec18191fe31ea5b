"""Cases of the rule vien_dan_lan_dau."""

from __future__ import annotations

from subjects import Bad, as_text, block, text

FULL = "Thực hiện Kế hoạch số 55/KH-UBND ngày 10/4/2023 của UBND tỉnh về xây dựng điển hình."
PLAN = (
    "refs:\n  kh_55: {type: Kế hoạch, no: 55/KH-UBND, date: 2023-04-10, by: UBND tỉnh,"
    " title: về điển hình}\nbody: |\n  I. Một\n  1. Theo {{ kh_55 }}.\n  2. Theo {{ kh_55 }}.\n"
)

GOOD = {
    "full, then short": text(block(FULL), block("Theo Kế hoạch số 55/KH-UBND.")),
    "by id": as_text(PLAN),
    "in a title": text(
        block(
            "Kết luận số 44-KL/TW ngày 22/01/2019 của Ban Bí thư về thực hiện Chỉ thị số 09-CT/TW."
        )
    ),
    "after the bases": text(
        block("Căn cứ Thông tư số 124/2021/TT-BCA ngày 28/12/2021 của Bộ Công an;", "can_cu"),
        block("Theo Thông tư số 124/2021/TT-BCA."),
    ),
    "twice, nothing to shorten": text(
        block("Nghị quyết số 5-NQ/TU ngày 05/4/2023."),
        block("Nghị quyết số 5-NQ/TU ngày 05/4/2023."),
    ),
}

BAD = {
    "short at first": Bad(text(block("Theo Kế hoạch số 55/KH-UBND.")), "for the first time"),
    "full again": Bad(text(block(FULL), block(FULL)), "type and number are enough"),
}
