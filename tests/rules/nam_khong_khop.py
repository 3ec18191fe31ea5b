"""Cases of the rule nam_khong_khop."""

from __future__ import annotations

from subjects import Bad, as_text, block, text

TITLE = block("Phát động phong trào thi đua năm 2024", "trich_yeu")
PLAN = block("KẾ HOẠCH", "ten_loai")
REPORT = block("BÁO CÁO", "ten_loai")

GOOD = {
    "the same": text(PLAN, TITLE, block("Đăng ký thi đua năm 2024; phấn đấu trong năm 2024.")),
    "last year's results": text(PLAN, TITLE, block("Kết quả thi đua năm 2023 đạt 75%.")),
    "history": text(
        PLAN, TITLE, block("Kỷ niệm Cách mạng tháng Tám năm 1945; thành lập năm 1930.")
    ),
    "cited": text(
        TITLE, block("Kế hoạch số 5/KH-UBND ngày 05/3/2023 về phong trào thi đua năm 2023.")
    ),
    "a stretch of years": text(PLAN, TITLE, block("Mục tiêu đến năm 2030; giai đoạn 2021-2025.")),
    "a report looks ahead": text(REPORT, TITLE, block("Phương hướng, nhiệm vụ năm 2025.")),
    "a period of the year": text(
        PLAN, TITLE, block("Thời gian: từ ngày 18/9/2024 đến ngày 19/8/2025.")
    ),
    "no year in the title": text(block("Kế hoạch", "trich_yeu"), block("Thi đua năm 2023.")),
    "a plan": as_text(
        "year: 2024\ntitle: Thi đua năm {{ year }}\n"
        "body: |\n  I. Một\n  1. Thi đua năm {{ year }}.\n"
    ),
}

BAD = {
    "last year's period": Bad(
        text(PLAN, TITLE, block("Thời gian thi đua: từ tháng 01/2023 đến tháng 12/2023.")),
        "12/2023",
    ),
    "last year's plan": Bad(text(PLAN, TITLE, block("Tổ chức đăng ký thi đua năm 2023.")), "2023"),
    "striving": Bad(text(PLAN, TITLE, block("Phấn đấu năm 2025, có 80% xã đạt.")), "2025"),
}
