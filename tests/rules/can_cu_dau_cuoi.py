"""Cases of the rule can_cu_dau_cuoi."""

from __future__ import annotations

from subjects import Bad, as_text, block, text

LAW = "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"
ISSUED = block("Ban Chỉ đạo 138 tỉnh ban hành Kế hoạch như sau:", "mo_dau")


def bases(*ends: str):
    return text(*(block(f"{LAW}{end}", "can_cu") for end in ends), ISSUED)


GOOD = {
    "as the decree has it": bases(";", ";", "."),
    "the sentence goes on": bases(";", ";"),
    "none at all": text(ISSUED),
    "a plan": as_text(f"preamble: |\n  {LAW};\n  {LAW}.\n  Tỉnh ban hành Kế hoạch như sau:\n"),
}

BAD = {
    "a comma": Bad(bases(";", ","), "«.»"),
    "a full stop too early": Bad(bases(".", "."), "«;»"),
    "no mark": Bad(bases("", "."), "«;»"),
}
