"""Cases of the rule giao_viec_noi_nhan."""

from __future__ import annotations

from subjects import Bad, block, text

HEADING = block("TỔ CHỨC THỰC HIỆN", "muc_td", "V.", "I.")


def told(line: str, *recipients: str, heading=HEADING):
    point = block(line, "khoan", "1.", "1.")
    foot = (block(f"- {name};", "noi_nhan") for name in (*recipients, "Lưu: VT"))
    return text(heading, point, *foot)


DEPARTMENTS = "Các sở, ban, ngành, đoàn thể tỉnh"

GOOD = {
    "in a group": told("Sở Nội vụ thẩm định, trình khen thưởng.", DEPARTMENTS),
    "the police": told("Công an tỉnh hướng dẫn, đôn đốc, kiểm tra.", DEPARTMENTS),
    "by name": told("Đài Phát thanh và Truyền hình tuyên truyền.", "Đài Phát thanh và Truyền hình"),
    "those below": told("Ủy ban nhân dân các xã, phường tổ chức phát động.", "UBND các xã, phường"),
    "another section": told(
        "Sở Nội vụ thẩm định.", "UBND các xã", heading=block("MỤC TIÊU", "muc_td", "I.", "I.")
    ),
    "no recipients is another rule's": text(HEADING, block("Sở Nội vụ thẩm định.", "khoan", "1.")),
}

BAD = {
    "a department": Bad(
        told("Sở Nội vụ thẩm định hồ sơ.", "UBND các huyện, thành phố"), "Sở Nội vụ"
    ),
    "those below": Bad(
        told("Ủy ban nhân dân các xã, phường tổ chức phát động.", DEPARTMENTS), "các xã, phường"
    ),
}
