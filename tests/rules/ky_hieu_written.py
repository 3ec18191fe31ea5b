"""Cases of the rule ky_hieu_written."""

from subjects import Bad, changed

GOOD = {
    "blank": changed("so_ky_hieu", "Số:        /KH-BCĐ"),
    "more groups": changed("so_ky_hieu", "Số: 612/KH-BCA-V05"),
    "small letters that belong there": changed("so_ky_hieu", "Số: 12/CTr-UBND-TTg"),
    "a draft": changed("so_ky_hieu", "Số:     /KH-BCĐ (dự thảo lần 2)"),
}

BAD = {
    "gaps around the slash": Bad(changed("so_ky_hieu", "Số: 05 / KH-BCĐ"), "no gaps"),
    "gaps around the dash": Bad(changed("so_ky_hieu", "Số: 05/KH - BCĐ"), "no gaps"),
    "a gap after a blank number": Bad(changed("so_ky_hieu", "Số:      / KH-BCĐ"), "no gaps"),
    "small letters": Bad(changed("so_ky_hieu", "Số: 05/Kh-bcđ"), "«Kh» is written in capitals"),
}
