"""Cases of the rule head_missing."""

from subjects import GOOD_LINES, Bad, line, paper, without

ISSUER = ("co_quan_chu_quan", "co_quan_ban_hanh")
TITLE = ("ten_loai", "trich_yeu")


GOOD = {
    "a regulation that goes with a decision": paper(
        lines=(
            *(one for one in GOOD_LINES if one.role not in ("so_ky_hieu", "dia_danh_ngay")),
            line("kem_theo", "(Ban hành kèm theo Quyết định số 05/QĐ-UBND)"),
        )
    ),
    "of a type without a title": paper(
        lines=(
            *(one for one in GOOD_LINES if one.role not in TITLE),
            line("ten_loai", "GIẤY GIỚI THIỆU"),
        )
    ),
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
