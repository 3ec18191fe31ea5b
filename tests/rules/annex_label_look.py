"""Cases of the rule annex_label_look."""

from subjects import Bad, line, with_lines

GOOD = {
    "as it should be": with_lines(line("phu_luc", "Phụ lục I", 14, "b"), after="ky_ho_ten"),
}

BAD = {
    "capitals": Bad(
        with_lines(line("phu_luc", "PHỤ LỤC I", 14, "b"), after="ky_ho_ten"), "capitals"
    ),
    "too small": Bad(with_lines(line("phu_luc", "Phụ lục I", 13, "b"), after="ky_ho_ten"), "13 pt"),
    "not bold": Bad(with_lines(line("phu_luc", "Phụ lục I", 14), after="ky_ho_ten"), "bold"),
}
