"""Cases of the rule muc_look."""

from subjects import Bad, changed

GOOD = {
    "capitals by the font": changed("muc_td", "Mục tiêu", caps=True),
}

BAD = {
    "small letters": Bad(changed("muc_td", "Mục tiêu"), "capitals"),
    "not bold": Bad(changed("muc_td", bold=False), "bold"),
}
