"""Cases of the rule so_ky_hieu_look."""

from subjects import Bad, Layout, changed

GOOD = {
    "a blank number": changed("so_ky_hieu", "Số:        /KH-BCĐ"),
}

BAD = {
    "too big": Bad(changed("so_ky_hieu", size=14), "14 pt instead of 13"),
    "bold": Bad(changed("so_ky_hieu", bold=True), "must not be bold"),
    "italic": Bad(changed("so_ky_hieu", italic=True), "upright"),
    "at the left": Bad(changed("so_ky_hieu", layout=Layout()), "centred"),
}
