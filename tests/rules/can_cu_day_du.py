"""Cases of the rule can_cu_day_du."""

from __future__ import annotations

from subjects import Bad, words

FULL = (
    "Căn cứ Thông tư số 124/2021/TT-BCA ngày 28 tháng 12 năm 2021 của Bộ Công an quy định về khu"
    " dân cư;"
)

GOOD = {
    "full": words(FULL, "can_cu"),
    "a law": words("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;", "can_cu"),
    "a blank": words("Căn cứ Kế hoạch số 12/KH-UBND ngày …… tháng 3 năm 2024;", "can_cu"),
    "several of one body": words(
        "Căn cứ các Nghị định của Chính phủ: Số 96/2016/NĐ-CP ngày 01/7/2016 về an ninh;", "can_cu"
    ),
    "not a basis": words("Thực hiện Thông tư số 124/2021/TT-BCA.", "doan"),
    "one amended by another": words(
        "Căn cứ Thông tư số 48/2025/TT-BCA ngày 05 tháng 6 năm 2025 của Bộ Công an sửa đổi Thông tư"
        " số 124/2021/TT-BCA;",
        "can_cu",
    ),
}

BAD = {
    "no date": Bad(words("Căn cứ Thông tư số 124/2021/TT-BCA của Bộ Công an;", "can_cu"), "date"),
    "no body": Bad(words("Căn cứ Thông tư số 124/2021/TT-BCA ngày 28/12/2021;", "can_cu"), "body"),
    "no title": Bad(
        words("Căn cứ Thông tư số 124/2021/TT-BCA ngày 28/12/2021 của Bộ Công an;", "can_cu"),
        "title",
    ),
    "a law with a number": Bad(
        words("Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15;", "can_cu"), "06/2022/QH15"
    ),
}
