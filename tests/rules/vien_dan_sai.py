"""Cases of the rule vien_dan_sai."""

from __future__ import annotations

from subjects import Bad, words

GOOD = {
    "as it is": words("Nghị quyết số 51-NQ/TW ngày 05/9/2019 của Bộ Chính trị."),
    "a minister": words("Thông tư số 124/2021/TT-BCA ngày 28/12/2021 của Bộ trưởng Bộ Công an."),
    "in short": words("Kết luận số 44-KL/TW ngày 22/01/2019 của Ban Bí thư."),
    "another year's number": words("Nghị quyết số 51-NQ/TW ngày 05/9/2009 của Ban Bí thư."),
    "an unknown one": words("Quyết định số 16/2022/QĐ-UBND ngày 01/8/2022 của UBND tỉnh."),
}

BAD = {
    "another body": Bad(
        words(
            "Nghị quyết số 51-NQ/TW, ngày 05/9/2019 của Ban Chấp hành Trung ương Đảng (khóa XII)."
        ),
        "is of Bộ Chính trị",
    ),
    "another day": Bad(
        words("Thông tư số 124/2021/TT-BCA ngày 18/12/2021 của Bộ Công an."), "28/12/2021"
    ),
}
