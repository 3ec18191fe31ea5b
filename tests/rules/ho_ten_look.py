"""Cases of the rule ho_ten_look."""

from subjects import Bad, changed

GOOD = {
    "13 pt": changed("ky_ho_ten", size=13),
    "not known yet": changed("ky_ho_ten", ""),
}

BAD = {
    "capitals": Bad(changed("ky_ho_ten", "NGUYỄN VĂN A"), "capitals"),
    "not bold": Bad(changed("ky_ho_ten", bold=False), "bold"),
    "too small": Bad(changed("ky_ho_ten", size=12), "12 pt"),
}
