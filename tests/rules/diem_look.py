"""Cases of the rule diem_look."""

from subjects import Bad, line, with_lines

GOOD = {
    "upright": with_lines(line("diem", "a) Đăng ký thi đua;"), after="khoan"),
}

BAD = {
    "italic": Bad(
        with_lines(line("diem", "a) Đăng ký thi đua;", 14, "i"), after="khoan"), "upright"
    ),
}
