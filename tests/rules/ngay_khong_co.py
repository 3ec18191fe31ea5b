"""Cases of the rule ngay_khong_co."""

from __future__ import annotations

from subjects import Bad, words

GOOD = {
    "days": words(
        "Ngày 29/02/2024, ngày 30 tháng 11 năm 2024, tháng 12/2024, quý IV/2024, năm 2024."
    ),
    "by the moon": words("Lễ hội ngày 30/02/2024 âm lịch."),
    "no dates": words("Tỷ lệ 31/11; Luật số 16/2022/QĐ-UBND; 13/2024/TT-BCA."),
}

BAD = {
    "a day too many": Bad(words("Trước ngày 31/11/2024."), "31/11/2024"),
    "in words": Bad(words("Từ ngày 30 tháng 02 năm 2024."), "30 tháng 02"),
    "no leap year": Bad(words("Ngày 29/02/2023."), "29/02/2023"),
    "a month too many": Bad(words("Đến tháng 13/2024."), "13/2024"),
}
