"""Cases of the rule noi_nhan_title_look."""

from subjects import Bad, Layout, changed

GOOD = {
    "justified": changed("noi_nhan_de", layout=Layout("both")),
}

BAD = {
    "upright": Bad(changed("noi_nhan_de", italic=False), "italic"),
    "too big": Bad(changed("noi_nhan_de", size=14), "14 pt instead of 12"),
    "centred": Bad(changed("noi_nhan_de", layout=Layout("center")), "left"),
}
