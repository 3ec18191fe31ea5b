"""Cases of the rule khoang_trang."""

from __future__ import annotations

from subjects import Bad, words

GOOD = {
    "as it should be": words("Xã, phường; thị trấn: “An toàn” (80%), ngày 10/3/2026; 1,5 triệu."),
    "blanks to fill in": words("Kế hoạch số        /KH-UBND ngày     tháng 3 năm 20     của UBND."),
    "the head": words("Số:        /KH-UBND", "so_ky_hieu"),
    "an ellipsis": words("Cách mạng khác ... tạo sự đồng bộ; tổ, đội …"),
    "hours and links": words("Lúc 07:30, xem https://x.vn/tin."),
    "a score": words("Tỷ lệ 16/21 đơn vị."),
}

BAD = {
    "two": Bad(words("Phong trào  thi đua."), "two spaces"),
    "before": Bad(words("Các xã , phường đạt ."), "before a mark", "before a mark"),
    "after": Bad(words("Các xã,phường."), "after a mark"),
    "a date": Bad(words("Trước ngày10 /3/2026."), "before the number", "inside a date"),
    "brackets": Bad(words("Nhân dân ( cả nước)."), "inside brackets"),
}
