"""Cases of the rule ngoac_kep."""

from __future__ import annotations

from subjects import Bad, words

GOOD = {
    "pairs": words("Chủ đề “Lực lượng mới” (viết tắt là “LLM”)."),
    "items": words("Gồm: 1) xã; 2) phường; a) khu dân cư."),
    "nested": words("Phong trào “Toàn dân “bảo vệ” an ninh”."),
}

BAD = {
    "opened twice": Bad(words("Chủ đề ““Thi đua lập thành tích”."), "«“»"),
    "closed only": Bad(words("Ban Chấp hành Trung ương khóa XI) về công tác."), "«)»"),
}
