"""Cases of the rule quoc_hieu_one_line."""

from dataclasses import replace

from subjects import GOOD_LINES, Bad, Layout, changed, paper

GOOD = {
    "wide enough": changed("quoc_hieu", room=98.0),
    "not known": changed("quoc_hieu", room=None),
    "too big, but wide enough for what is right": changed("quoc_hieu", room=98.0, size=14),
    "drawn together": paper(
        lines=tuple(
            replace(one, room=92.0, pieces=(replace(one.pieces[0], spread=-0.4),))
            if one.role == "quoc_hieu"
            else one
            for one in GOOD_LINES
        )
    ),
    "12 pt": changed("quoc_hieu", room=90.0, size=12),
}

BAD = {
    "too narrow": Bad(changed("quoc_hieu", room=90.0), "95,7 mm long, its column 90 mm"),
    "indented": Bad(changed("quoc_hieu", room=98.0, layout=Layout("center", left=5)), "93 mm"),
}
