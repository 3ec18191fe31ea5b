"""Cases of the rule authority_written."""

from subjects import Bad, changed

GOOD = {
    "for another": changed("ky_thay_mat", "KT. TRƯỞNG BAN"),
    "by order": changed("ky_thay_mat", "TUQ. CHỦ TỊCH"),
    "in the place of": changed("ky_chuc_vu", "Q. GIÁM ĐỐC"),
    "a fixed gap": changed("ky_chuc_vu", "KT.\xa0GIÁM ĐỐC"),
    "a word that begins alike": changed("ky_thay_mat", "TM. QUỐC HỘI"),
    "nobody else's": changed("ky_chuc_vu", "QUẢN ĐỐC"),
}

BAD = {
    "with a slash": Bad(
        changed("ky_thay_mat", "T/M BAN CHỈ ĐẠO"), "«TM. BAN» instead of «T/M BAN»"
    ),
    "no full stop": Bad(changed("ky_chuc_vu", "KT CHỦ TỊCH"), "«KT. CHỦ»"),
    "no gap": Bad(changed("ky_thay_mat", "TM.BAN CHỈ ĐẠO"), "«TM. BAN»"),
    "two gaps": Bad(changed("ky_thay_mat", "TM.  BAN CHỈ ĐẠO"), "«TM. BAN»"),
}
