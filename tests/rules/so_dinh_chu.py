"""Cases of the rule so_dinh_chu."""

from __future__ import annotations

from subjects import Bad, words

GOOD = {
    "a space": words("I. MỤC TIÊU"),
    "a date": words("19.8.2024 là ngày hội."),
    "initials": words("V.I.Lênin viết."),
    "a decimal": words("1.000 hộ gia đình đăng ký."),
    "thousands": words("2.621 xã, 687 phường."),
}

BAD = {
    "Roman": Bad(words("I.MỤC TIÊU, YÊU CẦU"), "«I.»"),
    "Arabic": Bad(words("1.Phạm vi: toàn tỉnh."), "«1.»"),
    "a letter": Bad(words("a)Đối với tập thể"), "«a)»"),
    "three parts": Bad(words("1.2.3.Cá nhân"), "«1.2.3.»"),
}
