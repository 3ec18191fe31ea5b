"""Cases of the rule ten_loai_look."""

from subjects import Bad, Layout, changed

GOOD = {
    "13 pt": changed("ten_loai", size=13),
}

BAD = {
    "too big": Bad(changed("ten_loai", size=16), "16 pt"),
    "not bold": Bad(changed("ten_loai", bold=False), "bold"),
    "at the left": Bad(changed("ten_loai", layout=Layout()), "centred"),
}
