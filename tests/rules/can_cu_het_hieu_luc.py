"""Cases of the rule can_cu_het_hieu_luc."""

from __future__ import annotations

import datetime

from subjects import Bad, words

OLD = datetime.date(2019, 1, 15)

GOOD = {
    "holds": words("Theo Thông tư số 124/2021/TT-BCA ngày 28/12/2021 của Bộ Công an."),
    "held then": words("Theo Thông tư số 23/2012/TT-BCA ngày 27/4/2012.", on=OLD),
    "replaced": words("Thông tư này thay thế Thông tư số 23/2012/TT-BCA."),
    "an unknown one": words("Theo Quyết định số 16/2022/QĐ-UBND."),
    "no date": words("Theo Thông tư số 23/2012/TT-BCA.", on=None),
    "a law of next year in a text": words(
        "Tuyên truyền Luật số 30/2023/QH15.", on=datetime.date(2023, 12, 1)
    ),
}

BAD = {
    "replaced long ago": Bad(
        words("Đạt chuẩn theo Thông tư số 23/2012/TT-BCA."), "124/2021/TT-BCA"
    ),
    "replaced lately": Bad(
        words("Theo Nghị định số 98/2023/NĐ-CP.", on=datetime.date(2025, 8, 1)), "152/2025/NĐ-CP"
    ),
    "not yet": Bad(
        words(
            "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ;",
            "can_cu",
            datetime.date(2025, 6, 20),
        ),
        "takes effect on 01/7/2025",
    ),
}
