"""Cases of the rule annex_goes_with_look."""

from subjects import Bad, line, with_lines

WORDS = "(Kèm theo Kế hoạch số 05/KH-BCĐ ngày 05 tháng 01 năm 2024 của Ban Chỉ đạo 138)"

GOOD = {
    "as it should be": with_lines(line("phu_luc_kem", WORDS, 14, "i"), after="ky_ho_ten"),
}

BAD = {
    "upright": Bad(with_lines(line("phu_luc_kem", WORDS, 14), after="ky_ho_ten"), "italic"),
    "bold": Bad(with_lines(line("phu_luc_kem", WORDS, 14, "bi"), after="ky_ho_ten"), "bold"),
}
