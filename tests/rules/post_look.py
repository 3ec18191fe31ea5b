"""Cases of the rule post_look."""

from subjects import Bad, changed

GOOD = {
    "13 pt": changed("ky_chuc_vu", size=13),
}

BAD = {
    "small letters": Bad(changed("ky_chuc_vu", "Trưởng ban"), "capitals"),
    "not bold": Bad(changed("ky_thay_mat", bold=False), "bold"),
    "too small": Bad(changed("ky_chuc_vu", size=12), "12 pt"),
}
