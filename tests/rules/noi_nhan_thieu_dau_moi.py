"""Cases of the rule noi_nhan_thieu_dau_moi."""

from __future__ import annotations

from subjects import Bad, draft


def plan(who: str, *recipients: str):
    lines = "".join(f"  {line}\n" for line in (*recipients, "Lưu: VT"))
    return draft(f"duties:\n  viec: {{who: '{who}', task: làm}}\nrecipients: |\n{lines}")


GOOD = {
    "by name": plan("Công an tỉnh", "Công an tỉnh"),
    "in a group": plan("Sở Nội vụ; Công an tỉnh", "Các sở, ban, ngành, đoàn thể tỉnh"),
    "the front": plan("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Các sở, ban, ngành, đoàn thể tỉnh"),
    "below": plan("Ủy ban nhân dân các huyện, thành phố", "UBND huyện, thành phố"),
    "police below": plan("Công an các đơn vị, địa phương", "Công an các đơn vị"),
    "as above": plan("Sở Tài chính", "Như trên"),
    "an unknown kind": plan("Trưởng khu dân cư", "UBND cấp xã"),
    "boards": plan("Ban Chỉ đạo 138 các huyện, thành phố", "Ban Chỉ đạo 138 huyện, thành phố"),
}

BAD = {
    "a department": Bad(plan("Sở Nội vụ", "UBND các huyện, thành phố"), "Sở Nội vụ"),
    "those below": Bad(plan("UBND các xã, phường", "Các sở, ban, ngành tỉnh"), "UBND các xã"),
    "the front": Bad(plan("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "UBND cấp xã"), "Mặt trận"),
}
