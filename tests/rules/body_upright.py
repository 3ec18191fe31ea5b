"""Cases of the rule body_upright."""

from dataclasses import replace

from subjects import Bad, line, with_lines

LONG = "Tổ chức phát động phong trào thi đua ở tất cả các xã, phường, thị trấn trong tỉnh."
WORD = (*line("doan", LONG).pieces, *line("doan", " Bộ Công an", 14, "i").pieces)


GOOD = {
    "a word": with_lines(replace(line("doan", LONG), pieces=WORD), after="khoan"),
    "a remark": with_lines(line("doan", f"Ghi chú: {LONG}", 14, "i"), after="khoan"),
    "in brackets": with_lines(line("doan", f"({LONG})", 14, "i"), after="khoan"),
}

BAD = {
    "a paragraph": Bad(with_lines(line("doan", LONG, 14, "i"), after="khoan"), "nội dung: a whole"),
    "two": Bad(
        with_lines(line("gach", LONG, 14, "i"), line("khoan", LONG, 14, "i"), after="khoan"), "(×2)"
    ),
}
