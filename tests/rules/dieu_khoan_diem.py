"""Cases of the rule dieu_khoan_diem."""

from __future__ import annotations

from subjects import Bad, words

GOOD = {
    "as it should be": words("Theo điểm a khoản 2 Điều 5, Chương II của Luật."),
    "a sentence begins": words("Khoản 2 Điều 5 quy định. Điểm a khoản 1 cũng vậy."),
    "ordinary words": words("Một số điều của Luật; khoản kinh phí 5 triệu; Điểm 10; điều kiện 1."),
    "uncle Ho's": words("Thực hiện 6 điều Bác Hồ dạy, 5 điều."),
}

BAD = {
    "an article": Bad(words("Theo điều 5 của Luật."), "«Điều»"),
    "a clause": Bad(words("Theo quy định tại Khoản 2 Điều 5."), "«khoản»"),
    "a chapter": Bad(words("Theo chương II của Luật."), "«Chương»"),
    "a point": Bad(words("Quy định tại Điểm a khoản 1 Điều 3."), "«điểm»"),
}
