"""Cases of the rule can_cu_one_a_line."""

from subjects import Bad, changed

GOOD = {
    "one": changed("can_cu", "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"),
    "the words in a title": changed(
        "can_cu", "Căn cứ Quyết định số 05/QĐ-UBND về các căn cứ tính thuế;"
    ),
}

BAD = {
    "two": Bad(
        changed("can_cu", "Căn cứ Luật Thi đua, khen thưởng; Căn cứ Luật Lưu trữ;"),
        "«Căn cứ Luật Lưu trữ…»",
    ),
}
