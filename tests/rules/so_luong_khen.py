"""Cases of the rule so_luong_khen."""

from __future__ import annotations

from subjects import Bad, block, text

FLAGS = block("Tặng 02 “Cờ thi đua xuất sắc” của Chủ tịch UBND tỉnh cho tập thể.")

GOOD = {
    "the same": text(
        FLAGS, block("Chủ tịch Ủy ban nhân dân tỉnh tặng “Cờ thi đua xuất sắc” cho 02 tập thể.")
    ),
    "other levels": text(
        block("Bằng khen của Chủ tịch UBND tỉnh: không vượt quá 15 tập thể, cá nhân."),
        block("Bằng khen của Bộ trưởng Bộ Công an: 05 tập thể, cá nhân."),
    ),
    "groups and persons": text(
        block("Giấy khen của Giám đốc Công an tỉnh cho 10 tập thể và 20 cá nhân."),
    ),
    "no number": text(FLAGS, block("“Cờ thi đua xuất sắc” của Chủ tịch UBND tỉnh.")),
}

BAD = {
    "more flags": Bad(
        text(FLAGS, block("“Cờ thi đua xuất sắc” của Chủ tịch UBND tỉnh cho 03 tập thể.")), "3 Cờ"
    ),
    "fewer certificates": Bad(
        text(
            block("Bằng khen của Chủ tịch UBND tỉnh: không vượt quá 15 tập thể, cá nhân."),
            block("Tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh cho 12 tập thể, cá nhân."),
        ),
        "12 Bằng khen",
    ),
}
