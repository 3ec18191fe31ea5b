"""Cases of the rule so_written."""

from subjects import Bad, changed

GOOD = {
    "blank": changed("so_ky_hieu", "Số:        /KH-BCĐ"),
    "dots": changed("so_ky_hieu", "Số: …/KH-BCĐ"),
    "three digits": changed("so_ky_hieu", "Số: 612/KH-BCA-V05"),
    "no gap after the colon": changed("so_ky_hieu", "Số:05/KH-BCĐ"),
}

BAD = {
    "a gap before the colon": Bad(changed("so_ky_hieu", "Số : 05/KH-BCĐ"), "«Số :»"),
    "no colon": Bad(changed("so_ky_hieu", "Số 05/KH-BCĐ"), "«Số»"),
    "capitals": Bad(changed("so_ky_hieu", "SỐ: 05/KH-BCĐ"), "«SỐ:»"),
    "one digit": Bad(changed("so_ky_hieu", "Số: 5/KH-BCĐ"), "«05», not «5»"),
    "two faults": Bad(changed("so_ky_hieu", "Số : 5/KH-BCĐ"), "«Số :»", "«05»"),
}
