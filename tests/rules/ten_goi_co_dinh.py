"""Cases of the rule ten_goi_co_dinh."""

from __future__ import annotations

from subjects import Bad, words

GOOD = {
    "the standard": words("Đạt tiêu chuẩn “An toàn về an ninh, trật tự” theo Thông tư."),
    "both names": words(
        "Phong trào toàn dân bảo vệ an ninh Tổ quốc; phong trào thi đua “Toàn dân bảo vệ an ninh Tổ"
        " quốc”; Bảo vệ Tổ quốc."
    ),
    "capitals": words("PHONG TRÀO TOÀN DÂN BẢO VỆ AN NINH TỔ QUỐC"),
    "ordinary words": words("Bảo đảm an toàn về an ninh, trật tự; an ninh trật tự ở cơ sở."),
    "a defined abbreviation": words("Phong trào toàn dân bảo vệ ANTQ ở cơ sở."),
    "another name": words("“Công an phường điển hình về an ninh trật tự và văn minh đô thị”."),
}

BAD = {
    "no comma": Bad(
        words("Đạt tiêu chuẩn “an toàn về an ninh trật tự”."), "«“An toàn về an ninh, trật tự”»"
    ),
    "abbreviated": Bad(words("Đạt tiêu chuẩn “An toàn về ANTT”."), "ANTT"),
    "straight marks": Bad(words('Đạt chuẩn "An toàn về an ninh, trật tự".'), ""),
    "small letters": Bad(words("Phong trào toàn dân bảo vệ an ninh tổ quốc."), "«an ninh Tổ quốc»"),
    "the country": Bad(words("Xây dựng và bảo vệ tổ quốc."), "«bảo vệ Tổ quốc»"),
    "in short": Bad(words("Phong trào thi đua “Toàn dân bảo vệ ANTQ”."), "ANTQ"),
    "no quotation marks": Bad(words("Đạt tiêu chuẩn an toàn về an ninh trật tự."), ""),
}
