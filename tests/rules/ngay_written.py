"""Cases of the rule ngay_written."""

from subjects import Bad, changed

GOOD = {
    "a day of two digits": changed("dia_danh_ngay", "Thái Bình, ngày 15 tháng 12 năm 2024"),
    "February": changed("dia_danh_ngay", "Thái Bình, ngày 05 tháng 02 năm 2024"),
    "March": changed("dia_danh_ngay", "Thái Bình, ngày 05 tháng 3 năm 2024"),
    "no day yet": changed("dia_danh_ngay", "Thái Bình, ngày     tháng 12 năm 2024"),
    "dots for the day": changed("dia_danh_ngay", "Thái Bình, ngày …… tháng 3 năm 2024"),
    "no day and no month": changed("dia_danh_ngay", "Thái Bình, ngày      tháng      năm 2024"),
    "nothing but dots": changed("dia_danh_ngay", "Thái Bình, ngày ... tháng ... năm ....."),
}

BAD = {
    "a zero before March": Bad(
        changed("dia_danh_ngay", "Thái Bình, ngày 05 tháng 03 năm 2024"),
        "«ngày 05 tháng 3 năm 2024»",
    ),
    "no zero before the day": Bad(
        changed("dia_danh_ngay", "Thái Bình, ngày 5 tháng 12 năm 2024"),
        "«ngày 05 tháng 12 năm 2024»",
    ),
    "no zero before February": Bad(
        changed("dia_danh_ngay", "Thái Bình, ngày 05 tháng 2 năm 2024"),
        "«ngày 05 tháng 02 năm 2024»",
    ),
    "a zero before March, no day yet": Bad(
        changed("dia_danh_ngay", "Thái Bình, ngày     tháng 03 năm 2024"), "tháng 3 năm 2024»"
    ),
    "slashes": Bad(
        changed("dia_danh_ngay", "Thái Bình, ngày 10/3/2026"), "«ngày 10 tháng 3 năm 2026»"
    ),
    "no gap": Bad(
        changed("dia_danh_ngay", "Thái Bình, ngày10 tháng 3 năm 2026"), "«ngày 10 tháng 3 năm 2026»"
    ),
}
