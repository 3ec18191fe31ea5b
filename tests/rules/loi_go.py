"""Cases of the rule loi_go."""

from __future__ import annotations

from subjects import Bad, words

GOOD = {
    "as it should be": words(
        "Phấn đấu 100%; thế trận; quần chúng; tín nhiệm; đánh giá; tuyến biên giới; tình hình mới."
    ),
    "look alike": words(
        "Phần đầu của kế hoạch; phần đầu văn bản; thể dục; quân đội; tin tưởng; chi tiêu ngân sách;"
        " theo theo dõi.".replace("theo theo", "để theo")
    ),
    "said twice rightly": words("Ngày ngày, người người, nhà nhà; luôn luôn."),
    "both ways to set a tone": words("Hòa giải, hoà giải, khỏe, khoẻ, thúy, của, quả, giả."),
}

BAD = {
    "strive": Bad(words("Phần đấu 100% khu dân cư; phần đầu 80% đạt."), "phấn đấu", "phấn đấu"),
    "another": Bad(words("Phân đấu năm 2024, có 80% xã."), "phấn đấu"),
    "the posture": Bad(words("Củng cố thể trận an ninh nhân dân."), "thế trận"),
    "the masses": Bad(words("Đối với quân chúng nhân dân."), "quần chúng"),
    "trust": Bad(words("Được nhân dân tin nhiệm cao."), "tín nhiệm"),
    "a page number": Bad(words("Quy định Tiêu chí đánh 5 giá, phân loại."), "đánh giá"),
    "a word lost": Bad(words("Đề án của Uỷ ban nhân tỉnh về xây dựng."), "Ủy ban nhân dân"),
    "a tone": Bad(words("Nâng cao hiệu qủa công tác."), "qủa"),
    "twice": Bad(words("Thực hiện các các chỉ tiêu."), "«các» stands twice"),
}
