"""Cases of the rule tieu_ngu_look."""

from subjects import Bad, changed

GOOD = {
    "words in capitals": changed("tieu_ngu", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"),
    "13 pt": changed("tieu_ngu", size=13),
    "13.5 pt": changed("tieu_ngu", size=13.5),
}

BAD = {
    "too small": Bad(changed("tieu_ngu", size=12), "12 pt instead of 13-14"),
    "not bold": Bad(changed("tieu_ngu", bold=False), "bold"),
    "italic": Bad(changed("tieu_ngu", italic=True), "upright"),
    "capitals": Bad(changed("tieu_ngu", caps=True), "capitals"),
}
