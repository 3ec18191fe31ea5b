"""Cases of the rule dau_hoi."""

from __future__ import annotations

from subjects import Bad, words

GOOD = {
    "dots": words("Đạt …… % khu dân cư; ngày ……"),
    "a question": words("Ai làm, làm gì, khi nào?"),
    "a link": words("https://x.vn/tin?id=5"),
    "Roman": words("Quý XX, khóa XIII, thế kỷ XX."),
}

BAD = {
    "a share": Bad(words("Phấn đấu ?% khu dân cư đạt."), "«?»"),
    "alone": Bad(words("Tổng số: ? hộ; ghi chú (?)"), "«?»", "«(?)»"),
    "a day": Bad(words("Trước ngày xx/01/2024."), "«xx»"),
}
