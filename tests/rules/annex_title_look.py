"""Cases of the rule annex_title_look."""

from subjects import Bad, line, with_lines

GOOD = {
    "as it should be": with_lines(line("phu_luc_ten", "BIỂU GIAO", 13, "b"), after="ky_ho_ten"),
}

BAD = {
    "small letters": Bad(
        with_lines(line("phu_luc_ten", "Biểu giao", 14, "b"), after="ky_ho_ten"), "capitals"
    ),
    "too big": Bad(with_lines(line("phu_luc_ten", "BIỂU", 16, "b"), after="ky_ho_ten"), "16 pt"),
}
