"""Cases of the rule noi_nhan_look."""

from subjects import Bad, Layout, changed

GOOD = {
    "justified": changed("noi_nhan", layout=Layout("both")),
}

BAD = {
    "too big": Bad(changed("noi_nhan", size=12), "12 pt instead of 11"),
    "italic": Bad(changed("noi_nhan", italic=True), "upright"),
}
