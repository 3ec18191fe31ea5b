"""Cases of the rule chu_quan_look."""

from subjects import Bad, changed, without

GOOD = {
    "12 pt": changed("co_quan_chu_quan", size=12),
    "none": without("co_quan_chu_quan"),
}

BAD = {
    "bold": Bad(changed("co_quan_chu_quan", bold=True), "must not be bold"),
    "too big": Bad(changed("co_quan_chu_quan", size=14), "14 pt"),
    "small letters": Bad(changed("co_quan_chu_quan", "Ủy ban nhân dân tỉnh"), "capitals"),
}
