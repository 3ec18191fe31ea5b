"""Cases of the rule hai_thoi_gian."""

from __future__ import annotations

from subjects import Bad, block, text

YEAR = block("Thời gian thi đua: Từ tháng 01/2024 đến tháng 12/2024.")

GOOD = {
    "once": text(YEAR),
    "twice the same": text(
        YEAR, block("Phong trào thực hiện từ ngày 01/01/2024 đến ngày 31/12/2024.")
    ),
    "phases": text(YEAR, block("Đợt 1: từ ngày 01/01/2024 đến ngày 30/6/2024.")),
    "something else": text(YEAR, block("Tập huấn từ ngày 05/3/2024 đến ngày 08/3/2024.")),
    "a cited one": text(
        YEAR,
        block("Thực hiện Kế hoạch số 5/KH-UBND ngày 05/3/2021 tổ chức từ năm 2021 đến năm 2025."),
    ),
}

BAD = {
    "two": Bad(
        text(YEAR, block("Thời gian thực hiện: từ tháng 01/2024 đến tháng 11/2024.")),
        "tháng 11/2024",
    ),
    "in a sentence": Bad(
        text(YEAR, block("Phong trào thi đua diễn ra từ ngày 15/01/2024 đến ngày 20/11/2024.")),
        "20/11/2024",
    ),
}
