"""Cases of the rule nam_khong_khop."""

from __future__ import annotations

from subjects import Bad, as_text, block, text

TITLE = block("Phát động phong trào thi đua năm 2024", "trich_yeu")

GOOD = {
    "the same": text(TITLE, block("Đăng ký thi đua năm 2024; phấn đấu trong năm 2024.")),
    "last year's results": text(TITLE, block("Kết quả thi đua năm 2023 đạt 75%.")),
    "history": text(TITLE, block("Kỷ niệm Cách mạng tháng Tám năm 1945; thành lập năm 1930.")),
    "cited": text(
        TITLE, block("Kế hoạch số 5/KH-UBND ngày 05/3/2023 về phong trào thi đua năm 2023.")
    ),
    "a stretch of years": text(TITLE, block("Mục tiêu đến năm 2030; giai đoạn 2021-2025.")),
    "no year in the title": text(block("Kế hoạch", "trich_yeu"), block("Thi đua năm 2023.")),
    "a plan": as_text(
        "year: 2024\ntitle: Thi đua năm {{ year }}\n"
        "body: |\n  I. Một\n  1. Thi đua năm {{ year }}.\n"
    ),
}

BAD = {
    "last year's plan": Bad(text(TITLE, block("Tổ chức đăng ký thi đua năm 2023.")), "2023"),
    "striving": Bad(text(TITLE, block("Phấn đấu năm 2025, có 80% xã đạt.")), "2025"),
}
