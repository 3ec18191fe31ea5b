"""Cases of the rule quoc_hieu_look."""

from subjects import Bad, Layout, changed

GOOD = {
    "12 pt": changed("quoc_hieu", size=12),
    "capitals by the font": changed("quoc_hieu", "Cộng hòa xã hội chủ nghĩa Việt Nam", caps=True),
    "perhaps something else": changed("quoc_hieu", size=20, confidence=0.4),
}

BAD = {
    "too big": Bad(changed("quoc_hieu", size=14), "14 pt instead of 12-13"),
    "a half point too small": Bad(changed("quoc_hieu", size=11.5), "11,5 pt"),
    "not bold": Bad(changed("quoc_hieu", bold=False), "bold"),
    "italic": Bad(changed("quoc_hieu", italic=True), "upright"),
    "small letters": Bad(changed("quoc_hieu", "Cộng hòa xã hội chủ nghĩa Việt Nam"), "capitals"),
    "at the right": Bad(changed("quoc_hieu", layout=Layout("right")), "centred"),
    "two faults": Bad(changed("quoc_hieu", size=14, bold=False), "14 pt", "bold"),
}
