"""Cases of the rule dau_thanh."""

from __future__ import annotations

from subjects import Bad, block, text

GOOD = {
    "the old way": text(block("Xã hội hóa, tự hòa giải, ủy ban, khỏe, thúy.")),
    "the new way": text(block("Xã hội hoá, tự hoà giải, uỷ ban, khoẻ, thuý.")),
    "the same both ways": text(block("Quý I, hoàn thành, hòa giải, toàn dân, thuyết, quỹ, quả.")),
    "a name": text(block("Xã hội hóa ở thị xã Thái Hoà, Quảng Hoà Đông.")),
    "a quotation": text(block("Tự hòa giải theo “Đề án xã hội hoá”.")),
}

BAD = {
    "mixed": Bad(text(block("Xã hội hóa, tự hòa giải."), block("Tự hoà giải.")), "«hoà»"),
    "mostly new": Bad(text(block("Xã hội hoá, tự hoà giải, ủy ban.")), "«ủy»"),
}
