"""Cases of the rule head_missing."""

from subjects import GOOD_LINES, Bad, paper, without

ISSUER = ("co_quan_chu_quan", "co_quan_ban_hanh")
TITLE = ("ten_loai", "trich_yeu")


GOOD = {
    "a form": paper(
        lines=tuple(line for line in GOOD_LINES if line.role not in ("so_ky_hieu", *ISSUER))
    ),
    "in a text box": paper(
        lines=tuple(line for line in GOOD_LINES if line.role != "quoc_hieu"),
        strays=tuple(line for line in GOOD_LINES if line.role == "quoc_hieu"),
    ),
    "a letter": paper(lines=tuple(line for line in GOOD_LINES if line.role not in TITLE)),
}

BAD = {
    "no Quốc hiệu": Bad(without("quoc_hieu"), "Quốc hiệu"),
    "no number": Bad(without("so_ky_hieu"), "số, ký hiệu"),
    "no day": Bad(without("dia_danh_ngay"), "địa danh"),
    "no issuer": Bad(without("co_quan_ban_hanh"), "cơ quan ban hành"),
    "no title": Bad(without("trich_yeu"), "trích yếu"),
}
