"""Cases of the rule tinh_cu."""

from __future__ import annotations

import datetime

from subjects import Bad, words

LATER = datetime.date(2026, 1, 5)

GOOD = {
    "in its time": words("Trên địa bàn tỉnh Thái Bình, thành phố Thái Bình."),
    "a province that stays": words(
        "Tỉnh Nghệ An, tỉnh An Giang, thành phố Huế, thành phố Hà Nội.", on=LATER
    ),
    "former": words("Trên địa bàn tỉnh Thái Bình (cũ).", on=LATER),
    "cited": words(
        "Quyết định số 16/2022/QĐ-UBND ngày 01/8/2022 của UBND tỉnh Thái Bình quy định về khu dân"
        " cư.",
        on=LATER,
    ),
    "merged": words("Sau khi sáp nhập tỉnh Thái Bình vào tỉnh Hưng Yên.", on=LATER),
    "a person": words("Đồng chí Thái Bình phụ trách.", on=LATER),
}

BAD = {
    "a province": Bad(words("Trên địa bàn tỉnh Thái Bình.", on=LATER), "tỉnh Hưng Yên"),
    "a city": Bad(words("Các phường của thành phố Vinh đăng ký.", on=LATER), "thành phố Vinh"),
    "two": Bad(words("Tỉnh Bình Phước và tỉnh Kiên Giang.", on=LATER), "Đồng Nai", "An Giang"),
}
