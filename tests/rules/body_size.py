"""Cases of the rule body_size."""

from subjects import Bad, Spot, changed, line, with_lines

GOOD = {
    "13 pt": changed("khoan", size=13),
    "a table": with_lines(line("o", "Tổng", 11, spot=Spot("cell", 2, 0, 0)), after="khoan"),
}

BAD = {
    "too small": Bad(changed("khoan", size=12), "nội dung: 12 pt"),
    "too big": Bad(changed("muc_td", size=15), "15 pt"),
    "two paragraphs": Bad(
        with_lines(line("doan", "Một.", 12), line("doan", "Hai.", 12), after="khoan"), "(×2): 12 pt"
    ),
}
