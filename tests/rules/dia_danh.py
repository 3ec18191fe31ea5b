"""Cases of the rule dia_danh."""

from subjects import Bad, changed

GOOD = {
    "not known yet": changed("dia_danh_ngay", "……, ngày     tháng 12 năm 2024"),
    "with its kind": changed("dia_danh_ngay", "Quận 1, ngày 05 tháng 12 năm 2024"),
}

BAD = {
    "no place": Bad(changed("dia_danh_ngay", "ngày 05 tháng 01 năm 2024"), "no place"),
    "no comma": Bad(changed("dia_danh_ngay", "Thái Bình ngày 05 tháng 01 năm 2024"), "no comma"),
    "twice": Bad(
        changed("dia_danh_ngay", "Vinh, Vinh, ngày 05 tháng 01 năm 2024"), "«Vinh» stands twice"
    ),
}
