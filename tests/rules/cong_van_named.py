"""Cases of the rule cong_van_named."""

from subjects import GOOD_LINES, Bad, Paper, changed, line, paper


def letter(words: str, role: str = "kinh_gui") -> Paper:
    """Return a công văn with `words` below its head."""
    head = tuple(one for one in GOOD_LINES[:6] if one.role != "co_quan_chu_quan")
    return paper(lines=(*head, line("ve_viec", "V/v thi đua", 12), line(role, words)))


GOOD = {
    "a plan": paper(),
    "a công văn": letter("Kính gửi: Công an tỉnh."),
    "of another role": letter("Kính gửi: Công an tỉnh.", role="mo_dau"),
}

BAD = {
    "named": Bad(changed("ten_loai", "CÔNG VĂN"), "does not name its type"),
    "to nobody": Bad(letter("Thực hiện kế hoạch năm.", role="mo_dau"), "Kính gửi"),
}
