"""Cases of the rule nhan_dan_nha_nuoc."""

from __future__ import annotations

from subjects import Bad, words

GOOD = {
    "capitals": words("Cán bộ và Nhân dân; chính sách, pháp luật của Nhà nước."),
    "names and kinds": words(
        "Ủy ban nhân dân, Công an nhân dân, thế trận an ninh nhân dân, quần chúng nhân dân,"
        " quản lý nhà nước, cơ quan nhà nước, ngân sách nhà nước."
    ),
    "quoted": words("Chủ đề “Vì hạnh phúc của nhân dân”."),
}

BAD = {
    "the people": Bad(words("Phát huy sức mạnh của các tầng lớp nhân dân."), "«Nhân dân»"),
    "serving": Bad(words("Thái độ phục vụ nhân dân; vì nhân dân."), "«Nhân dân»"),
    "the state": Bad(words("Chủ trương của Đảng, nhà nước, Bộ Công an."), "«Nhà nước»"),
}
