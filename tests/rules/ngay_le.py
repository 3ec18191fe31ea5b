"""Cases of the rule ngay_le."""

from __future__ import annotations

from subjects import Bad, words

GOOD = {
    "as it should be": words("Dịp Tết, tết Nguyên đán, Tết Nguyên đán, ngày Quốc khánh 02/9."),
    "a revolution": words("Kỷ niệm Cách mạng tháng Tám."),
    "another tết": words("Tổ chức tết Trung thu, đón tết Trung thu."),
}

BAD = {
    "the national day": Bad(words("Kỷ niệm ngày quốc khánh 02/9."), "«Quốc khánh»"),
    "tết": Bad(words("Bảo đảm an ninh dịp tết."), "«Tết»"),
    "a capital too many": Bad(words("Trước tết Nguyên Đán."), "«Nguyên đán»"),
}
