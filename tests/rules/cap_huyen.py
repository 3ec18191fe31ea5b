"""Cases of the rule cap_huyen."""

from __future__ import annotations

import datetime

from subjects import Bad, words

LATER = datetime.date(2026, 1, 5)

GOOD = {
    "in its time": words("Ủy ban nhân dân các huyện, thị xã."),
    "the day before": words("Công bố ở các huyện.", on=datetime.date(2025, 6, 30)),
    "no date": words("Ủy ban nhân dân các huyện.", on=None),
    "communes": words("Ủy ban nhân dân các xã, phường, đặc khu.", on=LATER),
    "former": words("Địa bàn huyện Quỳnh Phụ (cũ).", on=LATER),
    "cited": words(
        "Theo Kế hoạch số 12/KH-UBND ngày 05/3/2024 của UBND tỉnh về xây dựng huyện.", on=LATER
    ),
    "of the past": words(
        "Sau sắp xếp, các huyện bàn giao hồ sơ; năm 2024 có 8 huyện đạt.", on=LATER
    ),
    "quoted": words("Đề án “Xây dựng huyện nông thôn mới”.", on=LATER),
    "another country": words("Kết nghĩa với huyện Xê Pôn của nước bạn Lào.", on=LATER),
    "police is another rule's": words("Công an các huyện, thị xã, thành phố.", on=LATER),
    "another word": words("Huyền thoại, huấn luyện.", on=LATER),
}

BAD = {
    "districts": Bad(words("Ủy ban nhân dân các huyện, thị xã giao.", on=LATER), "no huyện"),
    "a party committee": Bad(words("Báo cáo Huyện ủy.", on=LATER), "no huyện"),
    "towns": Bad(words("Các xã, phường, thị trấn đăng ký.", on=LATER), "no thị trấn"),
}
