"""Cases of the rule body_justified."""

from subjects import BODY, Bad, Layout, Spot, line, with_lines

LEFT = Layout("left", first=12.7, before=6)
LONG = "Tổ chức phát động phong trào thi đua ở tất cả các xã, phường, thị trấn trong tỉnh. " * 3


GOOD = {
    "justified": with_lines(line("doan", LONG, layout=BODY), after="khoan"),
    "one row": with_lines(line("doan", "Như trên.", layout=LEFT), after="khoan"),
    "a table": with_lines(line("o", LONG, layout=LEFT, spot=Spot("cell", 3, 0, 0)), after="khoan"),
    "an annex": with_lines(
        line("phu_luc", "Phụ lục I"), line("doan", LONG, layout=LEFT), after="ky_ho_ten"
    ),
}

BAD = {
    "at the left": Bad(with_lines(line("doan", LONG, layout=LEFT), after="khoan"), "justified"),
    "at the right": Bad(
        with_lines(line("doan", LONG, layout=Layout("right")), after="khoan"), "justified"
    ),
}
