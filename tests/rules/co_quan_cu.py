"""Cases of the rule co_quan_cu."""

from __future__ import annotations

import datetime

from subjects import Bad, words

SPRING = datetime.date(2025, 4, 5)
BEFORE = datetime.date(2025, 2, 5)

GOOD = {
    "in their time": words("Công an các huyện; Ban bảo vệ dân phố; Công an xã bán chuyên trách."),
    "huyện police until March": words("Công an cấp huyện chủ trì.", on=BEFORE),
    "police of communes": words("Công an xã, Công an tỉnh, Công an các đơn vị.", on=SPRING),
    "former": words("Bảo vệ dân phố (cũ) được kiện toàn.", on=SPRING),
    "what replaced them": words(
        "Sáp nhập bảo vệ dân phố, Công an xã bán chuyên trách thành lực lượng mới.", on=SPRING
    ),
    "no date": words("Ban bảo vệ dân phố.", on=None),
    "a ministry that stays": words("Bộ Nội vụ, Sở Xây dựng, Bộ Tài chính.", on=SPRING),
}

BAD = {
    "police of districts": Bad(
        words("Công an các huyện, thành phố chủ trì.", on=SPRING), "01/3/2025"
    ),
    "civil guards": Bad(words("Đối với Ban bảo vệ dân phố.", on=BEFORE), "01/7/2024"),
    "commune police": Bad(words("Công an xã bán chuyên trách tuần tra.", on=BEFORE), "lực lượng"),
    "a ministry": Bad(words("Theo hướng dẫn của Bộ Giao thông vận tải.", on=SPRING), "Bộ Xây dựng"),
}
