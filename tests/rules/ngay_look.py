"""Cases of the rule ngay_look."""

from subjects import Bad, changed

GOOD = {
    "13 pt": changed("dia_danh_ngay", size=13),
}

BAD = {
    "upright": Bad(changed("dia_danh_ngay", italic=False), "italic"),
    "too small": Bad(changed("dia_danh_ngay", size=12), "12 pt"),
    "bold": Bad(changed("dia_danh_ngay", bold=True), "bold"),
}
