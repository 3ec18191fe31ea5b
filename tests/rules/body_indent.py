"""Cases of the rule body_indent."""

from subjects import Bad, Layout, line, with_lines

LONG = "Tổ chức phát động phong trào thi đua ở tất cả các xã, phường, thị trấn trong tỉnh. " * 3


GOOD = {
    "1 cm": with_lines(
        line("doan", LONG, layout=Layout("both", first=10, before=6)), after="khoan"
    ),
    "a hanging list": with_lines(
        line("gach", LONG, layout=Layout("both", left=19, first=-6.3, before=6)), after="khoan"
    ),
    "a deeper list": with_lines(
        line("cong", LONG, layout=Layout("both", left=25, before=6)), after="khoan"
    ),
    "a tab": with_lines(line("doan", "\t" + LONG, layout=Layout("both", before=6)), after="khoan"),
    "one row": with_lines(
        line("doan", "Như trên.", layout=Layout("both", before=6)), after="khoan"
    ),
}

BAD = {
    "none": Bad(
        with_lines(line("doan", LONG, layout=Layout("both", before=6)), after="khoan"),
        "begins 0 mm from the left",
    ),
    "2 cm": Bad(
        with_lines(line("khoan", LONG, layout=Layout("both", first=20, before=6)), after="khoan"),
        "begins 20 mm",
    ),
    "a flush list": Bad(
        with_lines(line("gach", LONG, layout=Layout("both", before=6)), after="khoan"), "0 mm"
    ),
}
