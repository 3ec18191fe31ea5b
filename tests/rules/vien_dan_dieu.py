"""Cases of the rule vien_dan_dieu."""

from __future__ import annotations

from subjects import Bad, block, text

GOOD = {
    "named": text(
        block("Theo Điều 5 của Luật Thi đua, khen thưởng; khoản 2 Điều 4 Thông tư số 124.")
    ),
    "named before": text(block("Thông tư số 124/2021/TT-BCA đã rõ. Xem Điều 4 và Điều 5.")),
    "a decision": text(block("Điều 1. Ban hành."), block("- Như Điều 3;", "noi_nhan")),
    "a statute": text(block("Theo Điều lệ Hội.")),
}

BAD = {
    "a decision's recipients": Bad(
        text(block("Một."), block("- Như Điều 3;", "noi_nhan")), "«Điều 3»"
    ),
    "in the text": Bad(text(block("Các đơn vị nêu tại Điều 2 thực hiện.")), "«Điều 2»"),
}
